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

import java.util.Locale;

/** What is looked for. */
public enum CheckKind {
  /** There is nothing to learn: no entity at all, or the same label everywhere. */
  NOTHING_TO_LEARN,
  /** Tags that their own scheme would have written otherwise. */
  SCHEME_VIOLATION,
  /** A label that occurs once. */
  RARE_LABEL,
  /** Two labels that differ by case or by a letter. */
  SIMILAR_LABELS,
  /** The same sentence with two labellings. */
  CONFLICTING_SENTENCE,
  /** The same sentence, more than once. */
  REPEATED_SENTENCE,
  /** The same name with two labels, or with one and without. */
  CONFLICTING_NAME,
  /** Names that look like entities and are never labelled. */
  UNLABELLED_NAME,
  /** Sentences to validate on that are in the training data. */
  LEAK,
  /** Types of which only one of training and validation data has entities. */
  MISSING_TYPE,
  /** Text in another encoding than it was read in, and characters that are none. */
  MOJIBAKE,
  /** Sentences so long that they must be several. */
  LONG_SENTENCE,
  /** Types of very different frequency, or hardly any sentence without an entity. */
  BALANCE,
  /** Tokens that the word vectors do not know. */
  VECTOR_COVERAGE,
  /** Types of which there are too few entities. */
  AMOUNT;

  /** In lower case with dashes, such as {@code scheme-violation}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
