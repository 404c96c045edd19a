"""The parts of the network and their sizes.

Written by build-tools/generate-options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class NetworkKeywords(TypedDict, total=False):
    """The params of `HasNetworkParams` as keyword arguments."""

    wordEncoder: str
    layers: int
    bidirectional: bool
    hidden: int
    windowWidth: int
    decoder: str
    characterEncoder: str
    characterDimension: int
    characterFilters: int
    characterWidth: int
    characterWidths: str
    characterBlocks: int
    maxWordLength: int
    wordDimension: int
    capitalisationDimension: int
    affixDimension: int
    gazetteerDimension: int
    attributeDimension: int


class HasNetworkParams(Params):
    """The parts of the network and their sizes."""

    wordEncoder: Param[str] = Param(
        Params._dummy(),
        "wordEncoder",
        "Layers that read the tokens of a sentence (lstm, gru, sru, rnn, linear-rnn, cnn,"
        " ffnn-window, none). sru (elementwise and therefore faster), rnn (Elman's) and linear-rnn"
        " (a diagonal linear recurrence) are recurrent like lstm and gru; cnn (convolutions over"
        " the sentence) and ffnn-window (a feed-forward network over a window of words) are not."
        " With none, the decoder reads the vectors of the tokens themselves.",
        TypeConverters.toString,
    )
    layers: Param[int] = Param(
        Params._dummy(),
        "layers",
        "Number of layers of the word encoder, with dropout before each (1 to 3).",
        TypeConverters.toInt,
    )
    bidirectional: Param[bool] = Param(
        Params._dummy(),
        "bidirectional",
        "Whether each layer of a recurrent word encoder reads the sentence backward as well.",
        TypeConverters.toBoolean,
    )
    hidden: Param[int] = Param(
        Params._dummy(),
        "hidden",
        "Number of units of each layer of the word encoder, per direction (1 to 16384).",
        TypeConverters.toInt,
    )
    windowWidth: Param[int] = Param(
        Params._dummy(),
        "windowWidth",
        "Number of tokens that a layer of a word encoder without recurrence sees (odd, 1 to"
        " 16384).",
        TypeConverters.toInt,
    )
    decoder: Param[str] = Param(
        Params._dummy(),
        "decoder",
        "How labels are chosen (crf, softmax, crf-bigram). crf chooses the best legal sequence;"
        " crf-bigram does so with transitions that depend on the token; softmax chooses the label"
        " of each token by itself.",
        TypeConverters.toString,
    )
    characterEncoder: Param[str] = Param(
        Params._dummy(),
        "characterEncoder",
        "What makes a vector of a word's characters (none, cnn, lstm, intnet). intnet is a funnel"
        " of convolutions.",
        TypeConverters.toString,
    )
    characterDimension: Param[int] = Param(
        Params._dummy(),
        "characterDimension",
        "Size of a character's vector (1 to 16384).",
        TypeConverters.toInt,
    )
    characterFilters: Param[int] = Param(
        Params._dummy(),
        "characterFilters",
        "Number of filters of each character convolution, or of units per direction of the"
        " character LSTM (1 to 16384).",
        TypeConverters.toInt,
    )
    characterWidth: Param[int] = Param(
        Params._dummy(),
        "characterWidth",
        "Number of characters that a filter sees (odd, 1 to 16384).",
        TypeConverters.toInt,
    )
    characterWidths: Param[str] = Param(
        Params._dummy(),
        "characterWidths",
        "Several widths of filters, separated by commas, in place of characterWidth (odd,"
        " different). There are characterFilters filters of each.",
        TypeConverters.toString,
    )
    characterBlocks: Param[int] = Param(
        Params._dummy(),
        "characterBlocks",
        "Number of blocks of an intnet after its first convolutions (1 to 16384).",
        TypeConverters.toInt,
    )
    maxWordLength: Param[int] = Param(
        Params._dummy(),
        "maxWordLength",
        "Number of characters of a word that the character encoder sees (1 to 16384).",
        TypeConverters.toInt,
    )
    wordDimension: Param[int] = Param(
        Params._dummy(),
        "wordDimension",
        "Size of a word's vector where there are no pretrained ones (0 to 16384). 0 for none, if"
        " the network reads something else of a token.",
        TypeConverters.toInt,
    )
    capitalisationDimension: Param[int] = Param(
        Params._dummy(),
        "capitalisationDimension",
        "Size of the vector of a word's capitalisation; 0 for none (0 to 1024).",
        TypeConverters.toInt,
    )
    affixDimension: Param[int] = Param(
        Params._dummy(),
        "affixDimension",
        "Size of the vector of each prefix and suffix of a word; 0 for none (0 to 1024).",
        TypeConverters.toInt,
    )
    gazetteerDimension: Param[int] = Param(
        Params._dummy(),
        "gazetteerDimension",
        "Size of the vector of a token's place in the phrases of each type of gazetteer (1 to"
        " 1024).",
        TypeConverters.toInt,
    )
    attributeDimension: Param[int] = Param(
        Params._dummy(),
        "attributeDimension",
        "Size of the vector of a token's attribute, such as its part of speech, in attributeCol;"
        " 0 for none (0 to 1024).",
        TypeConverters.toInt,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            wordEncoder="lstm",
            layers=1,
            bidirectional=True,
            hidden=200,
            windowWidth=5,
            decoder="crf",
            characterEncoder="cnn",
            characterDimension=30,
            characterFilters=30,
            characterWidth=3,
            characterBlocks=2,
            maxWordLength=45,
            wordDimension=100,
            capitalisationDimension=0,
            affixDimension=0,
            gazetteerDimension=5,
            attributeDimension=0,
        )

    def getWordEncoder(self) -> str:
        """The value of `wordEncoder`."""
        return self.getOrDefault(self.wordEncoder)

    def setWordEncoder(self, value: str) -> Self:
        """Sets `wordEncoder`: Layers that read the tokens of a sentence (lstm, gru, sru, rnn,
        linear-rnn, cnn, ffnn-window, none). sru (elementwise and therefore faster), rnn
        (Elman's) and linear-rnn (a diagonal linear recurrence) are recurrent like lstm and gru;
        cnn (convolutions over the sentence) and ffnn-window (a feed-forward network over a
        window of words) are not. With none, the decoder reads the vectors of the tokens
        themselves.
        """
        return self._set(wordEncoder=value)

    def getLayers(self) -> int:
        """The value of `layers`."""
        return self.getOrDefault(self.layers)

    def setLayers(self, value: int) -> Self:
        """Sets `layers`: Number of layers of the word encoder, with dropout before each (1 to
        3).
        """
        return self._set(layers=value)

    def getBidirectional(self) -> bool:
        """The value of `bidirectional`."""
        return self.getOrDefault(self.bidirectional)

    def setBidirectional(self, value: bool) -> Self:
        """Sets `bidirectional`: Whether each layer of a recurrent word encoder reads the
        sentence backward as well.
        """
        return self._set(bidirectional=value)

    def getHidden(self) -> int:
        """The value of `hidden`."""
        return self.getOrDefault(self.hidden)

    def setHidden(self, value: int) -> Self:
        """Sets `hidden`: Number of units of each layer of the word encoder, per direction (1 to
        16384).
        """
        return self._set(hidden=value)

    def getWindowWidth(self) -> int:
        """The value of `windowWidth`."""
        return self.getOrDefault(self.windowWidth)

    def setWindowWidth(self, value: int) -> Self:
        """Sets `windowWidth`: Number of tokens that a layer of a word encoder without recurrence
        sees (odd, 1 to 16384).
        """
        return self._set(windowWidth=value)

    def getDecoder(self) -> str:
        """The value of `decoder`."""
        return self.getOrDefault(self.decoder)

    def setDecoder(self, value: str) -> Self:
        """Sets `decoder`: How labels are chosen (crf, softmax, crf-bigram). crf chooses the best
        legal sequence; crf-bigram does so with transitions that depend on the token; softmax
        chooses the label of each token by itself.
        """
        return self._set(decoder=value)

    def getCharacterEncoder(self) -> str:
        """The value of `characterEncoder`."""
        return self.getOrDefault(self.characterEncoder)

    def setCharacterEncoder(self, value: str) -> Self:
        """Sets `characterEncoder`: What makes a vector of a word's characters (none, cnn, lstm,
        intnet). intnet is a funnel of convolutions.
        """
        return self._set(characterEncoder=value)

    def getCharacterDimension(self) -> int:
        """The value of `characterDimension`."""
        return self.getOrDefault(self.characterDimension)

    def setCharacterDimension(self, value: int) -> Self:
        """Sets `characterDimension`: Size of a character's vector (1 to 16384)."""
        return self._set(characterDimension=value)

    def getCharacterFilters(self) -> int:
        """The value of `characterFilters`."""
        return self.getOrDefault(self.characterFilters)

    def setCharacterFilters(self, value: int) -> Self:
        """Sets `characterFilters`: Number of filters of each character convolution, or of units
        per direction of the character LSTM (1 to 16384).
        """
        return self._set(characterFilters=value)

    def getCharacterWidth(self) -> int:
        """The value of `characterWidth`."""
        return self.getOrDefault(self.characterWidth)

    def setCharacterWidth(self, value: int) -> Self:
        """Sets `characterWidth`: Number of characters that a filter sees (odd, 1 to 16384)."""
        return self._set(characterWidth=value)

    def getCharacterWidths(self) -> str:
        """The value of `characterWidths`."""
        return self.getOrDefault(self.characterWidths)

    def setCharacterWidths(self, value: str) -> Self:
        """Sets `characterWidths`: Several widths of filters, separated by commas, in place of
        characterWidth (odd, different). There are characterFilters filters of each.
        """
        return self._set(characterWidths=value)

    def getCharacterBlocks(self) -> int:
        """The value of `characterBlocks`."""
        return self.getOrDefault(self.characterBlocks)

    def setCharacterBlocks(self, value: int) -> Self:
        """Sets `characterBlocks`: Number of blocks of an intnet after its first convolutions (1
        to 16384).
        """
        return self._set(characterBlocks=value)

    def getMaxWordLength(self) -> int:
        """The value of `maxWordLength`."""
        return self.getOrDefault(self.maxWordLength)

    def setMaxWordLength(self, value: int) -> Self:
        """Sets `maxWordLength`: Number of characters of a word that the character encoder sees
        (1 to 16384).
        """
        return self._set(maxWordLength=value)

    def getWordDimension(self) -> int:
        """The value of `wordDimension`."""
        return self.getOrDefault(self.wordDimension)

    def setWordDimension(self, value: int) -> Self:
        """Sets `wordDimension`: Size of a word's vector where there are no pretrained ones (0 to
        16384). 0 for none, if the network reads something else of a token.
        """
        return self._set(wordDimension=value)

    def getCapitalisationDimension(self) -> int:
        """The value of `capitalisationDimension`."""
        return self.getOrDefault(self.capitalisationDimension)

    def setCapitalisationDimension(self, value: int) -> Self:
        """Sets `capitalisationDimension`: Size of the vector of a word's capitalisation; 0 for
        none (0 to 1024).
        """
        return self._set(capitalisationDimension=value)

    def getAffixDimension(self) -> int:
        """The value of `affixDimension`."""
        return self.getOrDefault(self.affixDimension)

    def setAffixDimension(self, value: int) -> Self:
        """Sets `affixDimension`: Size of the vector of each prefix and suffix of a word; 0 for
        none (0 to 1024).
        """
        return self._set(affixDimension=value)

    def getGazetteerDimension(self) -> int:
        """The value of `gazetteerDimension`."""
        return self.getOrDefault(self.gazetteerDimension)

    def setGazetteerDimension(self, value: int) -> Self:
        """Sets `gazetteerDimension`: Size of the vector of a token's place in the phrases of
        each type of gazetteer (1 to 1024).
        """
        return self._set(gazetteerDimension=value)

    def getAttributeDimension(self) -> int:
        """The value of `attributeDimension`."""
        return self.getOrDefault(self.attributeDimension)

    def setAttributeDimension(self, value: int) -> Self:
        """Sets `attributeDimension`: Size of the vector of a token's attribute, such as its part
        of speech, in attributeCol; 0 for none (0 to 1024).
        """
        return self._set(attributeDimension=value)
