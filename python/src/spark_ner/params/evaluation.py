"""What is compared and what is reported.

Written by build-tools/generate-options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class EvaluationKeywords(TypedDict, total=False):
    """The params of `HasEvaluationParams` as keyword arguments."""

    labelCol: str
    predictionCol: str
    metricName: str
    reading: str
    latentTypesCol: str


class HasEvaluationParams(Params):
    """What is compared and what is reported."""

    labelCol: Param[str] = Param(
        Params._dummy(),
        "labelCol",
        "Column of the gold labels, tags or spans.",
        TypeConverters.toString,
    )
    predictionCol: Param[str] = Param(
        Params._dummy(),
        "predictionCol",
        "Column of the predicted labels, tags or spans.",
        TypeConverters.toString,
    )
    metricName: Param[str] = Param(
        Params._dummy(),
        "metricName",
        "Metric to report, from 0 to 1 (f1, precision, recall, accuracy). accuracy is that of"
        " tags and needs tags in both columns.",
        TypeConverters.toString,
    )
    reading: Param[str] = Param(
        Params._dummy(),
        "reading",
        "How spans are read from tags (conlleval, strict_iob2, strict_bioes, labels).",
        TypeConverters.toString,
    )
    latentTypesCol: Param[str] = Param(
        Params._dummy(),
        "latentTypesCol",
        "Column of the entity types that were not annotated in each row, an array of strings."
        " Neither gold nor predicted entities of these types count in the row, and their tags are"
        " those of no entity.",
        TypeConverters.toString,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            labelCol="tags",
            predictionCol="entities",
            metricName="f1",
            reading="conlleval",
        )

    def getLabelCol(self) -> str:
        """The value of `labelCol`."""
        return self.getOrDefault(self.labelCol)

    def setLabelCol(self, value: str) -> Self:
        """Sets `labelCol`: Column of the gold labels, tags or spans."""
        return self._set(labelCol=value)

    def getPredictionCol(self) -> str:
        """The value of `predictionCol`."""
        return self.getOrDefault(self.predictionCol)

    def setPredictionCol(self, value: str) -> Self:
        """Sets `predictionCol`: Column of the predicted labels, tags or spans."""
        return self._set(predictionCol=value)

    def getMetricName(self) -> str:
        """The value of `metricName`."""
        return self.getOrDefault(self.metricName)

    def setMetricName(self, value: str) -> Self:
        """Sets `metricName`: Metric to report, from 0 to 1 (f1, precision, recall, accuracy).
        accuracy is that of tags and needs tags in both columns.
        """
        return self._set(metricName=value)

    def getReading(self) -> str:
        """The value of `reading`."""
        return self.getOrDefault(self.reading)

    def setReading(self, value: str) -> Self:
        """Sets `reading`: How spans are read from tags (conlleval, strict_iob2, strict_bioes,
        labels).
        """
        return self._set(reading=value)

    def getLatentTypesCol(self) -> str:
        """The value of `latentTypesCol`."""
        return self.getOrDefault(self.latentTypesCol)

    def setLatentTypesCol(self, value: str) -> Self:
        """Sets `latentTypesCol`: Column of the entity types that were not annotated in each row,
        an array of strings. Neither gold nor predicted entities of these types count in the row,
        and their tags are those of no entity.
        """
        return self._set(latentTypesCol=value)
