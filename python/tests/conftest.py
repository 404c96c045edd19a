"""One Spark session and one small trained model for all tests; the command line beside them."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

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


def submit(master: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Runs `bin/spark-ner` by `spark-submit`."""
    return launch("--master", master, *arguments)


def launch(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Runs `bin/spark-ner`; without `--master`, with the embedded Spark."""
    return subprocess.run(
        [f"{REPOSITORY}/bin/spark-ner", *map(str, arguments)],
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=1500,
        check=False,
    )
