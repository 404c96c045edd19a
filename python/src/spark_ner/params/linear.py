"""How a linear model over features is trained.

Written by build-tools/generate-options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class LinearKeywords(TypedDict, total=False):
    """The params of `HasLinearParams` as keyword arguments."""

    featureTemplates: str
    minimumFeatureCount: int
    l2: float
    passes: int


class HasLinearParams(Params):
    """How a linear model over features is trained."""

    featureTemplates: Param[str] = Param(
        Params._dummy(),
        "featureTemplates",
        "Templates of the features of a token, separated by spaces. Without them, the default"
        " ones are used.",
        TypeConverters.toString,
    )
    minimumFeatureCount: Param[int] = Param(
        Params._dummy(),
        "minimumFeatureCount",
        "Number of tokens that must have a feature for it to count (>= 1).",
        TypeConverters.toInt,
    )
    l2: Param[float] = Param(
        Params._dummy(),
        "l2",
        "Strength of the penalty, which is l2 / 2 times the sum of the squared weights (>= 0).",
        TypeConverters.toFloat,
    )
    passes: Param[int] = Param(
        Params._dummy(),
        "passes",
        "Number of passes over the sentences (>= 1).",
        TypeConverters.toInt,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            minimumFeatureCount=1,
            l2=0.1,
            passes=15,
        )

    def getFeatureTemplates(self) -> str:
        """The value of `featureTemplates`."""
        return self.getOrDefault(self.featureTemplates)

    def setFeatureTemplates(self, value: str) -> Self:
        """Sets `featureTemplates`: Templates of the features of a token, separated by spaces.
        Without them, the default ones are used.
        """
        return self._set(featureTemplates=value)

    def getMinimumFeatureCount(self) -> int:
        """The value of `minimumFeatureCount`."""
        return self.getOrDefault(self.minimumFeatureCount)

    def setMinimumFeatureCount(self, value: int) -> Self:
        """Sets `minimumFeatureCount`: Number of tokens that must have a feature for it to count
        (>= 1).
        """
        return self._set(minimumFeatureCount=value)

    def getL2(self) -> float:
        """The value of `l2`."""
        return self.getOrDefault(self.l2)

    def setL2(self, value: float) -> Self:
        """Sets `l2`: Strength of the penalty, which is l2 / 2 times the sum of the squared
        weights (>= 0).
        """
        return self._set(l2=value)

    def getPasses(self) -> int:
        """The value of `passes`."""
        return self.getOrDefault(self.passes)

    def setPasses(self, value: int) -> Self:
        """Sets `passes`: Number of passes over the sentences (>= 1)."""
        return self._set(passes=value)
