"""The params of the Python classes against those of the Java classes."""

import re
from typing import Any

import pytest
from pyspark.ml.param import Params
from pyspark.sql import SparkSession

from spark_ner import EntityEvaluator, NerTagger, NerTaggerModel, UsageError

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
            value = {"toString": "x", "toInt": 9, "toFloat": 0.5, "toBoolean": True}[
                param.typeConverter.__name__
            ]
            choices = re.search(r"\((\w+, [^()]*)\)", param.doc)
            if param.name == "characterWidths":
                value = "3,5"
            elif param.name == "timeLimit":
                value = "90s"
            elif param.name == "trainingDevice":
                value = "cuda:1"
            elif most := re.search(r"\(\d+ to (\d+)\)", param.doc):
                value = int(most.group(1))
            elif value == "x" and choices:
                value = choices.group(1).split(", ")[-1]
            assert getattr(stage, "set" + name)(value) is stage
            assert getattr(stage, "get" + name)() == value


def test_params_may_be_given_by_keyword(spark: SparkSession) -> None:
    assert NerTagger(epochs=3, inputCol="text").setParams(hidden=8).getEpochs() == 3
    assert EntityEvaluator(metricName="recall").getMetricName() == "recall"
    with pytest.raises(AttributeError, match="epoch"):
        NerTagger(epoch=3)  # type: ignore[call-arg]
    assert not NerTagger(vectorsPath=None).isSet("vectorsPath")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"hiden": 50}, "NerTagger has no param 'hiden'; did you mean hidden?"),
        ({"learning_rate": 0.1}, "did you mean learningRate?"),
        ({"zzz": 1}, "NerTagger has no param 'zzz'; explainParams() lists them"),
        ({"fit": 1}, "NerTagger has no param 'fit'"),
        ({"characterEncoder": "ccn"}, "characterEncoder needs one of none, cnn,"),
        ({"characterEncoder": "ccn"}, "found ccn; did you mean cnn?"),
        ({"clip": 3.0}, "NerTagger has no param 'clip'; it is now maxGradientNorm"),
        ({"scheme": "bioes"}, "needs one of IOB1, IOB2, BIOES, found bioes; did you mean BIOES?"),
        ({"hidden": 0}, "hidden needs a whole number from 1 to 16384, found 0"),
        ({"windowWidth": 4}, "needs an odd whole number from 1 to 16384, found 4"),
        ({"characterWidths": "3,4"}, "needs odd, different numbers separated by commas, found 3,4"),
        ({"dropout": 1.0}, "dropout needs a number from 0 to below 1, found 1"),
        ({"learningRate": float("nan")}, "learningRate needs a number above 0"),
        ({"learningRate": float("inf")}, "learningRate needs a number above 0"),
        ({"epochs": "many"}, "epochs needs a whole number, found 'many'"),
        ({"epochs": 2.5}, "epochs needs a whole number"),
        ({"epochs": 2**40}, "epochs needs a whole number that Java can hold"),
        ({"resume": "yes"}, "needs True or False"),
        ({"inputCol": 3}, "needs a string"),
    ],
)
def test_wrong_param_is_refused_in_one_line_when_it_is_set(
    spark: SparkSession, params: dict[str, Any], message: str
) -> None:
    (name, value), *_ = params.items()
    tagger = NerTagger()
    doors: list[Any] = [lambda: NerTagger(**params), lambda: tagger.setParams(**params)]
    if tagger.hasParam(name):
        doors.append(lambda: getattr(tagger, "set" + name[0].upper() + name[1:])(value))
        doors.append(lambda: tagger.set(tagger.getParam(name), value))
    for door in doors:
        with pytest.raises(UsageError, match=re.escape(message)) as failure:
            door()
        assert "\n" not in str(failure.value)
        assert not tagger.hasParam(name) or not tagger.isSet(name)


def test_wrong_params_of_the_other_stages_are_refused(
    spark: SparkSession, model: NerTaggerModel
) -> None:
    with pytest.raises(UsageError, match="needs one of f1, precision, recall, accuracy"):
        EntityEvaluator(metricName="f2")
    with pytest.raises(UsageError, match="did you mean precision"):
        model.copy().setParams(precison="int8")  # type: ignore[call-arg]
    with pytest.raises(UsageError, match="batchRows needs a whole number of at least 1, found 0"):
        model.copy().setBatchRows(0)


def test_wrong_type_is_a_type_error_too(spark: SparkSession) -> None:
    with pytest.raises(TypeError, match="epochs"):
        NerTagger().setEpochs("many")  # type: ignore[arg-type]


def test_setters_say_what_their_param_does(spark: SparkSession) -> None:
    for stage in (NerTagger(), EntityEvaluator()):
        for param in stage.params:
            setter = getattr(stage, "set" + param.name[0].upper() + param.name[1:])
            said = " ".join(setter.__doc__.split())
            assert said == f"Sets `{param.name}`: {param.doc}"


def test_large_seed_reaches_java(spark: SparkSession) -> None:
    tagger = NerTagger(seed=2**40)
    assert tagger._to_java().getSeed() == 2**40
