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
import org.sparkner.error.UsageException;
import org.sparkner.model.Algorithm;
import org.sparkner.option.DataOption;
import org.sparkner.option.DeclaredOption;
import org.sparkner.option.DistributionOption;
import org.sparkner.option.InputOption;
import org.sparkner.option.SilverOption;
import org.sparkner.spark.training.ClusterTrainer;
import org.sparkner.spark.training.DistributedTraining;
import org.sparkner.train.LinearOptions;
import org.sparkner.train.LinearRecipe;
import org.sparkner.train.Preset;
import org.sparkner.train.TrainingOptions;
import org.sparkner.train.rounds.AveragingOptions;
import org.sparkner.train.rounds.DistributionRecipe;

/** From the params of a stage to the options of the core. */
final class StageOptions {
  private StageOptions() {}

  /** What the params of a stage say, over its preset. */
  static TrainingOptions training(NerTagger stage) {
    return Preset.named(stage.getPreset()).options().overlaid(stage.stageParams());
  }

  /**
   * What the params of a stage say, for the core's trainer of linear models.
   *
   * @throws UsageException if a param is set that only a network heeds and that asks for what
   *     cannot be had
   */
  static LinearOptions linear(NerTagger stage, TrainingOptions training) {
    Algorithm algorithm = Algorithm.named(stage.getAlgorithm());
    refuse(stage.isSet(stage.vectorsPath()), InputOption.VECTORS_PATH, algorithm);
    refuse(stage.isSet(stage.pretrainedEncoder()), InputOption.PRETRAINED_ENCODER, algorithm);
    refuse(stage.isSet(stage.silverTable()), SilverOption.SILVER_TABLE, algorithm);
    refuse(stage.getNumWorkers() > 0, DistributionOption.NUM_WORKERS, algorithm);
    refuse(stage.isSet(stage.checkpointDir()), DataOption.CHECKPOINT_DIR, algorithm);
    return LinearOptions.DEFAULT
        .with()
        .algorithm(algorithm)
        .linear(LinearRecipe.DEFAULT.overlaid(stage.stageParams()))
        .recipe(training.recipe())
        .gazetteers(training.gazetteers())
        .readsAttributes(stage.isSet(stage.attributeCol()))
        .build();
  }

  private static void refuse(boolean set, DeclaredOption<?> option, Algorithm algorithm) {
    if (set) {
      throw new UsageException(
          option
              + " is for networks, but algorithm is "
              + algorithm
              + "; clear it, or set algorithm to neural.");
    }
  }

  /** The trainer across executors that the params of a stage ask for. */
  static ClusterTrainer trainer(SparkContext context, NerTagger stage, TrainingOptions options) {
    DistributionRecipe recipe = DistributionRecipe.DEFAULT.overlaid(stage.stageParams());
    return new ClusterTrainer(
        context,
        options,
        new AveragingOptions(recipe),
        DistributedTraining.named(recipe.workerRuntime()),
        recipe.aggregationDepth());
  }
}
