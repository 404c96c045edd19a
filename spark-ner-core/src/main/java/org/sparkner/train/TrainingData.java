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

/**
 * Labelled sentences of a training on one machine.
 *
 * @param train to learn from
 * @param valid to validate on; may be empty
 * @param silver to learn from as well: sentences that a teacher labelled, with tags in BIOES or
 *     plain labels; may be empty
 */
public record TrainingData(
    List<LabeledSentence> train, List<LabeledSentence> valid, List<LabeledSentence> silver) {
  /** Without a teacher. */
  public TrainingData(List<LabeledSentence> train, List<LabeledSentence> valid) {
    this(train, valid, List.of());
  }

  /** Of the same sentences, and of those that a teacher labelled. */
  public TrainingData withSilver(List<LabeledSentence> sentences) {
    return new TrainingData(train, valid, sentences);
  }
}
