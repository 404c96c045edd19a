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

import java.nio.file.Path;
import java.util.List;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.NerModel;

/** Trains a tagger on one machine. */
public final class Trainer {
  private final TrainingOptions options;

  public Trainer(TrainingOptions options) {
    this.options = options;
  }

  /**
   * Trains, validating after every epoch, and gives the model of the best epoch.
   *
   * @param train labelled sentences in any scheme
   * @param valid sentences to choose the best epoch by; where empty, the last epoch counts
   * @param vectors pretrained vectors, or {@link WordVectors#none}
   * @param checkpoint directory of checkpoints, or null for none; where it holds one of this very
   *     run, training goes on from it if {@code resume}
   * @throws org.sparkner.error.BadDataException if the data cannot be trained on
   */
  public NerModel train(
      List<LabeledSentence> train,
      List<LabeledSentence> valid,
      WordVectors vectors,
      Path checkpoint,
      boolean resume,
      TrainingListener listener) {
    throw new UnsupportedOperationException("being built: " + options);
  }
}
