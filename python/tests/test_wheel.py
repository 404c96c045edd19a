"""The package that only tags, as its users have it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from conftest import REPOSITORY
from spark_ner import NerTaggerModel

PROGRAM = """
import sys
import spark_ner

spark = spark_ner.session("local[1]")
texts = spark.createDataFrame([("Ada lives in London .",)], "text string")
model = spark_ner.NerTaggerModel.load(sys.argv[1]).setInputCol("text")
print([entity.text for entity in model.transform(texts).first().entities])
sentences = spark.createDataFrame([(["Ada"], ["B-PER"])], "tokens array<string>, tags array<string>")
try:
    spark_ner.NerTagger().fit(sentences)
except spark_ner.UsageError as error:
    print(error)
"""


@pytest.mark.long
def test_package_that_only_tags_is_small_and_refuses_to_train(
    model: NerTaggerModel, tmp_path: Path
) -> None:
    model.save(f"{tmp_path}/model")
    built = subprocess.check_output([f"{REPOSITORY}/bin/wheel", "--tag-only"], text=True)
    wheel = Path(built.splitlines()[-1])
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")

    printed = subprocess.check_output(
        [sys.executable, "-c", PROGRAM, f"{tmp_path}/model"],
        env={**os.environ, "PYTHONPATH": f"{tmp_path}/site"},
        text=True,
    )

    assert wheel.stat().st_size <= 80e6
    assert printed.splitlines() == [
        "['Ada', 'London']",
        "this jar tags and evaluates, but cannot train; use spark-ner-jobs-assembly.jar",
    ]
