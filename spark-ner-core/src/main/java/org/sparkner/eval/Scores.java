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

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an evaluation counted.
 *
 * @param sentences sentences compared
 * @param tokens tokens compared
 * @param correctTokens tokens whose predicted tag equals the gold tag, character for character
 * @param overall spans of all types together
 * @param byType spans of each type that the gold data or the prediction holds, in the order of the
 *     types
 */
public record Scores(
    long sentences,
    long tokens,
    long correctTokens,
    Counts overall,
    SortedMap<String, Counts> byType) {
  public Scores {
    byType = Collections.unmodifiableSortedMap(new TreeMap<>(byType));
  }

  /** Share of the tokens that have the gold tag, 0 to 1; 0 where there are no tokens. */
  public double accuracy() {
    return tokens == 0 ? 0 : (double) correctTokens / tokens;
  }

  /** Precision of all spans, 0 to 1. */
  public double precision() {
    return overall.precision();
  }

  /** Recall of all spans, 0 to 1. */
  public double recall() {
    return overall.recall();
  }

  /** F1 of all spans (micro-averaged), 0 to 1. */
  public double f1() {
    return overall.f1();
  }

  /** Mean of the F1 of each type, 0 to 1; 0 where there are no types. */
  public double macroF1() {
    return byType.values().stream().mapToDouble(Counts::f1).average().orElse(0);
  }

  /**
   * Gold spans of each type that is not among those given: what a model that knows only these types
   * can never find. They are part of the scores, as missed.
   */
  public SortedMap<String, Long> goldSpansOutside(Collection<String> types) {
    SortedMap<String, Long> outside = new TreeMap<>();
    byType.forEach(
        (type, counts) -> {
          if (counts.gold() > 0 && !types.contains(type)) {
            outside.put(type, counts.gold());
          }
        });
    return outside;
  }
}
