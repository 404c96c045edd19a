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

package org.sparkner.jobs.train;

import java.util.Collections;
import java.util.List;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.jobs.model.TrainedEntities;
import org.sparkner.train.TrainingData;

/**
 * What a report needs of the sentences that a training has read, without keeping those it learns
 * from.
 */
final class SentencesRead {
  private List<LabeledSentence> validation = List.of();
  private TrainedEntities entities;

  /** Hears what is learned from and validated on here. */
  TrainingData training(TrainingData data) {
    entities = TrainedEntities.of(data.train());
    validation = data.valid();
    return data;
  }

  /** Hears what is validated on, where executors read what is learned from. */
  List<LabeledSentence> validation(List<LabeledSentence> sentences) {
    validation = sentences;
    return sentences;
  }

  /** The sentences that were validated on, each with the name of its file. */
  LabeledData.Placed validation(String name) {
    return new LabeledData.Placed(validation, Collections.nCopies(validation.size(), name));
  }

  /** The entities that were learned from; null where executors have read them. */
  TrainedEntities entities() {
    return entities;
  }
}
