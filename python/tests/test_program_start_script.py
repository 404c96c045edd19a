"""benchmarks/program-start: what it refuses, and what it measures."""

import re
import subprocess

import pytest

from conftest import ENVIRONMENT, REPOSITORY


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [f"{REPOSITORY}/benchmarks/program-start", *arguments],
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize("rounds", ["0", "-1", "few"])
def test_rounds_that_are_no_number_are_refused(rounds: str) -> None:
    refused = run("--rounds", rounds)

    assert refused.returncode == 2
    assert refused.stderr.endswith(f": expected a whole number of 1 or more, found {rounds}\n")


@pytest.mark.long
def test_measures_a_program_with_and_without_an_archive_of_its_classes() -> None:
    measured = run("--rounds", "2")

    assert measured.returncode == 0, measured.stdout + measured.stderr
    found = re.findall(r"^(with|without) archive  (\w+) +([0-9.]+) ", measured.stdout, re.MULTILINE)
    figures = {(way, name): float(value) for way, name, value in found}
    names = ["load_s", "first_entity_s", "peak_rss_mb", "reload_s"]
    assert list(figures) == [(way, name) for way in ("without", "with") for name in names]
    assert all(value > 0 for value in figures.values())
