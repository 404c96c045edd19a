"""What the model reads beside the tokens.

Written by build-tools/generate-options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class InputKeywords(TypedDict, total=False):
    """The params of `HasInputParams` as keyword arguments."""

    vectorsPath: str
    gazetteersPath: str
    gazetteerIgnoreCase: bool
    pretrainedEncoder: str
    pretrainedEncoderOutput: str
    pretrainedEncoderLayers: str
    pretrainedEncoderLowerCase: bool
    pretrainedEncoderDocument: bool


class HasInputParams(Params):
    """What the model reads beside the tokens."""

    vectorsPath: Param[str] = Param(
        Params._dummy(),
        "vectorsPath",
        "File of pretrained word vectors, of GloVe, word2vec or fastText. It may be on any Hadoop"
        " file system; the driver reads it.",
        TypeConverters.toString,
    )
    gazetteersPath: Param[str] = Param(
        Params._dummy(),
        "gazetteersPath",
        "Directory of files with one phrase per line, each named for the type of its phrases. It"
        " may be on any Hadoop file system; the driver reads it.",
        TypeConverters.toString,
    )
    gazetteerIgnoreCase: Param[bool] = Param(
        Params._dummy(),
        "gazetteerIgnoreCase",
        "Whether the phrases of gazetteers are found in upper and lower case alike.",
        TypeConverters.toBoolean,
    )
    pretrainedEncoder: Param[str] = Param(
        Params._dummy(),
        "pretrainedEncoder",
        "Directory of a pretrained transformer encoder, whose vectors of tokens the network"
        " reads. It holds model.onnx with tokenizer.json, on any Hadoop file system; the driver"
        " reads it, and it does not learn.",
        TypeConverters.toString,
    )
    pretrainedEncoderOutput: Param[str] = Param(
        Params._dummy(),
        "pretrainedEncoderOutput",
        "Name of the output of pretrainedEncoder that is read, such as that of an inner layer."
        " Without it, the output of the last layer is read.",
        TypeConverters.toString,
    )
    pretrainedEncoderLayers: Param[str] = Param(
        Params._dummy(),
        "pretrainedEncoderLayers",
        "Layers of pretrainedEncoder whose mean is read, such as 5-8, or one layer, such as 12; 1"
        " is the lowest. Without it, the last layer is read. Layers above those that are read are"
        " not computed. For encoders whose weights are recognised; name an output of others by"
        " pretrainedEncoderOutput.",
        TypeConverters.toString,
    )
    pretrainedEncoderLowerCase: Param[bool] = Param(
        Params._dummy(),
        "pretrainedEncoderLowerCase",
        "Whether the vocab.txt of pretrainedEncoder is in lower case without accents. Without it,"
        " tokenizer_config.json decides, and without that, it is; a tokenizer.json says so itself.",
        TypeConverters.toBoolean,
    )
    pretrainedEncoderDocument: Param[bool] = Param(
        Params._dummy(),
        "pretrainedEncoderDocument",
        "Whether pretrainedEncoder reads each sentence within its document rather than by itself.",
        TypeConverters.toBoolean,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            gazetteerIgnoreCase=False,
            pretrainedEncoderDocument=False,
        )

    def getVectorsPath(self) -> str:
        """The value of `vectorsPath`."""
        return self.getOrDefault(self.vectorsPath)

    def setVectorsPath(self, value: str) -> Self:
        """Sets `vectorsPath`: File of pretrained word vectors, of GloVe, word2vec or fastText.
        It may be on any Hadoop file system; the driver reads it.
        """
        return self._set(vectorsPath=value)

    def getGazetteersPath(self) -> str:
        """The value of `gazetteersPath`."""
        return self.getOrDefault(self.gazetteersPath)

    def setGazetteersPath(self, value: str) -> Self:
        """Sets `gazetteersPath`: Directory of files with one phrase per line, each named for the
        type of its phrases. It may be on any Hadoop file system; the driver reads it.
        """
        return self._set(gazetteersPath=value)

    def getGazetteerIgnoreCase(self) -> bool:
        """The value of `gazetteerIgnoreCase`."""
        return self.getOrDefault(self.gazetteerIgnoreCase)

    def setGazetteerIgnoreCase(self, value: bool) -> Self:
        """Sets `gazetteerIgnoreCase`: Whether the phrases of gazetteers are found in upper and
        lower case alike.
        """
        return self._set(gazetteerIgnoreCase=value)

    def getPretrainedEncoder(self) -> str:
        """The value of `pretrainedEncoder`."""
        return self.getOrDefault(self.pretrainedEncoder)

    def setPretrainedEncoder(self, value: str) -> Self:
        """Sets `pretrainedEncoder`: Directory of a pretrained transformer encoder, whose vectors
        of tokens the network reads. It holds model.onnx with tokenizer.json, on any Hadoop file
        system; the driver reads it, and it does not learn.
        """
        return self._set(pretrainedEncoder=value)

    def getPretrainedEncoderOutput(self) -> str:
        """The value of `pretrainedEncoderOutput`."""
        return self.getOrDefault(self.pretrainedEncoderOutput)

    def setPretrainedEncoderOutput(self, value: str) -> Self:
        """Sets `pretrainedEncoderOutput`: Name of the output of pretrainedEncoder that is read,
        such as that of an inner layer. Without it, the output of the last layer is read.
        """
        return self._set(pretrainedEncoderOutput=value)

    def getPretrainedEncoderLayers(self) -> str:
        """The value of `pretrainedEncoderLayers`."""
        return self.getOrDefault(self.pretrainedEncoderLayers)

    def setPretrainedEncoderLayers(self, value: str) -> Self:
        """Sets `pretrainedEncoderLayers`: Layers of pretrainedEncoder whose mean is read, such
        as 5-8, or one layer, such as 12; 1 is the lowest. Without it, the last layer is read.
        Layers above those that are read are not computed. For encoders whose weights are
        recognised; name an output of others by pretrainedEncoderOutput.
        """
        return self._set(pretrainedEncoderLayers=value)

    def getPretrainedEncoderLowerCase(self) -> bool:
        """The value of `pretrainedEncoderLowerCase`."""
        return self.getOrDefault(self.pretrainedEncoderLowerCase)

    def setPretrainedEncoderLowerCase(self, value: bool) -> Self:
        """Sets `pretrainedEncoderLowerCase`: Whether the vocab.txt of pretrainedEncoder is in
        lower case without accents. Without it, tokenizer_config.json decides, and without that,
        it is; a tokenizer.json says so itself.
        """
        return self._set(pretrainedEncoderLowerCase=value)

    def getPretrainedEncoderDocument(self) -> bool:
        """The value of `pretrainedEncoderDocument`."""
        return self.getOrDefault(self.pretrainedEncoderDocument)

    def setPretrainedEncoderDocument(self, value: bool) -> Self:
        """Sets `pretrainedEncoderDocument`: Whether pretrainedEncoder reads each sentence within
        its document rather than by itself.
        """
        return self._set(pretrainedEncoderDocument=value)
