"""What the network learns from a teacher, a model that tagged text.

Written by build-tools/generate-options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class SilverKeywords(TypedDict, total=False):
    """The params of `HasSilverParams` as keyword arguments."""

    silverTable: str
    silverWeight: float
    silverMinimumConfidence: float
    silverTemperature: float


class HasSilverParams(Params):
    """What the network learns from a teacher, a model that tagged text."""

    silverTable: Param[str] = Param(
        Params._dummy(),
        "silverTable",
        "Directory of sentences that a teacher tagged, from which the network learns beside the"
        " labelled ones. The command distill writes it, and Distillation of Spark ML. It may be on"
        " any Hadoop file system.",
        TypeConverters.toString,
    )
    silverWeight: Param[float] = Param(
        Params._dummy(),
        "silverWeight",
        "Number of times that a sentence of silverTable counts beside a labelled one (> 0).",
        TypeConverters.toFloat,
    )
    silverMinimumConfidence: Param[float] = Param(
        Params._dummy(),
        "silverMinimumConfidence",
        "Least probability that the teacher gave to all tags of a sentence of silverTable"
        " together; sentences below it are left out (in [0, 1)).",
        TypeConverters.toFloat,
    )
    silverTemperature: Param[float] = Param(
        Params._dummy(),
        "silverTemperature",
        "Temperature of the teacher's probabilities (>= 0). 1 leaves them as they are, more makes"
        " them more alike, less makes them more certain; 0 takes the teacher's tags as though"
        " people had written them.",
        TypeConverters.toFloat,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            silverWeight=1.0,
            silverMinimumConfidence=0.0,
            silverTemperature=1.0,
        )

    def getSilverTable(self) -> str:
        """The value of `silverTable`."""
        return self.getOrDefault(self.silverTable)

    def setSilverTable(self, value: str) -> Self:
        """Sets `silverTable`: Directory of sentences that a teacher tagged, from which the
        network learns beside the labelled ones. The command distill writes it, and Distillation
        of Spark ML. It may be on any Hadoop file system.
        """
        return self._set(silverTable=value)

    def getSilverWeight(self) -> float:
        """The value of `silverWeight`."""
        return self.getOrDefault(self.silverWeight)

    def setSilverWeight(self, value: float) -> Self:
        """Sets `silverWeight`: Number of times that a sentence of silverTable counts beside a
        labelled one (> 0).
        """
        return self._set(silverWeight=value)

    def getSilverMinimumConfidence(self) -> float:
        """The value of `silverMinimumConfidence`."""
        return self.getOrDefault(self.silverMinimumConfidence)

    def setSilverMinimumConfidence(self, value: float) -> Self:
        """Sets `silverMinimumConfidence`: Least probability that the teacher gave to all tags of
        a sentence of silverTable together; sentences below it are left out (in [0, 1)).
        """
        return self._set(silverMinimumConfidence=value)

    def getSilverTemperature(self) -> float:
        """The value of `silverTemperature`."""
        return self.getOrDefault(self.silverTemperature)

    def setSilverTemperature(self, value: float) -> Self:
        """Sets `silverTemperature`: Temperature of the teacher's probabilities (>= 0). 1 leaves
        them as they are, more makes them more alike, less makes them more certain; 0 takes the
        teacher's tags as though people had written them.
        """
        return self._set(silverTemperature=value)
