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

import java.util.ArrayList;
import java.util.List;
import org.sparkner.tags.Span;

/**
 * A span that is wrong, beside what it was taken for.
 *
 * @param gold null where nothing was to be found
 * @param predicted null where nothing was found
 */
public record SpanError(Span gold, Span predicted) {
  /**
   * The errors of a sentence, in its order: each gold span that was not found and each predicted
   * one that is none, beside the one of the other side with which it has the most tokens in common,
   * if any. A span that has its partner already stands beside it again where it is the only one.
   *
   * @param gold in the order of the sentence, not overlapping each other
   * @param predicted likewise
   */
  public static List<SpanError> of(List<Span> gold, List<Span> predicted) {
    List<Span> missed = new ArrayList<>(gold);
    missed.removeAll(predicted);
    List<Span> wrong = new ArrayList<>(predicted);
    wrong.removeAll(gold);
    List<SpanError> errors = new ArrayList<>();
    List<Span> paired = new ArrayList<>();
    for (Span span : missed) {
      Span other = nearest(span, wrong);
      errors.add(new SpanError(span, other));
      paired.add(other);
    }
    for (Span span : wrong) {
      if (!paired.contains(span)) {
        errors.add(new SpanError(nearest(span, missed), span));
      }
    }
    errors.sort(java.util.Comparator.comparingInt(SpanError::begin));
    return errors;
  }

  private static Span nearest(Span span, List<Span> others) {
    Span nearest = null;
    int most = 0;
    for (Span other : others) {
      int common = Math.min(span.end(), other.end()) - Math.max(span.begin(), other.begin());
      if (common > most) {
        nearest = other;
        most = common;
      }
    }
    return nearest;
  }

  /** Whether both spans are of the same tokens, so that only the type is wrong. */
  public boolean sameBoundaries() {
    return gold != null
        && predicted != null
        && gold.begin() == predicted.begin()
        && gold.end() == predicted.end();
  }

  /** The first token of either. */
  public int begin() {
    return gold == null
        ? predicted.begin()
        : predicted == null ? gold.begin() : Math.min(gold.begin(), predicted.begin());
  }

  /** The token after the last of either. */
  public int end() {
    return gold == null
        ? predicted.end()
        : predicted == null ? gold.end() : Math.max(gold.end(), predicted.end());
  }

  /** What went wrong, in words that errors of the same kind share, such as {@code PER → LOC}. */
  public String kind() {
    if (predicted == null) {
      return "missed " + gold.type();
    }
    if (gold == null) {
      return "spurious " + predicted.type();
    }
    String types =
        gold.type().equals(predicted.type()) ? gold.type() : gold.type() + " → " + predicted.type();
    return sameBoundaries() ? types : types + ", wrong boundaries";
  }
}
