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

import org.apache.spark.SparkContext;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparkner.spark.training.ClusterTrainer;
import org.sparkner.spark.training.DistributedTraining;
import org.sparkner.train.TrainingOptions;
import org.sparkner.train.rounds.AveragingOptions;

/** The params of {@link HasDistributionParams}, made for one stage, and their way into the core. */
public final class DistributionParams {
  private static final String AVERAGE = "average";
  private static final String RESET = "reset";

  final IntParam numWorkers;
  final IntParam averagingFrequency;
  final IntParam averagingWarmUp;
  final DoubleParam rateScaling;
  final DoubleParam batchScaling;
  final DoubleParam outerMomentum;
  final Param<String> workerMomentum;
  final BooleanParam halfPrecision;
  final IntParam aggregationDepth;
  final Param<String> distribution;

  DistributionParams(Params owner) {
    ParamFactory make = new ParamFactory(owner);
    AveragingOptions averaging = AveragingOptions.of(1);
    numWorkers =
        make.atLeast(
            "numWorkers",
            "workers that train on the executors, each with a share of the data and a task slot of"
                + " its own; 0 trains on the driver",
            0,
            0);
    averagingFrequency =
        make.atLeast(
            "averagingFrequency",
            "the most batches of each worker between two averagings; 0 stands for 512 /"
                + " numWorkers^2, but at least 16 and at most 128",
            0,
            0);
    averagingWarmUp =
        make.atLeast(
            "averagingWarmUp",
            "batches of the beginning after each of which the workers are averaged; then the number"
                + " between two averagings doubles every so many batches",
            0,
            averaging.warmUp());
    rateScaling =
        make.notNegative(
            "rateScaling",
            "the learning rate is multiplied by numWorkers to this power",
            averaging.rateScaling());
    batchScaling =
        make.notNegative(
            "batchScaling",
            "the batch size is divided by numWorkers to this power for the batch of a worker",
            averaging.batchScaling());
    outerMomentum =
        make.belowOne(
            "outerMomentum",
            "momentum of the step from one average to the next",
            averaging.outerMomentum());
    workerMomentum =
        make.choice(
            "workerMomentum",
            "what becomes of the workers' momentum at an averaging",
            AVERAGE,
            AVERAGE,
            RESET);
    halfPrecision =
        make.flag(
            "halfPrecision",
            "whether workers send what they learned as 16-bit floats",
            averaging.halfPrecision());
    aggregationDepth =
        make.atLeast(
            "aggregationDepth",
            "levels of the tree in which the workers are averaged; the last is the driver",
            1,
            2);
    distribution = make.string("distribution", "implementation that runs the workers", "spark");
  }

  private static AveragingOptions options(HasDistributionParams<?> stage) {
    return new AveragingOptions(
        stage.getNumWorkers(),
        stage.getAveragingFrequency(),
        stage.getAveragingWarmUp(),
        stage.getRateScaling(),
        stage.getBatchScaling(),
        stage.getOuterMomentum(),
        stage.getWorkerMomentum().equals(RESET)
            ? AveragingOptions.Velocity.RESET
            : AveragingOptions.Velocity.AVERAGE,
        stage.getHalfPrecision());
  }

  /** The trainer that the params of a stage ask for. */
  static ClusterTrainer trainer(
      SparkContext context, HasDistributionParams<?> stage, TrainingOptions options) {
    return new ClusterTrainer(
        context,
        options,
        options(stage),
        DistributedTraining.named(stage.getDistribution()),
        stage.getAggregationDepth());
  }
}
