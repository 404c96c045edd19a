"""The package as it is installed: its jar, its settings, its first lines."""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pyspark
import pytest
from pyspark.sql import SparkSession

import spark_ner
from conftest import REPOSITORY
from spark_ner.sessions import _joined
from spark_ner.versions import require_version


def python(*arguments: str, directory: Path = REPOSITORY) -> subprocess.CompletedProcess[str]:
    """Runs another Python, from which no session is running."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=directory,
        env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_jar_is_in_the_package_and_holds_the_stages() -> None:
    entries = [name for jar in spark_ner.jars().split(",") for name in ZipFile(jar).namelist()]
    assert entries.count("org/sparkner/spark/NerTagger.class") == 1


def test_settings_are_those_of_the_project() -> None:
    settings = spark_ner.conf()
    assert settings["spark.jars"] == spark_ner.jars()
    for line in (REPOSITORY / "conf/spark-defaults.conf").read_text().splitlines():
        if line and not line.startswith("#"):
            assert settings[line.split()[0]] == line.split(None, 1)[1]


def test_running_session_is_given_again(spark: SparkSession) -> None:
    assert spark_ner.session() is spark


def test_java_options_of_the_user_join_ours(spark: SparkSession) -> None:
    module: object = spark._jvm.ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()  # type: ignore[union-attr]
    assert module is True
    joined = _joined(
        {"spark.driver.extraJavaOptions": "-a", "spark.jars": "a.jar", "x": "1"},
        {"spark.driver.extraJavaOptions": "-b", "spark.jars": "b.jar", "x": "2"},
    )
    assert joined == {
        "spark.driver.extraJavaOptions": "-a -b",
        "spark.jars": "a.jar,b.jar",
        "x": "2",
    }


def test_sessions_without_the_jar_are_refused_in_one_line() -> None:
    run = python(
        "-c",
        "import sys, spark_ner; from pyspark.sql import SparkSession as S\n"
        "spark = S.builder.master('local[1]').config('spark.ui.enabled', 'false').getOrCreate()\n"
        "for call in (spark_ner.session, spark_ner.NerTagger, spark_ner.EntityEvaluator,\n"
        "             lambda: spark_ner.NerTaggerModel.load('x'),\n"
        "             lambda: spark_ner.NerTagger.load('x'), spark_ner.NerTagger.read,\n"
        "             lambda: spark_ner.EntityEvaluator.load('x'),\n"
        "             lambda: spark_ner.register_function(spark, None)):\n"
        "    try: call()\n"
        "    except spark_ner.UsageError as error: print(error)",
    )
    assert run.stdout.count("has no Spark NER jar") == len(run.stdout.splitlines()) == 8, run.stderr


def test_calls_before_any_session_are_refused_in_one_line() -> None:
    run = python(
        "-c",
        "import spark_ner\n"
        "for call in (spark_ner.NerTagger, spark_ner.EntityEvaluator,\n"
        "             lambda: spark_ner.NerTaggerModel.load('x'),\n"
        "             lambda: spark_ner.NerTagger.load('x'),\n"
        "             lambda: spark_ner.EntityEvaluator.load('x'),\n"
        "             lambda: spark_ner.register_function(None, None)):\n"
        "    try: call()\n"
        "    except spark_ner.UsageError as error: print(error)",
    )
    assert (
        run.stdout.splitlines()
        == ["No Spark session runs; begin with spark = spark_ner.session()."] * 6
    ), run.stderr


@pytest.mark.parametrize("version", ["4.0.1", "4.1.0.dev0", "3.4.3", "3.50.0"])
def test_another_pyspark_is_refused_in_one_line(
    monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    monkeypatch.setattr(pyspark, "__version__", version)
    with pytest.raises(spark_ner.UsageError, match=f"^Found Spark {version}, but .* Spark 3.5 .*"):
        spark_ner.session()


def test_another_spark_that_runs_is_refused_in_one_line() -> None:
    require_version("3.5.0", "2.12.17")
    require_version("3.5")
    with pytest.raises(spark_ner.UsageError, match="Spark 3.5.7 with Scala 2.13.8"):
        require_version("3.5.7", "2.13.8")
    with pytest.raises(spark_ner.UsageError, match="Spark 4.0.1 with Scala 2.13.16"):
        require_version("4.0.1", "2.13.16")


def test_package_has_the_version_of_its_wheel() -> None:
    assert spark_ner.__version__ == version("spark-ner")


@pytest.mark.long
def test_quickstart_runs_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "sample-data").symlink_to(REPOSITORY / "sample-data")
    run = python(f"{REPOSITORY}/python/examples/quickstart.py", directory=tmp_path)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[-1].startswith("O, ")
