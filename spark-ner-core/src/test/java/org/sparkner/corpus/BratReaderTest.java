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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sparkner.corpus.Corpora.sentence;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.error.BadDataException;
import org.sparkner.text.TextAnalyzer;

class BratReaderTest {
  private static final String TEXT = "😀 Ada Lovelace wrote it.\r\nShe was in London.\n";

  private final List<String> warnings = new ArrayList<>();

  @Test
  void spansCountCodePointsAndLineEnds() {
    assertThat(read("T1\tPER 2 14\tAda Lovelace\nT2\tLOC 37 43\tLondon\n"))
        .containsExactly(
            sentence("😀/O Ada/B-PER Lovelace/I-PER wrote/O it/O ./O"),
            sentence("She/O was/O in/O London/B-LOC ./O"));
    assertThat(warnings).isEmpty();
  }

  @Test
  void whatIsNoSpanIsLeftOut() {
    assertThat(
            read(
                "T1\tPER 2 5\tAda\nE1\tWriting:T1\nR1\tKnows Arg1:T1 Arg2:T1\n#1\tNote T1\tx\n"
                    + "A1\tSure T1\n*\tEquiv T1 T1\n"))
        .first()
        .isEqualTo(sentence("😀/O Ada/B-PER Lovelace/O wrote/O it/O ./O"));
    assertThat(warnings).isEmpty();
  }

  @Test
  void aSpanOfSeveralPartsIsLeftOutWithAWarning() {
    assertThat(read("T1\tPER 2 5;15 20\tAda wrote\n").get(0).tags()).containsOnly("O");
    assertThat(warnings)
        .containsExactly("a.ann:1: found a span of several parts, expected one; left out.");
  }

  @Test
  void partsOfASpanWithALineEndBetweenAreOneSpan() {
    assertThat(read("T1\tX 21 24;26 29\tit. She\n")).hasSize(1);
    assertThat(warnings).isEmpty();
  }

  @Test
  void whatIsWrongWithASpanIsToldWithTheLineOfTheSpan() {
    read("#1\tNote\tx\nT1\tX 99 102\tabc\nT2\tPER 2 5\tAda\nT3\tPER 2 14\tAda Lovelace\n");

    assertThat(warnings)
        .satisfiesExactlyInAnyOrder(
            warning -> assertThat(warning).startsWith("a.ann:2: found span X [").contains("'abc'"),
            warning -> assertThat(warning).startsWith("a.ann:3: found span PER 'Ada'"));
  }

  @Test
  void anEmptyFileOfAnnotationsIsATextWithoutEntities() {
    assertThat(read("")).hasSize(2).allMatch(s -> s.tags().stream().allMatch("O"::equals));
    assertThat(warnings).isEmpty();
  }

  @Test
  void aSpanThatCoversAnotherTextThanItSaysIsMovedToItsOnlyPlace() {
    assertThat(read("T1\tLOC 15 20\tLondon\n").get(1).tags())
        .containsExactly("O", "O", "O", "B-LOC", "O");
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("a.ann:1: found span LOC 'wrote' [")
        .contains("expected the text 'London'")
        .contains("moved to [38, 44)");
  }

  @Test
  void aSpanThatCoversAnotherTextWhosePlaceIsOpenIsLeftOut() {
    assertThat(read("T1\tLOC 15 20\tParis\nT2\tX 2 5\tw\n"))
        .allMatch(sentence -> sentence.tags().stream().allMatch("O"::equals));
    assertThat(warnings).hasSize(2).allMatch(warning -> warning.endsWith("left out."));
  }

  @Test
  void whiteSpaceCaseAndUnicodeFormsMakeNoOtherText() {
    assertThat(read("T1\tPER 2 14\tada  lovelace\nT2\tX 21 29\tit. She\n")).hasSize(1);
    assertThat(warnings).isEmpty();
  }

  @Test
  void aLineEndOfTwoCharactersCountsOneWhereTheTextsSaySo() {
    assertThat(read("T1\tPER 2 14\tAda Lovelace\nT2\tLOC 36 42\tLondon\nT3\tX 43 44\n").get(1))
        .isEqualTo(sentence("She/O was/O in/O London/B-LOC ./O"));
    assertThat(warnings).singleElement().asString().contains("without a token");
  }

  @Test
  void aByteOrderMarkCountsAsTheTextsSay() {
    for (int shift = 0; shift < 2; shift++) {
      List<LabeledSentence> sentences =
          BratReader.read(
              stream("\uFEFFAda wrote."),
              stream("T1\tPER %d %d\tAda\n".formatted(shift, shift + 3)),
              "a.ann",
              TextAnalyzer.forLanguage("en"),
              warnings::add);

      assertThat(sentences).map(Corpora::alone).containsExactly(sentence("Ada/B-PER wrote/O ./O"));
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void aSpanThatCutsATokenIsWidenedWithAWarning() {
    assertThat(read("T1\tPER 2 8\tAda Lo\n").get(0).tags())
        .containsExactly("O", "B-PER", "I-PER", "O", "O", "O");
    assertThat(warnings).singleElement().asString().startsWith("a.ann:1: found span PER 'Ada Lo'");
  }

  @Test
  void aMalformedSpanIsBadDataWithFileAndLine() {
    assertThatThrownBy(() -> read("T1\tPER 2 5\tAda\nT2\tPER two\n"))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("a.ann:2: found 'T2\tPER two', expected a line such as T1");
  }

  private List<LabeledSentence> read(String annotations) {
    TextAnalyzer english = TextAnalyzer.forLanguage("en");
    return BratReader.read(stream(TEXT), stream(annotations), "a.ann", english, warnings::add)
        .stream()
        .map(Corpora::alone)
        .toList();
  }

  private static ByteArrayInputStream stream(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }
}
