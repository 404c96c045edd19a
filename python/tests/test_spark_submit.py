"""The command line by the `spark-submit` of Apache Spark's own distribution, that of PySpark."""

import json
import os
import subprocess
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pyspark
import pytest

from conftest import REPOSITORY
from spark_ner import NerTaggerModel

SPARK_HOME = str(Path(pyspark.__file__).parent)
ENVIRONMENT = {**os.environ, "SPARK_HOME": SPARK_HOME, "SPARK_LOCAL_IP": "127.0.0.1"}
LEARN = (
    *("--format", "conll", "--workers", 2, "--epochs", 2),
    *("--set", "network.hidden=16", "--set", "network.word-dimension=16"),
)
# A busy machine may take longer than Spark's 30 s to start the executors.
PATIENCE = "spark.scheduler.maxRegisteredResourcesWaitingTime=300s"
WAIT = "spark.standalone.submit.waitAppCompletion=true"


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
def cluster() -> Iterator[str]:
    """The URL of a master with two workers."""
    process = subprocess.Popen(
        [f"{REPOSITORY}/bin/local-cluster", "sh", "-c", "echo $SPARK_MASTER_URL; read end"],
        env=ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None and process.stdout is not None
    yield process.stdout.readline().strip()
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
def test_trains_tags_and_evaluates_by_command_line(corpus: Path, tmp_path: Path) -> None:
    model, tagged, report = tmp_path / "model", tmp_path / "tagged", tmp_path / "report"
    dev = REPOSITORY / "sample-data/wikigold/dev.conll"
    documents = tmp_path / "documents.jsonl"
    with (REPOSITORY / "sample-data/raw/documents.jsonl").open() as lines:
        documents.write_text("".join(islice(lines, 3)))
    texts = ("--input", documents)

    for command in (
        ("train", "--train", corpus, *LEARN, "--model", model),
        ("tag", "--model", model, *texts, "--output", tagged, "--output-format", "jsonl"),
        ("evaluate", "--model", model, "--data", dev, "--report", report),
    ):
        run = spark_ner("local[2]", *command)
        assert run.returncode == 0, run.stderr

    rows = [json.loads(line) for part in tagged.glob("part-*") for line in part.open()]
    assert len(rows) == 3
    assert all("entities" in row for row in rows)
    assert json.loads((report / "report.json").read_text())


@pytest.mark.long
def test_driver_and_workers_train_on_a_standalone_cluster(
    cluster: str, corpus: Path, tmp_path: Path
) -> None:
    how = ("--deploy-mode", "cluster", "--conf", WAIT, "--conf", PATIENCE)

    run = spark_ner(cluster, *how, "train", "--train", corpus, *LEARN, "--model", tmp_path / "m")

    assert run.returncode == 0, run.stderr
    assert (tmp_path / "m/model/manifest.json").exists()
