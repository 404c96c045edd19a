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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.model.NerModel;
import org.sparkner.model.Tensor;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.Corpus;
import org.sparkner.train.ToyCorpus;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingOptions;

/** Trainings in rounds, on little data and without threads. */
final class RoundRuns {
  static final List<LabeledSentence> TRAIN = ToyCorpus.sentences(203, 1);
  static final List<LabeledSentence> VALID = ToyCorpus.sentences(40, 2);

  private RoundRuns() {}

  /** Without any scaling. */
  static AveragingOptions averaging(int workers, int interval, int warmUp) {
    return AveragingOptions.of(workers)
        .withRecipe(
            recipe ->
                recipe
                    .with()
                    .averagingInterval(interval)
                    .averagingWarmUp(warmUp)
                    .rateScaling(0)
                    .batchScaling(0)
                    .build());
  }

  static NerModel train(
      TrainingOptions options,
      AveragingOptions averaging,
      List<LabeledSentence> train,
      Random losses,
      Checkpointing checkpointing,
      TrainingListener listener) {
    Corpus corpus = Corpus.of(train, VALID);
    return new RoundTrainer(options, averaging)
        .train(
            corpus,
            VALID,
            ToyCorpus.NO_VECTORS,
            (blueprint, lexicon) -> new ThreadlessWorkers(train, blueprint, lexicon, losses),
            checkpointing,
            listener);
  }

  static NerModel train(TrainingOptions options, AveragingOptions averaging) {
    return train(options, averaging, TRAIN, null, Checkpointing.NONE, TrainingListener.NONE);
  }

  static void assertSameWeights(NerModel found, NerModel expected) {
    for (Tensor tensor : expected.weights().tensors()) {
      assertThat(found.weights().values(tensor.name()))
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
  }
}
