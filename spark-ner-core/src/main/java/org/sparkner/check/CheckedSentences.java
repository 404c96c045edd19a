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

package org.sparkner.check;

import java.util.List;
import java.util.function.BiConsumer;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SentencePlace;

/**
 * Labelled sentences that can be read again and again, one at a time, with chunk tags spelled as
 * IOB1, IOB2 or BIOES write them, or plain labels.
 */
@FunctionalInterface
public interface CheckedSentences {
  /** None. */
  CheckedSentences NONE = action -> {};

  /** Reads all of them, in the same order each time. */
  void forEach(BiConsumer<LabeledSentence, SentencePlace> action);

  /**
   * Sentences in memory, whose place is their number.
   *
   * @param name what messages call them, such as {@code train}
   */
  static CheckedSentences of(String name, List<LabeledSentence> sentences) {
    return action -> {
      for (int i = 0; i < sentences.size(); i++) {
        action.accept(sentences.get(i), SentencePlace.row(name, i + 1L));
      }
    };
  }
}
