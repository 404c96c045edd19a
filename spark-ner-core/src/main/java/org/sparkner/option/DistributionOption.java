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

package org.sparkner.option;

import java.util.List;

/** How executors share the training of a network. */
public final class DistributionOption {
  /** The workers' momentum becomes its mean. */
  public static final String AVERAGE = "average";

  /** The workers' momentum becomes none. */
  public static final String RESET = "reset";

  public static final OptionGroup GROUP =
      new OptionGroup(
          "Distribution", "distribution", "How executors share the training of a network.");

  public static final DeclaredOption<Integer> NUM_WORKERS =
      distribution("numWorkers", WholeNumber.atLeast(0))
          .byDefault(0)
          .doc(
              "Number of workers that train on the executors; 0 trains on the driver.",
              "Each has a share of the data and a task slot of its own.")
          .flag("--workers")
          .formerly("distribution.workers")
          .add();

  public static final DeclaredOption<Integer> AVERAGING_INTERVAL =
      distribution("averagingInterval", WholeNumber.atLeast(0))
          .byDefault(0)
          .doc(
              "Largest number of batches of each worker between two averagings.",
              "0 stands for 512 / {numWorkers}^2, but at least 16 and at most 128.")
          .formerly("averagingFrequency")
          .add();

  public static final DeclaredOption<Integer> AVERAGING_WARM_UP =
      distribution("averagingWarmUp", WholeNumber.atLeast(0))
          .byDefault(50)
          .doc(
              "Number of batches at the beginning that are each followed by an averaging.",
              "Then the interval doubles whenever as many batches have passed.")
          .add();

  public static final DeclaredOption<Double> RATE_SCALING =
      distribution("rateScaling", RealNumber.NOT_NEGATIVE)
          .byDefault(1.0)
          .doc(
              "The learning rate of sgd is multiplied by {numWorkers} to this power.",
              "Rates of adamw, and of an encoder, stay.")
          .add();

  public static final DeclaredOption<Double> BATCH_SCALING =
      distribution("batchScaling", RealNumber.NOT_NEGATIVE)
          .byDefault(0.25)
          .doc("The batch size is divided by {numWorkers} to this power for the batch of a worker.")
          .add();

  public static final DeclaredOption<Double> OUTER_MOMENTUM =
      distribution("outerMomentum", RealNumber.BELOW_ONE)
          .byDefault(0.0)
          .doc("Momentum of the step from one average to the next.")
          .add();

  public static final DeclaredOption<String> WORKER_MOMENTUM =
      distribution("workerMomentum", new Choice(List.of(AVERAGE, RESET)))
          .byDefault(AVERAGE)
          .doc("What becomes of the workers' momentum at an averaging.")
          .add();

  public static final DeclaredOption<Boolean> HALF_PRECISION =
      distribution("halfPrecision", new Flag())
          .byDefault(false)
          .doc("Whether workers send what they have learned as 16-bit floats.")
          .add();

  public static final DeclaredOption<Integer> AGGREGATION_DEPTH =
      distribution("aggregationDepth", WholeNumber.atLeast(1))
          .byDefault(2)
          .doc(
              "Number of levels of the tree in which the workers are averaged.",
              "The last level is the driver.")
          .add();

  public static final DeclaredOption<String> WORKER_RUNTIME =
      distribution("workerRuntime", new Text())
          .byDefault("spark")
          .doc("What runs the workers, such as spark or dl4j.")
          .formerly("distribution", "distribution.implementation")
          .add();

  private DistributionOption() {}

  private static <T> Declaration<T> distribution(String name, Kind<T> kind) {
    return GROUP.option(name, kind).heededBy(ModelOption.NETWORK);
  }
}
