"""What `fit` tells while it runs."""

from typing import Any

import pytest
from pyspark.sql import DataFrame

from spark_ner import NerTagger
from spark_ner.progress import printed

SMALL = {"hidden": 4, "wordDimension": 4, "epochs": 2}


@pytest.mark.parametrize("algorithm", ["neural", "crf"])
def test_fit_prints_a_line_an_epoch(
    sentences: DataFrame, capsys: pytest.CaptureFixture[str], algorithm: str
) -> None:
    NerTagger(algorithm=algorithm, passes=2, validationFraction=0.2, **SMALL).fit(sentences)  # type: ignore[arg-type]
    told = capsys.readouterr().err.splitlines()
    assert told[-1].startswith("epoch 2, ")
    assert any("valid F1" in line for line in told)


def test_fit_is_silent_where_it_is_to_be(
    sentences: DataFrame, capsys: pytest.CaptureFixture[str]
) -> None:
    NerTagger(verbose=False, **SMALL).fit(sentences)  # type: ignore[arg-type]
    captured = capsys.readouterr()
    assert "epoch" not in captured.err + captured.out


def test_nothing_is_lost_and_a_failure_passes(capsys: pytest.CaptureFixture[str]) -> None:
    class Lines:
        """Has one line each time."""

        def take(self) -> list[Any]:
            return ["line"]

    with pytest.raises(KeyError), printed(Lines()):
        raise KeyError
    assert capsys.readouterr().err.count("line\n") >= 1
