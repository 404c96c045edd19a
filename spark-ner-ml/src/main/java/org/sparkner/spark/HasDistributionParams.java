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

package org.sparkner.spark;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * How training is spread over the executors. Nothing but {@link #numWorkers} matters where it is 0.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasDistributionParams<S> extends Params {
  /** The params of this stage. */
  DistributionParams distributionParams();

  /** This stage. */
  S self();

  /** Workers that train on the executors; 0 trains on the driver. */
  default IntParam numWorkers() {
    return distributionParams().numWorkers;
  }

  /** The most batches of each worker between two averagings. */
  default IntParam averagingFrequency() {
    return distributionParams().averagingFrequency;
  }

  /** Batches of the beginning after each of which is averaged. */
  default IntParam averagingWarmUp() {
    return distributionParams().averagingWarmUp;
  }

  /** The learning rate is multiplied by {@link #numWorkers} to this power. */
  default DoubleParam rateScaling() {
    return distributionParams().rateScaling;
  }

  /** The batch size is divided by {@link #numWorkers} to this power for the batch of a worker. */
  default DoubleParam batchScaling() {
    return distributionParams().batchScaling;
  }

  /** Momentum of the step from one average to the next. */
  default DoubleParam outerMomentum() {
    return distributionParams().outerMomentum;
  }

  /** What becomes of the workers' momentum at an averaging: average or reset. */
  default Param<String> workerMomentum() {
    return distributionParams().workerMomentum;
  }

  /** Whether workers send what they learned as 16-bit floats. */
  default BooleanParam halfPrecision() {
    return distributionParams().halfPrecision;
  }

  /** Levels of the tree in which the workers are averaged; the last is the driver. */
  default IntParam aggregationDepth() {
    return distributionParams().aggregationDepth;
  }

  /** Implementation that runs the workers. */
  default Param<String> distribution() {
    return distributionParams().distribution;
  }

  /** {@link #numWorkers}. */
  default int getNumWorkers() {
    return (Integer) getOrDefault(numWorkers());
  }

  /** {@link #averagingFrequency}. */
  default int getAveragingFrequency() {
    return (Integer) getOrDefault(averagingFrequency());
  }

  /** {@link #averagingWarmUp}. */
  default int getAveragingWarmUp() {
    return (Integer) getOrDefault(averagingWarmUp());
  }

  /** {@link #rateScaling}. */
  default double getRateScaling() {
    return (Double) getOrDefault(rateScaling());
  }

  /** {@link #batchScaling}. */
  default double getBatchScaling() {
    return (Double) getOrDefault(batchScaling());
  }

  /** {@link #outerMomentum}. */
  default double getOuterMomentum() {
    return (Double) getOrDefault(outerMomentum());
  }

  /** {@link #workerMomentum}. */
  default String getWorkerMomentum() {
    return getOrDefault(workerMomentum());
  }

  /** {@link #halfPrecision}. */
  default boolean getHalfPrecision() {
    return (Boolean) getOrDefault(halfPrecision());
  }

  /** {@link #aggregationDepth}. */
  default int getAggregationDepth() {
    return (Integer) getOrDefault(aggregationDepth());
  }

  /** {@link #distribution}. */
  default String getDistribution() {
    return getOrDefault(distribution());
  }

  /** Sets {@link #numWorkers}. */
  default S setNumWorkers(int value) {
    set(numWorkers(), value);
    return self();
  }

  /** Sets {@link #averagingFrequency}. */
  default S setAveragingFrequency(int value) {
    set(averagingFrequency(), value);
    return self();
  }

  /** Sets {@link #averagingWarmUp}. */
  default S setAveragingWarmUp(int value) {
    set(averagingWarmUp(), value);
    return self();
  }

  /** Sets {@link #rateScaling}. */
  default S setRateScaling(double value) {
    set(rateScaling(), value);
    return self();
  }

  /** Sets {@link #batchScaling}. */
  default S setBatchScaling(double value) {
    set(batchScaling(), value);
    return self();
  }

  /** Sets {@link #outerMomentum}. */
  default S setOuterMomentum(double value) {
    set(outerMomentum(), value);
    return self();
  }

  /** Sets {@link #workerMomentum}. */
  default S setWorkerMomentum(String value) {
    set(workerMomentum(), value);
    return self();
  }

  /** Sets {@link #halfPrecision}. */
  default S setHalfPrecision(boolean value) {
    set(halfPrecision(), value);
    return self();
  }

  /** Sets {@link #aggregationDepth}. */
  default S setAggregationDepth(int value) {
    set(aggregationDepth(), value);
    return self();
  }

  /** Sets {@link #distribution}. */
  default S setDistribution(String value) {
    set(distribution(), value);
    return self();
  }
}
