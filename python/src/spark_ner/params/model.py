"""What is trained.

Written by build-tools/generate-options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class ModelKeywords(TypedDict, total=False):
    """The params of `HasModelParams` as keyword arguments."""

    algorithm: str
    preset: str


class HasModelParams(Params):
    """What is trained."""

    algorithm: Param[str] = Param(
        Params._dummy(),
        "algorithm",
        "What is trained: a network, or a linear model over features (neural, hmm, memm, crf).",
        TypeConverters.toString,
    )
    preset: Param[str] = Param(
        Params._dummy(),
        "preset",
        "Named set of network and training options; options that are set override it (default,"
        " fast, best, fine-tuned).",
        TypeConverters.toString,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            algorithm="neural",
            preset="default",
        )

    def getAlgorithm(self) -> str:
        """The value of `algorithm`."""
        return self.getOrDefault(self.algorithm)

    def setAlgorithm(self, value: str) -> Self:
        """Sets `algorithm`: What is trained: a network, or a linear model over features (neural,
        hmm, memm, crf).
        """
        return self._set(algorithm=value)

    def getPreset(self) -> str:
        """The value of `preset`."""
        return self.getOrDefault(self.preset)

    def setPreset(self, value: str) -> Self:
        """Sets `preset`: Named set of network and training options; options that are set
        override it (default, fast, best, fine-tuned).
        """
        return self._set(preset=value)
