"""What the user did wrong is said in one line."""

from pathlib import Path

import pytest
from pyspark.sql import DataFrame, SparkSession

from spark_ner import (
    BadDataError,
    BadModelError,
    EntityEvaluator,
    NerError,
    NerTagger,
    NerTaggerModel,
    UsageError,
)


def test_missing_column_is_named(model: NerTaggerModel, sentences: DataFrame) -> None:
    with pytest.raises(UsageError, match="'body'") as failure:
        model.copy().setInputCol("body").transform(sentences)
    assert "\n" not in str(failure.value)


def test_columns_that_cannot_be_trained_on_are_named(sentences: DataFrame) -> None:
    with pytest.raises(UsageError, match="labelCol"):
        NerTagger(labelCol="gold").fit(sentences)


def test_columns_that_cannot_be_compared_are_named(sentences: DataFrame) -> None:
    with pytest.raises(UsageError, match="predictionCol"):
        EntityEvaluator().evaluate(sentences)


def test_training_set_without_sentences_is_bad_data(sentences: DataFrame) -> None:
    with pytest.raises(BadDataError):
        NerTagger().fit(sentences.limit(0))


def test_missing_model_is_a_bad_model(spark: SparkSession, tmp_path: Path) -> None:
    with pytest.raises(BadModelError, match="does not exist"):
        NerTaggerModel.load(f"{tmp_path}/nowhere")


def test_missing_classifier_is_a_bad_model(spark: SparkSession, tmp_path: Path) -> None:
    with pytest.raises(BadModelError, match="model.onnx") as failure:
        NerTaggerModel.fromOnnx(f"{tmp_path}/nowhere")
    assert "\n" not in str(failure.value)


def test_model_is_not_replaced_unasked(model: NerTaggerModel, tmp_path: Path) -> None:
    model.save(f"{tmp_path}/model")
    with pytest.raises(NerError, match="overwrite"):
        model.save(f"{tmp_path}/model")
    model.write().overwrite().save(f"{tmp_path}/model")
