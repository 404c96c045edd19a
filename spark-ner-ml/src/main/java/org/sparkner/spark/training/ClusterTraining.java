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

package org.sparkner.spark.training;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.NerModel;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.RemoteTraining;
import org.sparkner.train.TrainingListener;

/**
 * A trainer with its data, for the core's door to training.
 *
 * @param sentences as {@link ClusterTrainer#train} takes them
 * @param valid to validate on; may be empty
 */
public record ClusterTraining(
    ClusterTrainer trainer, JavaRDD<SerializableSentence> sentences, List<LabeledSentence> valid)
    implements RemoteTraining {
  @Override
  public NerModel train(
      WordVectors vectors, Checkpointing checkpointing, TrainingListener listener) {
    return trainer.train(sentences, valid, vectors, checkpointing, listener);
  }
}
