"""Models that were trained before, by their names."""

from __future__ import annotations

import os
from importlib.metadata import entry_points
from importlib.util import find_spec

from spark_ner.connect import refuse
from spark_ner.errors import one_line_errors
from spark_ner.persistence import require_session
from spark_ner.tagger import NerTaggerModel

_GROUP = "spark_ner.models"
_PREFIX = "spark_ner_model_"


def pretrained(name: str) -> NerTaggerModel:
    """A stage of a model that was trained before, such as `en`.

    It is looked for, in this order, as the path of a saved stage, in the jar `spark-ner-model-en`
    on the class path of Spark (`spark.jars`), in the Python package `spark_ner_model_en`, and in
    the directories of models that Spark's setting `spark.sparkner.models` or the variable
    `SPARK_NER_MODELS` names. Nothing is fetched.

    Raises:
        BadModelError: if there is none, with a list of those that there are, or it is damaged
        UsageError: if no Spark session runs
    """
    refuse(
        "spark_ner.pretrained",
        "NerTaggerModel.load takes the path of a saved model, and SQL its name, as in"
        f" ner(text, '{name}')",
    )
    java = require_session().org.sparkner.spark.NerTaggerModel
    with one_line_errors():
        return NerTaggerModel._from_java(java.pretrained(name, directories(name)))


def directories(name: str = "") -> str:
    """The directories of the model packages that are installed, separated as in a PATH.

    They are those that declare themselves and, as it may lie on the Python path without that, the
    package of the model of this name.
    """
    modules = {entry.value for entry in entry_points(group=_GROUP)}
    modules.add(_PREFIX + name.replace("-", "_"))
    found = (_directory(module) for module in sorted(modules) if module.isidentifier())
    return os.pathsep.join(directory for directory in found if directory)


def _directory(module: str) -> str | None:
    """Where a package lies, which is not imported; none where there is none."""
    spec = find_spec(module)
    locations = spec.submodule_search_locations if spec is not None else None
    return next(iter(locations), None) if locations else None
