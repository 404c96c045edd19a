"""Spark Connect: a real server, started from PySpark 4 with the jars of the wheel, and its client."""

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyspark.sql import SparkSession

import spark_ner
from conftest import REPOSITORY, environment_4
from spark_ner import NerTaggerModel
from spark_ner.errors import _told

TEXTS = ["Ada lives in London .", "Grace works in Rome ."]

PROGRAM = """
import json, sys
import spark_ner
from pyspark.ml import Pipeline, PipelineModel

url, model, directory, texts, corpus = sys.argv[1:4] + [json.loads(sys.argv[4]), sys.argv[5]]
spark = spark_ner.session(url, {"spark.sparkner.model": model})
rows = spark.createDataFrame([(text,) for text in texts], "text string").coalesce(1)
shown = lambda tagged: [
    row.json for row in tagged.selectExpr("to_json(struct(text, entities)) AS json").collect()
]
said = {"session": type(spark).__module__, "version": spark.version}
said["called"] = shown(rows.selectExpr("text", "ner(text) AS entities"))

tagger = spark_ner.NerTaggerModel.load(model).setInputCol("text")
said["tagged"] = shown(tagger.transform(rows))
said["labels"] = tagger.labels
tagger.clear(tagger.inputCol)
said["cleared"] = tagger.getInputCol()

sentences = spark.read.format("conll").load(corpus).limit(20).coalesce(1)
said["sentences"] = sentences.count()
sentences.write.format("conll").save(f"{directory}/written")
learner = spark_ner.NerTagger(epochs=2, hidden=16, wordDimension=16, validationFraction=0.0)
fitted = learner.fit(sentences)
fitted.save(f"{directory}/fitted")
learner.save(f"{directory}/learner")
said["epochs"] = spark_ner.NerTagger.load(f"{directory}/learner").getEpochs()
gold = "array('Ada', 'lives', 'in', 'London', '.') AS tokens, array({}) AS tags"
evaluator = spark_ner.EntityEvaluator()
said["scores"] = [
    evaluator.evaluate(tagger.transform(spark.sql("SELECT " + gold.format(tags))))
    for tags in ("'B-PER', 'O', 'O', 'B-LOC', 'O'", "'B-PER', 'O', 'O', 'B-ORG', 'O'")
]
Pipeline(stages=[learner]).fit(sentences).write().overwrite().save(f"{directory}/pipeline")
again = PipelineModel.load(f"{directory}/pipeline")
said["piped"] = again.transform(sentences).select("entities").count()
said["of the pipeline"] = sorted(again.stages[0].labels)

refused = []
for call in (
    lambda: spark_ner.register_function(spark, tagger),
    lambda: spark_ner.pretrained("en"),
    lambda: spark_ner.display(rows),
    lambda: spark_ner.NerTaggerModel.fromOnnx("x"),
    lambda: tagger.distill(rows, "x"),
    lambda: spark_ner.NerTaggerModel.load(f"{directory}/nowhere"),
    lambda: tagger.setInputCol("none").transform(rows),
    lambda: spark_ner.NerTagger(epochs=-1).fit(sentences),
    lambda: spark_ner.NerTagger(hiden=1),
):
    try:
        call()
    except spark_ner.NerError as error:
        refused.append([type(error).__name__, str(error)])
said["refused"] = refused
print(json.dumps(said))
spark.stop()
"""


