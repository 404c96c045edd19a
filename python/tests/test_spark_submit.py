"""The command line by the `spark-submit` of Apache Spark's own distribution, that of PySpark."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyspark
import pytest
from pyspark.sql import SparkSession

from conftest import REPOSITORY
from spark_ner import NerTaggerModel

SPARK_HOME = str(Path(pyspark.__file__).parent)
ENVIRONMENT = {**os.environ, "SPARK_HOME": SPARK_HOME, "SPARK_LOCAL_IP": "127.0.0.1"}
KRYO = "spark.serializer=org.apache.spark.serializer.KryoSerializer"


def spark_ner(master: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Runs `bin/spark-ner`, which calls `spark-submit`."""
    return subprocess.run(
        [f"{REPOSITORY}/bin/spark-ner", "--master", master, *map(str, arguments)],
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sentences to learn from, in two files so that two tasks read them."""
    directory = tmp_path_factory.mktemp("corpus")
    lines = (REPOSITORY / "sample-data/wikigold/train.conll").read_text().split("\n\n")
    for part in range(2):
        text = "\n\n".join(lines[part * 150 : (part + 1) * 150])
        (directory / f"part-{part}.conll").write_text(text + "\n")
    return directory


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The URL of a master with two workers, and the directory of their logs."""
    directory = tmp_path_factory.mktemp("cluster")
    process = subprocess.Popen(
        [f"{REPOSITORY}/bin/local-cluster", "sh", "-c", "echo $SPARK_MASTER_URL; read end"],
        env={**ENVIRONMENT, "LOCAL_CLUSTER_DIRECTORY": str(directory)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None and process.stdout is not None
    yield process.stdout.readline().strip(), directory
    process.stdin.close()
    process.wait(60)


def test_spark_submit_tags_with_a_model_of_pyspark(model: NerTaggerModel, tmp_path: Path) -> None:
    model.save(f"{tmp_path}/model")
    (tmp_path / "text.txt").write_text("Ada lives in London .")
    command = ("tag", "--model", tmp_path / "model", "--input", tmp_path / "text.txt")

    run = spark_ner("local[2]", *command, "--output", tmp_path / "out", "--output-format", "jsonl")

    assert run.returncode == 0, run.stderr
    (part,) = (tmp_path / "out").glob("part-*")
    entities = json.loads(part.read_text())["entities"]
    assert [e["text"] for e in entities] == ["Ada", "London"]


@pytest.mark.long
@pytest.mark.parametrize("kryo", [False, True], ids=["java", "kryo"])
@pytest.mark.parametrize("mode", ["local", "client", "cluster"])
def test_trains_tags_and_evaluates_by_command_line(
    cluster: tuple[str, Path],
    corpus: Path,
    spark: SparkSession,
    tmp_path: Path,
    mode: str,
    kryo: bool,
) -> None:
    model, tagged, report = tmp_path / "model", tmp_path / "tagged", tmp_path / "report"
    dev = REPOSITORY / "sample-data/wikigold/dev.conll"
    where = "local[2]" if mode == "local" else cluster[0]
    how: list[object] = ["--conf", KRYO] if kryo else []
    if mode != "local":
        how += ["--deploy-mode", mode, "--conf", "spark.standalone.submit.waitAppCompletion=true"]
    small = ("--set", "network.hidden=16", "--set", "network.word-dimension=16")
    documents = REPOSITORY / "sample-data/raw/documents.jsonl"

    for command in (
        ("train", "--train", corpus, "--model", model, "--workers", 2, "--epochs", 2, *small),
        ("tag", "--model", model, "--input", documents, "--output", tagged),
        ("evaluate", "--model", model, "--data", dev, "--report", report),
    ):
        run = spark_ner(where, *how, *command)
        assert run.returncode == 0, run.stderr

    assert (tagged / "_SUCCESS").exists()
    assert spark.read.parquet(str(tagged)).where("entities IS NOT NULL").count() == 14
    assert json.loads((report / "report.json").read_text())


@pytest.mark.long
def test_failure_of_a_driver_on_the_cluster_ends_with_one_error_line(
    cluster: tuple[str, Path], tmp_path: Path
) -> None:
    how = ("--deploy-mode", "cluster", "--conf", "spark.standalone.submit.waitAppCompletion=true")

    run = spark_ner(cluster[0], *how, "inspect", "--model", tmp_path / "nowhere")

    assert run.returncode != 0
    logs = [log.read_text() for log in cluster[1].glob("worker-*/driver-*/stderr")]
    assert any(log.splitlines()[-1].startswith("error: ") and "nowhere" in log for log in logs)
