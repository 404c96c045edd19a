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

package org.sparkner.jobs.settings;

import org.apache.spark.sql.SparkSession;
import org.sparkner.option.DistributionOption;
import org.sparkner.spark.training.ClusterTrainer;
import org.sparkner.spark.training.DistributedTraining;
import org.sparkner.train.TrainingOptions;
import org.sparkner.train.rounds.AveragingOptions;
import org.sparkner.train.rounds.DistributionRecipe;

/** From settings to a training across executors. */
public final class DistributionSettings {
  private final Settings settings;

  public DistributionSettings(Settings settings) {
    this.settings = settings;
  }

  /** Workers on the executors; 0 trains here. */
  public int workers() {
    return settings.get(DistributionOption.NUM_WORKERS);
  }

  /** How a number of workers are brought together. */
  public AveragingOptions averaging(int workers) {
    return new AveragingOptions(
        DistributionRecipe.DEFAULT.overlaid(settings).withNumWorkers(workers));
  }

  /**
   * The trainer, once it is sure that the workers have task slots.
   *
   * @throws org.sparkner.error.UsageException if a setting is out of its range
   */
  public ClusterTrainer trainer(SparkSession spark, TrainingOptions options) {
    return trainer(spark, options, averaging(workers()));
  }

  /** The same with workers that are brought together otherwise. */
  public ClusterTrainer trainer(
      SparkSession spark, TrainingOptions options, AveragingOptions averaging) {
    DistributionRecipe recipe = averaging.recipe();
    return new ClusterTrainer(
        spark.sparkContext(),
        options,
        averaging,
        DistributedTraining.named(recipe.workerRuntime()),
        recipe.aggregationDepth());
  }
}
