"""What is read and written when text is tagged.

Written by build-tools/generate-options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class TaggingKeywords(TypedDict, total=False):
    """The params of `HasTaggingParams` as keyword arguments."""

    inputCol: str
    attributeCol: str
    entitiesCol: str
    tagsCol: str
    tokensCol: str
    marginalsCol: str
    scheme: str
    precision: str
    device: str
    batchRows: int
    batchBytes: int


class HasTaggingParams(Params):
    """What is read and written when text is tagged."""

    inputCol: Param[str] = Param(
        Params._dummy(),
        "inputCol",
        "Column to read. A string is split and tokenised; an array of strings is taken as the"
        " tokens of one sentence. A field of a struct is written with dots.",
        TypeConverters.toString,
    )
    attributeCol: Param[str] = Param(
        Params._dummy(),
        "attributeCol",
        "Column of an attribute of each token, such as its part of speech. It is an array of"
        " strings, as long as the tokens, for a network with attributeDimension, memm and crf.",
        TypeConverters.toString,
    )
    entitiesCol: Param[str] = Param(
        Params._dummy(),
        "entitiesCol",
        "Column of the entities found.",
        TypeConverters.toString,
    )
    tagsCol: Param[str] = Param(
        Params._dummy(),
        "tagsCol",
        "Column of one predicted tag per token, which is made only if this is set.",
        TypeConverters.toString,
    )
    tokensCol: Param[str] = Param(
        Params._dummy(),
        "tokensCol",
        "Column of the tokens with their offsets, which is made only if this is set.",
        TypeConverters.toString,
    )
    marginalsCol: Param[str] = Param(
        Params._dummy(),
        "marginalsCol",
        "Column of the posterior probability of each label for each token, which is made only if"
        " this is set.",
        TypeConverters.toString,
    )
    scheme: Param[str] = Param(
        Params._dummy(),
        "scheme",
        "Scheme of the tags in tagsCol (IOB1, IOB2, BIOES). A model of plain labels ignores it.",
        TypeConverters.toString,
    )
    precision: Param[str] = Param(
        Params._dummy(),
        "precision",
        "Arithmetic of the recurrent product (auto, f32, int8). int8 is a little less exact, and"
        " faster where a native library has it; auto chooses it where the machine gains by it.",
        TypeConverters.toString,
    )
    device: Param[str] = Param(
        Params._dummy(),
        "device",
        "Device that computes a pretrained encoder, in tagging and, if it does not learn, in"
        " training (auto, cpu, cuda). auto takes a GPU where Spark gives the task one or, without"
        " Spark, where one is usable; cuda fails where there is none.",
        TypeConverters.toString,
    )
    batchRows: Param[int] = Param(
        Params._dummy(),
        "batchRows",
        "Largest number of rows that are tagged together (>= 1).",
        TypeConverters.toInt,
    )
    batchBytes: Param[int] = Param(
        Params._dummy(),
        "batchBytes",
        "Number of UTF-16 bytes of input after which no further row joins a batch (>= 1).",
        TypeConverters.toInt,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            inputCol="tokens",
            entitiesCol="entities",
            scheme="IOB2",
            precision="auto",
            device="auto",
            batchRows=256,
            batchBytes=1048576,
        )

    def getInputCol(self) -> str:
        """The value of `inputCol`."""
        return self.getOrDefault(self.inputCol)

    def setInputCol(self, value: str) -> Self:
        """Sets `inputCol`: Column to read. A string is split and tokenised; an array of strings
        is taken as the tokens of one sentence. A field of a struct is written with dots.
        """
        return self._set(inputCol=value)

    def getAttributeCol(self) -> str:
        """The value of `attributeCol`."""
        return self.getOrDefault(self.attributeCol)

    def setAttributeCol(self, value: str) -> Self:
        """Sets `attributeCol`: Column of an attribute of each token, such as its part of speech.
        It is an array of strings, as long as the tokens, for a network with attributeDimension,
        memm and crf.
        """
        return self._set(attributeCol=value)

    def getEntitiesCol(self) -> str:
        """The value of `entitiesCol`."""
        return self.getOrDefault(self.entitiesCol)

    def setEntitiesCol(self, value: str) -> Self:
        """Sets `entitiesCol`: Column of the entities found."""
        return self._set(entitiesCol=value)

    def getTagsCol(self) -> str:
        """The value of `tagsCol`."""
        return self.getOrDefault(self.tagsCol)

    def setTagsCol(self, value: str) -> Self:
        """Sets `tagsCol`: Column of one predicted tag per token, which is made only if this is
        set.
        """
        return self._set(tagsCol=value)

    def getTokensCol(self) -> str:
        """The value of `tokensCol`."""
        return self.getOrDefault(self.tokensCol)

    def setTokensCol(self, value: str) -> Self:
        """Sets `tokensCol`: Column of the tokens with their offsets, which is made only if this
        is set.
        """
        return self._set(tokensCol=value)

    def getMarginalsCol(self) -> str:
        """The value of `marginalsCol`."""
        return self.getOrDefault(self.marginalsCol)

    def setMarginalsCol(self, value: str) -> Self:
        """Sets `marginalsCol`: Column of the posterior probability of each label for each token,
        which is made only if this is set.
        """
        return self._set(marginalsCol=value)

    def getScheme(self) -> str:
        """The value of `scheme`."""
        return self.getOrDefault(self.scheme)

    def setScheme(self, value: str) -> Self:
        """Sets `scheme`: Scheme of the tags in tagsCol (IOB1, IOB2, BIOES). A model of plain
        labels ignores it.
        """
        return self._set(scheme=value)

    def getPrecision(self) -> str:
        """The value of `precision`."""
        return self.getOrDefault(self.precision)

    def setPrecision(self, value: str) -> Self:
        """Sets `precision`: Arithmetic of the recurrent product (auto, f32, int8). int8 is a
        little less exact, and faster where a native library has it; auto chooses it where the
        machine gains by it.
        """
        return self._set(precision=value)

    def getDevice(self) -> str:
        """The value of `device`."""
        return self.getOrDefault(self.device)

    def setDevice(self, value: str) -> Self:
        """Sets `device`: Device that computes a pretrained encoder, in tagging and, if it does
        not learn, in training (auto, cpu, cuda). auto takes a GPU where Spark gives the task one
        or, without Spark, where one is usable; cuda fails where there is none.
        """
        return self._set(device=value)

    def getBatchRows(self) -> int:
        """The value of `batchRows`."""
        return self.getOrDefault(self.batchRows)

    def setBatchRows(self, value: int) -> Self:
        """Sets `batchRows`: Largest number of rows that are tagged together (>= 1)."""
        return self._set(batchRows=value)

    def getBatchBytes(self) -> int:
        """The value of `batchBytes`."""
        return self.getOrDefault(self.batchBytes)

    def setBatchBytes(self, value: int) -> Self:
        """Sets `batchBytes`: Number of UTF-16 bytes of input after which no further row joins a
        batch (>= 1).
        """
        return self._set(batchBytes=value)
