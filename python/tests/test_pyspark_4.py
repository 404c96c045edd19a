"""The wheel with PySpark 4, as its users install it, in a virtual environment of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from conftest import REPOSITORY
from spark_ner import NerTaggerModel

PYSPARK = "4.3.0"

TEXTS = ["Ada lives in London .", "Grace works in Rome ."]

PROGRAM = """
import json, sys
import spark_ner

model, output, texts, corpus = sys.argv[1], sys.argv[2], json.loads(sys.argv[3]), sys.argv[4]
spark = spark_ner.session("local[2]", {"spark.ui.enabled": "false"})
rows = spark.createDataFrame([(text,) for text in texts], "text string").coalesce(1)
tagger = spark_ner.NerTaggerModel.load(model).setInputCol("text")
tagged = tagger.transform(rows)
spark_ner.register_function(spark, tagger)
called = rows.selectExpr("text", "ner(text) AS entities")
sentences = spark.read.format("conll").load(corpus)
fitted = spark_ner.NerTagger(epochs=1, hidden=16, wordDimension=16).fit(sentences.limit(20))
fitted.save(output)
print(json.dumps({
    "spark": spark.version,
    "tagged": [row.json for row in tagged.selectExpr("to_json(struct(*)) AS json").collect()],
    "called": [row.json for row in called.selectExpr("to_json(struct(*)) AS json").collect()],
    "sentences": sentences.count(),
    "labels": sorted(spark_ner.NerTaggerModel.load(output).labels),
}))
spark.stop()
"""


@pytest.mark.long
def test_pyspark_4_finds_what_pyspark_3_5_finds(
    spark: SparkSession, model: NerTaggerModel, tmp_path: Path
) -> None:
    model.save(f"{tmp_path}/model")
    built = subprocess.check_output([f"{REPOSITORY}/bin/wheel"], text=True)
    subprocess.check_call([sys.executable, "-m", "venv", tmp_path / "venv"])
    python = tmp_path / "venv/bin/python"
    subprocess.check_call(
        [python, "-m", "pip", "install", "--quiet", f"pyspark[ml]=={PYSPARK}", built.split()[-1]]
    )
    corpus = f"{REPOSITORY}/sample-data/wikigold/dev.conll"

    run = subprocess.run(
        [python, "-c", PROGRAM, f"{tmp_path}/model", f"{tmp_path}/of-4", json.dumps(TEXTS), corpus],
        env={key: value for key, value in os.environ.items() if key != "SPARK_HOME"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )

    found = json.loads(run.stdout.splitlines()[-1])
    rows = spark.createDataFrame([(text,) for text in TEXTS], "text string").coalesce(1)
    tagged = model.setInputCol("text").transform(rows).selectExpr("to_json(struct(*)) AS json")
    here = [row.json for row in tagged.collect()]
    assert found["spark"] == PYSPARK
    assert found["tagged"] == here and "confidence" in here[0]
    assert found["called"] == here
    assert found["sentences"] == spark.read.format("conll").load(corpus).count()
    assert found["labels"] == sorted(NerTaggerModel.load(f"{tmp_path}/of-4").labels)
