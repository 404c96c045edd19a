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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.sparkner.tags.Span;

/** Of entities within entities the longest, for tags have one entity a token. */
final class LongestSpans {
  private LongestSpans() {}

  /**
   * The spans that no longer one overlaps, in order; of equally long ones the first. Of the same
   * tokens, the type named first counts.
   *
   * @param leftOut hears of each other one
   */
  static List<Span> of(List<Span> spans, Consumer<Span> leftOut) {
    List<Span> longestFirst = new ArrayList<>(new LinkedHashSet<>(spans));
    longestFirst.sort(
        Comparator.<Span>comparingInt(span -> -span.length()).thenComparingInt(Span::begin));
    List<Span> kept = new ArrayList<>();
    for (Span span : longestFirst) {
      if (kept.stream()
          .allMatch(other -> span.end() <= other.begin() || other.end() <= span.begin())) {
        kept.add(span);
      } else {
        leftOut.accept(span);
      }
    }
    kept.sort(Comparator.comparingInt(Span::begin));
    return kept;
  }
}
