"""The DAGs under a real Airflow, on a local Spark, with the sample data."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import REPOSITORY

pytestmark = pytest.mark.long

DATE = "2026-11-21"
TIMEOUT = 1500
DAGS = {
    "spark_ner_nightly": {"tag"},
    "spark_ner_weekly": {
        "train",
        "model_in_use",
        "evaluate_candidate",
        "evaluate_current",
        "promote",
        "tag",
    },
}


class Airflow:
    """An Airflow with a database and directories of its own, which tries again after a second."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.output = home / "output.txt"
        self.models = home / "models"
        self.tagged = home / "tagged"
        self.incoming = home / "incoming"
        self.incoming.mkdir()
        texts = (REPOSITORY / "sample-data/raw/documents.jsonl").read_text().splitlines(True)
        self.documents = home / "documents.jsonl"
        self.documents.write_text("".join(texts[:2]))
        self.weekly = {
            "epochs": 2,
            "hidden": 16,
            "documents": str(self.documents),
            "models": str(self.models),
            "tagged": str(self.tagged),
        }
        self.nightly = {
            "documents": str(self.incoming),
            "tagged": f"{self.tagged}/nightly",
            "checkpoint": f"{home}/checkpoint",
        }

    def start(
        self, *arguments: str, environment: dict[str, str] | None = None
    ) -> "subprocess.Popen[bytes]":
        """Starts `bin/airflow`, with more variables."""
        variables = {
            **os.environ,
            "AIRFLOW_HOME": str(self.home / "airflow"),
            "AIRFLOW_CONN_SPARK_DEFAULT": '{"conn_type": "spark", "host": "local[2]"}',
            "AIRFLOW__CORE__DEFAULT_TASK_RETRY_DELAY": "1",
            **(environment or {}),
        }
        with self.output.open("w") as output:
            return subprocess.Popen(
                [f"{REPOSITORY}/bin/airflow", *arguments],
                env=variables,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def run(self, *arguments: str, environment: dict[str, str] | None = None) -> tuple[int, str]:
        """Exit code and output of `bin/airflow`."""
        process = self.start(*arguments, environment=environment)
        return process.wait(TIMEOUT), self.output.read_text()

    def test(self, dag: str, conf: dict[str, Any]) -> tuple[int, str]:
        """Runs a DAG to its end."""
        return self.run("dags", "test", dag, "--conf", json.dumps(conf))

    def test_killed(
        self, dag: str, conf: dict[str, Any], when: Callable[[], bool], how: signal.Signals
    ) -> tuple[int, str]:
        """Runs a DAG to its end, and ends the process of its first try when that is so far."""
        process = self.start("dags", "test", dag, DATE, "--conf", json.dumps(conf))
        with self.output.open() as output:
            while not when():
                assert process.poll() is None, output.read()
                time.sleep(0.1)
        processes = subprocess.check_output(["ps", "-eww", "-o", "pid=,args="], text=True)
        (pid,) = (
            int(line.split()[0])
            for line in processes.splitlines()
            if "java" in line and str(self.home) in line
        )
        os.kill(pid, how)
        return process.wait(TIMEOUT), self.output.read_text()

    def model_in_use(self) -> str:
        """What the variable names; empty where nothing was promoted."""
        code, output = self.run("variables", "get", "spark_ner_model")
        return output.splitlines()[-1] if code == 0 else ""

    def batches(self) -> list[str]:
        """Directories that nightly runs have written."""
        return sorted(batch.name for batch in (self.tagged / "nightly").glob("batch=*"))


def lines_of_failures(output: str) -> list[str]:
    """The last line of each failure's message."""
    return re.findall(r"^airflow\S*Exception: .*\n(error: .*)$", output, re.MULTILINE)


@pytest.fixture(scope="module")
def airflow(tmp_path_factory: pytest.TempPathFactory) -> Airflow:
    return Airflow(tmp_path_factory.mktemp("airflow"))


def test_airflow_reads_both_dags_without_an_error(airflow: Airflow) -> None:
    assert airflow.run("dags", "list-import-errors")[1].rstrip().endswith("No data found")
    for dag, tasks in DAGS.items():
        code, output = airflow.run("tasks", "list", dag)
        assert code == 0, output
        assert tasks <= set(output.split())


def test_nightly_run_before_a_model_is_promoted_fails_at_once(airflow: Airflow) -> None:
    code, output = airflow.test("spark_ner_nightly", airflow.nightly)

    assert code != 0, output
    assert lines_of_failures(output) == [
        "error: (the variable spark_ner_model is not set): no such model; check the path or train one"
    ]
    assert "up_for_retry" not in output


def test_params_reach_the_job_as_one_argument_each(airflow: Airflow, tmp_path: Path) -> None:
    """A submission that only writes down its arguments, as the operating system gives them."""
    written = tmp_path / "arguments"
    submit = tmp_path / "spark3-submit"
    submit.write_text(f"#!/bin/sh\nprintf '%s\\0' \"$@\" >{shlex.quote(str(written))}\n")
    submit.chmod(0o755)
    planted = tmp_path / "planted"
    touch = f"touch {planted}"
    hostile = (
        f'it\'s "a" b;{touch};$({touch})`{touch}`\n&& {touch} | * ~ {{{{ 7 * 7 }}}} ${{HOME}} \\'
    )
    conf = {
        "documents": hostile,
        "format": "--overwrite",
        "tagged": "@/etc/passwd",
        "checkpoint": "",
    }

    code, output = airflow.run(
        *("dags", "test", "spark_ner_nightly", "--conf", json.dumps(conf)),
        environment={
            "AIRFLOW_CONN_SPARK_DEFAULT": json.dumps(
                {"conn_type": "spark", "host": "local", "extra": {"spark-binary": "spark3-submit"}}
            ),
            "PATH": f"{tmp_path}:{os.environ['PATH']}",
        },
    )

    assert code == 0, output
    arguments = written.read_text().split("\0")[:-1]
    assert arguments[arguments.index("tag") + 2 :] == [
        f"--input={hostile}",
        "--input-format=--overwrite",
        "--output=@/etc/passwd",
        "--incremental",
        "--checkpoint=",
    ]
    assert not planted.exists()


def test_first_weekly_run_promotes_its_model_and_tags(airflow: Airflow) -> None:
    code, output = airflow.test("spark_ner_weekly", airflow.weekly)

    assert code == 0, output
    assert (airflow.tagged / "weekly/_SUCCESS").exists(), output
    assert (Path(airflow.model_in_use()) / "model/manifest.json").exists()


def test_nightly_run_tags_what_has_arrived_once(airflow: Airflow) -> None:
    shutil.copy(airflow.documents, airflow.incoming)
    for _ in range(2):
        code, output = airflow.test("spark_ner_nightly", airflow.nightly)
        assert code == 0, output
    assert airflow.batches() == ["batch=0"]


def test_nightly_run_that_was_ended_goes_on_in_the_next_try(airflow: Airflow) -> None:
    shutil.copy(airflow.documents, airflow.incoming / "more.jsonl")
    batch = airflow.home / "checkpoint/query/offsets/1"

    code, output = airflow.test_killed(
        "spark_ner_nightly", airflow.nightly, batch.exists, signal.SIGTERM
    )

    assert code == 0, output
    assert output.count("new_state=up_for_retry") == 1
    assert lines_of_failures(output) == [
        "error: interrupted; run the same command again to tag the rest"
    ]
    assert airflow.batches() == ["batch=0", "batch=1"]


def test_worse_model_is_not_promoted_and_nothing_is_tagged(airflow: Airflow) -> None:
    in_use = airflow.model_in_use()
    shutil.rmtree(airflow.tagged / "weekly")
    learnt = REPOSITORY / "sample-data/wikigold/train.conll"
    few = airflow.home / "few.conll"
    few.write_text("\n\n".join(learnt.read_text().split("\n\n")[:5]) + "\n")

    code, output = airflow.test(
        "spark_ner_weekly", {**airflow.weekly, "train": str(few), "hidden": 1}
    )

    assert code == 0, output
    assert airflow.model_in_use() == in_use
    assert not (airflow.tagged / "weekly").exists()


def test_weekly_run_without_training_data_fails_at_once(airflow: Airflow) -> None:
    code, output = airflow.test("spark_ner_weekly", {**airflow.weekly, "train": "/nowhere"})

    assert code != 0, output
    assert lines_of_failures(output) == ["error: /nowhere: no such file or directory"]
    assert "up_for_retry" not in output


def test_training_that_was_killed_goes_on_in_the_next_try(airflow: Airflow) -> None:
    model = airflow.models / f"{DATE.replace('-', '')}T000000"
    log = Path(f"{model}.checkpoint/training.jsonl")
    lines: list[str] = []

    def has_a_checkpoint() -> bool:
        # The line of an epoch is written before its checkpoint, so the second proves the first.
        lines[:] = log.read_text().splitlines() if log.exists() else []
        return len(lines) > 2

    code, output = airflow.test_killed(
        "spark_ner_weekly", {**airflow.weekly, "epochs": 5}, has_a_checkpoint, signal.SIGKILL
    )

    assert code == 0, output
    assert output.count("new_state=up_for_retry") == 1
    assert lines[1] in (model / "training.jsonl").read_text().splitlines()