@pytest.fixture(scope="module")
def server(pyspark_4: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a server of Spark Connect that knows Spark NER."""
    directory = tmp_path_factory.mktemp("connect")
    ask = "import json, pyspark, spark_ner; print(json.dumps([pyspark.__path__, spark_ner.conf()]))"
    asked = subprocess.check_output([pyspark_4, "-c", ask], env=environment_4(), text=True)
    (home,), settings = json.loads(asked)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings |= {
        "spark.connect.grpc.binding.port": str(port),
        "spark.sql.extensions": "org.sparkner.spark.NerExtensions",
        "spark.ui.enabled": "false",
    }
    with (directory / "log").open("w") as log:
        process = subprocess.Popen(
            [f"{home}/sbin/start-connect-server.sh", "--master", "local[2]"]
            + [word for key, value in settings.items() for word in ("--conf", f"{key}={value}")],
            env=environment_4() | {"SPARK_HOME": home, "SPARK_NO_DAEMONIZE": "1"},
            cwd=directory,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        _await(port, process, directory / "log")
        yield f"sc://127.0.0.1:{port}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(60)


def _await(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Waits until the server listens."""
    until = time.monotonic() + 300
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            assert process.poll() is None and time.monotonic() < until, log.read_text()
            time.sleep(0.5)


@pytest.mark.long
def test_a_session_of_spark_connect_tags_learns_and_measures_as_any_other(
    spark: SparkSession, model: NerTaggerModel, pyspark_4: Path, server: str, tmp_path: Path
) -> None:
    model.save(f"{tmp_path}/model")
    corpus = f"{REPOSITORY}/sample-data/wikigold/dev.conll"

    run = subprocess.run(
        [pyspark_4, "-c", PROGRAM, server, tmp_path / "model", tmp_path, json.dumps(TEXTS), corpus],
        env=environment_4(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    said: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    rows = spark.createDataFrame([(text,) for text in TEXTS], "text string").coalesce(1)
    tagged = model.setInputCol("text").transform(rows).selectExpr("to_json(struct(*)) AS json")
    here = [row.json for row in tagged.collect()]
    assert said["session"].startswith("pyspark.sql.connect")
    assert said["tagged"] == here and "confidence" in here[0]
    assert said["called"] == here
    assert said["labels"] == model.labels
    assert said["cleared"] == "tokens"
    assert said["sentences"] == said["piped"] == 20
    assert spark.read.format("conll").load(f"{tmp_path}/written").count() == 20
    fitted = NerTaggerModel.load(f"{tmp_path}/fitted")
    assert sorted(fitted.labels) == said["of the pipeline"]
    assert said["epochs"] == 2
    assert said["scores"] == [1.0, 0.5]
    kinds = ["UsageError"] * 5 + ["BadModelError", "UsageError", "UsageError", "UnknownParamError"]
    assert [kind for kind, _ in said["refused"]] == kinds
    lines = [line for _, line in said["refused"]]
    assert all("Spark Connect" in line for line in lines[:5])
    assert "nowhere" in lines[5] and "none" in lines[6] and "epochs" in lines[7]
    assert not any("\n" in line for line in lines)


def test_failures_that_a_server_tells_are_those_of_other_sessions() -> None:
    known = _told("(org.sparkner.error.BadDataException) line 3 has no tag", None)
    cause = _told(
        "something failed",
        "java.lang.RuntimeException\n\tat a.B.c(B.java:1)\n"
        "Caused by: org.sparkner.error.BadModelException: m does not exist; check the path.\n\tat x",
    )

    assert isinstance(known, spark_ner.BadDataError) and str(known) == "line 3 has no tag"
    assert isinstance(cause, spark_ner.BadModelError)
    assert str(cause) == "m does not exist; check the path."
    assert _told("[TABLE_OR_VIEW_NOT_FOUND] t", "org.apache.spark.sql.AnalysisException") is None


def test_a_server_without_the_jar_is_refused_in_one_line() -> None:
    told = _told("[X] Unsupported ML operator, found org.sparkner.spark.NerTagger", None)

    assert isinstance(told, spark_ner.UsageError)
    assert "no Spark NER jar" in str(told) and "spark_ner.conf()" in str(told)


def test_what_needs_a_jvm_is_refused_in_one_line_in_a_session_of_spark_connect(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SPARK_CONNECT_MODE_ENABLED", "1")
    with pytest.raises(spark_ner.UsageError, match="^spark_ner.pretrained needs a JVM beside Pyth"):
        spark_ner.pretrained("en")
    with pytest.raises(spark_ner.UsageError, match="^Spark Connect of PySpark 3.5.* use PySpark 4"):
        spark_ner.NerTagger()
