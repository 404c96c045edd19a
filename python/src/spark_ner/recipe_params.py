"""How the network is trained. The defaults are those of Ma & Hovy (2016)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class RecipeKeywords(TypedDict, total=False):
    """The params of `HasRecipeParams` as keyword arguments."""

    preset: str
    epochs: int
    patience: int
    batchSize: int
    likeLengths: bool
    learningRate: float
    decay: float
    momentum: float
    clip: float
    dropout: float
    wordDropout: float
    affixMinimumCount: int
    weightAveraging: float
    calibrate: bool
    fineTune: bool
    vectorChannels: int
    maxVectors: int
    timeLimitSeconds: float
    seed: int
    language: str
    verbose: bool


class HasRecipeParams(Params):
    """How the network is trained. The defaults are those of Ma & Hovy (2016)."""

    preset: Param[str] = Param(
        Params._dummy(),
        "preset",
        "what the params of network and recipe are that are not set (default, fast, best)",
        TypeConverters.toString,
    )
    epochs: Param[int] = Param(
        Params._dummy(),
        "epochs",
        "the most epochs to train (>= 1)",
        TypeConverters.toInt,
    )
    patience: Param[int] = Param(
        Params._dummy(),
        "patience",
        "epochs without a better validation score after which training stops (>= 1)",
        TypeConverters.toInt,
    )
    batchSize: Param[int] = Param(
        Params._dummy(),
        "batchSize",
        "sentences a batch (>= 1)",
        TypeConverters.toInt,
    )
    likeLengths: Param[bool] = Param(
        Params._dummy(),
        "likeLengths",
        "whether the sentences of a batch are of about one length, which is faster",
        TypeConverters.toBoolean,
    )
    learningRate: Param[float] = Param(
        Params._dummy(),
        "learningRate",
        "learning rate of the first epoch (> 0.0)",
        TypeConverters.toFloat,
    )
    decay: Param[float] = Param(
        Params._dummy(),
        "decay",
        "epoch e, from 0, has the learning rate learningRate / (1 + decay * e) (>= 0)",
        TypeConverters.toFloat,
    )
    momentum: Param[float] = Param(
        Params._dummy(),
        "momentum",
        "momentum of SGD (in [0, 1))",
        TypeConverters.toFloat,
    )
    clip: Param[float] = Param(
        Params._dummy(),
        "clip",
        "largest norm of the gradient, over all parameters together (> 0.0)",
        TypeConverters.toFloat,
    )
    dropout: Param[float] = Param(
        Params._dummy(),
        "dropout",
        "probability to drop (in [0, 1))",
        TypeConverters.toFloat,
    )
    wordDropout: Param[float] = Param(
        Params._dummy(),
        "wordDropout",
        "probability that a word's vector is that of the unknown word (in [0, 1))",
        TypeConverters.toFloat,
    )
    affixMinimumCount: Param[int] = Param(
        Params._dummy(),
        "affixMinimumCount",
        "tokens that must have a prefix or suffix for the network to know it (>= 1)",
        TypeConverters.toInt,
    )
    weightAveraging: Param[float] = Param(
        Params._dummy(),
        "weightAveraging",
        "epochs over which the model's weights are a moving average, 0 for none (>= 0)",
        TypeConverters.toFloat,
    )
    calibrate: Param[bool] = Param(
        Params._dummy(),
        "calibrate",
        "whether confidences are fitted to the validation data, if 100 entities are found there",
        TypeConverters.toBoolean,
    )
    fineTune: Param[bool] = Param(
        Params._dummy(),
        "fineTune",
        "whether pretrained word vectors learn too",
        TypeConverters.toBoolean,
    )
    vectorChannels: Param[int] = Param(
        Params._dummy(),
        "vectorChannels",
        "1, or 2 for a copy of each word's vector that does not learn, beside the one that does"
        " (1 to 2)",
        TypeConverters.toInt,
    )
    maxVectors: Param[int] = Param(
        Params._dummy(),
        "maxVectors",
        "pretrained words kept, the file's first (>= 1)",
        TypeConverters.toInt,
    )
    timeLimitSeconds: Param[float] = Param(
        Params._dummy(),
        "timeLimitSeconds",
        "seconds after which training stops, 0 for no limit (>= 0)",
        TypeConverters.toFloat,
    )
    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "seed of initial weights, shuffling, dropout and the validation split",
        TypeConverters.toInt,
    )
    language: Param[str] = Param(
        Params._dummy(),
        "language",
        "BCP 47 tag of the text, which chooses the tokeniser; und for any",
        TypeConverters.toString,
    )
    verbose: Param[bool] = Param(
        Params._dummy(),
        "verbose",
        "whether fit tells of each epoch: in the log, in Python on stderr",
        TypeConverters.toBoolean,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            preset="default",
            epochs=50,
            patience=20,
            batchSize=10,
            likeLengths=True,
            learningRate=0.015,
            decay=0.05,
            momentum=0.9,
            clip=5.0,
            dropout=0.5,
            wordDropout=0.0,
            affixMinimumCount=3,
            weightAveraging=0.0,
            calibrate=True,
            fineTune=True,
            vectorChannels=1,
            maxVectors=2147483647,
            timeLimitSeconds=0.0,
            seed=1,
            language="en",
            verbose=True,
        )

    def getPreset(self) -> str:
        """The value of `preset`."""
        return self.getOrDefault(self.preset)

    def setPreset(self, value: str) -> Self:
        """Sets `preset`: what the params of network and recipe are that are not set (default, fast,
        best). Their getters go on giving the default ones.
        """
        return self._set(preset=value)

    def getEpochs(self) -> int:
        """The value of `epochs`."""
        return self.getOrDefault(self.epochs)

    def setEpochs(self, value: int) -> Self:
        """Sets `epochs`: the most epochs to train (>= 1)."""
        return self._set(epochs=value)

    def getPatience(self) -> int:
        """The value of `patience`."""
        return self.getOrDefault(self.patience)

    def setPatience(self, value: int) -> Self:
        """Sets `patience`: epochs without a better validation score after which training stops (>=
        1).
        """
        return self._set(patience=value)

    def getBatchSize(self) -> int:
        """The value of `batchSize`."""
        return self.getOrDefault(self.batchSize)

    def setBatchSize(self, value: int) -> Self:
        """Sets `batchSize`: sentences a batch (>= 1)."""
        return self._set(batchSize=value)

    def getLikeLengths(self) -> bool:
        """The value of `likeLengths`."""
        return self.getOrDefault(self.likeLengths)

    def setLikeLengths(self, value: bool) -> Self:
        """Sets `likeLengths`: whether the sentences of a batch are of about one length, which is
        faster.
        """
        return self._set(likeLengths=value)

    def getLearningRate(self) -> float:
        """The value of `learningRate`."""
        return self.getOrDefault(self.learningRate)

    def setLearningRate(self, value: float) -> Self:
        """Sets `learningRate`: learning rate of the first epoch (> 0.0)."""
        return self._set(learningRate=value)

    def getDecay(self) -> float:
        """The value of `decay`."""
        return self.getOrDefault(self.decay)

    def setDecay(self, value: float) -> Self:
        """Sets `decay`: epoch e, from 0, has the learning rate learningRate / (1 + decay * e) (>=
        0).
        """
        return self._set(decay=value)

    def getMomentum(self) -> float:
        """The value of `momentum`."""
        return self.getOrDefault(self.momentum)

    def setMomentum(self, value: float) -> Self:
        """Sets `momentum`: momentum of SGD (in [0, 1))."""
        return self._set(momentum=value)

    def getClip(self) -> float:
        """The value of `clip`."""
        return self.getOrDefault(self.clip)

    def setClip(self, value: float) -> Self:
        """Sets `clip`: largest norm of the gradient, over all parameters together (> 0.0)."""
        return self._set(clip=value)

    def getDropout(self) -> float:
        """The value of `dropout`."""
        return self.getOrDefault(self.dropout)

    def setDropout(self, value: float) -> Self:
        """Sets `dropout`: probability to drop (in [0, 1))."""
        return self._set(dropout=value)

    def getWordDropout(self) -> float:
        """The value of `wordDropout`."""
        return self.getOrDefault(self.wordDropout)

    def setWordDropout(self, value: float) -> Self:
        """Sets `wordDropout`: probability that a word's vector is that of the unknown word (in [0,
        1)).
        """
        return self._set(wordDropout=value)

    def getAffixMinimumCount(self) -> int:
        """The value of `affixMinimumCount`."""
        return self.getOrDefault(self.affixMinimumCount)

    def setAffixMinimumCount(self, value: int) -> Self:
        """Sets `affixMinimumCount`: tokens that must have a prefix or suffix for the network to
        know it (>= 1).
        """
        return self._set(affixMinimumCount=value)

    def getWeightAveraging(self) -> float:
        """The value of `weightAveraging`."""
        return self.getOrDefault(self.weightAveraging)

    def setWeightAveraging(self, value: float) -> Self:
        """Sets `weightAveraging`: epochs over which the model's weights are a moving average, 0 for
        none (>= 0).
        """
        return self._set(weightAveraging=value)

    def getCalibrate(self) -> bool:
        """The value of `calibrate`."""
        return self.getOrDefault(self.calibrate)

    def setCalibrate(self, value: bool) -> Self:
        """Sets `calibrate`: whether confidences are fitted to the validation data, if 100 entities
        are found there.
        """
        return self._set(calibrate=value)

    def getVectorChannels(self) -> int:
        """The value of `vectorChannels`."""
        return self.getOrDefault(self.vectorChannels)

    def setVectorChannels(self, value: int) -> Self:
        """Sets `vectorChannels`: 1, or 2 for a copy of each word's vector that does not learn,
        beside the one that does (1 to 2).
        """
        return self._set(vectorChannels=value)

    def getFineTune(self) -> bool:
        """The value of `fineTune`."""
        return self.getOrDefault(self.fineTune)

    def setFineTune(self, value: bool) -> Self:
        """Sets `fineTune`: whether pretrained word vectors learn too."""
        return self._set(fineTune=value)

    def getMaxVectors(self) -> int:
        """The value of `maxVectors`."""
        return self.getOrDefault(self.maxVectors)

    def setMaxVectors(self, value: int) -> Self:
        """Sets `maxVectors`: pretrained words kept, the file's first (>= 1)."""
        return self._set(maxVectors=value)

    def getTimeLimitSeconds(self) -> float:
        """The value of `timeLimitSeconds`."""
        return self.getOrDefault(self.timeLimitSeconds)

    def setTimeLimitSeconds(self, value: float) -> Self:
        """Sets `timeLimitSeconds`: seconds after which training stops, 0 for no limit (>= 0)."""
        return self._set(timeLimitSeconds=value)

    def getSeed(self) -> int:
        """The value of `seed`."""
        return self.getOrDefault(self.seed)

    def setSeed(self, value: int) -> Self:
        """Sets `seed`: seed of initial weights, shuffling, dropout and the validation split."""
        return self._set(seed=value)

    def getLanguage(self) -> str:
        """The value of `language`."""
        return self.getOrDefault(self.language)

    def setLanguage(self, value: str) -> Self:
        """Sets `language`: BCP 47 tag of the text, which chooses the tokeniser; und for any."""
        return self._set(language=value)

    def getVerbose(self) -> bool:
        """The value of `verbose`."""
        return self.getOrDefault(self.verbose)

    def setVerbose(self, value: bool) -> Self:
        """Sets `verbose`: whether fit tells of each epoch: in the log, in Python on stderr."""
        return self._set(verbose=value)
