"""The DAG under a real Airflow, on a local Spark, with the sample data."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from conftest import REPOSITORY

pytestmark = pytest.mark.long

WEEKLY = {"epochs": 2, "hidden": 16}


class Airflow:
    """An Airflow with a database and directories of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.tagged = home / "tagged"
        documents = (REPOSITORY / "sample-data/raw/documents.jsonl").read_text().splitlines(True)
        self.documents = home / "documents.jsonl"
        self.documents.write_text("".join(documents[:2]))
        self.weekly = {
            **WEEKLY,
            "documents": str(self.documents),
            "models": f"{home}/models",
            "tagged": str(self.tagged),
        }

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs `bin/airflow`."""
        return subprocess.run(
            [f"{REPOSITORY}/bin/airflow", *arguments],
            env={
                **os.environ,
                "AIRFLOW_HOME": str(self.home / "airflow"),
                "AIRFLOW_CONN_SPARK_DEFAULT": '{"conn_type": "spark", "host": "local[2]"}',
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=1500,
            check=False,
        )

    def test(self, dag: str, conf: dict[str, Any], *date: str) -> subprocess.CompletedProcess[str]:
        """Runs a DAG to its end."""
        return self.run("dags", "test", dag, *date, "--conf", json.dumps(conf))

    def model_in_use(self) -> str:
        """What the variable names; empty where nothing was promoted."""
        run = self.run("variables", "get", "spark_ner_model")
        return run.stdout.splitlines()[-1] if run.returncode == 0 else ""


@pytest.fixture(scope="module")
def airflow(tmp_path_factory: pytest.TempPathFactory) -> Airflow:
    return Airflow(tmp_path_factory.mktemp("airflow"))


@pytest.mark.parametrize(
    ("dag", "tasks"),
    [
        (
            "spark_ner_weekly",
            {"train", "evaluate_candidate", "evaluate_current", "promote", "tag"},
        ),
    ],
)
def test_dag_is_whole(airflow: Airflow, dag: str, tasks: set[str]) -> None:
    run = airflow.run("tasks", "list", dag)
    assert run.returncode == 0, run.stdout + run.stderr
    assert tasks == set(run.stdout.split())


def test_first_weekly_run_promotes_its_model_and_tags(airflow: Airflow) -> None:
    run = airflow.test("spark_ner_weekly", airflow.weekly)

    assert run.returncode == 0, run.stdout + run.stderr
    assert (airflow.tagged / "weekly/_SUCCESS").exists(), run.stdout + run.stderr
    assert (Path(airflow.model_in_use()) / "model/manifest.json").exists()
