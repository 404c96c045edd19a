"""One Spark session and one small trained model for all tests; the command line beside them."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyspark
import pytest
from pyspark.sql import DataFrame, SparkSession

import spark_ner

REPOSITORY = Path(__file__).resolve().parents[2]

# Spark's own distribution is that of PySpark.
ENVIRONMENT = {
    **os.environ,
    "SPARK_HOME": str(Path(pyspark.__file__).parent),
    "SPARK_LOCAL_IP": "127.0.0.1",
}

# The newest there is, which is installed from where pip finds it.
PYSPARK_4 = "4.3.0"

NAMES = [("Ada", "London"), ("Grace", "Paris"), ("Alan", "Berlin"), ("Mary", "Rome")]


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    """A session of two cores, made as users make theirs."""
    session = spark_ner.session(
        "local[2]",
        {
            "spark.ui.enabled": "false",
            "spark.sql.shuffle.partitions": "2",
            "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("warehouse")),
        },
    )
    yield session
    session.stop()


@pytest.fixture(scope="session")
def sentences(spark: SparkSession) -> DataFrame:
    """Sentences with a person and a place each."""
    rows = [
        ([person, verb, "in", place, "."], ["B-PER", "O", "O", "B-LOC", "O"])
        for person, _ in NAMES
        for _, place in NAMES
        for verb in ("lives", "works")
    ]
    return spark.createDataFrame(rows, "tokens array<string>, tags array<string>")


@pytest.fixture(scope="session")
def model(sentences: DataFrame) -> spark_ner.NerTaggerModel:
    """A small network that knows the sentences by heart."""
    return spark_ner.NerTagger(
        hidden=16, wordDimension=16, epochs=12, learningRate=0.05, validationFraction=0.0
    ).fit(sentences)


@pytest.fixture(scope="session")
def pyspark_4(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a virtual environment with the wheel and PySpark 4, as its users install them."""
    built = subprocess.check_output([f"{REPOSITORY}/bin/wheel"], text=True)
    venv = tmp_path_factory.mktemp("pyspark-4")
    subprocess.check_call([sys.executable, "-m", "venv", venv])
    python = venv / "bin/python"
    pyspark = f"pyspark[ml,connect]=={PYSPARK_4}"
    subprocess.check_call([python, "-m", "pip", "install", "--quiet", pyspark, built.split()[-1]])
    return python


def environment_4() -> dict[str, str]:
    """The variables for processes of that environment: what names another Spark is not in it."""
    own = {key: value for key, value in os.environ.items() if key != "SPARK_HOME"}
    return own | {"SPARK_LOCAL_IP": "127.0.0.1"}


class Installation(NamedTuple):
    """A Spark of a line, 3.5 or 4, and where it is installed."""

    line: str
    home: str

    def environment(self) -> dict[str, str]:
        """The variables of processes that use it."""
        return ENVIRONMENT | {"SPARK_HOME": self.home}


@pytest.fixture(scope="session", params=["3.5", "4"])
def installation(request: pytest.FixtureRequest) -> Installation:
    """Each of both lines, as its PySpark brings it."""
    if request.param == "3.5":
        return Installation("3.5", ENVIRONMENT["SPARK_HOME"])
    ask = [request.getfixturevalue("pyspark_4"), "-c", "import pyspark; print(*pyspark.__path__)"]
    return Installation("4", subprocess.check_output(ask, env=environment_4(), text=True).strip())


def submit(
    master: str, *arguments: object, environment: dict[str, str] = ENVIRONMENT
) -> subprocess.CompletedProcess[str]:
    """Runs `bin/spark-ner` by `spark-submit`."""
    return launch("--master", master, *arguments, environment=environment)


def launch(
    *arguments: object, environment: dict[str, str] = ENVIRONMENT
) -> subprocess.CompletedProcess[str]:
    """Runs `bin/spark-ner`; without `--master`, with the embedded Spark."""
    return call("bin/spark-ner", *arguments, environment=environment)


def call(
    program: str, *arguments: object, environment: dict[str, str] = ENVIRONMENT
) -> subprocess.CompletedProcess[str]:
    """Runs a program of the repository, without a terminal."""
    return subprocess.run(
        [f"{REPOSITORY}/{program}", *map(str, arguments)],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=1500,
        check=False,
    )
