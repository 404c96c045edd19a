"""How training is spread over the executors. Nothing but `numWorkers` matters where it is 0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class DistributionKeywords(TypedDict, total=False):
    """The params of `HasDistributionParams` as keyword arguments."""

    numWorkers: int
    averagingFrequency: int
    averagingWarmUp: int
    rateScaling: float
    batchScaling: float
    outerMomentum: float
    workerMomentum: str
    halfPrecision: bool
    aggregationDepth: int
    distribution: str


class HasDistributionParams(Params):
    """How training is spread over the executors. Nothing but `numWorkers` matters where it is 0."""

    numWorkers: Param[int] = Param(
        Params._dummy(),
        "numWorkers",
        "workers that train on the executors, each with a share of the data and a task "
        "slot of its own; 0 trains on the driver (>= 0)",
        TypeConverters.toInt,
    )
    averagingFrequency: Param[int] = Param(
        Params._dummy(),
        "averagingFrequency",
        "the most batches of each worker between two averagings; 0 stands for 512 / "
        "numWorkers^2, but at least 16 and at most 128 (>= 0)",
        TypeConverters.toInt,
    )
    averagingWarmUp: Param[int] = Param(
        Params._dummy(),
        "averagingWarmUp",
        "batches of the beginning after each of which the workers are averaged; then the "
        "number between two averagings doubles every so many batches (>= 0)",
        TypeConverters.toInt,
    )
    rateScaling: Param[float] = Param(
        Params._dummy(),
        "rateScaling",
        "the learning rate is multiplied by numWorkers to this power (>= 0)",
        TypeConverters.toFloat,
    )
    batchScaling: Param[float] = Param(
        Params._dummy(),
        "batchScaling",
        "the batch size is divided by numWorkers to this power for the batch of a worker (>= 0)",
        TypeConverters.toFloat,
    )
    outerMomentum: Param[float] = Param(
        Params._dummy(),
        "outerMomentum",
        "momentum of the step from one average to the next (in [0, 1))",
        TypeConverters.toFloat,
    )
    workerMomentum: Param[str] = Param(
        Params._dummy(),
        "workerMomentum",
        "what becomes of the workers' momentum at an averaging (average, reset)",
        TypeConverters.toString,
    )
    halfPrecision: Param[bool] = Param(
        Params._dummy(),
        "halfPrecision",
        "whether workers send what they learned as 16-bit floats",
        TypeConverters.toBoolean,
    )
    aggregationDepth: Param[int] = Param(
        Params._dummy(),
        "aggregationDepth",
        "levels of the tree in which the workers are averaged; the last is the driver (>= 1)",
        TypeConverters.toInt,
    )
    distribution: Param[str] = Param(
        Params._dummy(),
        "distribution",
        "implementation that runs the workers",
        TypeConverters.toString,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            numWorkers=0,
            averagingFrequency=0,
            averagingWarmUp=50,
            rateScaling=1.0,
            batchScaling=0.25,
            outerMomentum=0.0,
            workerMomentum="average",
            halfPrecision=False,
            aggregationDepth=2,
            distribution="spark",
        )

    def getNumWorkers(self) -> int:
        """The value of `numWorkers`."""
        return self.getOrDefault(self.numWorkers)

    def setNumWorkers(self, value: int) -> Self:
        """Sets `numWorkers`: workers that train on the executors, each with a share of the data and
        a task slot of its own; 0 trains on the driver (>= 0).
        """
        return self._set(numWorkers=value)

    def getAveragingFrequency(self) -> int:
        """The value of `averagingFrequency`."""
        return self.getOrDefault(self.averagingFrequency)

    def setAveragingFrequency(self, value: int) -> Self:
        """Sets `averagingFrequency`: the most batches of each worker between two averagings; 0
        stands for 512 / numWorkers^2, but at least 16 and at most 128 (>= 0).
        """
        return self._set(averagingFrequency=value)

    def getAveragingWarmUp(self) -> int:
        """The value of `averagingWarmUp`."""
        return self.getOrDefault(self.averagingWarmUp)

    def setAveragingWarmUp(self, value: int) -> Self:
        """Sets `averagingWarmUp`: batches of the beginning after each of which the workers are
        averaged; then the number between two averagings doubles every so many batches (>= 0).
        """
        return self._set(averagingWarmUp=value)

    def getRateScaling(self) -> float:
        """The value of `rateScaling`."""
        return self.getOrDefault(self.rateScaling)

    def setRateScaling(self, value: float) -> Self:
        """Sets `rateScaling`: the learning rate is multiplied by numWorkers to this power (>=
        0).
        """
        return self._set(rateScaling=value)

    def getBatchScaling(self) -> float:
        """The value of `batchScaling`."""
        return self.getOrDefault(self.batchScaling)

    def setBatchScaling(self, value: float) -> Self:
        """Sets `batchScaling`: the batch size is divided by numWorkers to this power for the batch
        of a worker (>= 0).
        """
        return self._set(batchScaling=value)

    def getOuterMomentum(self) -> float:
        """The value of `outerMomentum`."""
        return self.getOrDefault(self.outerMomentum)

    def setOuterMomentum(self, value: float) -> Self:
        """Sets `outerMomentum`: momentum of the step from one average to the next (in [0, 1))."""
        return self._set(outerMomentum=value)

    def getWorkerMomentum(self) -> str:
        """The value of `workerMomentum`."""
        return self.getOrDefault(self.workerMomentum)

    def setWorkerMomentum(self, value: str) -> Self:
        """Sets `workerMomentum`: what becomes of the workers' momentum at an averaging (average,
        reset).
        """
        return self._set(workerMomentum=value)

    def getHalfPrecision(self) -> bool:
        """The value of `halfPrecision`."""
        return self.getOrDefault(self.halfPrecision)

    def setHalfPrecision(self, value: bool) -> Self:
        """Sets `halfPrecision`: whether workers send what they learned as 16-bit floats."""
        return self._set(halfPrecision=value)

    def getAggregationDepth(self) -> int:
        """The value of `aggregationDepth`."""
        return self.getOrDefault(self.aggregationDepth)

    def setAggregationDepth(self, value: int) -> Self:
        """Sets `aggregationDepth`: levels of the tree in which the workers are averaged; the last
        is the driver (>= 1).
        """
        return self._set(aggregationDepth=value)

    def getDistribution(self) -> str:
        """The value of `distribution`."""
        return self.getOrDefault(self.distribution)

    def setDistribution(self, value: str) -> Self:
        """Sets `distribution`: implementation that runs the workers."""
        return self._set(distribution=value)
