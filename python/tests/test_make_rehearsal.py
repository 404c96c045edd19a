"""models/make --rehearse with the command line itself: every stage from corpora to a wheel."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from conftest import ENVIRONMENT, REPOSITORY

SCRIPT = REPOSITORY / "models" / "make"


@pytest.mark.long
@pytest.mark.parametrize("name", ["en-small", "en-accurate", "xx"])
def test_a_model_is_made_of_sample_data_and_finds_names(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    work = tmp_path_factory.getbasetemp() / "rehearsal"

    made = subprocess.run(
        [sys.executable, str(SCRIPT), name, "--rehearse", "--work", str(work)],
        capture_output=True,
        text=True,
        check=False,
        env={key: value for key, value in ENVIRONMENT.items() if key != "SPARK_HOME"},
    )

    assert made.returncode == 0, made.stderr[-4000:]
    scores = json.loads((work / name / "evaluation" / "ewt.json").read_text())
    assert scores["f1"] > 20
    card = (work / name / "output" / "README.md").read_text()
    assert f"{scores['f1']:.1f}" in card and "ALL CAPS" in card and "tokens per CPU-second" in card
    if name == "en-small":
        assert (work / "en" / "silver" / "silver.json").is_file()
        assert size(work / name / "output" / "model") < 2_100_000
    (wheel,) = (work / name / "package").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        assert any(path.endswith("model/manifest.json") for path in archive.namelist())


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())
