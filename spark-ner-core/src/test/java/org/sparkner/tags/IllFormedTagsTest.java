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

package org.sparkner.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a sequence means that no scheme would have written. The spans of O, B and I were worked out
 * by hand from the rules of conlleval's startOfChunk and endOfChunk (version 2004-01-26).
 */
class IllFormedTagsTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    // I after O begins a chunk; so does I at the start of a sentence.
    "I-X, X[0-1)",
    "O I-X, X[1-2)",
    "I-X I-X, X[0-2)",
    "I-X O I-X, X[0-1) X[2-3)",
    // B always begins a chunk, and so ends the one before.
    "B-X B-X, X[0-1) X[1-2)",
    "I-X B-X, X[0-1) X[1-2)",
    "B-X I-X B-X, X[0-2) X[2-3)",
    "B-X B-X I-X, X[0-1) X[1-3)",
    // A change of type ends one chunk and begins another, whatever the prefixes.
    "B-X I-Y, X[0-1) Y[1-2)",
    "I-X I-Y, X[0-1) Y[1-2)",
    "I-X B-Y, X[0-1) Y[1-2)",
    "B-X I-X I-Y I-X, X[0-2) Y[2-3) X[3-4)",
    "B-X I-Y I-Y, X[0-1) Y[1-3)",
    "O I-X I-Y O, X[1-2) Y[2-3)",
    // No type is a type of its own, the empty one.
    "B I, [0-2)",
    "B-X I, X[0-1) [1-2)",
    "I I-X, [0-1) X[1-2)",
    "I I B, [0-2) [2-3)",
    // O is outside even with a type.
    "O-X I-X, X[1-2)",
    "B-X O-X I-X, X[0-1) X[2-3)",
    // A type may hold hyphens: the first one divides.
    "B-creative-work I-creative-work, creative-work[0-2)",
    "B-a-b I-a-c, a-b[0-1) a-c[1-2)",
  })
  void outsideBeginAndInsideAreReadAsConllevalDoes(String tags, String spans) {
    assertThat(spansOf(tags)).isEqualTo(spans);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    // As conlleval reads E.
    "E-X, X[0-1)",
    "O E-X E-X, X[1-2) X[2-3)",
    "B-X E-X I-X, X[0-2) X[2-3)",
    "I-X I-X E-X, X[0-3)",
    "B-X E-Y, X[0-1) Y[1-2)",
    "B-X O E-X, X[0-1) X[2-3)",
    // conlleval knows no S and joins E-X B-X: these would not survive a change of scheme.
    "B-X E-X B-X E-X, X[0-2) X[2-4)",
    "S-X S-X, X[0-1) X[1-2)",
    "S-X B-X E-X, X[0-1) X[1-3)",
    "S-X I-X, X[0-1) X[1-2)",
    "I-X S-X, X[0-1) X[1-2)",
    "B-X S-X E-X, X[0-1) X[1-2) X[2-3)",
  })
  void endAndSingleCloseTheirChunk(String tags, String spans) {
    assertThat(spansOf(tags)).isEqualTo(spans);
  }

  private static String spansOf(String tags) {
    List<String> spans = new ArrayList<>();
    for (Span span : TagScheme.spans(List.of(tags.split(" ", -1)))) {
      spans.add(span.type() + "[" + span.begin() + "-" + span.end() + ")");
    }
    return String.join(" ", spans);
  }
}
