"""Data, models and checkpoints on S3: Hadoop's s3a and a server that speaks S3."""

import json
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from conftest import REPOSITORY, Installation, submit

pytestmark = pytest.mark.long

# What docs/CLUSTERS.md gives for each line of Spark: of Amazon's SDK only what s3a calls.
PACKAGES = {
    "3.5": (
        *("--packages", ",".join([
            "org.apache.hadoop:hadoop-aws:3.3.4",
            *(f"com.amazonaws:aws-java-sdk-{part}:1.12.262" for part in ("s3", "dynamodb", "sts")),
        ])),
        *("--exclude-packages", "com.amazonaws:aws-java-sdk-bundle"),
    ),
    "4": (
        *("--packages", ",".join([
            "org.apache.hadoop:hadoop-aws:3.5.0",
            *(
                f"software.amazon.awssdk:{part}:2.35.4"
                for part in ("s3", "s3-transfer-manager", "sts")
            ),
        ])),
        *("--exclude-packages", "software.amazon.awssdk:bundle"),
    ),
}  # fmt: skip


class Bucket:
    """A bucket by plain HTTP, so that nothing of s3a stands between the test and the server."""

    def __init__(self, server: str, spark: Installation) -> None:
        self.server = server
        self.spark = spark
        self.call("PUT", "")

    def call(self, method: str, path: str, body: bytes | None = None) -> str:
        """Sends a request to the bucket; its answer."""
        # The server needs a signature, but does not check it.
        headers = {"Content-Type": "application/octet-stream", "Authorization": "AWS key:signature"}
        request = Request(f"{self.server}/bucket/{path}", body, headers, method=method)
        with urlopen(request) as answer:
            return str(answer.read(), "utf-8")

    def names(self, prefix: str) -> list[str]:
        """Names of the objects that begin so."""
        return re.findall("<Key>(.*?)</Key>", self.call("GET", f"?list-type=2&prefix={prefix}"))

    def submit(self, *arguments: object) -> None:
        """Runs a command, with what Spark needs to be told of the server."""
        settings = {
            "endpoint": self.server,
            "path.style.access": "true",
            "connection.ssl.enabled": "false",
            "access.key": "key",
            "secret.key": "secret",
            # What uploads files in Hadoop 3.5 takes moto's "100 Continue" for the answer.
            "optimized.copy.from.local.enabled": "false",
        }
        hadoop = [
            option
            for name, value in settings.items()
            for option in ("--conf", f"spark.hadoop.fs.s3a.{name}={value}")
        ]
        run = submit(
            "local[2]",
            *(*PACKAGES[self.spark.line], *hadoop, *arguments),
            environment=self.spark.environment(),
        )
        assert run.returncode == 0, run.stderr


@pytest.fixture
def bucket(tmp_path: Path, installation: Installation) -> Iterator[Bucket]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (tmp_path / "server.log").open("w") as log:
        server = subprocess.Popen(
            [f"{REPOSITORY}/build-tools/s3-server", str(port)], stdout=log, stderr=log
        )
    while not answers(port):
        assert server.poll() is None, (tmp_path / "server.log").read_text()
        time.sleep(0.2)
    yield Bucket(f"http://127.0.0.1:{port}", installation)
    server.terminate()
    server.wait()


def answers(port: int) -> bool:
    with socket.socket() as connection:
        return connection.connect_ex(("127.0.0.1", port)) == 0


def test_everything_may_be_on_s3(bucket: Bucket, tmp_path: Path) -> None:
    sample = REPOSITORY / "sample-data"
    sentences = (sample / "wikigold/train.conll").read_text().split("\n\n")
    bucket.call("PUT", "train.conll", ("\n\n".join(sentences[:60]) + "\n").encode())
    with (sample / "raw/documents.jsonl").open("rb") as lines:
        bucket.call("PUT", "in/1.jsonl", b"".join(islice(lines, 2)))
    home = "s3a://bucket"
    small = ("--epochs", 1, "--set", "network.hidden=8", "--log", tmp_path / "log")
    training = ("--checkpoint", f"{home}/training")
    model = ("--model", f"{home}/model")
    texts = ("--input", f"{home}/in", "--input-format", "jsonl", "--output-format", "jsonl")

    bucket.submit("train", "--train", f"{home}/train.conll", *model, *training, *small)
    bucket.submit("evaluate", *model, "--data", f"{home}/train.conll", "--report", f"{home}/report")
    bucket.submit("tag", *model, *texts, "--output", f"{home}/tagged")
    only_new = ("--incremental", "--checkpoint", f"{home}/checkpoint")
    bucket.submit("tag", *model, *texts, "--output", f"{home}/new", *only_new)

    assert "model/model/manifest.json" in bucket.names("model/")
    assert "report/report.json" in bucket.names("report/")
    for output in ("tagged/", "new/batch%3D0/"):
        rows = [
            json.loads(row)
            for name in bucket.names(output)
            if "/part-" in name
            for row in bucket.call("GET", name.replace("=", "%3D")).splitlines()
        ]
        assert len(rows) == 2
        assert all("entities" in row for row in rows)
    assert not bucket.names("model.unfinished") + bucket.names("training")
