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

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sparkner.corpus.TagReading;
import org.sparkner.lexicon.VectorCoverage;
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
 * @param coverage by pretrained vectors; null where there are none
 * @param violations sentences that their scheme would have written otherwise
 * @param longest token counts of the ten longest sentences
 * @param validSentences sentences of the validation data
 * @param validTokens tokens of the validation data
 * @param warnings what would make the model, or its scores, other than the user thinks; one line
 *     each
 */
@RecordBuilder
public record CorpusReport(
    long sentences,
    long tokens,
    TagScheme scheme,
    List<String> labels,
    Map<String, Long> entities,
    long vocabulary,
    double unknownRate,
    VectorCoverage coverage,
    long violations,
    List<Integer> longest,
    long validSentences,
    long validTokens,
    List<String> warnings) {
  public CorpusReport {
    warnings = List.copyOf(warnings);
  }

  /** What to warn of where the tags are taken for plain labels; one line, if there is reason to. */
  public Optional<String> tagWarning() {
    return scheme == TagScheme.PLAIN ? TagReading.warning(labels) : Optional.empty();
  }

  /** Where the words' vectors come from, in one line; empty for linear models. */
  public String vectors() {
    if (Double.isNaN(unknownRate)) {
      return "";
    }
    String others =
        String.format(
            Locale.ROOT,
            "words that occur twice or more get one of their own, %.1f %% of the tokens share that"
                + " of unknown words",
            100 * unknownRate);
    return coverage == null
        ? "none pretrained: " + others
        : String.format(
            Locale.ROOT,
            "%.1f %% of the tokens are pretrained words (%.1f %% as they are written), %.1f %% of"
                + " the distinct ones; of the other %.1f %% of the tokens, %s",
            100 * coverage.share(),
            100 * coverage.shareAsWritten(),
            100 * coverage.shareOfDistinct(),
            100 * (1 - coverage.share()),
            others);
  }
}
