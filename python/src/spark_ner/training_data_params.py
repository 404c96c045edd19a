"""What to learn from, what to validate on, and where training keeps its state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class TrainingDataKeywords(TypedDict, total=False):
    """The params of `HasTrainingDataParams` as keyword arguments."""

    labelCol: str
    validationIndicatorCol: str
    validationFraction: float
    misalignedSpans: str
    vectorsPath: str
    gazetteersPath: str
    gazetteerIgnoreCase: bool
    contextualEncoder: str
    contextualOutput: str
    checkpointDir: str
    resume: bool


class HasTrainingDataParams(Params):
    """What to learn from, what to validate on, and where training keeps its state."""

    labelCol: Param[str] = Param(
        Params._dummy(),
        "labelCol",
        "gold column: an array of tags in any scheme where inputCol holds tokens; an "
        "array of structs of begin, end and type, in code points, where it holds text",
        TypeConverters.toString,
    )
    validationIndicatorCol: Param[str] = Param(
        Params._dummy(),
        "validationIndicatorCol",
        "boolean column, true for the rows to validate on",
        TypeConverters.toString,
    )
    validationFraction: Param[float] = Param(
        Params._dummy(),
        "validationFraction",
        "share of the sentences to validate on where validationIndicatorCol is not set; "
        "with 0 the last epoch's model is taken (in [0, 1))",
        TypeConverters.toFloat,
    )
    misalignedSpans: Param[str] = Param(
        Params._dummy(),
        "misalignedSpans",
        "what happens to spans that do not begin and end with a token, or overlap: report"
        " logs each and widens it to whole tokens or leaves it out; fail ends the fit "
        "(report, fail)",
        TypeConverters.toString,
    )
    vectorsPath: Param[str] = Param(
        Params._dummy(),
        "vectorsPath",
        "file of pretrained word vectors, on any Hadoop file system; read on the driver",
        TypeConverters.toString,
    )
    gazetteersPath: Param[str] = Param(
        Params._dummy(),
        "gazetteersPath",
        "directory of files of one phrase a line, each of the type that it is named for, on any"
        " Hadoop file system; read on the driver",
        TypeConverters.toString,
    )
    gazetteerIgnoreCase: Param[bool] = Param(
        Params._dummy(),
        "gazetteerIgnoreCase",
        "whether the phrases of gazetteersPath are found in upper and lower case alike",
        TypeConverters.toBoolean,
    )
    contextualEncoder: Param[str] = Param(
        Params._dummy(),
        "contextualEncoder",
        "directory of a pretrained transformer encoder, model.onnx with vocab.txt, whose vectors"
        " of tokens the network reads, on any Hadoop file system; read on the driver",
        TypeConverters.toString,
    )
    contextualOutput: Param[str] = Param(
        Params._dummy(),
        "contextualOutput",
        "name of the output of contextualEncoder that is read, such as that of an inner layer;"
        " without, the last layer's",
        TypeConverters.toString,
    )
    checkpointDir: Param[str] = Param(
        Params._dummy(),
        "checkpointDir",
        "directory that checkpoints are kept in, on any Hadoop file system",
        TypeConverters.toString,
    )
    resume: Param[bool] = Param(
        Params._dummy(),
        "resume",
        "whether to go on from a checkpoint of this very run",
        TypeConverters.toBoolean,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            labelCol="tags",
            validationFraction=0.1,
            misalignedSpans="report",
            gazetteerIgnoreCase=False,
            resume=False,
        )

    def getLabelCol(self) -> str:
        """The value of `labelCol`."""
        return self.getOrDefault(self.labelCol)

    def setLabelCol(self, value: str) -> Self:
        """Sets `labelCol`: gold column: an array of tags in any scheme where inputCol holds tokens;
        an array of structs of begin, end and type, in code points, where it holds text.
        """
        return self._set(labelCol=value)

    def getValidationIndicatorCol(self) -> str:
        """The value of `validationIndicatorCol`; `KeyError` where it is not set."""
        return self.getOrDefault(self.validationIndicatorCol)

    def setValidationIndicatorCol(self, value: str) -> Self:
        """Sets `validationIndicatorCol`: boolean column, true for the rows to validate on."""
        return self._set(validationIndicatorCol=value)

    def getValidationFraction(self) -> float:
        """The value of `validationFraction`."""
        return self.getOrDefault(self.validationFraction)

    def setValidationFraction(self, value: float) -> Self:
        """Sets `validationFraction`: share of the sentences to validate on where
        validationIndicatorCol is not set; with 0 the last epoch's model is taken (in [0, 1)).
        """
        return self._set(validationFraction=value)

    def getMisalignedSpans(self) -> str:
        """The value of `misalignedSpans`."""
        return self.getOrDefault(self.misalignedSpans)

    def setMisalignedSpans(self, value: str) -> Self:
        """Sets `misalignedSpans`: what happens to spans that do not begin and end with a token, or
        overlap: report logs each and widens it to whole tokens or leaves it out; fail ends the fit
        (report, fail).
        """
        return self._set(misalignedSpans=value)

    def getVectorsPath(self) -> str:
        """The value of `vectorsPath`; `KeyError` where it is not set."""
        return self.getOrDefault(self.vectorsPath)

    def setVectorsPath(self, value: str) -> Self:
        """Sets `vectorsPath`: file of pretrained word vectors, on any Hadoop file system; read on
        the driver.
        """
        return self._set(vectorsPath=value)

    def getGazetteersPath(self) -> str:
        """The value of `gazetteersPath`; `KeyError` where it is not set."""
        return self.getOrDefault(self.gazetteersPath)

    def setGazetteersPath(self, value: str) -> Self:
        """Sets `gazetteersPath`: directory of files of one phrase a line, each of the type that it
        is named for, on any Hadoop file system; read on the driver.
        """
        return self._set(gazetteersPath=value)

    def getGazetteerIgnoreCase(self) -> bool:
        """The value of `gazetteerIgnoreCase`."""
        return self.getOrDefault(self.gazetteerIgnoreCase)

    def setGazetteerIgnoreCase(self, value: bool) -> Self:
        """Sets `gazetteerIgnoreCase`: whether the phrases of gazetteersPath are found in upper and
        lower case alike.
        """
        return self._set(gazetteerIgnoreCase=value)

    def getContextualEncoder(self) -> str:
        """The value of `contextualEncoder`; `KeyError` where it is not set."""
        return self.getOrDefault(self.contextualEncoder)

    def setContextualEncoder(self, value: str) -> Self:
        """Sets `contextualEncoder`: directory of a pretrained transformer encoder, model.onnx with
        vocab.txt, whose vectors of tokens the network reads, on any Hadoop file system; read on the
        driver.
        """
        return self._set(contextualEncoder=value)

    def getContextualOutput(self) -> str:
        """The value of `contextualOutput`; `KeyError` where it is not set."""
        return self.getOrDefault(self.contextualOutput)

    def setContextualOutput(self, value: str) -> Self:
        """Sets `contextualOutput`: name of the output of contextualEncoder that is read, such as
        that of an inner layer; without, the last layer's.
        """
        return self._set(contextualOutput=value)

    def getCheckpointDir(self) -> str:
        """The value of `checkpointDir`; `KeyError` where it is not set."""
        return self.getOrDefault(self.checkpointDir)

    def setCheckpointDir(self, value: str) -> Self:
        """Sets `checkpointDir`: directory that checkpoints are kept in, on any Hadoop file
        system.
        """
        return self._set(checkpointDir=value)

    def getResume(self) -> bool:
        """The value of `resume`."""
        return self.getOrDefault(self.resume)

    def setResume(self, value: bool) -> Self:
        """Sets `resume`: whether to go on from a checkpoint of this very run."""
        return self._set(resume=value)
