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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.tags.Span;

class SpanErrorTest {
  private static List<String> kinds(List<Span> gold, List<Span> predicted) {
    return SpanError.of(gold, predicted).stream().map(SpanError::kind).toList();
  }

  private static Span span(int begin, int end, String type) {
    return new Span(begin, end, type);
  }

  @Test
  void whatIsRightIsNoError() {
    List<Span> spans = List.of(span(0, 1, "PER"), span(3, 5, "LOC"));

    assertThat(SpanError.of(spans, spans)).isEmpty();
    assertThat(SpanError.of(List.of(), List.of())).isEmpty();
  }

  @Test
  void sayWhatWentWrong() {
    assertThat(kinds(List.of(span(0, 1, "PER")), List.of())).containsExactly("missed PER");
    assertThat(kinds(List.of(), List.of(span(0, 1, "ORG")))).containsExactly("spurious ORG");
    assertThat(kinds(List.of(span(2, 4, "PER")), List.of(span(2, 4, "LOC"))))
        .containsExactly("PER → LOC");
    assertThat(kinds(List.of(span(2, 4, "LOC")), List.of(span(2, 5, "LOC"))))
        .containsExactly("LOC, wrong boundaries");
    assertThat(kinds(List.of(span(2, 4, "LOC")), List.of(span(3, 4, "ORG"))))
        .containsExactly("LOC → ORG, wrong boundaries");
  }

  @Test
  void aSpanAndWhatOverlapsItAreOneError() {
    Span york = span(1, 4, "LOC");
    Span city = span(2, 4, "ORG");

    List<SpanError> errors =
        SpanError.of(List.of(york), List.of(span(0, 2, "LOC"), city, span(6, 7, "PER")));

    assertThat(errors)
        .as("the one with more tokens in common is its partner; the other stands beside it again")
        .containsExactlyInAnyOrder(
            new SpanError(york, city),
            new SpanError(york, span(0, 2, "LOC")),
            new SpanError(null, span(6, 7, "PER")));
  }

  @Test
  void beginsAndEndsWithEither() {
    SpanError error = new SpanError(span(2, 4, "LOC"), span(1, 3, "LOC"));

    assertThat(error.begin()).isEqualTo(1);
    assertThat(error.end()).isEqualTo(4);
    assertThat(error.sameBoundaries()).isFalse();
    assertThat(new SpanError(span(2, 4, "A"), span(2, 4, "B")).sameBoundaries()).isTrue();
  }
}
