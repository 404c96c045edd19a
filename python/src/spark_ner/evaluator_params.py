"""The columns that `EntityEvaluator` compares and what it reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class EvaluatorKeywords(TypedDict, total=False):
    """The params of `HasEvaluatorParams` as keyword arguments."""

    labelCol: str
    metricName: str
    predictionCol: str
    reading: str


class HasEvaluatorParams(Params):
    """The columns that `EntityEvaluator` compares and what it reports."""

    labelCol: Param[str] = Param(
        Params._dummy(),
        "labelCol",
        "gold column: tags or spans",
        TypeConverters.toString,
    )
    metricName: Param[str] = Param(
        Params._dummy(),
        "metricName",
        "what to report, 0 to 1; accuracy is of tags, and wants tags in both columns (f1,"
        " precision, recall, accuracy)",
        TypeConverters.toString,
    )
    predictionCol: Param[str] = Param(
        Params._dummy(),
        "predictionCol",
        "predicted column: tags or spans",
        TypeConverters.toString,
    )
    reading: Param[str] = Param(
        Params._dummy(),
        "reading",
        "how spans are read from tags (conlleval, strict_iob2, strict_bioes, labels)",
        TypeConverters.toString,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            labelCol="tags",
            metricName="f1",
            predictionCol="entities",
            reading="conlleval",
        )

    def getLabelCol(self) -> str:
        """The value of `labelCol`."""
        return self.getOrDefault(self.labelCol)

    def setLabelCol(self, value: str) -> Self:
        """Sets `labelCol`: gold column: tags or spans."""
        return self._set(labelCol=value)

    def getMetricName(self) -> str:
        """The value of `metricName`."""
        return self.getOrDefault(self.metricName)

    def setMetricName(self, value: str) -> Self:
        """Sets `metricName`: what to report, 0 to 1; accuracy is of tags, and wants tags in both
        columns (f1, precision, recall, accuracy).
        """
        return self._set(metricName=value)

    def getPredictionCol(self) -> str:
        """The value of `predictionCol`."""
        return self.getOrDefault(self.predictionCol)

    def setPredictionCol(self, value: str) -> Self:
        """Sets `predictionCol`: predicted column: tags or spans."""
        return self._set(predictionCol=value)

    def getReading(self) -> str:
        """The value of `reading`."""
        return self.getOrDefault(self.reading)

    def setReading(self, value: str) -> Self:
        """Sets `reading`: how spans are read from tags (conlleval, strict_iob2, strict_bioes,
        labels).
        """
        return self._set(reading=value)
