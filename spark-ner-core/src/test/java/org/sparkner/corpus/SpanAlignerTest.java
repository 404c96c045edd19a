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

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkner.corpus.Corpora.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sparkner.tags.TagScheme;
import org.sparkner.text.TextAnalyzer;

class SpanAlignerTest {
  private static final TextAnalyzer ENGLISH = TextAnalyzer.forLanguage("en");

  private final List<String> problems = new ArrayList<>();

  @Test
  void whiteSpaceAtTheEndsOfASpanDoesNotCount() {
    assertThat(align("Ada  wrote it", new TextSpan(0, 5, "PER")))
        .containsExactly(sentence("Ada/B-PER wrote/O it/O"));
    assertThat(problems).isEmpty();
  }

  @Test
  void aSpanOverTwoSentencesJoinsThem() {
    String text = "He saw Dr. No. It was good. The end.";

    assertThat(align(text, new TextSpan(7, 17, "WORK")))
        .first()
        .satisfies(
            joined -> {
              assertThat(joined.tokens()).contains("No", "It", "good");
              assertThat(TagScheme.spans(joined.tags())).hasSize(1);
            });
    assertThat(problems).isEmpty();
  }

  @Test
  void ofOverlappingSpansTheFirstAndLongestIsTaken() {
    assertThat(
            align(
                "New York City is big",
                new TextSpan(4, 8, "LOC"),
                new TextSpan(0, 8, "LOC"),
                new TextSpan(0, 13, "CITY"),
                new TextSpan(17, 20, "X")))
        .containsExactly(sentence("New/B-CITY York/I-CITY City/I-CITY is/O big/B-X"));
    assertThat(problems).hasSize(2).allMatch(problem -> problem.contains("overlapping"));
  }

  @Test
  void adjacentSpansStayTwo() {
    assertThat(align("Ada Bob", new TextSpan(0, 3, "PER"), new TextSpan(4, 7, "PER")))
        .containsExactly(sentence("Ada/B-PER Bob/B-PER"));
  }

  @Test
  void aTextWithoutTokensHasNoSentence() {
    assertThat(align(" \n", new TextSpan(0, 1, "PER"))).isEmpty();
    assertThat(problems).hasSize(1);
  }

  @Property(tries = 300)
  void anySpansGiveEachTokenOnceAndEachSpanAnEntityOrAProblem(
      @ForAll @Size(max = 6) List<@IntRange(min = -2, max = 40) Integer> offsets) {
    String text = "Ada Lovelace wrote. In London! Yes 😀 no?";
    List<TextSpan> spans = new ArrayList<>();
    for (int i = 0; i + 1 < offsets.size(); i += 2) {
      spans.add(new TextSpan(offsets.get(i), offsets.get(i + 1), "X"));
    }
    List<String> found = new ArrayList<>();

    List<LabeledSentence> sentences = SpanAligner.align(text, spans, ENGLISH, found::add);

    String tokens =
        sentences.stream()
            .flatMap(sentence -> sentence.tokens().stream())
            .collect(Collectors.joining());
    assertThat(tokens).isEqualTo(text.replace(" ", ""));
    long entities =
        sentences.stream().mapToLong(sentence -> TagScheme.spans(sentence.tags()).size()).sum();
    long leftOut = found.stream().filter(problem -> problem.endsWith("left out.")).count();
    assertThat(entities + leftOut).isEqualTo(spans.size());
  }

  private List<LabeledSentence> align(String text, TextSpan... spans) {
    return SpanAligner.align(text, List.of(spans), ENGLISH, problems::add);
  }
}
