"""How the network is trained.

Written by build-tools/generate-options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class TrainingKeywords(TypedDict, total=False):
    """The params of `HasTrainingParams` as keyword arguments."""

    epochs: int
    patience: int
    batchSize: int
    lengthBucketing: bool
    learningRate: float
    learningRateDecay: float
    learningRateWarmUp: int
    learningRateSchedule: str
    warmUpShare: float
    optimiser: str
    momentum: float
    weightDecay: float
    maxGradientNorm: float
    dropout: float
    wordDropout: float
    upperCaseShare: float
    lowerCaseShare: float
    uncapitalisedShare: float
    noiseShare: float
    minimumAffixCount: int
    weightAveraging: float
    calibrate: bool
    fineTuneVectors: bool
    vectorChannels: int
    maxVectors: int
    timeLimit: str
    seed: int
    language: str
    silverEpochs: int
    trainingBackend: str
    trainingDevice: str


class HasTrainingParams(Params):
    """How the network is trained."""

    epochs: Param[int] = Param(
        Params._dummy(),
        "epochs",
        "Largest number of epochs to train (>= 1).",
        TypeConverters.toInt,
    )
    patience: Param[int] = Param(
        Params._dummy(),
        "patience",
        "Number of epochs without a better validation score after which training stops (>= 1).",
        TypeConverters.toInt,
    )
    batchSize: Param[int] = Param(
        Params._dummy(),
        "batchSize",
        "Number of sentences per batch (>= 1).",
        TypeConverters.toInt,
    )
    lengthBucketing: Param[bool] = Param(
        Params._dummy(),
        "lengthBucketing",
        "Whether the sentences of a batch are of similar length, which is faster. Otherwise they"
        " are drawn whatever their lengths.",
        TypeConverters.toBoolean,
    )
    learningRate: Param[float] = Param(
        Params._dummy(),
        "learningRate",
        "Learning rate of the first epoch (> 0).",
        TypeConverters.toFloat,
    )
    learningRateDecay: Param[float] = Param(
        Params._dummy(),
        "learningRateDecay",
        "Decay of the learning rate (>= 0). Epoch e, counted from 0, has the rate learningRate /"
        " (1 + learningRateDecay * e).",
        TypeConverters.toFloat,
    )
    learningRateWarmUp: Param[int] = Param(
        Params._dummy(),
        "learningRateWarmUp",
        "Number of epochs at the beginning over which the learning rate rises to its full value"
        " (>= 0). Large rates, such as those of many workers, need it (Goyal et al. 2017).",
        TypeConverters.toInt,
    )
    learningRateSchedule: Param[str] = Param(
        Params._dummy(),
        "learningRateSchedule",
        "How the learning rate changes (inverse, linear). inverse changes it from epoch to epoch,"
        " by learningRateWarmUp and learningRateDecay; linear changes it from step to step: it"
        " rises over warmUpShare and then falls, to 0 at the end of the last of the epochs.",
        TypeConverters.toString,
    )
    warmUpShare: Param[float] = Param(
        Params._dummy(),
        "warmUpShare",
        "Share of all steps at the beginning over which the learning rate rises to its full"
        " value, where learningRateSchedule is linear (in [0, 1)).",
        TypeConverters.toFloat,
    )
    optimiser: Param[str] = Param(
        Params._dummy(),
        "optimiser",
        "What makes steps of gradients (sgd, adamw). sgd is stochastic gradient descent; adamw"
        " (Loshchilov and Hutter 2019) needs a learningRate of about 0.001.",
        TypeConverters.toString,
    )
    momentum: Param[float] = Param(
        Params._dummy(),
        "momentum",
        "Momentum of stochastic gradient descent, or the first decay rate of adamw (in [0, 1)).",
        TypeConverters.toFloat,
    )
    weightDecay: Param[float] = Param(
        Params._dummy(),
        "weightDecay",
        "Weight decay of adamw (>= 0). Word vectors have none.",
        TypeConverters.toFloat,
    )
    maxGradientNorm: Param[float] = Param(
        Params._dummy(),
        "maxGradientNorm",
        "Largest norm of the gradient of all parameters together; a longer one is scaled (> 0).",
        TypeConverters.toFloat,
    )
    dropout: Param[float] = Param(
        Params._dummy(),
        "dropout",
        "Probability that a value is dropped (in [0, 1)).",
        TypeConverters.toFloat,
    )
    wordDropout: Param[float] = Param(
        Params._dummy(),
        "wordDropout",
        "Probability that a word's vector is replaced by that of the unknown word (in [0, 1))."
        " The characters of the word stay.",
        TypeConverters.toFloat,
    )
    upperCaseShare: Param[float] = Param(
        Params._dummy(),
        "upperCaseShare",
        "Share of the sentences that an epoch shows in capitals, so that the model learns to read"
        " such text too (in [0, 1]). Each epoch shows other ones so; the words of the model stay"
        " those of the text as it is written.",
        TypeConverters.toFloat,
    )
    lowerCaseShare: Param[float] = Param(
        Params._dummy(),
        "lowerCaseShare",
        "Share of the sentences that an epoch shows in lower case (in [0, 1]).",
        TypeConverters.toFloat,
    )
    uncapitalisedShare: Param[float] = Param(
        Params._dummy(),
        "uncapitalisedShare",
        "Share of the sentences whose words an epoch shows without a capital that is their only"
        " one (in [0, 1]). Words in capitals, such as IBM, keep them.",
        TypeConverters.toFloat,
    )
    noiseShare: Param[float] = Param(
        Params._dummy(),
        "noiseShare",
        "Share of the sentences, in whatever case, that an epoch shows with typing errors,"
        " misread letters and missing accents (in [0, 1]).",
        TypeConverters.toFloat,
    )
    minimumAffixCount: Param[int] = Param(
        Params._dummy(),
        "minimumAffixCount",
        "Number of training tokens that must have a prefix or suffix for it to be known; 3 are"
        " enough for one of 1 or 2 characters (>= 1).",
        TypeConverters.toInt,
    )
    weightAveraging: Param[float] = Param(
        Params._dummy(),
        "weightAveraging",
        "Number of epochs over which the model's weights are a moving average, such as 0.25; 0"
        " for none (>= 0). Word vectors are not averaged.",
        TypeConverters.toFloat,
    )
    calibrate: Param[bool] = Param(
        Params._dummy(),
        "calibrate",
        "Whether confidences are calibrated on the validation data. That changes no entity and"
        " needs 100 entities found there.",
        TypeConverters.toBoolean,
    )
    fineTuneVectors: Param[bool] = Param(
        Params._dummy(),
        "fineTuneVectors",
        "Whether pretrained word vectors learn as well.",
        TypeConverters.toBoolean,
    )
    vectorChannels: Param[int] = Param(
        Params._dummy(),
        "vectorChannels",
        "Number of vectors per word; the second is a copy that does not learn (1 to 2).",
        TypeConverters.toInt,
    )
    maxVectors: Param[int] = Param(
        Params._dummy(),
        "maxVectors",
        "Largest number of pretrained words that are kept, the first of the file (>= 1).",
        TypeConverters.toInt,
    )
    timeLimit: Param[str] = Param(
        Params._dummy(),
        "timeLimit",
        "Time after which training stops; without it, there is no limit (such as 90s, 15m or 2h).",
        TypeConverters.toString,
    )
    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "Seed of initial weights, the order of sentences, dropout and the validation split.",
        TypeConverters.toInt,
    )
    language: Param[str] = Param(
        Params._dummy(),
        "language",
        "BCP 47 tag of the text, which chooses the tokeniser; und for any language.",
        TypeConverters.toString,
    )
    silverEpochs: Param[int] = Param(
        Params._dummy(),
        "silverEpochs",
        "Number of epochs, from the first on, that train on silverTable too; 0 for all (>= 0)."
        " The epochs after them train on the labelled sentences alone.",
        TypeConverters.toInt,
    )
    trainingBackend: Param[str] = Param(
        Params._dummy(),
        "trainingBackend",
        "Library that computes the network while it trains (java, torch). java has its kernels in"
        " Java and computes on the processor; torch is libtorch, for processors and GPUs, which"
        " the module spark-ner-torch brings.",
        TypeConverters.toString,
    )
    trainingDevice: Param[str] = Param(
        Params._dummy(),
        "trainingDevice",
        "Device on which the network trains (cpu, cuda or cuda:N). cuda is the GPU that Spark"
        " gives a task, elsewhere the first; cuda:N is the GPU of that number. A GPU is of use"
        " with trainingBackend torch, and to an encoder that learns, whose network is on it too.",
        TypeConverters.toString,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            epochs=50,
            patience=20,
            batchSize=10,
            lengthBucketing=True,
            learningRate=0.015,
            learningRateDecay=0.05,
            learningRateWarmUp=0,
            learningRateSchedule="inverse",
            warmUpShare=0.1,
            optimiser="sgd",
            momentum=0.9,
            weightDecay=0.0,
            maxGradientNorm=5.0,
            dropout=0.5,
            wordDropout=0.0,
            upperCaseShare=0.0,
            lowerCaseShare=0.0,
            uncapitalisedShare=0.0,
            noiseShare=0.0,
            minimumAffixCount=3,
            weightAveraging=0.0,
            calibrate=True,
            fineTuneVectors=True,
            vectorChannels=1,
            maxVectors=2147483647,
            seed=1,
            language="en",
            silverEpochs=0,
            trainingBackend="java",
            trainingDevice="cpu",
        )

    def getEpochs(self) -> int:
        """The value of `epochs`."""
        return self.getOrDefault(self.epochs)

    def setEpochs(self, value: int) -> Self:
        """Sets `epochs`: Largest number of epochs to train (>= 1)."""
        return self._set(epochs=value)

    def getPatience(self) -> int:
        """The value of `patience`."""
        return self.getOrDefault(self.patience)

    def setPatience(self, value: int) -> Self:
        """Sets `patience`: Number of epochs without a better validation score after which
        training stops (>= 1).
        """
        return self._set(patience=value)

    def getBatchSize(self) -> int:
        """The value of `batchSize`."""
        return self.getOrDefault(self.batchSize)

    def setBatchSize(self, value: int) -> Self:
        """Sets `batchSize`: Number of sentences per batch (>= 1)."""
        return self._set(batchSize=value)

    def getLengthBucketing(self) -> bool:
        """The value of `lengthBucketing`."""
        return self.getOrDefault(self.lengthBucketing)

    def setLengthBucketing(self, value: bool) -> Self:
        """Sets `lengthBucketing`: Whether the sentences of a batch are of similar length, which
        is faster. Otherwise they are drawn whatever their lengths.
        """
        return self._set(lengthBucketing=value)

    def getLearningRate(self) -> float:
        """The value of `learningRate`."""
        return self.getOrDefault(self.learningRate)

    def setLearningRate(self, value: float) -> Self:
        """Sets `learningRate`: Learning rate of the first epoch (> 0)."""
        return self._set(learningRate=value)

    def getLearningRateDecay(self) -> float:
        """The value of `learningRateDecay`."""
        return self.getOrDefault(self.learningRateDecay)

    def setLearningRateDecay(self, value: float) -> Self:
        """Sets `learningRateDecay`: Decay of the learning rate (>= 0). Epoch e, counted from 0,
        has the rate learningRate / (1 + learningRateDecay * e).
        """
        return self._set(learningRateDecay=value)

    def getLearningRateWarmUp(self) -> int:
        """The value of `learningRateWarmUp`."""
        return self.getOrDefault(self.learningRateWarmUp)

    def setLearningRateWarmUp(self, value: int) -> Self:
        """Sets `learningRateWarmUp`: Number of epochs at the beginning over which the learning
        rate rises to its full value (>= 0). Large rates, such as those of many workers, need it
        (Goyal et al. 2017).
        """
        return self._set(learningRateWarmUp=value)

    def getLearningRateSchedule(self) -> str:
        """The value of `learningRateSchedule`."""
        return self.getOrDefault(self.learningRateSchedule)

    def setLearningRateSchedule(self, value: str) -> Self:
        """Sets `learningRateSchedule`: How the learning rate changes (inverse, linear). inverse
        changes it from epoch to epoch, by learningRateWarmUp and learningRateDecay; linear
        changes it from step to step: it rises over warmUpShare and then falls, to 0 at the end
        of the last of the epochs.
        """
        return self._set(learningRateSchedule=value)

    def getWarmUpShare(self) -> float:
        """The value of `warmUpShare`."""
        return self.getOrDefault(self.warmUpShare)

    def setWarmUpShare(self, value: float) -> Self:
        """Sets `warmUpShare`: Share of all steps at the beginning over which the learning rate
        rises to its full value, where learningRateSchedule is linear (in [0, 1)).
        """
        return self._set(warmUpShare=value)

    def getOptimiser(self) -> str:
        """The value of `optimiser`."""
        return self.getOrDefault(self.optimiser)

    def setOptimiser(self, value: str) -> Self:
        """Sets `optimiser`: What makes steps of gradients (sgd, adamw). sgd is stochastic
        gradient descent; adamw (Loshchilov and Hutter 2019) needs a learningRate of about 0.001.
        """
        return self._set(optimiser=value)

    def getMomentum(self) -> float:
        """The value of `momentum`."""
        return self.getOrDefault(self.momentum)

    def setMomentum(self, value: float) -> Self:
        """Sets `momentum`: Momentum of stochastic gradient descent, or the first decay rate of
        adamw (in [0, 1)).
        """
        return self._set(momentum=value)

    def getWeightDecay(self) -> float:
        """The value of `weightDecay`."""
        return self.getOrDefault(self.weightDecay)

    def setWeightDecay(self, value: float) -> Self:
        """Sets `weightDecay`: Weight decay of adamw (>= 0). Word vectors have none."""
        return self._set(weightDecay=value)

    def getMaxGradientNorm(self) -> float:
        """The value of `maxGradientNorm`."""
        return self.getOrDefault(self.maxGradientNorm)

    def setMaxGradientNorm(self, value: float) -> Self:
        """Sets `maxGradientNorm`: Largest norm of the gradient of all parameters together; a
        longer one is scaled (> 0).
        """
        return self._set(maxGradientNorm=value)

    def getDropout(self) -> float:
        """The value of `dropout`."""
        return self.getOrDefault(self.dropout)

    def setDropout(self, value: float) -> Self:
        """Sets `dropout`: Probability that a value is dropped (in [0, 1))."""
        return self._set(dropout=value)

    def getWordDropout(self) -> float:
        """The value of `wordDropout`."""
        return self.getOrDefault(self.wordDropout)

    def setWordDropout(self, value: float) -> Self:
        """Sets `wordDropout`: Probability that a word's vector is replaced by that of the
        unknown word (in [0, 1)). The characters of the word stay.
        """
        return self._set(wordDropout=value)

    def getUpperCaseShare(self) -> float:
        """The value of `upperCaseShare`."""
        return self.getOrDefault(self.upperCaseShare)

    def setUpperCaseShare(self, value: float) -> Self:
        """Sets `upperCaseShare`: Share of the sentences that an epoch shows in capitals, so that
        the model learns to read such text too (in [0, 1]). Each epoch shows other ones so; the
        words of the model stay those of the text as it is written.
        """
        return self._set(upperCaseShare=value)

    def getLowerCaseShare(self) -> float:
        """The value of `lowerCaseShare`."""
        return self.getOrDefault(self.lowerCaseShare)

    def setLowerCaseShare(self, value: float) -> Self:
        """Sets `lowerCaseShare`: Share of the sentences that an epoch shows in lower case (in
        [0, 1]).
        """
        return self._set(lowerCaseShare=value)

    def getUncapitalisedShare(self) -> float:
        """The value of `uncapitalisedShare`."""
        return self.getOrDefault(self.uncapitalisedShare)

    def setUncapitalisedShare(self, value: float) -> Self:
        """Sets `uncapitalisedShare`: Share of the sentences whose words an epoch shows without a
        capital that is their only one (in [0, 1]). Words in capitals, such as IBM, keep them.
        """
        return self._set(uncapitalisedShare=value)

    def getNoiseShare(self) -> float:
        """The value of `noiseShare`."""
        return self.getOrDefault(self.noiseShare)

    def setNoiseShare(self, value: float) -> Self:
        """Sets `noiseShare`: Share of the sentences, in whatever case, that an epoch shows with
        typing errors, misread letters and missing accents (in [0, 1]).
        """
        return self._set(noiseShare=value)

    def getMinimumAffixCount(self) -> int:
        """The value of `minimumAffixCount`."""
        return self.getOrDefault(self.minimumAffixCount)

    def setMinimumAffixCount(self, value: int) -> Self:
        """Sets `minimumAffixCount`: Number of training tokens that must have a prefix or suffix
        for it to be known; 3 are enough for one of 1 or 2 characters (>= 1).
        """
        return self._set(minimumAffixCount=value)

    def getWeightAveraging(self) -> float:
        """The value of `weightAveraging`."""
        return self.getOrDefault(self.weightAveraging)

    def setWeightAveraging(self, value: float) -> Self:
        """Sets `weightAveraging`: Number of epochs over which the model's weights are a moving
        average, such as 0.25; 0 for none (>= 0). Word vectors are not averaged.
        """
        return self._set(weightAveraging=value)

    def getCalibrate(self) -> bool:
        """The value of `calibrate`."""
        return self.getOrDefault(self.calibrate)

    def setCalibrate(self, value: bool) -> Self:
        """Sets `calibrate`: Whether confidences are calibrated on the validation data. That
        changes no entity and needs 100 entities found there.
        """
        return self._set(calibrate=value)

    def getFineTuneVectors(self) -> bool:
        """The value of `fineTuneVectors`."""
        return self.getOrDefault(self.fineTuneVectors)

    def setFineTuneVectors(self, value: bool) -> Self:
        """Sets `fineTuneVectors`: Whether pretrained word vectors learn as well."""
        return self._set(fineTuneVectors=value)

    def getVectorChannels(self) -> int:
        """The value of `vectorChannels`."""
        return self.getOrDefault(self.vectorChannels)

    def setVectorChannels(self, value: int) -> Self:
        """Sets `vectorChannels`: Number of vectors per word; the second is a copy that does not
        learn (1 to 2).
        """
        return self._set(vectorChannels=value)

    def getMaxVectors(self) -> int:
        """The value of `maxVectors`."""
        return self.getOrDefault(self.maxVectors)

    def setMaxVectors(self, value: int) -> Self:
        """Sets `maxVectors`: Largest number of pretrained words that are kept, the first of the
        file (>= 1).
        """
        return self._set(maxVectors=value)

    def getTimeLimit(self) -> str:
        """The value of `timeLimit`."""
        return self.getOrDefault(self.timeLimit)

    def setTimeLimit(self, value: str) -> Self:
        """Sets `timeLimit`: Time after which training stops; without it, there is no limit (such
        as 90s, 15m or 2h).
        """
        return self._set(timeLimit=value)

    def getSeed(self) -> int:
        """The value of `seed`."""
        return self.getOrDefault(self.seed)

    def setSeed(self, value: int) -> Self:
        """Sets `seed`: Seed of initial weights, the order of sentences, dropout and the
        validation split.
        """
        return self._set(seed=value)

    def getLanguage(self) -> str:
        """The value of `language`."""
        return self.getOrDefault(self.language)

    def setLanguage(self, value: str) -> Self:
        """Sets `language`: BCP 47 tag of the text, which chooses the tokeniser; und for any
        language.
        """
        return self._set(language=value)

    def getSilverEpochs(self) -> int:
        """The value of `silverEpochs`."""
        return self.getOrDefault(self.silverEpochs)

    def setSilverEpochs(self, value: int) -> Self:
        """Sets `silverEpochs`: Number of epochs, from the first on, that train on silverTable
        too; 0 for all (>= 0). The epochs after them train on the labelled sentences alone.
        """
        return self._set(silverEpochs=value)

    def getTrainingBackend(self) -> str:
        """The value of `trainingBackend`."""
        return self.getOrDefault(self.trainingBackend)

    def setTrainingBackend(self, value: str) -> Self:
        """Sets `trainingBackend`: Library that computes the network while it trains (java,
        torch). java has its kernels in Java and computes on the processor; torch is libtorch,
        for processors and GPUs, which the module spark-ner-torch brings.
        """
        return self._set(trainingBackend=value)

    def getTrainingDevice(self) -> str:
        """The value of `trainingDevice`."""
        return self.getOrDefault(self.trainingDevice)

    def setTrainingDevice(self, value: str) -> Self:
        """Sets `trainingDevice`: Device on which the network trains (cpu, cuda or cuda:N). cuda
        is the GPU that Spark gives a task, elsewhere the first; cuda:N is the GPU of that
        number. A GPU is of use with trainingBackend torch, and to an encoder that learns, whose
        network is on it too.
        """
        return self._set(trainingDevice=value)
