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

package org.sparkner.eval;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sparkner.tags.Span;

/**
 * Compares predicted with gold tags, sentence by sentence. Evaluations of parts of a corpus can be
 * merged in any order: the result is that of the whole. Memory grows with the number of types and
 * of distinct sentence outcomes, not of sentences. Not safe for several threads.
 */
public final class EntityEvaluation implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SpanReading reading;
  private final Map<String, long[]> byType = new HashMap<>();
  private final Map<Counts, Long> outcomes = new HashMap<>();
  private final TypeConfusion.Builder confusion = new TypeConfusion.Builder();
  private long sentences;
  private long tokens;
  private long correctTokens;

  public EntityEvaluation(SpanReading reading) {
    this.reading = reading;
  }

  /** How spans are read. */
  public SpanReading reading() {
    return reading;
  }

  /**
   * Counts a sentence. Spans may be written in different schemes in the two sequences; token
   * accuracy needs the same one.
   *
   * @param goldTags one tag per token
   * @param predictedTags as many
   * @throws IllegalArgumentException if there are more of one than of the other
   */
  public void add(List<String> goldTags, List<String> predictedTags) {
    if (goldTags.size() != predictedTags.size()) {
      throw new IllegalArgumentException(
          "A sentence of "
              + goldTags.size()
              + " gold tags needs as many predicted ones, found "
              + predictedTags.size()
              + ".");
    }
    sentences++;
    tokens += goldTags.size();
    for (int i = 0; i < goldTags.size(); i++) {
      correctTokens += goldTags.get(i).equals(predictedTags.get(i)) ? 1 : 0;
    }
    addSpans(reading.spans(goldTags), reading.spans(predictedTags));
  }

  private void addSpans(List<Span> gold, List<Span> predicted) {
    for (Span span : gold) {
      counts(span.type())[0]++;
    }
    for (Span span : predicted) {
      counts(span.type())[1]++;
    }
    long correct = confusion.add(gold, predicted, type -> counts(type)[2]++);
    outcomes.merge(new Counts(gold.size(), predicted.size(), correct), 1L, Long::sum);
  }

  private long[] counts(String type) {
    return byType.computeIfAbsent(type, absent -> new long[3]);
  }

  /**
   * Adds what another evaluation counted.
   *
   * @return this
   * @throws IllegalArgumentException if the other reads spans differently
   */
  public EntityEvaluation merge(EntityEvaluation other) {
    if (reading != other.reading) {
      throw new IllegalArgumentException(
          "Only evaluations of one reading merge, found " + reading + " and " + other.reading);
    }
    sentences += other.sentences;
    tokens += other.tokens;
    correctTokens += other.correctTokens;
    other.byType.forEach(
        (type, counts) -> {
          long[] mine = counts(type);
          for (int i = 0; i < mine.length; i++) {
            mine[i] += counts[i];
          }
        });
    other.outcomes.forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
    confusion.merge(other.confusion);
    return this;
  }

  /** The scores of what was counted so far. */
  public Scores scores() {
    TreeMap<String, Counts> types = new TreeMap<>();
    Counts overall = Counts.NONE;
    for (Map.Entry<String, long[]> entry : byType.entrySet()) {
      long[] counts = entry.getValue();
      Counts type = new Counts(counts[0], counts[1], counts[2]);
      types.put(entry.getKey(), type);
      overall = overall.plus(type);
    }
    return new Scores(sentences, tokens, correctTokens, overall, types);
  }

  /** Which types were taken for which, and the spans that were missed, made up or cut wrongly. */
  public TypeConfusion confusion() {
    return confusion.build();
  }

  /**
   * The 95 % interval of the overall F1 by bootstrap over sentences (Efron 1979, percentile
   * method).
   *
   * @param resamples resampled corpora, at least 1; 1,000 is usual
   * @param seed the same seed gives the same interval, whatever the order the sentences came in
   */
  public Interval f1Interval(int resamples, long seed) {
    return new Bootstrap(outcomes).f1Interval(resamples, seed);
  }
}
