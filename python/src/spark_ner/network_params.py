"""The parts of the network and their sizes. The defaults are those of Ma & Hovy (2016)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class NetworkKeywords(TypedDict, total=False):
    """The params of `HasNetworkParams` as keyword arguments."""

    wordDimension: int
    charEncoder: str
    characterDimension: int
    characterFilters: int
    characterWidth: int
    characterWidths: str
    characterBlocks: int
    maxWordLength: int
    encoder: str
    layers: int
    bidirectional: bool
    hidden: int
    windowWidth: int
    capitalisationDimension: int
    affixDimension: int
    gazetteerDimension: int
    attributeDimension: int
    decoder: str


class HasNetworkParams(Params):
    """The parts of the network and their sizes. The defaults are those of Ma & Hovy (2016)."""

    wordDimension: Param[int] = Param(
        Params._dummy(),
        "wordDimension",
        "floats of a word vector where vectorsPath is not set (>= 1)",
        TypeConverters.toInt,
    )
    charEncoder: Param[str] = Param(
        Params._dummy(),
        "charEncoder",
        "what makes a vector of a word's characters (none, cnn, lstm, intnet)",
        TypeConverters.toString,
    )
    characterDimension: Param[int] = Param(
        Params._dummy(),
        "characterDimension",
        "floats of a character vector (>= 1)",
        TypeConverters.toInt,
    )
    characterFilters: Param[int] = Param(
        Params._dummy(),
        "characterFilters",
        "filters of the character convolution, or units per direction of the character LSTM (>= 1)",
        TypeConverters.toInt,
    )
    characterWidth: Param[int] = Param(
        Params._dummy(),
        "characterWidth",
        "characters that a filter sees (odd, >= 1)",
        TypeConverters.toInt,
    )
    characterWidths: Param[str] = Param(
        Params._dummy(),
        "characterWidths",
        "several widths of filters in place of characterWidth, separated by commas "
        "(odd, different)",
        TypeConverters.toString,
    )
    characterBlocks: Param[int] = Param(
        Params._dummy(),
        "characterBlocks",
        "blocks of an intnet after its first convolutions (>= 1)",
        TypeConverters.toInt,
    )
    maxWordLength: Param[int] = Param(
        Params._dummy(),
        "maxWordLength",
        "characters of a word that the character encoder sees; the rest is cut off (>= 1)",
        TypeConverters.toInt,
    )
    encoder: Param[str] = Param(
        Params._dummy(),
        "encoder",
        "what reads the tokens of a sentence (lstm, gru, sru, rnn, linear-rnn, cnn, ffnn-window)",
        TypeConverters.toString,
    )
    layers: Param[int] = Param(
        Params._dummy(),
        "layers",
        "layers of the encoder, with dropout before each (1 to 3)",
        TypeConverters.toInt,
    )
    bidirectional: Param[bool] = Param(
        Params._dummy(),
        "bidirectional",
        "whether each layer of a recurrent encoder reads the sentence backward too",
        TypeConverters.toBoolean,
    )
    hidden: Param[int] = Param(
        Params._dummy(),
        "hidden",
        "units of a layer of the encoder per direction (>= 1)",
        TypeConverters.toInt,
    )
    windowWidth: Param[int] = Param(
        Params._dummy(),
        "windowWidth",
        "tokens that a layer of an encoder without recurrence sees (odd, >= 1)",
        TypeConverters.toInt,
    )
    capitalisationDimension: Param[int] = Param(
        Params._dummy(),
        "capitalisationDimension",
        "floats of the vector of a word's capitalisation, 0 for none (0 to 1024)",
        TypeConverters.toInt,
    )
    affixDimension: Param[int] = Param(
        Params._dummy(),
        "affixDimension",
        "floats of the vector of each prefix and suffix of a word, 0 for none (0 to 1024)",
        TypeConverters.toInt,
    )
    gazetteerDimension: Param[int] = Param(
        Params._dummy(),
        "gazetteerDimension",
        "floats of the vector of a token's place in the phrases of each type of gazetteersPath"
        " (1 to 1024)",
        TypeConverters.toInt,
    )
    attributeDimension: Param[int] = Param(
        Params._dummy(),
        "attributeDimension",
        "floats of the vector of a token's part of speech, or another label, in attributeCol; 0 for"
        " none (0 to 1024)",
        TypeConverters.toInt,
    )
    decoder: Param[str] = Param(
        Params._dummy(),
        "decoder",
        "how labels are chosen: the best sequence by a CRF, with or without transitions that "
        "depend on the token, or each token's by a softmax (crf, softmax, crf-bigram)",
        TypeConverters.toString,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            wordDimension=100,
            charEncoder="cnn",
            characterDimension=30,
            characterFilters=30,
            characterWidth=3,
            characterBlocks=2,
            maxWordLength=45,
            encoder="lstm",
            layers=1,
            bidirectional=True,
            hidden=200,
            windowWidth=5,
            capitalisationDimension=0,
            affixDimension=0,
            gazetteerDimension=5,
            attributeDimension=0,
            decoder="crf",
        )

    def getWordDimension(self) -> int:
        """The value of `wordDimension`."""
        return self.getOrDefault(self.wordDimension)

    def setWordDimension(self, value: int) -> Self:
        """Sets `wordDimension`: floats of a word vector where vectorsPath is not set (>= 1)."""
        return self._set(wordDimension=value)

    def getCharEncoder(self) -> str:
        """The value of `charEncoder`."""
        return self.getOrDefault(self.charEncoder)

    def setCharEncoder(self, value: str) -> Self:
        """Sets `charEncoder`: what makes a vector of a word's characters (none, cnn, lstm,
        intnet).
        """
        return self._set(charEncoder=value)

    def getCharacterDimension(self) -> int:
        """The value of `characterDimension`."""
        return self.getOrDefault(self.characterDimension)

    def setCharacterDimension(self, value: int) -> Self:
        """Sets `characterDimension`: floats of a character vector (>= 1)."""
        return self._set(characterDimension=value)

    def getCharacterFilters(self) -> int:
        """The value of `characterFilters`."""
        return self.getOrDefault(self.characterFilters)

    def setCharacterFilters(self, value: int) -> Self:
        """Sets `characterFilters`: filters of the character convolution, or units per direction of
        the character LSTM (>= 1).
        """
        return self._set(characterFilters=value)

    def getCharacterWidth(self) -> int:
        """The value of `characterWidth`."""
        return self.getOrDefault(self.characterWidth)

    def setCharacterWidth(self, value: int) -> Self:
        """Sets `characterWidth`: characters that a filter sees (odd, >= 1)."""
        return self._set(characterWidth=value)

    def getCharacterWidths(self) -> str:
        """The value of `characterWidths`."""
        return self.getOrDefault(self.characterWidths)

    def setCharacterWidths(self, value: str) -> Self:
        """Sets `characterWidths`: several widths of filters in place of characterWidth, separated
        by commas (odd, different).
        """
        return self._set(characterWidths=value)

    def getCharacterBlocks(self) -> int:
        """The value of `characterBlocks`."""
        return self.getOrDefault(self.characterBlocks)

    def setCharacterBlocks(self, value: int) -> Self:
        """Sets `characterBlocks`: blocks of an intnet after its first convolutions (>= 1)."""
        return self._set(characterBlocks=value)

    def getMaxWordLength(self) -> int:
        """The value of `maxWordLength`."""
        return self.getOrDefault(self.maxWordLength)

    def setMaxWordLength(self, value: int) -> Self:
        """Sets `maxWordLength`: characters of a word that the character encoder sees; the rest is
        cut off (>= 1).
        """
        return self._set(maxWordLength=value)

    def getEncoder(self) -> str:
        """The value of `encoder`."""
        return self.getOrDefault(self.encoder)

    def setEncoder(self, value: str) -> Self:
        """Sets `encoder`: what reads the tokens of a sentence (lstm, gru, sru, rnn, linear-rnn,
        cnn, ffnn-window).
        """
        return self._set(encoder=value)

    def getLayers(self) -> int:
        """The value of `layers`."""
        return self.getOrDefault(self.layers)

    def setLayers(self, value: int) -> Self:
        """Sets `layers`: layers of the encoder, with dropout before each (1 to 3)."""
        return self._set(layers=value)

    def getBidirectional(self) -> bool:
        """The value of `bidirectional`."""
        return self.getOrDefault(self.bidirectional)

    def setBidirectional(self, value: bool) -> Self:
        """Sets `bidirectional`: whether each layer of a recurrent encoder reads the sentence
        backward too.
        """
        return self._set(bidirectional=value)

    def getHidden(self) -> int:
        """The value of `hidden`."""
        return self.getOrDefault(self.hidden)

    def setHidden(self, value: int) -> Self:
        """Sets `hidden`: units of a layer of the encoder per direction (>= 1)."""
        return self._set(hidden=value)

    def getWindowWidth(self) -> int:
        """The value of `windowWidth`."""
        return self.getOrDefault(self.windowWidth)

    def setWindowWidth(self, value: int) -> Self:
        """Sets `windowWidth`: tokens that a layer of an encoder without recurrence sees (odd, >=
        1).
        """
        return self._set(windowWidth=value)

    def getCapitalisationDimension(self) -> int:
        """The value of `capitalisationDimension`."""
        return self.getOrDefault(self.capitalisationDimension)

    def setCapitalisationDimension(self, value: int) -> Self:
        """Sets `capitalisationDimension`: floats of the vector of a word's capitalisation, 0 for
        none (0 to 1024).
        """
        return self._set(capitalisationDimension=value)

    def getAffixDimension(self) -> int:
        """The value of `affixDimension`."""
        return self.getOrDefault(self.affixDimension)

    def setAffixDimension(self, value: int) -> Self:
        """Sets `affixDimension`: floats of the vector of each prefix and suffix of a word, 0 for
        none (0 to 1024).
        """
        return self._set(affixDimension=value)

    def getGazetteerDimension(self) -> int:
        """The value of `gazetteerDimension`."""
        return self.getOrDefault(self.gazetteerDimension)

    def setGazetteerDimension(self, value: int) -> Self:
        """Sets `gazetteerDimension`: floats of the vector of a token's place in the phrases of each
        type of gazetteersPath (1 to 1024).
        """
        return self._set(gazetteerDimension=value)

    def getAttributeDimension(self) -> int:
        """The value of `attributeDimension`."""
        return self.getOrDefault(self.attributeDimension)

    def setAttributeDimension(self, value: int) -> Self:
        """Sets `attributeDimension`: floats of the vector of a token's part of speech, or another label,
        in attributeCol; 0 for none (0 to 1024).
        """
        return self._set(attributeDimension=value)

    def getDecoder(self) -> str:
        """The value of `decoder`."""
        return self.getOrDefault(self.decoder)

    def setDecoder(self, value: str) -> Self:
        """Sets `decoder`: how labels are chosen: the best sequence by a CRF, with or without
        transitions that depend on the token, or each token's by a softmax (crf, softmax,
        crf-bigram).
        """
        return self._set(decoder=value)
