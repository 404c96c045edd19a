"""benchmarks/program-start: what it refuses, and what it measures."""

import re

import pytest

from conftest import call

SCRIPT = "benchmarks/program-start"


@pytest.mark.parametrize("rounds", ["0", "-1", "few"])
def test_rounds_that_are_no_number_are_refused(rounds: str) -> None:
    refused = call(SCRIPT, "--rounds", rounds)

    assert refused.returncode == 2
    assert refused.stderr.endswith(f": expected a whole number of 1 or more, found {rounds}\n")


@pytest.mark.long
def test_a_model_that_is_not_there_ends_it_in_one_line() -> None:
    refused = call(SCRIPT, "--model", "/nowhere/model", "--rounds", "1")

    assert refused.returncode == 1
    assert "error: Model /nowhere/model does not exist;" in refused.stderr
    assert "\tat " not in refused.stderr


@pytest.mark.long
def test_measures_a_program_with_and_without_an_archive_of_its_classes() -> None:
    measured = call(SCRIPT, "--rounds", "2")

    assert measured.returncode == 0, measured.stdout + measured.stderr
    found = re.findall(r"^(with|without) archive  (\w+) +([0-9.]+) ", measured.stdout, re.MULTILINE)
    figures = {(way, name): float(value) for way, name, value in found}
    names = ["load_s", "first_entity_s", "peak_rss_mb", "reload_s"]
    assert list(figures) == [(way, name) for way in ("without", "with") for name in names]
    assert all(value > 0 for value in figures.values())
