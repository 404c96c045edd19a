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

package org.sparkner.spark.data;

import org.sparkner.corpus.LabeledSentence;

/** What became of a row, or of a part of one, that was to be labelled sentences. */
sealed interface PreparedRow {
  /**
   * A sentence.
   *
   * @param validation whether the row is marked for validation
   */
  record Sentence(LabeledSentence sentence, boolean validation) implements PreparedRow {}

  /**
   * What was wrong.
   *
   * @param text what a message says of it
   */
  record Problem(Kind kind, String text) implements PreparedRow {}

  /** What may be wrong with a row. */
  enum Kind {
    /** There are no tokens or there is no label. */
    SKIPPED,
    /** A span does not fit the tokens; the text says what became of it. */
    MISALIGNED,
    /** There are more tags or attributes than tokens, or fewer. */
    UNEQUAL,
    /** The weight is no number above 0. */
    WEIGHT
  }
}
