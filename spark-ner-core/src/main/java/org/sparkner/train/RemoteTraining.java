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

import java.util.List;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.NerModel;

/** A training of a network by workers elsewhere, such as Spark's executors, that hold the data. */
public interface RemoteTraining {
  /** Sentences to validate on, which are here; may be empty. */
  List<LabeledSentence> valid();

  /**
   * Trains as {@link Trainer#train} does.
   *
   * @param vectors pretrained vectors, or {@link WordVectors#none}
   */
  NerModel train(WordVectors vectors, Checkpointing checkpointing, TrainingListener listener);
}
