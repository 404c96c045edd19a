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

package org.sparkner.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.model.Algorithm;
import org.sparkner.model.NerModel;
import org.sparkner.model.TrainingSummary;

class NothingFoundTest {
  private static final List<LabeledSentence> TRAIN = ToyCorpus.sentences(60, 1);

  /** Of a type that nobody has learned. */
  private static final List<LabeledSentence> FOOD =
      List.of(new LabeledSentence(List.of("rye", "."), List.of("B-FOOD", "O"), List.of("X", "X")));

  private static final List<LabeledSentence> NO_ENTITY =
      List.of(new LabeledSentence(List.of("rye", "."), List.of("O", "O"), List.of("X", "X")));

  private final List<TrainingListener.EpochReport> epochs = new ArrayList<>();
  private TrainingSummary end;

  private final TrainingListener listener =
      new TrainingListener() {
        @Override
        public void onEpoch(EpochReport report) {
          epochs.add(report);
        }

        @Override
        public void onEnd(TrainingSummary summary) {
          end = summary;
        }
      };

  private NerModel train(TrainingOptions options, List<LabeledSentence> valid) {
    return new Trainer(options)
        .train(TRAIN, valid, ToyCorpus.NO_VECTORS, Checkpointing.NONE, listener);
  }

  @Test
  void ofEpochsThatFindNothingTheOneOfTheSmallestLossIsKeptAndNoneIsCalledTheBest() {
    NerModel model = train(ToyCorpus.options(4, 1), FOOD);

    assertThat(epochs)
        .hasSize(4)
        .allMatch(epoch -> epoch.f1() == 0)
        .noneMatch(epoch -> epoch.best());
    int smallest =
        epochs.stream()
            .min(Comparator.comparingDouble(TrainingListener.EpochReport::loss))
            .orElseThrow()
            .epoch();
    assertThat(model.training().epoch()).isEqualTo(smallest).isGreaterThan(1);
    assertThat(end).isEqualTo(model.training());
    assertThat(end.foundNothing()).isTrue();
  }

  @Test
  void patienceEndsThemAsWhereNothingGetsBetter() {
    train(ToyCorpus.options(60, 1).withRecipe(recipe -> recipe.withPatience(2)), FOOD);

    assertThat(epochs).hasSize(3);
  }

  @Test
  void whereNothingIsToBeFoundNothingIsMeasuredAndTheLastEpochCounts() {
    for (List<LabeledSentence> valid : List.of(NO_ENTITY, List.<LabeledSentence>of())) {
      epochs.clear();
      NerModel model = train(ToyCorpus.options(3, 1), valid);

      assertThat(epochs).hasSize(3).noneMatch(epoch -> epoch.validated() || epoch.best());
      assertThat(model.training().epoch()).isEqualTo(3);
      assertThat(end.metrics()).isEmpty();
      assertThat(end.foundNothing()).isFalse();
    }
  }

  @Test
  void aModelOfNoLabelButOHasFoundNothing() {
    new Trainer(ToyCorpus.options(1, 1))
        .train(NO_ENTITY, FOOD, ToyCorpus.NO_VECTORS, Checkpointing.NONE, listener);

    assertThat(end.foundNothing()).isTrue();
  }

  @Test
  void linearModelsTellTheSame() {
    LinearOptions options = LinearOptions.DEFAULT.withAlgorithm(Algorithm.HMM);

    new LinearTrainer(options).train(TRAIN, FOOD, listener);
    assertThat(epochs.get(0).best()).isFalse();
    assertThat(epochs.get(0).loss()).as("counting has no loss").isNaN();
    assertThat(end.foundNothing()).isTrue();

    new LinearTrainer(options).train(TRAIN, NO_ENTITY, listener);
    assertThat(epochs.get(1).validated()).isFalse();
    assertThat(end.foundNothing()).isFalse();
  }
}
