/*
 * Copyright 2026 The Spark NER authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package org.sparkner.spark.param;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.sparkner.option.DistributionOption;

/**
 * How executors share the training of a network. Written by {@code build-tools/generate-options}.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasDistributionParams<S> extends HasParams<S> {
  /**
   * Number of workers that train on the executors; 0 trains on the driver (>= 0). Each has a share
   * of the data and a task slot of its own.
   */
  default IntParam numWorkers() {
    return stageParams().intParam(DistributionOption.NUM_WORKERS);
  }

  /** The value of {@link #numWorkers}. */
  default int getNumWorkers() {
    return (Integer) getOrDefault(numWorkers());
  }

  /**
   * Sets {@link #numWorkers}: Number of workers that train on the executors; 0 trains on the driver
   * (>= 0). Each has a share of the data and a task slot of its own.
   */
  default S setNumWorkers(int value) {
    set(numWorkers(), value);
    return self();
  }

  /**
   * Largest number of batches of each worker between two averagings (>= 0). 0 stands for 512 /
   * numWorkers^2, but at least 16 and at most 128.
   */
  default IntParam averagingInterval() {
    return stageParams().intParam(DistributionOption.AVERAGING_INTERVAL);
  }

  /** The value of {@link #averagingInterval}. */
  default int getAveragingInterval() {
    return (Integer) getOrDefault(averagingInterval());
  }

  /**
   * Sets {@link #averagingInterval}: Largest number of batches of each worker between two
   * averagings (>= 0). 0 stands for 512 / numWorkers^2, but at least 16 and at most 128.
   */
  default S setAveragingInterval(int value) {
    set(averagingInterval(), value);
    return self();
  }

  /**
   * Number of batches at the beginning that are each followed by an averaging (>= 0). Then the
   * interval doubles whenever as many batches have passed.
   */
  default IntParam averagingWarmUp() {
    return stageParams().intParam(DistributionOption.AVERAGING_WARM_UP);
  }

  /** The value of {@link #averagingWarmUp}. */
  default int getAveragingWarmUp() {
    return (Integer) getOrDefault(averagingWarmUp());
  }

  /**
   * Sets {@link #averagingWarmUp}: Number of batches at the beginning that are each followed by an
   * averaging (>= 0). Then the interval doubles whenever as many batches have passed.
   */
  default S setAveragingWarmUp(int value) {
    set(averagingWarmUp(), value);
    return self();
  }

  /**
   * The learning rate of sgd is multiplied by numWorkers to this power (>= 0). Rates of adamw, and
   * of an encoder, stay.
   */
  default DoubleParam rateScaling() {
    return stageParams().doubleParam(DistributionOption.RATE_SCALING);
  }

  /** The value of {@link #rateScaling}. */
  default double getRateScaling() {
    return (Double) getOrDefault(rateScaling());
  }

  /**
   * Sets {@link #rateScaling}: The learning rate of sgd is multiplied by numWorkers to this power
   * (>= 0). Rates of adamw, and of an encoder, stay.
   */
  default S setRateScaling(double value) {
    set(rateScaling(), value);
    return self();
  }

  /** The batch size is divided by numWorkers to this power for the batch of a worker (>= 0). */
  default DoubleParam batchScaling() {
    return stageParams().doubleParam(DistributionOption.BATCH_SCALING);
  }

  /** The value of {@link #batchScaling}. */
  default double getBatchScaling() {
    return (Double) getOrDefault(batchScaling());
  }

  /**
   * Sets {@link #batchScaling}: The batch size is divided by numWorkers to this power for the batch
   * of a worker (>= 0).
   */
  default S setBatchScaling(double value) {
    set(batchScaling(), value);
    return self();
  }

  /** Momentum of the step from one average to the next (in [0, 1)). */
  default DoubleParam outerMomentum() {
    return stageParams().doubleParam(DistributionOption.OUTER_MOMENTUM);
  }

  /** The value of {@link #outerMomentum}. */
  default double getOuterMomentum() {
    return (Double) getOrDefault(outerMomentum());
  }

  /** Sets {@link #outerMomentum}: Momentum of the step from one average to the next (in [0, 1)). */
  default S setOuterMomentum(double value) {
    set(outerMomentum(), value);
    return self();
  }

  /** What becomes of the workers' momentum at an averaging (average, reset). */
  default Param<String> workerMomentum() {
    return stageParams().textParam(DistributionOption.WORKER_MOMENTUM);
  }

  /** The value of {@link #workerMomentum}. */
  default String getWorkerMomentum() {
    return getOrDefault(workerMomentum());
  }

  /**
   * Sets {@link #workerMomentum}: What becomes of the workers' momentum at an averaging (average,
   * reset).
   */
  default S setWorkerMomentum(String value) {
    set(workerMomentum(), value);
    return self();
  }

  /** Whether workers send what they have learned as 16-bit floats. */
  default BooleanParam halfPrecision() {
    return stageParams().booleanParam(DistributionOption.HALF_PRECISION);
  }

  /** The value of {@link #halfPrecision}. */
  default boolean getHalfPrecision() {
    return (Boolean) getOrDefault(halfPrecision());
  }

  /** Sets {@link #halfPrecision}: Whether workers send what they have learned as 16-bit floats. */
  default S setHalfPrecision(boolean value) {
    set(halfPrecision(), value);
    return self();
  }

  /**
   * Number of levels of the tree in which the workers are averaged (>= 1). The last level is the
   * driver.
   */
  default IntParam aggregationDepth() {
    return stageParams().intParam(DistributionOption.AGGREGATION_DEPTH);
  }

  /** The value of {@link #aggregationDepth}. */
  default int getAggregationDepth() {
    return (Integer) getOrDefault(aggregationDepth());
  }

  /**
   * Sets {@link #aggregationDepth}: Number of levels of the tree in which the workers are averaged
   * (>= 1). The last level is the driver.
   */
  default S setAggregationDepth(int value) {
    set(aggregationDepth(), value);
    return self();
  }

  /** What runs the workers, such as spark or dl4j. */
  default Param<String> workerRuntime() {
    return stageParams().textParam(DistributionOption.WORKER_RUNTIME);
  }

  /** The value of {@link #workerRuntime}. */
  default String getWorkerRuntime() {
    return getOrDefault(workerRuntime());
  }

  /** Sets {@link #workerRuntime}: What runs the workers, such as spark or dl4j. */
  default S setWorkerRuntime(String value) {
    set(workerRuntime(), value);
    return self();
  }
}
