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
import java.util.Map;
import java.util.Optional;
import org.sparkner.corpus.TagReading;
import org.sparkner.tags.TagScheme;

/**
 * What the first pass over the training data found.
 *
 * @param sentences sentences
 * @param tokens tokens
 * @param scheme detected scheme
 * @param labels the model's labels
 * @param entities spans of each type
 * @param vocabulary distinct tokens
 * @param unknownRate share of tokens that the lexicon does not know, 0 to 1; NaN for linear models
 * @param violations sentences that their scheme would have written otherwise
 * @param longest token counts of the ten longest sentences
 * @param validSentences sentences of the validation data
 * @param validTokens tokens of the validation data
 */
public record CorpusReport(
    long sentences,
    long tokens,
    TagScheme scheme,
    List<String> labels,
    Map<String, Long> entities,
    long vocabulary,
    double unknownRate,
    long violations,
    List<Integer> longest,
    long validSentences,
    long validTokens) {

  /** What to warn of in the tags; one line, if there is reason to. */
  public Optional<String> warning() {
    return scheme == TagScheme.PLAIN ? TagReading.warning(labels) : Optional.empty();
  }
}
