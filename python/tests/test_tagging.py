"""What is found, and where in the Python string."""

from typing import Any

import pytest
from pyspark.ml import Pipeline
from pyspark.ml.feature import SQLTransformer
from pyspark.sql import DataFrame, Row, SparkSession

from conftest import REPOSITORY
from spark_ner import EntityEvaluator, NerTagger, NerTaggerModel, UsageError, register_function

TEXTS = [
    "Ada lives in London .",
    "\U0001f600 Ada lives in London \U0001f469\u200d\U0001f4bb\U0001f1ec\U0001f1e7 .",
    "\U0001d400\U0001d401 caf\u00e9 cafe\u0301 \u4e2d\u6587 Grace works in Paris .",
    "Alan lives in Berlin .\n\n\U0001f680\U0001f680 Mary works in Rome \U0001f600.",
]


def tagged(model: NerTaggerModel, rows: list[Any], column: str) -> list[Row]:
    """The rows with entities and tokens."""
    frame = SparkSession.active().createDataFrame([(row,) for row in rows], f"body {column}")
    stage = model.copy().setInputCol("body").setTokensCol("tokens").setTagsCol("tags")
    return stage.transform(frame).collect()


def test_entities_of_text_have_type_and_confidence(model: NerTaggerModel) -> None:
    (row,) = tagged(model, TEXTS[:1], "string")
    assert [(e.type, e.text, e.begin, e.end) for e in row.entities] == [
        ("PER", "Ada", 0, 3),
        ("LOC", "London", 13, 19),
    ]
    assert all(0 < e.confidence <= 1 for e in row.entities)


def test_offsets_slice_python_strings_whatever_characters_stand_before(
    model: NerTaggerModel,
) -> None:
    for row in tagged(model, TEXTS, "string"):
        assert {"PER", "LOC"} <= {e.type for e in row.entities}
        assert [row.body[e.begin : e.end] for e in row.entities] == [e.text for e in row.entities]
        assert [row.body[t.begin : t.end] for t in row.tokens] == [t.text for t in row.tokens]
        assert len(row.tags) == len(row.tokens)


def test_array_is_taken_as_given_and_offsets_index_it(model: NerTaggerModel) -> None:
    (row,) = tagged(model, [["Ada", "lives", "in", "London", "\U0001f600", "."]], "array<string>")
    assert [row.body[e.begin : e.end] for e in row.entities] == [["Ada"], ["London"]]


def test_null_gives_null_and_empty_text_no_entities(model: NerTaggerModel) -> None:
    rows = tagged(model, [None, ""], "string")
    assert [row.entities for row in rows] == [None, []]


def test_tagger_is_a_stage_of_a_pipeline(sentences: DataFrame) -> None:
    shorter = SQLTransformer(statement="SELECT * FROM __THIS__ LIMIT 8")
    tagger = NerTagger(hidden=8, wordDimension=8, epochs=1)
    scored = Pipeline(stages=[shorter, tagger]).fit(sentences).transform(sentences)
    assert scored.columns == ["tokens", "tags", "entities"]


@pytest.mark.parametrize("metric", ["f1", "precision", "recall"])
def test_evaluator_scores_what_is_known_by_heart_with_one(
    model: NerTaggerModel, sentences: DataFrame, metric: str
) -> None:
    evaluator = EntityEvaluator(metricName=metric)
    assert evaluator.isLargerBetter()
    assert evaluator.evaluate(model.transform(sentences)) == 1.0


def test_sql_function_finds_what_the_stage_finds(
    spark: SparkSession, model: NerTaggerModel
) -> None:
    register_function(spark, model, "people")
    (row,) = spark.sql("SELECT people('Ada lives in London .') AS found").collect()
    assert [e.text for e in row.found] == ["Ada", "London"]
    with pytest.raises(UsageError):
        register_function(spark, model, "no name")


def test_conll_files_are_a_data_source(spark: SparkSession) -> None:
    corpus = spark.read.format("conll").load(f"{REPOSITORY}/sample-data/wikigold/dev.conll")
    row = corpus.first()
    assert row is not None
    assert corpus.columns == ["document", "sentence", "tokens", "tags"]
    assert len(row.tokens) == len(row.tags) > 0


def test_model_tells_its_labels(model: NerTaggerModel) -> None:
    assert {"O", "S-PER", "S-LOC"} <= set(model.labels)
