"""The command line by the `spark-submit` of Apache Spark's own distribution, that of PySpark."""

import json
import re
import subprocess
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from conftest import ENVIRONMENT, REPOSITORY, submit
from spark_ner import NerTaggerModel

LEARN = (
    *("--format", "conll", "--workers", 2, "--epochs", 2),
    *("--set", "network.hidden=16", "--set", "network.word-dimension=16"),
)
KRYO = "spark.serializer=org.apache.spark.serializer.KryoSerializer"
# A busy machine may take longer than Spark's 30 s to start the executors.
PATIENCE = "spark.scheduler.maxRegisteredResourcesWaitingTime=300s"


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

    run = submit("local[2]", *command, "--output", tmp_path / "out", "--output-format", "jsonl")

    assert run.returncode == 0, run.stderr
    (part,) = (tmp_path / "out").glob("part-*")
    entities = json.loads(part.read_text())["entities"]
    assert [e["text"] for e in entities] == ["Ada", "London"]


@pytest.mark.long
@pytest.mark.parametrize("kryo", [False, True], ids=["java", "kryo"])
@pytest.mark.parametrize("mode", ["local", "client", "cluster"])
def test_trains_tags_and_evaluates_by_command_line(
    cluster: tuple[str, Path], corpus: Path, tmp_path: Path, mode: str, kryo: bool
) -> None:
    model, tagged, report = tmp_path / "model", tmp_path / "tagged", tmp_path / "report"
    dev = REPOSITORY / "sample-data/wikigold/dev.conll"
    documents = tmp_path / "documents.jsonl"
    with (REPOSITORY / "sample-data/raw/documents.jsonl").open() as lines:
        documents.write_text("".join(islice(lines, 3)))
    texts = ("--input", documents, "--output-format", "jsonl")
    serializer = ("--conf", KRYO) if kryo else ()

    for command in (
        ("train", "--train", corpus, *LEARN, "--model", model),
        ("tag", "--model", model, *texts, "--output", tagged),
        ("evaluate", "--model", model, "--data", dev, "--report", report),
    ):
        if mode == "local":
            run = submit("local[2]", *serializer, *command)
        else:
            how = ("--deploy-mode", mode, "--conf", PATIENCE)
            run = submit(cluster[0], *how, *serializer, *command)
        assert run.returncode == 0, run.stderr
        if command[0] == "tag":
            assert run.stdout.startswith("3 documents, "), run.stderr

    rows = [json.loads(line) for part in tagged.glob("part-*") for line in part.open()]
    assert len(rows) == 3
    assert all("entities" in row for row in rows)
    assert json.loads((report / "report.json").read_text())


@pytest.mark.long
def test_driver_that_fails_on_the_cluster_fails_the_command(
    cluster: tuple[str, Path], tmp_path: Path
) -> None:
    run = submit(cluster[0], "--deploy-mode", "cluster", "inspect", "--model", tmp_path / "nowhere")

    assert run.returncode == 1
    last = run.stderr.splitlines()[-1]
    assert re.match(rf"error: driver-[0-9-]+ ended as FAILED; {tmp_path}/nowhere: no such", last), (
        run.stderr
    )
    (output,) = cluster[1].glob(f"worker-*/{last.split()[1]}/stderr")
    assert output.read_text().splitlines()[-1].startswith(f"error: {tmp_path}/nowhere: no such")


def test_local_cluster_keeps_its_logs_and_says_where(tmp_path: Path) -> None:
    run = subprocess.run(
        [f"{REPOSITORY}/bin/local-cluster", "true"],
        env={**ENVIRONMENT, "LOCAL_CLUSTER_DIRECTORY": f"{tmp_path}/logs"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert f"{tmp_path}/logs" in run.stderr.splitlines()[-1]
    assert (tmp_path / "logs/master.log").exists()
