"""How a pretrained encoder learns, and what becomes of it.

Written by build-tools/generate-options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class FineTuningKeywords(TypedDict, total=False):
    """The params of `HasFineTuningParams` as keyword arguments."""

    fineTuneEncoder: bool
    encoderLearningRate: float
    encoderLayerDecay: float
    encoderFrozenLayers: int
    encoderWeightDecay: float
    encoderDropout: float
    encoderCapitalisation: bool
    encoderWindow: int
    mixedPrecision: bool
    encoderRecompute: bool
    encoderPrecision: str


class HasFineTuningParams(Params):
    """How a pretrained encoder learns, and what becomes of it."""

    fineTuneEncoder: Param[bool] = Param(
        Params._dummy(),
        "fineTuneEncoder",
        "Whether pretrainedEncoder learns as well, by AdamW. It needs the module spark-ner-torch.",
        TypeConverters.toBoolean,
    )
    encoderLearningRate: Param[float] = Param(
        Params._dummy(),
        "encoderLearningRate",
        "Learning rate of an encoder that learns (> 0). It changes as learningRate does, but not"
        " with the number of workers.",
        TypeConverters.toFloat,
    )
    encoderLayerDecay: Param[float] = Param(
        Params._dummy(),
        "encoderLayerDecay",
        "Factor from the learning rate of each layer of the encoder to that of the layer below"
        " (in (0, 1]). The embeddings are the lowest layer.",
        TypeConverters.toFloat,
    )
    encoderFrozenLayers: Param[int] = Param(
        Params._dummy(),
        "encoderFrozenLayers",
        "Number of layers of the encoder that do not learn, from the lowest on (>= 0). 1 is the"
        " embeddings alone.",
        TypeConverters.toInt,
    )
    encoderWeightDecay: Param[float] = Param(
        Params._dummy(),
        "encoderWeightDecay",
        "Weight decay of the encoder's matrices (>= 0).",
        TypeConverters.toFloat,
    )
    encoderDropout: Param[float] = Param(
        Params._dummy(),
        "encoderDropout",
        "Probability that a value within the encoder is dropped while it learns (in [0, 1)).",
        TypeConverters.toFloat,
    )
    encoderCapitalisation: Param[bool] = Param(
        Params._dummy(),
        "encoderCapitalisation",
        "Whether the encoder learns to read the capitalisation of each word too. The lowest layer"
        " that learns reads it. That helps encoders of lower case.",
        TypeConverters.toBoolean,
    )
    encoderWindow: Param[int] = Param(
        Params._dummy(),
        "encoderWindow",
        "Largest number of word pieces that an encoder that learns reads at once (>= 8). With"
        " pretrainedEncoderDocument it learns from windows of whole sentences of a document, else"
        " from one sentence at a time.",
        TypeConverters.toInt,
    )
    mixedPrecision: Param[bool] = Param(
        Params._dummy(),
        "mixedPrecision",
        "Whether an encoder that learns computes in 16 bits where the device is faster with them.",
        TypeConverters.toBoolean,
    )
    encoderRecompute: Param[bool] = Param(
        Params._dummy(),
        "encoderRecompute",
        "Whether an encoder that learns computes the inside of its layers twice instead of"
        " keeping it. That takes a third more time and much less memory.",
        TypeConverters.toBoolean,
    )
    encoderPrecision: Param[str] = Param(
        Params._dummy(),
        "encoderPrecision",
        "Numbers that the encoder of the finished model computes with, whether it has learned or"
        " not (f32, f16, int8). int8 is faster on processors, f16 on GPUs; they are fitted to the"
        " text that is validated on, and confidences to the model that comes of it.",
        TypeConverters.toString,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            fineTuneEncoder=False,
            encoderLearningRate=0.00005,
            encoderLayerDecay=1.0,
            encoderFrozenLayers=0,
            encoderWeightDecay=0.01,
            encoderDropout=0.1,
            encoderCapitalisation=False,
            encoderWindow=256,
            mixedPrecision=True,
            encoderRecompute=False,
            encoderPrecision="f32",
        )

    def getFineTuneEncoder(self) -> bool:
        """The value of `fineTuneEncoder`."""
        return self.getOrDefault(self.fineTuneEncoder)

    def setFineTuneEncoder(self, value: bool) -> Self:
        """Sets `fineTuneEncoder`: Whether pretrainedEncoder learns as well, by AdamW. It needs
        the module spark-ner-torch.
        """
        return self._set(fineTuneEncoder=value)

    def getEncoderLearningRate(self) -> float:
        """The value of `encoderLearningRate`."""
        return self.getOrDefault(self.encoderLearningRate)

    def setEncoderLearningRate(self, value: float) -> Self:
        """Sets `encoderLearningRate`: Learning rate of an encoder that learns (> 0). It changes
        as learningRate does, but not with the number of workers.
        """
        return self._set(encoderLearningRate=value)

    def getEncoderLayerDecay(self) -> float:
        """The value of `encoderLayerDecay`."""
        return self.getOrDefault(self.encoderLayerDecay)

    def setEncoderLayerDecay(self, value: float) -> Self:
        """Sets `encoderLayerDecay`: Factor from the learning rate of each layer of the encoder
        to that of the layer below (in (0, 1]). The embeddings are the lowest layer.
        """
        return self._set(encoderLayerDecay=value)

    def getEncoderFrozenLayers(self) -> int:
        """The value of `encoderFrozenLayers`."""
        return self.getOrDefault(self.encoderFrozenLayers)

    def setEncoderFrozenLayers(self, value: int) -> Self:
        """Sets `encoderFrozenLayers`: Number of layers of the encoder that do not learn, from
        the lowest on (>= 0). 1 is the embeddings alone.
        """
        return self._set(encoderFrozenLayers=value)

    def getEncoderWeightDecay(self) -> float:
        """The value of `encoderWeightDecay`."""
        return self.getOrDefault(self.encoderWeightDecay)

    def setEncoderWeightDecay(self, value: float) -> Self:
        """Sets `encoderWeightDecay`: Weight decay of the encoder's matrices (>= 0)."""
        return self._set(encoderWeightDecay=value)

    def getEncoderDropout(self) -> float:
        """The value of `encoderDropout`."""
        return self.getOrDefault(self.encoderDropout)

    def setEncoderDropout(self, value: float) -> Self:
        """Sets `encoderDropout`: Probability that a value within the encoder is dropped while it
        learns (in [0, 1)).
        """
        return self._set(encoderDropout=value)

    def getEncoderCapitalisation(self) -> bool:
        """The value of `encoderCapitalisation`."""
        return self.getOrDefault(self.encoderCapitalisation)

    def setEncoderCapitalisation(self, value: bool) -> Self:
        """Sets `encoderCapitalisation`: Whether the encoder learns to read the capitalisation of
        each word too. The lowest layer that learns reads it. That helps encoders of lower case.
        """
        return self._set(encoderCapitalisation=value)

    def getEncoderWindow(self) -> int:
        """The value of `encoderWindow`."""
        return self.getOrDefault(self.encoderWindow)

    def setEncoderWindow(self, value: int) -> Self:
        """Sets `encoderWindow`: Largest number of word pieces that an encoder that learns reads
        at once (>= 8). With pretrainedEncoderDocument it learns from windows of whole sentences
        of a document, else from one sentence at a time.
        """
        return self._set(encoderWindow=value)

    def getMixedPrecision(self) -> bool:
        """The value of `mixedPrecision`."""
        return self.getOrDefault(self.mixedPrecision)

    def setMixedPrecision(self, value: bool) -> Self:
        """Sets `mixedPrecision`: Whether an encoder that learns computes in 16 bits where the
        device is faster with them.
        """
        return self._set(mixedPrecision=value)

    def getEncoderRecompute(self) -> bool:
        """The value of `encoderRecompute`."""
        return self.getOrDefault(self.encoderRecompute)

    def setEncoderRecompute(self, value: bool) -> Self:
        """Sets `encoderRecompute`: Whether an encoder that learns computes the inside of its
        layers twice instead of keeping it. That takes a third more time and much less memory.
        """
        return self._set(encoderRecompute=value)

    def getEncoderPrecision(self) -> str:
        """The value of `encoderPrecision`."""
        return self.getOrDefault(self.encoderPrecision)

    def setEncoderPrecision(self, value: str) -> Self:
        """Sets `encoderPrecision`: Numbers that the encoder of the finished model computes with,
        whether it has learned or not (f32, f16, int8). int8 is faster on processors, f16 on
        GPUs; they are fitted to the text that is validated on, and confidences to the model that
        comes of it.
        """
        return self._set(encoderPrecision=value)
