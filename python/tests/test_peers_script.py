"""benchmarks/peers, on sentences made here and without the taggers of others."""

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from conftest import REPOSITORY

COLUMNS = "-DOCSTART- O\n\nAda I-PER\nof I-ORG\nBath I-LOC\n, O\nOhio B-LOC\n\n"
NUMBERED = "# text = x\n1\tthe\tO\t-\n2\tBBC\tB-corporation\t-\n3\tiPod\tB-product\t-\n\n"


@pytest.fixture(scope="module")
def peers() -> Iterator[Any]:
    """The modules of the folder."""
    folder = str(REPOSITORY / "benchmarks/peers")
    sys.path.insert(0, folder)
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    yield SimpleNamespace(
        labelled=importlib.import_module("labelled"),
        taggers=importlib.import_module("taggers"),
        measure=importlib.import_module("measure"),
    )
    sys.dont_write_bytecode = before
    sys.path.remove(folder)


def test_reads_columns_and_maps_labels_of_corpora_to_three_types(
    peers: Any, tmp_path: Path
) -> None:
    (tmp_path / "a.conll").write_text(COLUMNS)
    (tmp_path / "b.iob2").write_text(NUMBERED)

    (first,) = peers.labelled.read(tmp_path / "a.conll")
    (second,) = peers.labelled.read(tmp_path / "b.iob2")

    assert first.tokens == ("Ada", "of", "Bath", ",", "Ohio")
    assert first.entities == ((0, 1, "PER"), (1, 2, "ORG"), (2, 3, "LOC"), (4, 5, "LOC"))
    assert second.entities == ((1, 2, "ORG"),)
    assert second.cased("UPPER").lines() == "THE\tO\nBBC\tB-ORG\nIPOD\tO\n\n"


def test_only_exact_chunks_of_the_right_type_count(peers: Any) -> None:
    sentence = peers.labelled.Sentence(
        ("a", "b", "c", "d"), ((0, 2, "PER"), (2, 3, "LOC"), (3, 4, "ORG"))
    )

    scores = peers.labelled.scores([sentence], [[(0, 1, "PER"), (2, 3, "LOC"), (3, 4, "LOC")]])

    assert scores["all"] == {"precision": 33.33, "recall": 33.33, "f1": 33.33, "gold": 3}
    assert scores["LOC"] == {"precision": 50.0, "recall": 100.0, "f1": 66.67, "gold": 1}
    assert scores["PER"]["f1"] == 0


def test_a_determiner_and_a_possessive_are_no_part_of_what_spacy_finds(peers: Any) -> None:
    tokens = ("The", "United", "Nations", "'s")

    assert peers.taggers.named(tokens, 0, 4) == (1, 3)
    assert peers.taggers.named(("the",), 0, 1) == (1, 1)


def test_the_table_has_each_tagger_in_each_case(peers: Any, tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_text(COLUMNS)
    sentences = {"news": peers.labelled.read(tmp_path / "a.conll")}

    class Capitals:
        """Takes every word in capitals for a place, at 100 tokens a second."""

        title = "capitals"

        def tag(self, given: list[Any]) -> tuple[list[Any], float]:
            """The chunks and the seconds."""
            found = [
                [(i, i + 1, "LOC") for i, token in enumerate(s.tokens) if token.isupper()]
                for s in given
            ]
            return found, sum(len(s.tokens) for s in given) / 100

    peers.measure.gemm_gflops = lambda: 50.0
    result = peers.measure.measured(Capitals(), sentences, 3)

    assert result["tokens_per_cpu_s"] == 100 and result["gemm_gflops"] == 50
    table = peers.measure.table({"capitals": result})
    assert "| capitals | 0.0 / 0.0 / 50.0 | 100 |" in table
    assert "| capitals | 0.0 / 0.0 / 0.0 |" in table


def test_models_of_our_own_are_measured_by_evaluate_and_bench(
    peers: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.conll").write_text(COLUMNS)
    report = {
        "precision": 80.0,
        "recall": 70.0,
        "f1": 74.7,
        "types": {"PER": {"f1": 9.0}},
        "tokens_per_cpu_s": 150000.4,
        "gemm_gflops": 98.76,
    }
    launcher = tmp_path / "launcher"
    launcher.write_text(f"#!/bin/sh\necho \"$@\" >>{tmp_path}/log\necho '{json.dumps(report)}'\n")
    launcher.chmod(0o755)
    monkeypatch.setattr(peers.measure, "LAUNCHER", launcher)

    arguments = ["--data", f"news={tmp_path}/a.conll", "--model", "en=m", "--peers", "none"]
    peers.measure.main([*arguments, "--output", str(tmp_path / "out")])

    made = json.loads((tmp_path / "out" / "peers.json").read_text())
    assert made["sets"]["news"] == {"sentences": 1, "tokens": 5, "entities": 4}
    assert made["taggers"]["en"]["sets"]["news"]["UPPER"]["all"]["f1"] == 74.7
    assert made["taggers"]["en"]["tokens_per_cpu_s"] == 150000
    log = (tmp_path / "log").read_text()
    assert log.count("evaluate --model m --data") == 3 and "--types PER,LOC,ORG --json" in log
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["peers.json", "peers.md"]


def test_says_in_one_line_what_is_wrong(
    peers: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "none.conll").write_text("a O\n")
    good = tmp_path / "a.conll"
    good.write_text(COLUMNS)
    data = f"news={good}"
    for arguments, message in (
        (["--data", "news"], "found no NAME=VALUE"),
        (["--data", data, "--data", data], "is given twice"),
        (["--data", f"x={tmp_path}/none.conll"], "found no person, place or organisation"),
        (["--data", data, "--peers", "stanza"], "there is no such tagger; choose of spacy-sm"),
        (["--data", data, "--peers", "none"], "nothing is to be measured"),
        (["--data", data, "--rounds", "0"], "at least one is needed"),
        (["--data", data, "--output", str(tmp_path)], "is not empty"),
    ):
        with pytest.raises(SystemExit) as ended:
            peers.measure.main(["--output", str(tmp_path / "out"), *arguments])
        assert str(ended.value.code).startswith("error: ") and message in str(ended.value.code)
    assert not (tmp_path / "out").exists()
