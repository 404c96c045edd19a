"""How executors share the training of a network.

Written by build-tools/generate-options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from pyspark.ml.param import Param, Params, TypeConverters

if TYPE_CHECKING:
    from typing_extensions import Self


class DistributionKeywords(TypedDict, total=False):
    """The params of `HasDistributionParams` as keyword arguments."""

    numWorkers: int
    averagingInterval: int
    averagingWarmUp: int
    rateScaling: float
    batchScaling: float
    outerMomentum: float
    workerMomentum: str
    halfPrecision: bool
    aggregationDepth: int
    workerRuntime: str


class HasDistributionParams(Params):
    """How executors share the training of a network."""

    numWorkers: Param[int] = Param(
        Params._dummy(),
        "numWorkers",
        "Number of workers that train on the executors; 0 trains on the driver (>= 0). Each has a"
        " share of the data and a task slot of its own.",
        TypeConverters.toInt,
    )
    averagingInterval: Param[int] = Param(
        Params._dummy(),
        "averagingInterval",
        "Largest number of batches of each worker between two averagings (>= 0). 0 stands for 512"
        " / numWorkers^2, but at least 16 and at most 128.",
        TypeConverters.toInt,
    )
    averagingWarmUp: Param[int] = Param(
        Params._dummy(),
        "averagingWarmUp",
        "Number of batches at the beginning that are each followed by an averaging (>= 0). Then"
        " the interval doubles whenever as many batches have passed.",
        TypeConverters.toInt,
    )
    rateScaling: Param[float] = Param(
        Params._dummy(),
        "rateScaling",
        "The learning rate of sgd is multiplied by numWorkers to this power (>= 0). Rates of"
        " adamw, and of an encoder, stay.",
        TypeConverters.toFloat,
    )
    batchScaling: Param[float] = Param(
        Params._dummy(),
        "batchScaling",
        "The batch size is divided by numWorkers to this power for the batch of a worker (>= 0).",
        TypeConverters.toFloat,
    )
    outerMomentum: Param[float] = Param(
        Params._dummy(),
        "outerMomentum",
        "Momentum of the step from one average to the next (in [0, 1)).",
        TypeConverters.toFloat,
    )
    workerMomentum: Param[str] = Param(
        Params._dummy(),
        "workerMomentum",
        "What becomes of the workers' momentum at an averaging (average, reset).",
        TypeConverters.toString,
    )
    halfPrecision: Param[bool] = Param(
        Params._dummy(),
        "halfPrecision",
        "Whether workers send what they have learned as 16-bit floats.",
        TypeConverters.toBoolean,
    )
    aggregationDepth: Param[int] = Param(
        Params._dummy(),
        "aggregationDepth",
        "Number of levels of the tree in which the workers are averaged (>= 1). The last level is"
        " the driver.",
        TypeConverters.toInt,
    )
    workerRuntime: Param[str] = Param(
        Params._dummy(),
        "workerRuntime",
        "What runs the workers, such as spark or dl4j.",
        TypeConverters.toString,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._setDefault(
            numWorkers=0,
            averagingInterval=0,
            averagingWarmUp=50,
            rateScaling=1.0,
            batchScaling=0.25,
            outerMomentum=0.0,
            workerMomentum="average",
            halfPrecision=False,
            aggregationDepth=2,
            workerRuntime="spark",
        )

    def getNumWorkers(self) -> int:
        """The value of `numWorkers`."""
        return self.getOrDefault(self.numWorkers)

    def setNumWorkers(self, value: int) -> Self:
        """Sets `numWorkers`: Number of workers that train on the executors; 0 trains on the
        driver (>= 0). Each has a share of the data and a task slot of its own.
        """
        return self._set(numWorkers=value)

    def getAveragingInterval(self) -> int:
        """The value of `averagingInterval`."""
        return self.getOrDefault(self.averagingInterval)

    def setAveragingInterval(self, value: int) -> Self:
        """Sets `averagingInterval`: Largest number of batches of each worker between two
        averagings (>= 0). 0 stands for 512 / numWorkers^2, but at least 16 and at most 128.
        """
        return self._set(averagingInterval=value)

    def getAveragingWarmUp(self) -> int:
        """The value of `averagingWarmUp`."""
        return self.getOrDefault(self.averagingWarmUp)

    def setAveragingWarmUp(self, value: int) -> Self:
        """Sets `averagingWarmUp`: Number of batches at the beginning that are each followed by
        an averaging (>= 0). Then the interval doubles whenever as many batches have passed.
        """
        return self._set(averagingWarmUp=value)

    def getRateScaling(self) -> float:
        """The value of `rateScaling`."""
        return self.getOrDefault(self.rateScaling)

    def setRateScaling(self, value: float) -> Self:
        """Sets `rateScaling`: The learning rate of sgd is multiplied by numWorkers to this power
        (>= 0). Rates of adamw, and of an encoder, stay.
        """
        return self._set(rateScaling=value)

    def getBatchScaling(self) -> float:
        """The value of `batchScaling`."""
        return self.getOrDefault(self.batchScaling)

    def setBatchScaling(self, value: float) -> Self:
        """Sets `batchScaling`: The batch size is divided by numWorkers to this power for the
        batch of a worker (>= 0).
        """
        return self._set(batchScaling=value)

    def getOuterMomentum(self) -> float:
        """The value of `outerMomentum`."""
        return self.getOrDefault(self.outerMomentum)

    def setOuterMomentum(self, value: float) -> Self:
        """Sets `outerMomentum`: Momentum of the step from one average to the next (in [0, 1))."""
        return self._set(outerMomentum=value)

    def getWorkerMomentum(self) -> str:
        """The value of `workerMomentum`."""
        return self.getOrDefault(self.workerMomentum)

    def setWorkerMomentum(self, value: str) -> Self:
        """Sets `workerMomentum`: What becomes of the workers' momentum at an averaging (average,
        reset).
        """
        return self._set(workerMomentum=value)

    def getHalfPrecision(self) -> bool:
        """The value of `halfPrecision`."""
        return self.getOrDefault(self.halfPrecision)

    def setHalfPrecision(self, value: bool) -> Self:
        """Sets `halfPrecision`: Whether workers send what they have learned as 16-bit floats."""
        return self._set(halfPrecision=value)

    def getAggregationDepth(self) -> int:
        """The value of `aggregationDepth`."""
        return self.getOrDefault(self.aggregationDepth)

    def setAggregationDepth(self, value: int) -> Self:
        """Sets `aggregationDepth`: Number of levels of the tree in which the workers are
        averaged (>= 1). The last level is the driver.
        """
        return self._set(aggregationDepth=value)

    def getWorkerRuntime(self) -> str:
        """The value of `workerRuntime`."""
        return self.getOrDefault(self.workerRuntime)

    def setWorkerRuntime(self, value: str) -> Self:
        """Sets `workerRuntime`: What runs the workers, such as spark or dl4j."""
        return self._set(workerRuntime=value)
