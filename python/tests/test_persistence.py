"""Stages and pipelines cross from Python to Java and back by their files."""

from pathlib import Path
from typing import Any

import pytest
from pyspark.ml import Pipeline, PipelineModel, Transformer
from pyspark.ml.feature import SQLTransformer
from pyspark.ml.tuning import CrossValidator, CrossValidatorModel, ParamGridBuilder
from pyspark.ml.util import DefaultParamsReadable, DefaultParamsWritable
from pyspark.sql import DataFrame, SparkSession

from spark_ner import EntityEvaluator, NerTagger, NerTaggerModel


class Unchanged(Transformer, DefaultParamsReadable["Unchanged"], DefaultParamsWritable):
    """A stage that Java does not know."""

    def _transform(self, dataset: DataFrame) -> DataFrame:
        return dataset


@pytest.fixture
def java(spark: SparkSession) -> Any:
    """The classes of the JVM."""
    return spark._jvm


def entities(stage: Transformer, rows: DataFrame) -> list[Any]:
    """What a stage finds."""
    return [row.entities for row in stage.transform(rows).collect()]


def test_model_comes_back_as_it_was(
    model: NerTaggerModel, sentences: DataFrame, tmp_path: Path
) -> None:
    path = f"{tmp_path}/model"
    model.copy({model.scheme: "BIOES"}).save(path)

    loaded = NerTaggerModel.load(path)

    assert (loaded.uid, loaded.getScheme(), loaded.labels) == (model.uid, "BIOES", model.labels)
    assert entities(loaded, sentences) == entities(model, sentences)


def test_estimator_and_evaluator_come_back_as_they_were(
    spark: SparkSession, tmp_path: Path
) -> None:
    NerTagger(epochs=3, dropout=0.25, resume=True, seed=2**40).save(f"{tmp_path}/tagger")
    EntityEvaluator(metricName="recall").save(f"{tmp_path}/evaluator")

    tagger = NerTagger.load(f"{tmp_path}/tagger")
    assert (tagger.getEpochs(), tagger.getDropout(), tagger.getResume()) == (3, 0.25, True)
    assert tagger.getSeed() == 2**40
    assert EntityEvaluator.load(f"{tmp_path}/evaluator").getMetricName() == "recall"


def test_java_loads_what_python_saved(
    java: Any, model: NerTaggerModel, sentences: DataFrame, tmp_path: Path
) -> None:
    everything = SQLTransformer(statement="SELECT * FROM __THIS__")
    PipelineModel(stages=[everything, model]).save(f"{tmp_path}/fitted")
    Pipeline(stages=[everything, NerTagger(epochs=3)]).save(f"{tmp_path}/pipeline")

    ml = java.org.apache.spark.ml
    fitted = ml.PipelineModel.load(f"{tmp_path}/fitted").stages()[1]
    assert fitted.getClass().getName() == "org.sparkner.spark.NerTaggerModel"
    assert list(fitted.labels()) == model.labels
    assert fitted.transform(sentences._jdf).count() == sentences.count()
    assert ml.Pipeline.load(f"{tmp_path}/pipeline").getStages()[1].getEpochs() == 3


def test_python_loads_what_java_saved(
    spark: SparkSession, java: Any, model: NerTaggerModel, sentences: DataFrame, tmp_path: Path
) -> None:
    tagger = java.org.sparkner.spark.NerTagger().setHidden(8).setWordDimension(8).setEpochs(1)
    stages = spark.sparkContext._gateway.new_array(  # type: ignore[union-attr]
        java.org.apache.spark.ml.PipelineStage, 1
    )
    stages[0] = tagger
    pipeline = java.org.apache.spark.ml.Pipeline().setStages(stages)
    pipeline.save(f"{tmp_path}/pipeline")
    pipeline.fit(sentences._jdf).save(f"{tmp_path}/fitted")

    (loaded,) = Pipeline.load(f"{tmp_path}/pipeline").getStages()
    assert isinstance(loaded, NerTagger)
    assert (loaded.getHidden(), loaded.getEpochs(), loaded.uid) == (8, 1, tagger.uid())
    (fitted,) = PipelineModel.load(f"{tmp_path}/fitted").stages
    assert isinstance(fitted, NerTaggerModel)
    assert len(entities(fitted, sentences)) == sentences.count()


def test_pipeline_with_a_stage_of_python_only_comes_back(
    model: NerTaggerModel, sentences: DataFrame, tmp_path: Path
) -> None:
    PipelineModel(stages=[Unchanged(), model]).save(f"{tmp_path}/fitted")

    loaded = PipelineModel.load(f"{tmp_path}/fitted")

    assert isinstance(loaded.stages[1], NerTaggerModel)
    assert entities(loaded, sentences) == entities(model, sentences)


def test_cross_validator_chooses_and_comes_back_with_its_grid_and_its_model(
    sentences: DataFrame, tmp_path: Path
) -> None:
    tagger = NerTagger(hidden=8, wordDimension=8, validationFraction=0.0)
    search = CrossValidator(
        estimator=tagger,
        evaluator=EntityEvaluator(),
        estimatorParamMaps=ParamGridBuilder().addGrid(tagger.epochs, [1, 8]).build(),
        numFolds=2,
    )
    search.save(f"{tmp_path}/search")
    search.fit(sentences).save(f"{tmp_path}/best")

    loaded = CrossValidator.load(f"{tmp_path}/search")
    assert isinstance(loaded.getEstimator(), NerTagger)
    assert isinstance(loaded.getEvaluator(), EntityEvaluator)
    grid = [list(point.values()) for point in loaded.getEstimatorParamMaps()]
    assert grid == [[1], [8]]
    assert isinstance(CrossValidatorModel.load(f"{tmp_path}/best").bestModel, NerTaggerModel)


@pytest.mark.parametrize("name", ["a,b", "c[1] {d}", "e%20f#g", "h:i", "j\\k"])
def test_stages_are_loaded_from_the_names_that_they_are_saved_under(
    model: NerTaggerModel, tmp_path: Path, name: str
) -> None:
    for stage in (model, NerTagger(epochs=3), EntityEvaluator(metricName="recall")):
        path = f"{tmp_path}/{type(stage).__name__} {name}"
        stage.save(path)
        stage.write().overwrite().save(path)
        assert type(stage).load(path).uid == stage.uid


def test_pipeline_is_not_saved_where_spark_would_not_load_it(
    model: NerTaggerModel, tmp_path: Path
) -> None:
    with pytest.raises(Exception, match="cannot be loaded by Spark"):
        PipelineModel([model]).save(f"{tmp_path}/a,b")
