"""Trainings and stages in MLflow: the real package and its tracking server, on this machine."""

import json
import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from conftest import ENVIRONMENT, REPOSITORY, launch

pytestmark = pytest.mark.long

TARGET = REPOSITORY / "python/target"
# Asks the server by MLflow's own client what the newest run of an experiment is, and loads its model.
ASK = """
import json, sys, mlflow
experiment, to = sys.argv[1:]
run = mlflow.search_runs(experiment_names=[experiment], output_format="list")[0]
client = mlflow.MlflowClient()
found = mlflow.artifacts.download_artifacts(run_id=run.info.run_id, artifact_path="", dst_path=to)
print(json.dumps({
    "id": run.info.run_id,
    "status": run.info.status,
    "name": run.info.run_name,
    "params": run.data.params,
    "metrics": run.data.metrics,
    "tags": run.data.tags,
    "loss": [m.step for m in client.get_metric_history(run.info.run_id, "loss")],
}))
"""


@pytest.fixture(scope="module")
def python() -> Path:
    """A Python with MLflow, PySpark and the package of this test run."""
    venv = TARGET / "mlflow-venv"
    script = '. build-tools/build.sh; install_locked "$0" python/requirements-mlflow.txt'
    subprocess.run(["bash", "-euc", script, venv], cwd=REPOSITORY, check=True)
    wheel = max((TARGET / "dist").glob("spark_ner-*.whl"), key=lambda path: path.stat().st_mtime)
    install = ["-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", str(wheel)]
    subprocess.run([str(venv / "bin/python"), *install], check=True)
    return venv / "bin/python"


@pytest.fixture(scope="module")
def tracking(python: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A tracking server with a database of its own."""
    home = tmp_path_factory.mktemp("mlflow")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (home / "log").open("w") as log:
        server = subprocess.Popen(
            [
                python.parent / "mlflow", "server", "--host", "127.0.0.1", "--port", str(port),
                "--workers", "1", "--backend-store-uri", f"sqlite:///{home}/mlflow.db",
                "--artifacts-destination", home / "artefacts",
            ],
            cwd=home, stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        await_server(address, server, home / "log")
        yield address
    finally:
        os.killpg(server.pid, 15)
        server.wait(60)


def await_server(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    """Waits until the server answers."""
    for _ in range(600):
        assert server.poll() is None, log.read_text()
        try:
            with urlopen(f"{address}/health", timeout=5):
                return
        except OSError:
            time.sleep(0.5)
    raise AssertionError(log.read_text())


def ask(python: Path, tracking: str, experiment: str, to: Path) -> dict[str, Any]:
    """What MLflow's client knows of the newest run; its artefacts come to a folder."""
    run = subprocess.run(
        [python, "-c", ASK, experiment, to],
        env={**os.environ, "MLFLOW_TRACKING_URI": tracking},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    answer: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return answer


def test_a_training_is_a_run_with_its_scores_report_and_model(
    python: Path, tracking: str, tmp_path: Path
) -> None:
    train, valid = tmp_path / "train.conll", tmp_path / "valid.conll"
    train.write_text("Ada B-PER\nsaw O\nLund B-LOC\n\n" * 40)
    valid.write_text("Ada B-PER\nsaw O\nLund B-LOC\n\n" * 5)
    model = tmp_path / "model"

    done = launch(
        "train", "--train", train, "--valid", valid, "--model", model, "--epochs", 3,
        "--set", "network.hidden=16", "--tracking", "mlflow", "--set", f"tracking.uri={tracking}",
        "--set", "tracking.experiment=names", "--set", "tracking.run-name=small",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "warning: --tracking" not in done.stderr
    run = ask(python, tracking, "names", tmp_path)

    assert (run["status"], run["name"]) == ("FINISHED", "small")
    assert f"{tracking}/#/experiments/" in done.stderr
    assert run["id"] in done.stderr
    assert run["params"]["network.hidden"] == "16"
    assert run["params"]["training.epochs"] == "3"
    assert run["params"]["train"] == str(train)
    assert run["loss"] == [1, 2, 3]
    assert 0 <= run["metrics"]["valid_f1"] <= 100
    assert run["metrics"]["train_sentences"] == 40
    assert "--tracking mlflow" in run["tags"]["spark_ner.command"]
    kept = {str(path.relative_to(model)) for path in model.rglob("[!.]*") if path.is_file()}
    for name in kept:
        sent = tmp_path / (f"model/{name}" if "/" in name else name)
        assert sent.read_bytes() == (model / name).read_bytes()
    assert {"report.html", "training.jsonl", "model/manifest.json"} <= kept


def test_the_code_of_the_guide_logs_and_loads_a_pipeline_with_its_signature(
    python: Path, tracking: str
) -> None:
    guide = (REPOSITORY / "docs/TRACKING.md").read_text()
    code = "\n".join(re.findall(r"```python\n(.*?)```", guide, re.DOTALL))
    # Its PySpark brings its own Spark.
    environment = {name: value for name, value in ENVIRONMENT.items() if name != "SPARK_HOME"}
    run = subprocess.run(
        [python, "-c", code + '\nprint("entities:", loaded.transform(texts).count())'],
        cwd=REPOSITORY,
        env={**environment, "MLFLOW_TRACKING_URI": tracking},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[-1] == "entities: 1"
