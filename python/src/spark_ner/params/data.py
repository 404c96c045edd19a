"""What a stage learns from, validates on, and keeps its state in.

Written by build-tools/generate-options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class DataKeywords(TypedDict, total=False):
    """The params of `HasDataParams` as keyword arguments."""

    labelCol: str
    validationIndicatorCol: str
    weightCol: str
    latentTypesCol: str
    validationFraction: float
    misalignedSpans: str
    checkpointDir: str
    resume: bool
    verbose: bool


class HasDataParams(Params):
    """What a stage learns from, validates on, and keeps its state in."""

    labelCol: Param[str] = Param(
        Params._dummy(),
        "labelCol",
        "Column of the gold labels. Where inputCol holds tokens, it is an array of tags in any"
        " scheme; where it holds text, an array of structs of begin, end and type, in code points.",
        TypeConverters.toString,
    )
    validationIndicatorCol: Param[str] = Param(
        Params._dummy(),
        "validationIndicatorCol",
        "Boolean column that is true for the rows to validate on.",
        TypeConverters.toString,
    )
    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "Column of how much each row counts in training: numbers above 0, 1 where it is null. It"
        " multiplies the loss of the row's sentences. Not for HMM and MEMM.",
        TypeConverters.toString,
    )
    latentTypesCol: Param[str] = Param(
        Params._dummy(),
        "latentTypesCol",
        "Column of the entity types that were not annotated in each row, an array of strings."
        " Where the labels of the row have no entity, there may be one of these types: training"
        " sums over all labels that agree, and validation does not count them. Not for HMM and"
        " MEMM.",
        TypeConverters.toString,
    )
    validationFraction: Param[float] = Param(
        Params._dummy(),
        "validationFraction",
        "Share of the sentences to validate on where validationIndicatorCol is not set (in [0,"
        " 1)). With 0, the model of the last epoch is taken.",
        TypeConverters.toFloat,
    )
    misalignedSpans: Param[str] = Param(
        Params._dummy(),
        "misalignedSpans",
        "What happens to spans that overlap, or that do not begin and end with a token (report,"
        " fail). report logs each one and widens it to whole tokens or leaves it out; fail ends"
        " the fit.",
        TypeConverters.toString,
    )
    checkpointDir: Param[str] = Param(
        Params._dummy(),
        "checkpointDir",
        "Directory in which checkpoints are kept, on any Hadoop file system.",
        TypeConverters.toString,
    )
    resume: Param[bool] = Param(
        Params._dummy(),
        "resume",
        "Whether to go on from a checkpoint of this very run.",
        TypeConverters.toBoolean,
    )
    verbose: Param[bool] = Param(
        Params._dummy(),
        "verbose",
        "Whether fit reports each epoch, in the log and in Python on stderr.",
        TypeConverters.toBoolean,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            labelCol="tags",
            validationFraction=0.1,
            misalignedSpans="report",
            resume=False,
            verbose=True,
        )

    def getLabelCol(self) -> str:
        """The value of `labelCol`."""
        return self.getOrDefault(self.labelCol)

    def setLabelCol(self, value: str) -> Self:
        """Sets `labelCol`: Column of the gold labels. Where inputCol holds tokens, it is an
        array of tags in any scheme; where it holds text, an array of structs of begin, end and
        type, in code points.
        """
        return self._set(labelCol=value)

    def getValidationIndicatorCol(self) -> str:
        """The value of `validationIndicatorCol`."""
        return self.getOrDefault(self.validationIndicatorCol)

    def setValidationIndicatorCol(self, value: str) -> Self:
        """Sets `validationIndicatorCol`: Boolean column that is true for the rows to validate
        on.
        """
        return self._set(validationIndicatorCol=value)

    def getWeightCol(self) -> str:
        """The value of `weightCol`."""
        return self.getOrDefault(self.weightCol)

    def setWeightCol(self, value: str) -> Self:
        """Sets `weightCol`: Column of how much each row counts in training: numbers above 0, 1
        where it is null. It multiplies the loss of the row's sentences. Not for HMM and MEMM.
        """
        return self._set(weightCol=value)

    def getLatentTypesCol(self) -> str:
        """The value of `latentTypesCol`."""
        return self.getOrDefault(self.latentTypesCol)

    def setLatentTypesCol(self, value: str) -> Self:
        """Sets `latentTypesCol`: Column of the entity types that were not annotated in each row,
        an array of strings. Where the labels of the row have no entity, there may be one of
        these types: training sums over all labels that agree, and validation does not count
        them. Not for HMM and MEMM.
        """
        return self._set(latentTypesCol=value)

    def getValidationFraction(self) -> float:
        """The value of `validationFraction`."""
        return self.getOrDefault(self.validationFraction)

    def setValidationFraction(self, value: float) -> Self:
        """Sets `validationFraction`: Share of the sentences to validate on where
        validationIndicatorCol is not set (in [0, 1)). With 0, the model of the last epoch is
        taken.
        """
        return self._set(validationFraction=value)

    def getMisalignedSpans(self) -> str:
        """The value of `misalignedSpans`."""
        return self.getOrDefault(self.misalignedSpans)

    def setMisalignedSpans(self, value: str) -> Self:
        """Sets `misalignedSpans`: What happens to spans that overlap, or that do not begin and
        end with a token (report, fail). report logs each one and widens it to whole tokens or
        leaves it out; fail ends the fit.
        """
        return self._set(misalignedSpans=value)

    def getCheckpointDir(self) -> str:
        """The value of `checkpointDir`."""
        return self.getOrDefault(self.checkpointDir)

    def setCheckpointDir(self, value: str) -> Self:
        """Sets `checkpointDir`: Directory in which checkpoints are kept, on any Hadoop file
        system.
        """
        return self._set(checkpointDir=value)

    def getResume(self) -> bool:
        """The value of `resume`."""
        return self.getOrDefault(self.resume)

    def setResume(self, value: bool) -> Self:
        """Sets `resume`: Whether to go on from a checkpoint of this very run."""
        return self._set(resume=value)

    def getVerbose(self) -> bool:
        """The value of `verbose`."""
        return self.getOrDefault(self.verbose)

    def setVerbose(self, value: bool) -> Self:
        """Sets `verbose`: Whether fit reports each epoch, in the log and in Python on stderr."""
        return self._set(verbose=value)
