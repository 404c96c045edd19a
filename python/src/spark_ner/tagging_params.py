"""What `NerTagger` and `NerTaggerModel` share: the column to read and those to write."""

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
    batchRows: int
    batchBytes: int


class HasTaggingParams(Params):
    """What `NerTagger` and `NerTaggerModel` share: the column to read and those to write."""

    inputCol: Param[str] = Param(
        Params._dummy(),
        "inputCol",
        "column to read: a string is split and tokenised, an array of strings is taken as"
        " the tokens of one sentence; a field of a struct is written with dots",
        TypeConverters.toString,
    )
    attributeCol: Param[str] = Param(
        Params._dummy(),
        "attributeCol",
        "column of a part of speech, or another label, of each token, an array of strings as"
        " long as the tokens; for a network with attributeDimension, memm and crf",
        TypeConverters.toString,
    )
    entitiesCol: Param[str] = Param(
        Params._dummy(),
        "entitiesCol",
        "column of the found entities",
        TypeConverters.toString,
    )
    tagsCol: Param[str] = Param(
        Params._dummy(),
        "tagsCol",
        "column of one predicted tag a token; not made unless it is set",
        TypeConverters.toString,
    )
    tokensCol: Param[str] = Param(
        Params._dummy(),
        "tokensCol",
        "column of the tokens with their offsets; not made unless it is set",
        TypeConverters.toString,
    )
    marginalsCol: Param[str] = Param(
        Params._dummy(),
        "marginalsCol",
        "column of the posterior probability of every label for every token; not made "
        "unless it is set",
        TypeConverters.toString,
    )
    scheme: Param[str] = Param(
        Params._dummy(),
        "scheme",
        "scheme of tagsCol; a model of plain labels ignores it (IOB1, IOB2, BIOES)",
        TypeConverters.toString,
    )
    precision: Param[str] = Param(
        Params._dummy(),
        "precision",
        "arithmetic of the recurrent product; auto takes 8 bits where the executor gains "
        "by it (auto, f32, int8)",
        TypeConverters.toString,
    )
    batchRows: Param[int] = Param(
        Params._dummy(),
        "batchRows",
        "the most rows tagged together (>= 1)",
        TypeConverters.toInt,
    )
    batchBytes: Param[int] = Param(
        Params._dummy(),
        "batchBytes",
        "UTF-16 bytes of input after which no further row joins a batch (>= 1)",
        TypeConverters.toInt,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            inputCol="tokens",
            entitiesCol="entities",
            scheme="IOB2",
            precision="auto",
            batchRows=256,
            batchBytes=1048576,
        )

    def getInputCol(self) -> str:
        """The value of `inputCol`."""
        return self.getOrDefault(self.inputCol)

    def setInputCol(self, value: str) -> Self:
        """Sets `inputCol`: column to read: a string is split and tokenised, an array of strings is
        taken as the tokens of one sentence; a field of a struct is written with dots.
        """
        return self._set(inputCol=value)

    def getAttributeCol(self) -> str:
        """The value of `attributeCol`; `KeyError` where it is not set."""
        return self.getOrDefault(self.attributeCol)

    def setAttributeCol(self, value: str) -> Self:
        """Sets `attributeCol`: column of a part of speech, or another label, of each token, an array of
        strings as long as the tokens; for a network with attributeDimension, memm and crf.
        """
        return self._set(attributeCol=value)

    def getEntitiesCol(self) -> str:
        """The value of `entitiesCol`."""
        return self.getOrDefault(self.entitiesCol)

    def setEntitiesCol(self, value: str) -> Self:
        """Sets `entitiesCol`: column of the found entities."""
        return self._set(entitiesCol=value)

    def getTagsCol(self) -> str:
        """The value of `tagsCol`; `KeyError` where it is not set."""
        return self.getOrDefault(self.tagsCol)

    def setTagsCol(self, value: str) -> Self:
        """Sets `tagsCol`: column of one predicted tag a token; not made unless it is set."""
        return self._set(tagsCol=value)

    def getTokensCol(self) -> str:
        """The value of `tokensCol`; `KeyError` where it is not set."""
        return self.getOrDefault(self.tokensCol)

    def setTokensCol(self, value: str) -> Self:
        """Sets `tokensCol`: column of the tokens with their offsets; not made unless it is set."""
        return self._set(tokensCol=value)

    def getMarginalsCol(self) -> str:
        """The value of `marginalsCol`; `KeyError` where it is not set."""
        return self.getOrDefault(self.marginalsCol)

    def setMarginalsCol(self, value: str) -> Self:
        """Sets `marginalsCol`: column of the posterior probability of every label for every token;
        not made unless it is set.
        """
        return self._set(marginalsCol=value)

    def getScheme(self) -> str:
        """The value of `scheme`."""
        return self.getOrDefault(self.scheme)

    def setScheme(self, value: str) -> Self:
        """Sets `scheme`: scheme of tagsCol; a model of plain labels ignores it (IOB1, IOB2,
        BIOES).
        """
        return self._set(scheme=value)

    def getPrecision(self) -> str:
        """The value of `precision`."""
        return self.getOrDefault(self.precision)

    def setPrecision(self, value: str) -> Self:
        """Sets `precision`: arithmetic of the recurrent product; auto takes 8 bits where the
        executor gains by it (auto, f32, int8).
        """
        return self._set(precision=value)

    def getBatchRows(self) -> int:
        """The value of `batchRows`."""
        return self.getOrDefault(self.batchRows)

    def setBatchRows(self, value: int) -> Self:
        """Sets `batchRows`: the most rows tagged together (>= 1)."""
        return self._set(batchRows=value)

    def getBatchBytes(self) -> int:
        """The value of `batchBytes`."""
        return self.getOrDefault(self.batchBytes)

    def setBatchBytes(self, value: int) -> Self:
        """Sets `batchBytes`: UTF-16 bytes of input after which no further row joins a batch
        (>= 1).
        """
        return self._set(batchBytes=value)
