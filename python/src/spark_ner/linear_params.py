"""What is trained, and how where it is a linear model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class LinearKeywords(TypedDict, total=False):
    """The params of `HasLinearParams` as keyword arguments."""

    algorithm: str
    featureTemplates: str
    minimumFeatureCount: int
    l2: float
    passes: int


class HasLinearParams(Params):
    """What is trained, and how where it is a linear model.

    Of the params of `HasRecipeParams` linear models heed `timeLimitSeconds`, `seed` and `language`.
    """

    algorithm: Param[str] = Param(
        Params._dummy(),
        "algorithm",
        "what is trained: the network, or a linear model (neural, hmm, memm, crf)",
        TypeConverters.toString,
    )
    featureTemplates: Param[str] = Param(
        Params._dummy(),
        "featureTemplates",
        "memm, crf: what features a token has, in place of the default ones",
        TypeConverters.toString,
    )
    minimumFeatureCount: Param[int] = Param(
        Params._dummy(),
        "minimumFeatureCount",
        "memm, crf: tokens that must have a feature for it to count (>= 1)",
        TypeConverters.toInt,
    )
    l2: Param[float] = Param(
        Params._dummy(),
        "l2",
        "memm, crf: l2 / 2 times the sum of squared weights is the penalty (>= 0)",
        TypeConverters.toFloat,
    )
    passes: Param[int] = Param(
        Params._dummy(),
        "passes",
        "memm, crf: passes over the sentences (>= 1)",
        TypeConverters.toInt,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(algorithm="neural", minimumFeatureCount=1, l2=0.1, passes=15)

    def getAlgorithm(self) -> str:
        """The value of `algorithm`."""
        return self.getOrDefault(self.algorithm)

    def setAlgorithm(self, value: str) -> Self:
        """Sets `algorithm`: what is trained: the network, or a linear model (neural, hmm, memm,
        crf).
        """
        return self._set(algorithm=value)

    def getFeatureTemplates(self) -> str:
        """The value of `featureTemplates`."""
        return self.getOrDefault(self.featureTemplates)

    def setFeatureTemplates(self, value: str) -> Self:
        """Sets `featureTemplates`: memm, crf: what features a token has, in place of the default
        ones.
        """
        return self._set(featureTemplates=value)

    def getMinimumFeatureCount(self) -> int:
        """The value of `minimumFeatureCount`."""
        return self.getOrDefault(self.minimumFeatureCount)

    def setMinimumFeatureCount(self, value: int) -> Self:
        """Sets `minimumFeatureCount`: memm, crf: tokens that must have a feature for it to count
        (>= 1).
        """
        return self._set(minimumFeatureCount=value)

    def getL2(self) -> float:
        """The value of `l2`."""
        return self.getOrDefault(self.l2)

    def setL2(self, value: float) -> Self:
        """Sets `l2`: memm, crf: l2 / 2 times the sum of squared weights is the penalty (>= 0)."""
        return self._set(l2=value)

    def getPasses(self) -> int:
        """The value of `passes`."""
        return self.getOrDefault(self.passes)

    def setPasses(self, value: int) -> Self:
        """Sets `passes`: memm, crf: passes over the sentences (>= 1)."""
        return self._set(passes=value)
