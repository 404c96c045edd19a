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
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sparkner.tags.Span;

/**
 * What became of every gold span and where every predicted one came from. A gold span is either
 * matched by a predicted one of exactly its boundaries, or only overlapped (a boundary error), or
 * missed; a predicted span is matched, overlapping or spurious.
 *
 * @param matched gold type, predicted type, spans of the same boundaries; right where both are the
 *     same type
 * @param goldOverlapped by gold type: overlapped by a prediction, but with other boundaries
 * @param missed by gold type: no predicted span overlaps it
 * @param predictedOverlapping by predicted type: overlaps a gold span, but with other boundaries
 * @param spurious by predicted type: overlaps no gold span
 */
public record TypeConfusion(
    SortedMap<String, SortedMap<String, Long>> matched,
    SortedMap<String, Long> goldOverlapped,
    SortedMap<String, Long> missed,
    SortedMap<String, Long> predictedOverlapping,
    SortedMap<String, Long> spurious) {

  /** Spans of the same boundaries with this gold and this predicted type. */
  public long matched(String goldType, String predictedType) {
    SortedMap<String, Long> row = matched.get(goldType);
    return row == null ? 0 : row.getOrDefault(predictedType, 0L);
  }

  /** Counts one sentence after the other. */
  static final class Builder implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, TreeMap<String, Long>> matched = new TreeMap<>();
    private final TreeMap<String, Long> goldOverlapped = new TreeMap<>();
    private final TreeMap<String, Long> missed = new TreeMap<>();
    private final TreeMap<String, Long> predictedOverlapping = new TreeMap<>();
    private final TreeMap<String, Long> spurious = new TreeMap<>();

    /**
     * Counts the spans of a sentence.
     *
     * @param gold in the order of the sentence, not overlapping each other
     * @param predicted likewise
     * @param onCorrect hears the type of every span that is right
     * @return how many are right
     */
    long add(List<Span> gold, List<Span> predicted, Consumer<String> onCorrect) {
      long correct = 0;
      int from = 0;
      for (Span span : gold) {
        from = firstEndingAfter(predicted, from, span.begin());
        Span other = from < predicted.size() ? predicted.get(from) : null;
        if (other == null || other.begin() >= span.end()) {
          increment(missed, span.type());
        } else if (sameBoundaries(span, other)) {
          increment(matched.computeIfAbsent(span.type(), t -> new TreeMap<>()), other.type());
          if (span.type().equals(other.type())) {
            onCorrect.accept(span.type());
            correct++;
          }
        } else {
          increment(goldOverlapped, span.type());
        }
      }
      addUnmatched(gold, predicted);
      return correct;
    }

    private void addUnmatched(List<Span> gold, List<Span> predicted) {
      int from = 0;
      for (Span span : predicted) {
        from = firstEndingAfter(gold, from, span.begin());
        Span other = from < gold.size() ? gold.get(from) : null;
        if (other == null || other.begin() >= span.end()) {
          increment(spurious, span.type());
        } else if (!sameBoundaries(span, other)) {
          increment(predictedOverlapping, span.type());
        }
      }
    }

    private static int firstEndingAfter(List<Span> spans, int from, int token) {
      int i = from;
      while (i < spans.size() && spans.get(i).end() <= token) {
        i++;
      }
      return i;
    }

    private static boolean sameBoundaries(Span a, Span b) {
      return a.begin() == b.begin() && a.end() == b.end();
    }

    private static void increment(TreeMap<String, Long> counts, String type) {
      counts.merge(type, 1L, Long::sum);
    }

    void merge(Builder other) {
      other.matched.forEach(
          (type, row) -> addAll(matched.computeIfAbsent(type, t -> new TreeMap<>()), row));
      addAll(goldOverlapped, other.goldOverlapped);
      addAll(missed, other.missed);
      addAll(predictedOverlapping, other.predictedOverlapping);
      addAll(spurious, other.spurious);
    }

    private static void addAll(TreeMap<String, Long> counts, TreeMap<String, Long> more) {
      more.forEach((type, count) -> counts.merge(type, count, Long::sum));
    }

    TypeConfusion build() {
      TreeMap<String, SortedMap<String, Long>> rows = new TreeMap<>();
      matched.forEach((type, row) -> rows.put(type, copy(row)));
      return new TypeConfusion(
          Collections.unmodifiableSortedMap(rows),
          copy(goldOverlapped),
          copy(missed),
          copy(predictedOverlapping),
          copy(spurious));
    }

    private static SortedMap<String, Long> copy(TreeMap<String, Long> counts) {
      return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
  }
}
