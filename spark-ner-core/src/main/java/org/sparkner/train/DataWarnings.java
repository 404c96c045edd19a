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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.TagReading;
import org.sparkner.lexicon.VectorCoverage;
import org.sparkner.tags.TagScheme;
import org.sparkner.text.EditDistance;

/** What of the data would make a model, or its scores, other than the user thinks. */
final class DataWarnings {
  /** Spans from which no type is learned. */
  private static final int HANDFUL = 5;

  /** Times that the right spelling of a type is more frequent than a wrong one. */
  private static final int MISSPELT = 10;

  /** Share of the validation tokens in sentences that training has too. */
  private static final double OVERLAP = 0.1;

  /** Vectors of the right language have four fifths of the tokens, as a rule. */
  private static final double COVERAGE = 0.5;

  /** Tokens of fewer of which nothing is told from how often they have a tag. */
  private static final int ENOUGH = 20;

  /** Share of the tokens that a part of speech does not have. */
  private static final double MAJORITY = 0.5;

  /** Another chunk tag after a mark. */
  private static final Pattern NESTED = Pattern.compile("[|,;/+&# ][BIESLU][-_]\\S");

  private final CorpusSurvey train;
  private final List<LabeledSentence> valid;
  private final CorpusSurvey ofValid = new CorpusSurvey();
  private final List<String> warnings = new ArrayList<>();

  DataWarnings(CorpusSurvey train, List<LabeledSentence> valid) {
    this.train = train;
    this.valid = valid;
    valid.forEach(ofValid::add);
  }

  /**
   * All of them.
   *
   * @param coverage by pretrained vectors; null where there are none
   */
  List<String> with(VectorCoverage coverage) {
    if (train.tagsNothing()) {
      warnings.add(
          "the training data has no entity, all of its tags are O: nothing can be learned");
    } else {
      addOutside();
      addTypes();
      addNested();
    }
    if (!valid.isEmpty()) {
      if (ofValid.tagsNothing()) {
        warnings.add(
            "the validation data has no entity, all of its tags are O: no epoch can be told to be"
                + " the best, so the last one counts");
      } else if (!train.tagsNothing()) {
        addTypesOfOneSide();
      }
      addOverlap();
    }
    if (coverage != null && coverage.share() < COVERAGE) {
      warnings.add(
          (coverage.found() == 0
                  ? "none of the words of the training data is"
                  : format(
                      "only %.1f %% of the tokens of the training data are",
                      100 * coverage.share()))
              + " among the pretrained vectors: are these of the language of the data?");
    }
    return warnings;
  }

  private boolean plain() {
    return train.scheme() == TagScheme.PLAIN;
  }

  /** Labels of which one is far too frequent for a part of speech. */
  private void addOutside() {
    Map.Entry<String, Long> most =
        Collections.max(train.counts().entrySet(), Map.Entry.comparingByValue());
    double share = (double) most.getValue() / train.tokens();
    if (plain()
        && train.tokens() >= ENOUGH
        && train.counts().size() > 1
        && share > MAJORITY
        && TagReading.warning(train.counts().keySet()).isEmpty()) {
      warnings.add(
          format(
              "the tag %s is that of %.0f %% of the tokens; if it means that they are in no entity,"
                  + " write O in its place, and B- and I- before the types, for the tags are learnt"
                  + " as plain labels, one per token, and the model finds no entities",
              most.getKey(), 100 * share));
    }
  }

  /** Types that are several tags in one column. */
  private void addNested() {
    train.counts().keySet().stream()
        .filter(type -> !plain() && NESTED.matcher(type).find())
        .findFirst()
        .ifPresent(
            type ->
                warnings.add(
                    "the training data has the type "
                        + type
                        + ", which is learnt as one type of that name; if it is several tags, leave"
                        + " one of each token"));
  }

  private void addTypes() {
    SortedMap<String, Long> types = train.counts();
    SortedMap<String, Long> few = new TreeMap<>();
    types.forEach(
        (type, count) -> {
          Optional<String> meant = meant(type, count, types);
          if (meant.isPresent()) {
            warnings.add(
                format(
                    "the training data has the %s %s %s; did you mean %s, which it has %s?",
                    plain() ? "label" : "type",
                    type,
                    times(count),
                    meant.get(),
                    times(types.get(meant.get()))));
          } else if (count <= HANDFUL && !plain()) {
            few.put(type, count);
          }
        });
    if (!few.isEmpty()) {
      warnings.add(
          "the training data has only "
              + counts(few)
              + ": too few to learn a type from, as a rule");
    }
  }

  /** The more frequent type whose name a rarer one's seems to be meant for. */
  private static Optional<String> meant(String type, long count, Map<String, Long> types) {
    return types.entrySet().stream()
        .filter(other -> !other.getKey().equals(type))
        .filter(
            other ->
                spelling(other.getKey()).equals(spelling(type))
                    ? other.getValue() > count
                        || (other.getValue() == count && other.getKey().compareTo(type) < 0)
                    : other.getValue() >= MISSPELT * count && near(type, other.getKey()))
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** Without case and what joins words. */
  private static String spelling(String type) {
    String letters = type.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\p{M}]", "");
    return letters.isEmpty() ? type : letters;
  }

  /** Whether one letter, or of long names two, are other; numbered names are told apart by that. */
  private static boolean near(String type, String other) {
    String a = spelling(type);
    String b = spelling(other);
    int length = Math.min(a.length(), b.length());
    int allowed = length < 3 ? 0 : length < 7 ? 1 : 2;
    return !a.replaceAll("\\p{N}", "").equals(b.replaceAll("\\p{N}", ""))
        && EditDistance.of(a, b) <= allowed;
  }

  private void addTypesOfOneSide() {
    if (plain() != (ofValid.scheme() == TagScheme.PLAIN)) {
      warnings.add(
          "the tags of the training data are "
              + train.scheme()
              + ", those of the validation data "
              + ofValid.scheme());
      return;
    }
    SortedMap<String, Long> unknown = new TreeMap<>(ofValid.counts());
    unknown.keySet().removeAll(train.counts().keySet());
    if (!unknown.isEmpty()) {
      warnings.add(
          "the training data has nothing of what the validation data has "
              + counts(unknown)
              + ": they count as missed");
    }
    SortedMap<String, Long> untested = new TreeMap<>(train.counts());
    untested.keySet().removeAll(ofValid.counts().keySet());
    if (!untested.isEmpty()) {
      warnings.add(
          "the validation data has nothing of what the training data has "
              + counts(untested)
              + ": its scores do not tell how well these are found");
    }
  }

  private void addOverlap() {
    List<LabeledSentence> both = valid.stream().filter(train::saw).toList();
    double share = (double) both.stream().mapToLong(LabeledSentence::size).sum() / ofValid.tokens();
    if (share < OVERLAP) {
      return;
    }
    boolean all = both.size() == valid.size();
    boolean same = all && train.sentences() == valid.size() && train.tokens() == ofValid.tokens();
    warnings.add(
        (same
                ? "the validation data is the training data"
                : all
                    ? "all sentences of the validation data are in the training data too"
                    : format(
                        "%,d of the %,d sentences of the validation data, with %.0f %% of its"
                            + " tokens, are in the training data too",
                        both.size(), valid.size(), 100 * share))
            + ": its scores say little of other text");
  }

  private static String counts(SortedMap<String, Long> types) {
    return types.entrySet().stream()
        .map(type -> format("%,d %s", type.getValue(), type.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String times(long count) {
    return count == 1 ? "once" : format("%,d times", count);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
