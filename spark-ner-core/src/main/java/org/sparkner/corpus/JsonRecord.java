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

package org.sparkner.corpus;

import java.util.List;

/** What an annotated JSON object holds. */
sealed interface JsonRecord {
  /** Tokens with tags. */
  record Sentence(LabeledSentence sentence) implements JsonRecord {}

  /** The sentences of a document, at least one. */
  record Sentences(List<LabeledSentence> sentences) implements JsonRecord {}

  /**
   * A text with spans.
   *
   * @param tokens in order, not overlapping; null where the text is yet to be split
   * @param starts indices of the tokens that begin a sentence, the first 0
   */
  record Text(String text, List<TextSpan> spans, List<TextSpan> tokens, List<Integer> starts)
      implements JsonRecord {}

  /** An example that its annotator refused. */
  record Refused() implements JsonRecord {}

  /** Nothing to read: no tokens. */
  record Empty() implements JsonRecord {}
}
