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

import java.util.List;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.device.Device;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.NerModel;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.Corpus;
import org.sparkner.train.RunSetup;
import org.sparkner.train.Trainer;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingOptions;

/**
 * Trains a tagger on many machines: workers make steps on their shards of the data, and every few
 * steps all go on from the mean of what they have learned. The same data, options, number of
 * workers and seed give the same weights; one worker gives those of {@link Trainer}. Only if an
 * encoder learns, a replica that is lost takes its moments with it, and changes the weights.
 */
public final class RoundTrainer {
  private final TrainingOptions options;
  private final AveragingOptions averaging;

  /** A trainer that averages what workers learn. */
  public RoundTrainer(TrainingOptions options, AveragingOptions averaging) {
    this.options =
        options.withRecipe(
            recipe -> recipe.withBatchSize(averaging.workerBatch(recipe.batchSize())));
    this.averaging = averaging;
  }

  /**
   * Trains as {@link Trainer#train} does.
   *
   * @param corpus what the workers' shards hold together
   * @param valid sentences to choose the best epoch by, scored on the driver
   */
  public NerModel train(
      Corpus corpus,
      List<LabeledSentence> valid,
      WordVectors vectors,
      Workers.Factory factory,
      Checkpointing checkpointing,
      TrainingListener listener) {
    // The driver averages and validates; it needs no device of its own.
    TrainingOptions here =
        options.withRecipe(recipe -> recipe.withTrainingDevice(Device.CPU.toString()));
    RunSetup setup = RunSetup.of(here, corpus, valid, vectors, listener);
    Lexicon lexicon = setup.lexicon();
    ReplicaBlueprint blueprint =
        new ReplicaBlueprint(
            setup.options().withGazetteers(Gazetteers.NONE), // they travel with the lexicon
            averaging,
            setup.labels().scheme(),
            setup.labels().labels(),
            lexicon.characterIds(),
            lexicon.affixes().size(),
            lexicon.attributeValues().size(),
            setup.trainedRows() + 1);
    try (Workers workers = factory.open(blueprint, lexicon.withFirstWords(setup.trainedRows()))) {
      AveragedLearner learner = new AveragedLearner(setup.learner(), blueprint);
      RoundSteps steps = new RoundSteps(learner, options, averaging, workers, listener);
      return setup.run(steps, checkpointing, "averaging=" + averaging);
    }
  }
}
