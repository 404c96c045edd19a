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

package org.sparkner.train.rounds;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import org.sparkner.option.DistributionOption;
import org.sparkner.option.OptionMap;
import org.sparkner.option.OptionValues;

/**
 * How executors share the training of a network. Written by {@code build-tools/generate-options}.
 *
 * @param numWorkers number of workers that train on the executors; 0 trains on the driver (>= 0).
 *     Each has a share of the data and a task slot of its own.
 * @param averagingInterval largest number of batches of each worker between two averagings (>= 0).
 *     0 stands for 512 / numWorkers^2, but at least 16 and at most 128.
 * @param averagingWarmUp number of batches at the beginning that are each followed by an averaging
 *     (>= 0). Then the interval doubles whenever as many batches have passed.
 * @param rateScaling the learning rate of sgd is multiplied by numWorkers to this power (>= 0).
 *     Rates of adamw, and of an encoder, stay.
 * @param batchScaling the batch size is divided by numWorkers to this power for the batch of a
 *     worker (>= 0).
 * @param outerMomentum momentum of the step from one average to the next (in [0, 1)).
 * @param workerMomentum what becomes of the workers' momentum at an averaging (average, reset).
 * @param halfPrecision whether workers send what they have learned as 16-bit floats.
 * @param aggregationDepth number of levels of the tree in which the workers are averaged (>= 1).
 *     The last level is the driver.
 * @param workerRuntime what runs the workers, such as spark or dl4j.
 */
@RecordBuilder
public record DistributionRecipe(
    int numWorkers,
    int averagingInterval,
    int averagingWarmUp,
    double rateScaling,
    double batchScaling,
    double outerMomentum,
    String workerMomentum,
    boolean halfPrecision,
    int aggregationDepth,
    String workerRuntime)
    implements DistributionRecipeBuilder.With, Serializable {

  /** The defaults. */
  public static final DistributionRecipe DEFAULT =
      DistributionRecipeBuilder.builder()
          .numWorkers(DistributionOption.NUM_WORKERS.byDefault())
          .averagingInterval(DistributionOption.AVERAGING_INTERVAL.byDefault())
          .averagingWarmUp(DistributionOption.AVERAGING_WARM_UP.byDefault())
          .rateScaling(DistributionOption.RATE_SCALING.byDefault())
          .batchScaling(DistributionOption.BATCH_SCALING.byDefault())
          .outerMomentum(DistributionOption.OUTER_MOMENTUM.byDefault())
          .workerMomentum(DistributionOption.WORKER_MOMENTUM.byDefault())
          .halfPrecision(DistributionOption.HALF_PRECISION.byDefault())
          .aggregationDepth(DistributionOption.AGGREGATION_DEPTH.byDefault())
          .workerRuntime(DistributionOption.WORKER_RUNTIME.byDefault())
          .build();

  /**
   * @throws org.sparkner.error.UsageException if a value is out of its range
   */
  public DistributionRecipe {
    DistributionOption.NUM_WORKERS.check(numWorkers);
    DistributionOption.AVERAGING_INTERVAL.check(averagingInterval);
    DistributionOption.AVERAGING_WARM_UP.check(averagingWarmUp);
    DistributionOption.RATE_SCALING.check(rateScaling);
    DistributionOption.BATCH_SCALING.check(batchScaling);
    DistributionOption.OUTER_MOMENTUM.check(outerMomentum);
    DistributionOption.WORKER_MOMENTUM.check(workerMomentum);
    DistributionOption.HALF_PRECISION.check(halfPrecision);
    DistributionOption.AGGREGATION_DEPTH.check(aggregationDepth);
    DistributionOption.WORKER_RUNTIME.check(workerRuntime);
  }

  /** What is set, over the values here. */
  public DistributionRecipe overlaid(OptionValues set) {
    return with()
        .numWorkers(set.get(DistributionOption.NUM_WORKERS, numWorkers))
        .averagingInterval(set.get(DistributionOption.AVERAGING_INTERVAL, averagingInterval))
        .averagingWarmUp(set.get(DistributionOption.AVERAGING_WARM_UP, averagingWarmUp))
        .rateScaling(set.get(DistributionOption.RATE_SCALING, rateScaling))
        .batchScaling(set.get(DistributionOption.BATCH_SCALING, batchScaling))
        .outerMomentum(set.get(DistributionOption.OUTER_MOMENTUM, outerMomentum))
        .workerMomentum(set.get(DistributionOption.WORKER_MOMENTUM, workerMomentum))
        .halfPrecision(set.get(DistributionOption.HALF_PRECISION, halfPrecision))
        .aggregationDepth(set.get(DistributionOption.AGGREGATION_DEPTH, aggregationDepth))
        .workerRuntime(set.get(DistributionOption.WORKER_RUNTIME, workerRuntime))
        .build();
  }

  /** The values by their options. */
  public OptionMap values() {
    return new OptionMap()
        .put(DistributionOption.NUM_WORKERS, numWorkers)
        .put(DistributionOption.AVERAGING_INTERVAL, averagingInterval)
        .put(DistributionOption.AVERAGING_WARM_UP, averagingWarmUp)
        .put(DistributionOption.RATE_SCALING, rateScaling)
        .put(DistributionOption.BATCH_SCALING, batchScaling)
        .put(DistributionOption.OUTER_MOMENTUM, outerMomentum)
        .put(DistributionOption.WORKER_MOMENTUM, workerMomentum)
        .put(DistributionOption.HALF_PRECISION, halfPrecision)
        .put(DistributionOption.AGGREGATION_DEPTH, aggregationDepth)
        .put(DistributionOption.WORKER_RUNTIME, workerRuntime);
  }
}
