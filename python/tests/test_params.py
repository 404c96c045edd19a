"""The params of the Python classes against those of the Java classes."""

from typing import Any

import pytest
from pyspark.ml.param import Params
from pyspark.sql import SparkSession

from spark_ner import EntityEvaluator, NerTagger, NerTaggerModel

PYTHON_TYPE = {
    "toString": "Param",
    "toInt": ("IntParam", "LongParam"),
    "toFloat": "DoubleParam",
    "toBoolean": "BooleanParam",
}


def of_python(stage: Params) -> dict[str, tuple[str, Any]]:
    """The documentation and the default of each param."""
    return {param.name: (param.doc, stage._defaultParamMap.get(param)) for param in stage.params}


def of_java(stage: Any) -> dict[str, tuple[str, Any]]:
    """The documentation and the default of each param of a Java stage."""
    return {
        param.name(): (
            param.doc(),
            stage.getDefault(param).get() if stage.hasDefault(param) else None,
        )
        for param in stage.params()
    }


def test_params_docs_and_defaults_are_those_of_java(
    spark: SparkSession, model: NerTaggerModel
) -> None:
    java = spark._jvm.org.sparkner.spark  # type: ignore[union-attr]
    assert of_python(NerTagger()) == of_java(java.NerTagger())
    assert of_python(EntityEvaluator()) == of_java(java.EntityEvaluator())
    assert of_python(NerTaggerModel()) == of_java(model._java_obj)


def test_every_param_has_the_type_of_javas_and_a_getter_and_a_setter(spark: SparkSession) -> None:
    for stage in (NerTagger(), EntityEvaluator()):
        for param in stage.params:
            java_type = stage._java_obj.getParam(param.name).getClass().getSimpleName()  # type: ignore[union-attr]
            assert java_type in PYTHON_TYPE[param.typeConverter.__name__], param.name
            name = param.name[0].upper() + param.name[1:]
            value = {"toString": "x", "toInt": 7, "toFloat": 0.5, "toBoolean": True}[
                param.typeConverter.__name__
            ]
            assert getattr(stage, "set" + name)(value) is stage
            assert getattr(stage, "get" + name)() == value


def test_params_may_be_given_by_keyword(spark: SparkSession) -> None:
    assert NerTagger(epochs=3, inputCol="text").setParams(hidden=8).getEpochs() == 3
    assert EntityEvaluator(metricName="recall").getMetricName() == "recall"
    with pytest.raises(AttributeError, match="epoch"):
        NerTagger(epoch=3)  # type: ignore[call-arg]


def test_param_of_the_wrong_type_is_refused_when_it_is_set(spark: SparkSession) -> None:
    with pytest.raises(TypeError, match='"epochs"'):
        NerTagger().setEpochs("many")  # type: ignore[arg-type]


def test_large_seed_reaches_java(spark: SparkSession) -> None:
    tagger = NerTagger(seed=2**40)
    assert tagger._to_java().getSeed() == 2**40
