"""Entity-level scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.ml.evaluation import JavaEvaluator

from spark_ner.errors import one_line_errors
from spark_ner.params.checked import CheckedParams
from spark_ner.params.evaluation import EvaluationKeywords, HasEvaluationParams
from spark_ner.persistence import StageReadable, StageWritable, attach

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from typing_extensions import Self, Unpack


class EntityEvaluator(
    CheckedParams,
    JavaEvaluator,
    HasEvaluationParams,
    StageReadable["EntityEvaluator"],
    StageWritable,
):
    """Compares predicted entities with gold ones as conlleval does, from 0 to 1.

    An entity is right if its boundaries and its type are. Either column may hold tags in any
    scheme or structs of `begin`, `end` and `type`.
    """

    def __init__(self, **params: Unpack[EvaluationKeywords]) -> None:
        super().__init__()
        attach(self, "EntityEvaluator")
        self.setParams(**params)

    def setParams(self, **params: Unpack[EvaluationKeywords]) -> Self:
        """Sets several params."""
        return self._set(**params)

    def isLargerBetter(self) -> bool:
        """Always: no score is better when it is smaller."""
        return True

    def _evaluate(self, dataset: DataFrame) -> float:
        with one_line_errors():
            return super()._evaluate(dataset)
