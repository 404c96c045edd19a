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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TagSchemeTest {
  private static final List<TagScheme> CHUNKS =
      List.of(TagScheme.IOB1, TagScheme.IOB2, TagScheme.BIOES);

  /** A sentence with its spans. */
  record Spans(List<Span> spans, int length) {}

  @ParameterizedTest
  @CsvSource({
    "IOB1, I-X I-X O I-X B-X I-X I-Y",
    "IOB2, B-X I-X O B-X B-X I-X B-Y",
    "BIOES, B-X E-X O S-X B-X E-X S-Y"
  })
  void eachSchemeWritesTheSpansItsOwnWay(TagScheme scheme, String tags) {
    List<Span> spans =
        List.of(new Span(0, 2, "X"), new Span(3, 4, "X"), new Span(4, 6, "X"), new Span(6, 7, "Y"));

    assertThat(String.join(" ", scheme.tags(spans, 7))).isEqualTo(tags);
  }

  @Property
  void spansSurviveWritingAndReading(@ForAll("spans") Spans sentence) {
    for (TagScheme scheme : CHUNKS) {
      List<String> tags = scheme.tags(sentence.spans(), sentence.length());

      assertThat(TagScheme.spans(tags)).isEqualTo(sentence.spans());
      assertThat(scheme.accepts(tags)).isTrue();
    }
  }

  @Property
  void conversionToAndFroGivesTheSameTags(@ForAll("spans") Spans sentence) {
    for (TagScheme from : CHUNKS) {
      List<String> tags = from.tags(sentence.spans(), sentence.length());
      for (TagScheme to : CHUNKS) {
        assertThat(from.convert(to.convert(tags))).isEqualTo(tags);
      }
    }
  }

  @Property
  void conversionKeepsTheSpansOfAnySequence(@ForAll("tags") List<String> tags) {
    for (TagScheme scheme : CHUNKS) {
      assertThat(TagScheme.spans(scheme.convert(tags))).isEqualTo(TagScheme.spans(tags));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "IOB1, I-PER I-PER O I-LOC",
    "IOB1, I-PER O|I-LOC B-LOC",
    "IOB2, B-PER I-PER O B-LOC",
    "IOB2, B-PER O|I-LOC O|B-LOC B-LOC",
    "BIOES, B-PER E-PER O S-LOC",
    "PLAIN, DET NOUN VERB",
    "PLAIN, O O|O",
    "PLAIN, B-PER X-PER",
    "PLAIN, B I O",
    "PLAIN, B-PER O-PER",
    // Where several accept as many sentences: BIOES, then IOB2.
    "IOB2, B-PER",
    "BIOES, S-PER|B-PER",
  })
  void theSchemeIsTheOneThatAcceptsTheMostSentences(TagScheme scheme, String sentences) {
    List<List<String>> corpus = new ArrayList<>();
    for (String sentence : sentences.split("\\|", -1)) {
      corpus.add(List.of(sentence.split(" ", -1)));
    }

    assertThat(TagScheme.detect(corpus)).isEqualTo(scheme);
  }

  @Property
  void theSchemeOfWellFormedChunksOfSeveralTokensIsFound(@ForAll("spans") Spans sentence) {
    List<Span> spans = new ArrayList<>(sentence.spans());
    int length = sentence.length();
    for (int i = 0; i < 2; i++) {
      spans.add(new Span(length, length + 2, "X"));
      length += 2;
    }
    for (TagScheme scheme : CHUNKS) {
      assertThat(TagScheme.detect(List.of(scheme.tags(spans, length)))).isEqualTo(scheme);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "PLAIN")
  void overlappingSpansAreRefused(TagScheme scheme) {
    List<Span> spans = List.of(new Span(0, 2, "X"), new Span(1, 3, "Y"));

    assertThatIllegalArgumentException().isThrownBy(() -> scheme.tags(spans, 3));
  }

  @Test
  void spansBeyondTheSentenceAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TagScheme.IOB2.tags(List.of(new Span(0, 2, "X")), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(1, 1, "X"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 1, "X"));
  }

  @Test
  void plainLabelsStayAsTheyAre() {
    List<String> labels = List.of("DET", "I-X");

    assertThat(TagScheme.PLAIN.convert(labels)).isEqualTo(labels);
    assertThat(TagScheme.PLAIN.accepts(labels)).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> TagScheme.PLAIN.tags(List.of(), 1));
  }

  @Provide
  static Arbitrary<Spans> spans() {
    Arbitrary<int[]> piece =
        Combinators.combine(
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(1, 4),
                Arbitraries.integers().between(0, 2))
            .as((gap, length, type) -> new int[] {gap, length, type});
    return piece.array(int[][].class).ofMaxSize(8).map(TagSchemeTest::assemble);
  }

  private static Spans assemble(int[][] pieces) {
    List<Span> spans = new ArrayList<>();
    int end = 0;
    for (int[] piece : pieces) {
      int begin = end + piece[0];
      end = begin + piece[1];
      spans.add(new Span(begin, end, List.of("X", "Y", "a-b").get(piece[2])));
    }
    return new Spans(spans, end + Arrays.stream(pieces).mapToInt(piece -> piece[0]).sum());
  }

  @Provide
  static Arbitrary<List<String>> tags() {
    return Arbitraries.of("O", "B-X", "I-X", "E-X", "S-X", "B-Y", "I-Y", "E-Y", "S-Y", "B", "I")
        .list()
        .ofMaxSize(8);
  }
}
