"""The type hints hold, also against PySpark's own, and the format is the formatter's."""

import subprocess
import sys

import pytest

from conftest import REPOSITORY


@pytest.mark.parametrize(
    "command",
    [
        ["mypy", "--cache-dir", "target/mypy"],
        ["ruff", "check", "--no-cache"],
        ["ruff", "format", "--check", "--no-cache"],
    ],
    ids=" ".join,
)
def test_check_passes(command: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=REPOSITORY / "python",
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
