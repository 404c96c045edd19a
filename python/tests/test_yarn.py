"""The command line on YARN: Hadoop's own, of one node, in the version of the Hadoop that Spark has, with its HDFS."""

import json
import subprocess
import xml.etree.ElementTree as xml
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.request import urlopen

import pytest

from conftest import REPOSITORY, Installation, submit

pytestmark = pytest.mark.long

# The containers of two executors that train and of a driver, in the 8 GB of the node.
SIZES = (
    *("--num-executors", 2, "--executor-cores", 1, "--executor-memory", "1g"),
    *("--conf", "spark.executor.memoryOverhead=1536m"),
    *("--conf", "spark.driver.memoryOverhead=1536m"),
    *("--conf", "spark.yarn.maxAppAttempts=1"),
    # A busy machine may take longer than Spark's 30 s to start the executors.
    *("--conf", "spark.scheduler.maxRegisteredResourcesWaitingTime=300s"),
    *("--conf", "spark.scheduler.minRegisteredResourcesRatio=1"),
)
LEARN = (
    *("--format", "conll", "--workers", 2, "--epochs", 1),
    *("--set", "network.hidden=16", "--set", "network.word-dimension=16"),
)


class Cluster:
    """A running cluster, by what YARN left on its disk and by HDFS's own web interface."""

    def __init__(self, directory: Path, settings: Path, spark: Installation) -> None:
        self.directory = directory
        # Spark's jars lie on the one node: nothing is uploaded.
        self.jars = f"spark.yarn.jars=local:{spark.home}/jars/*"
        self.environment = spark.environment() | {"HADOOP_CONF_DIR": str(settings)}
        properties = xml.parse(settings / "core-site.xml").getroot()
        values = {each.findtext("name"): each.findtext("value") for each in properties}
        self.web = f"http://{values['dfs.namenode.http-address']}/webhdfs/v1"

    def submit(self, mode: str, *command: object) -> subprocess.CompletedProcess[str]:
        """Runs a command by `bin/spark-ner --master yarn`."""
        return submit(
            "yarn",
            *("--deploy-mode", mode, *SIZES, "--conf", self.jars, *command),
            environment=self.environment,
        )

    def applications(self) -> dict[str, int]:
        """The number of containers of each application that has run."""
        logs = self.directory.glob("yarn/*/*/*logDir*/application_*/container_*")
        names = [container.parent.name for container in logs]
        return {name: names.count(name) for name in names}

    def names(self, path: str) -> list[str]:
        """Names in a directory of HDFS."""
        with urlopen(f"{self.web}{path}?op=LISTSTATUS") as answer:
            files = json.load(answer)["FileStatuses"]["FileStatus"]
        return [file["pathSuffix"] for file in files]

    def read(self, path: str) -> str:
        """A file of HDFS."""
        with urlopen(f"{self.web}{path}?op=OPEN") as answer:
            return str(answer.read(), "utf-8")


@pytest.fixture(scope="module")
def yarn(tmp_path_factory: pytest.TempPathFactory, installation: Installation) -> Iterator[Cluster]:
    directory = tmp_path_factory.mktemp("yarn")
    with (directory / "log").open("w") as log:
        process = subprocess.Popen(
            [f"{REPOSITORY}/build-tools/yarn-cluster", str(directory)],
            env=installation.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    assert process.stdin is not None and process.stdout is not None
    settings = process.stdout.readline().strip()
    assert settings, (directory / "log").read_text()
    yield Cluster(directory, Path(settings), installation)
    process.stdin.close()
    process.wait(60)


@pytest.mark.parametrize("mode", ["client", "cluster"])
def test_trains_on_executors_and_tags(yarn: Cluster, tmp_path: Path, mode: str) -> None:
    sample = REPOSITORY / "sample-data"
    sentences = (sample / "wikigold/train.conll").read_text().split("\n\n")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for part in range(2):
        text = "\n\n".join(sentences[part * 100 : (part + 1) * 100])
        (corpus / f"part-{part}.conll").write_text(text + "\n")
    documents = tmp_path / "documents.jsonl"
    with (sample / "raw/documents.jsonl").open() as lines:
        documents.write_text("".join(islice(lines, 3)))
    home = f"/{mode}"
    before = yarn.applications()

    for command in (
        ("train", "--train", corpus, *LEARN, "--model", f"hdfs://{home}/model"),
        (
            *("tag", "--model", f"hdfs://{home}/model", "--input", documents),
            *("--output", f"hdfs://{home}/tagged", "--output-format", "jsonl"),
        ),
    ):
        run = yarn.submit(mode, *command)
        assert run.returncode == 0, run.stderr

    assert sorted(yarn.names(home)) == ["model", "tagged"]
    assert "manifest.json" in yarn.names(f"{home}/model/model")
    rows = [
        json.loads(line)
        for name in yarn.names(f"{home}/tagged")
        if name.startswith("part-")
        for line in yarn.read(f"{home}/tagged/{name}").splitlines()
    ]
    assert len(rows) == 3
    assert all("entities" in row for row in rows)
    # The application's master and two executors.
    ran = {name: count for name, count in yarn.applications().items() if name not in before}
    assert len(ran) == 2
    assert all(count >= 3 for count in ran.values()), ran


def test_command_that_fails_on_yarn_fails_spark_submit(yarn: Cluster, tmp_path: Path) -> None:
    run = yarn.submit("cluster", "inspect", "--model", tmp_path / "nowhere")

    assert run.returncode != 0
    assert "finalStatus: FAILED" in run.stderr or "finished with failed status" in run.stderr
