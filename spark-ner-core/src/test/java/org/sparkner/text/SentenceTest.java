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

package org.sparkner.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where sentences end. */
class SentenceTest {
  private static List<String> sentences(String language, String text) {
    return TextAnalyzer.forLanguage(language).analyze(text).stream()
        .map(sentence -> text.substring(sentence.begin(), sentence.end()))
        .toList();
  }

  private static List<String> english(String text) {
    return sentences("en", text);
  }

  @Test
  void aSentenceEndsAtItsMark() {
    assertThat(english("It rained. did it? Yes! We left... Then sun. ok"))
        .containsExactly("It rained.", "did it?", "Yes!", "We left...", "Then sun.", "ok");
  }

  @Test
  void quotesBracketsAndEmoticonsAfterTheMarkBelongToTheSentence() {
    assertThat(english("\"Go.\" (He went.) Fine! :) Next."))
        .containsExactly("\"Go.\"", "(He went.)", "Fine! :)", "Next.");
  }

  @Test
  void aQuestionInsideASentenceDoesNotEndIt() {
    assertThat(english("\"Really?\" he asked.")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr. Smith saw Dr. Wu.", "J. R. Smith of Acme Inc. Boston left.", "The U.S. Senate met.",
        "See No. 5 or vol. 3 below.", "It grew 3.5 percent.", "1. Wash the rice",
        "It began at 5 p.m. Monday."
      })
  void anAbbreviationDoesNotEndASentence(String text) {
    assertThat(english(text)).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Do this: 2. Wash it",
        "He said 'Go!' and went",
        "He asked (why?) and left.",
        "Wait... and see",
        "(Oh!) yes it rained"
      })
  void aMarkInsideASentenceDoesNotEndIt(String text) {
    assertThat(english(text)).containsExactly(text);
  }

  @Test
  void aNumberEndsASentenceWhereItNumbersNothing() {
    assertThat(english("It was 12. They left.")).containsExactly("It was 12.", "They left.");
    assertThat(english("See: 123. They left.")).containsExactly("See: 123.", "They left.");
  }

  @Test
  void whatClosesASentenceIsAttachedToIt() {
    assertThat(english("He said 'Go.' Then he went."))
        .containsExactly("He said 'Go.'", "Then he went.");
    assertThat(english("He left. 'Then' came.")).containsExactly("He left.", "'Then' came.");
    assertThat(english("Yes! ? No.")).containsExactly("Yes! ?", "No.");
  }

  @Test
  void anAbbreviationEndsASentenceBeforeAWordThatBeginsOne() {
    assertThat(english("He left the U.S. The rest stayed."))
        .containsExactly("He left the U.S.", "The rest stayed.");
  }

  @Test
  void aMissingSpaceDoesNotHideTheEnd() {
    assertThat(english("It was late.They left.")).containsExactly("It was late.", "They left.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "und", "de"})
  void aBlankLineEndsASentenceAndALineBreakDoesNot(String language) {
    assertThat(sentences(language, "One\ntwo\r\nthree\n \t\nfour\r\n\r\nfive\u2029six\n\n"))
        .containsExactly("One\ntwo\r\nthree", "four", "five", "six");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "und"})
  void aSentenceWithoutEndIsCut(String language) {
    List<AnalyzedSentence> sentences =
        TextAnalyzer.forLanguage(language).analyze("word ".repeat(2500));
    assertThat(sentences).extracting(AnalyzedSentence::size).containsExactly(1000, 1000, 500);
  }

  @Test
  void aCutSentenceThatEndsWithAnAbbreviationKeepsTheLimit() {
    List<AnalyzedSentence> sentences =
        TextAnalyzer.forLanguage("en").analyze("word ".repeat(999) + "etc.");
    assertThat(sentences).extracting(AnalyzedSentence::size).containsExactly(999, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\n", "\u200B\uFEFF", "\u0000"})
  void aTextWithoutTokensHasNoSentences(String text) {
    assertThat(english(text)).isEmpty();
    assertThat(sentences("und", text)).isEmpty();
  }

  @Test
  void germanAbbreviationsAreKnown() {
    assertThat(sentences("de", "Das ist z.B. Herr Dr. Wolf. Er geht."))
        .containsExactly("Das ist z.B. Herr Dr. Wolf.", "Er geht.");
  }
}
