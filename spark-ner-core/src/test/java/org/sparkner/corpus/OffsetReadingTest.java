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

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sparkner.text.TextAnalyzer;

/** The same spans of a text, exported by tools that count differently. */
class OffsetReadingTest {
  private static final TextAnalyzer ENGLISH = TextAnalyzer.forLanguage("en");

  /** Words that are all different, so that a text stands in one place only. */
  record Marked(String text, List<TextSpan> spans) {}

  @Property(tries = 300)
  void spansAreFoundWhateverTheirOffsetsCount(@ForAll("marked") Marked marked) {
    List<LabeledSentence> expected =
        SpanAligner.align(marked.text(), marked.spans(), ENGLISH, problem -> {});

    for (OffsetReading reading :
        OffsetReading.plain(OffsetUnit.CODE_POINTS).variants(marked.text(), false)) {
      List<String> warnings = new ArrayList<>();

      assertThat(ofBrat(marked, reading, warnings)).as("%s", reading).isEqualTo(expected);
      assertThat(ofJson(marked, reading, warnings)).as("%s", reading).isEqualTo(expected);
      assertThat(warnings).as("%s", reading).isEmpty();
    }
  }

  @Property(tries = 300)
  void indicesUndoTheCounting(@ForAll("marked") Marked marked) {
    for (OffsetReading reading :
        OffsetReading.plain(OffsetUnit.UTF16).variants(marked.text(), false)) {
      IntUnaryOperator indices = reading.indices(marked.text());

      for (TextSpan span : marked.spans()) {
        assertThat(indices.applyAsInt(counted(marked.text(), span.begin(), reading)))
            .isEqualTo(span.begin());
        assertThat(indices.applyAsInt(counted(marked.text(), span.end(), reading)))
            .isEqualTo(span.end());
      }
      assertThat(indices.applyAsInt(-1)).isNegative();
      assertThat(indices.applyAsInt(marked.text().length() + 1))
          .isGreaterThan(marked.text().length());
    }
  }

  private static List<LabeledSentence> ofBrat(
      Marked marked, OffsetReading reading, List<String> warnings) {
    StringBuilder lines = new StringBuilder();
    for (TextSpan span : marked.spans()) {
      lines.append(
          "T1\t%s %d %d\t%s\n"
              .formatted(
                  span.type(),
                  counted(marked.text(), span.begin(), reading),
                  counted(marked.text(), span.end(), reading),
                  covered(marked, span).replaceAll("[\r\n]+", " ")));
    }
    return BratReader.read(
        stream(marked.text()), stream(lines.toString()), "a.ann", ENGLISH, warnings::add);
  }

  private static List<LabeledSentence> ofJson(
      Marked marked, OffsetReading reading, List<String> warnings) {
    List<String> labels = new ArrayList<>();
    for (TextSpan span : marked.spans()) {
      labels.add(
          "{\"start\": %d, \"end\": %d, \"labels\": [\"%s\"], \"text\": \"%s\"}"
              .formatted(
                  counted(marked.text(), span.begin(), reading),
                  counted(marked.text(), span.end(), reading),
                  span.type(),
                  escaped(covered(marked, span))));
    }
    String json = "{\"text\": \"%s\", \"label\": %s}".formatted(escaped(marked.text()), labels);
    return Corpora.readDocuments(
        JsonLinesFormat.ENGLISH, json.getBytes(StandardCharsets.UTF_8), warnings);
  }

  private static String covered(Marked marked, TextSpan span) {
    return marked.text().substring(span.begin(), span.end());
  }

  private static String escaped(String text) {
    return text.replace("\r", "\\r").replace("\n", "\\n");
  }

  private static ByteArrayInputStream stream(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }

  /** What a tool writes for a UTF-16 index. */
  private static int counted(String text, int index, OffsetReading reading) {
    String before = text.substring(0, index);
    before = reading.lineEndIsOne() ? before.replace("\r\n", "\n") : before;
    before = reading.markCounts() ? before : before.replace("\uFEFF", "");
    return reading.unit() == OffsetUnit.UTF16
        ? before.length()
        : before.codePointCount(0, before.length());
  }

  @Provide
  Arbitrary<Marked> marked() {
    Arbitrary<String> gap = Arbitraries.of(" ", " ", "\r\n", "\n", "\r\n\r\n", " 😀 ", " e\u0301 ");
    return Combinators.combine(
            Arbitraries.of("", "\uFEFF", "\r\n", "😀 "), gap.list().ofMinSize(1).ofMaxSize(8))
        .flatAs(
            (start, gaps) ->
                Arbitraries.of(true, false)
                    .list()
                    .ofSize(gaps.size())
                    .map(chosen -> marked(start, gaps, chosen)));
  }

  private static Marked marked(String start, List<String> gaps, List<Boolean> chosen) {
    StringBuilder text = new StringBuilder(start);
    List<TextSpan> spans = new ArrayList<>();
    for (int i = 0; i < gaps.size(); i++) {
      int begin = text.length();
      text.append("Word").append((char) ('a' + i)).append(i % 2 == 0 ? "𝒳" : "");
      if (chosen.get(i)) {
        spans.add(new TextSpan(begin, text.length(), "X"));
      }
      text.append(gaps.get(i));
    }
    return new Marked(text.toString(), spans);
  }
}
