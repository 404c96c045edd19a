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

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How English text is cut into tokens: input on the left, tokens between spaces on the right. */
class EnglishTokenizerTest {
  private static String tokens(String text) {
    List<String> tokens = new ArrayList<>();
    for (AnalyzedSentence sentence : TextAnalyzer.forLanguage("en-GB").analyze(text)) {
      for (int i = 0; i < sentence.size(); i++) {
        tokens.add(sentence.token(text, i));
      }
    }
    return String.join(" ", tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "I don't know|I do n't know",
        "CAN'T stop|CA N'T stop",
        "won’t it?|wo n’t it ?",
        "Ada's and the boys' hats|Ada 's and the boys ' hats",
        "they’re we've I'd she'll I'm|they ’re we 've I 'd she 'll I 'm",
        "we cannot|we can not",
        "gonna wanna gotta|gon na wan na got ta",
        "he wouldn't've|he would n't 've",
      })
  void contractionsAreSplit(String text, String tokens) {
    assertThat(tokens(text)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Neil",
        "d'Artagnan",
        "AT&T",
        "R&D",
        "1980s",
        "60's",
        "2nd",
        "9/11",
        "12:30",
        "1,234.56",
        "3.14",
        ".75",
        "+44",
        "10.1.0.255",
        "555-123-4567",
        "x_1",
        "C$",
        "état",
        "naïve",
        "f*ck",
        "N/A"
      })
  void numbersAndNamesWithSignsStayWhole(String token) {
    assertThat(tokens("see " + token + " there")).isEqualTo("see " + token + " there");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mr. Jones met Dr. Wu on Jan. 3 in St. Paul|Mr. Jones met Dr. Wu on Jan. 3 in St. Paul",
        "the U.S. army and e.g. the U.N. force|the U.S. army and e.g. the U.N. force",
        "Acme Inc., of Ohio|Acme Inc. , of Ohio",
        "J. R. Smith and A.B. Lee|J. R. Smith and A.B. Lee",
        "at 5 p.m. on No. 10|at 5 p.m. on No. 10",
        "I said no.|I said no .",
      })
  void abbreviationsKeepTheirPeriod(String text, String tokens) {
    assertThat(tokens(text)).isEqualTo(tokens);
  }

  @Test
  void anAbbreviationAtTheEndOfASentenceGivesItsPeriodAway() {
    assertThat(tokens("She left the U.S.")).isEqualTo("She left the U.S .");
    assertThat(tokens("Pens, ink, etc.")).isEqualTo("Pens , ink , etc .");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Anglo-American|Anglo-American",
        "a London-based firm|a London-based firm",
        "U.S.-led talks|U.S.-led talks",
        "Jean-Claude|Jean-Claude",
        "a well-known man|a well - known man",
        "a 15-year term|a 15 - year term",
        "state-of-the-art|state - of - the - art",
        "non-human e-mail co-op|non-human e-mail co-op",
        "won 6-4 in 1996-97|won 6-4 in 1996-97",
        "yes -- no|yes -- no",
        "yes--no|yes -- no",
        "word-|word -",
      })
  void hyphensStayInNamesNumbersAndAfterPrefixes(String text, String tokens) {
    assertThat(tokens(text)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "(see [this], \"that\")|( see [ this ] , \" that \" )",
        "“so” ‘it’ goes…|“ so ” ‘ it ’ goes …",
        "wait... what?! no!!!|wait ... what ?! no !!!",
        "$200 US$4.50 £3 5% #1|$ 200 US$ 4.50 £ 3 5 % # 1",
        "and/or his/hers|and / or his / hers",
        "7:30pm 10AM 35mm|7:30 pm 10 AM 35 mm",
        "*bold* _it_|* bold * _ it _",
        "--==--|--==--",
      })
  void punctuationIsSplitOff(String text, String tokens) {
    assertThat(tokens(text)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "'90s 'tis 'em 'word'|'90s 'tis 'em ' word '",
        "'19999|' 19999",
        "the '|the '",
        "rock 'n' roll|rock 'n ' roll",
        "@1 #1 a@ a#b|@ 1 # 1 a @ a # b",
        "R&D &lt; & a&b; &x|R&D &lt; & a&b ; & x",
        "+1 a+1 .NET a .5 x..|+1 a + 1 .NET a .5 x ..",
        "USD$5 ABCD$5 Ab$5 $x|USD$ 5 ABCD $ 5 Ab $ 5 $ x",
        "jo..@y.org jo..x@y.org jo...|jo..@y.org jo .. x@y.org jo ...",
        "1/2 a/b ab/c|1/2 a/b ab / c",
        "A&B a&b AB&C ab&C|A&B a&b AB&C ab & C",
        "5km 5 km a5km 5x|5 km 5 km a5km 5x",
        "No. x fig. 2|No . x fig. 2",
        "u.s. u.S x.y a.b.c.|u.s. u.S x.y a.b.c .",
        "__init__ _a_b_ a_b_|__ init __ _ a_b _ a_b _",
      })
  void signsBelongToWordsByWhatStandsBesideThem(String text, String tokens) {
    assertThat(tokens(text)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/a/b?q=1&r=(x)",
        "https://example.org",
        "www.example.org/~me",
        "example.org/path",
        "example.org",
        "first.last@example.org",
        "jo...@example.org",
        "mailto:a@b.org",
        "#nerd",
        "@some_one",
        ":-)",
        ":)",
        "<3",
        "^_^",
        ";)",
        "&amp;"
      })
  void addressesTagsAndEmoticonsStayWhole(String token) {
    assertThat(tokens("see " + token + ", ok")).isEqualTo("see " + token + " , ok");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uD83D\uDE00", // a face
        "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDCBB", // a woman, a skin tone, a joiner, a laptop
        "\uD83C\uDDEB\uD83C\uDDF7", // a flag of two letters
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F", // a flag with tags
        "\u2764\uFE0F", // a heart with a variation selector
        "e\u0301te\u0301", // letters with combining marks
        "\uD835\uDC00\uD835\uDC01", // letters outside the basic plane
      })
  void whatReadersSeeAsOneSignStaysWhole(String token) {
    assertThat(tokens(token)).isEqualTo(token);
    assertThat(tokens("so " + token + "!")).isEqualTo("so " + token + " !");
  }

  @Test
  void neighbouringEmojiAreTokensOfTheirOwn() {
    assertThat(tokens("ok\uD83D\uDE00\uD83D\uDE02")).isEqualTo("ok \uD83D\uDE00 \uD83D\uDE02");
  }

  @Test
  void invisibleCharactersAreLeftOutAtTheEdges() {
    assertThat(tokens("\uFEFF\u200EAda\u200F \u00ADco\u00ADop\u200B")).isEqualTo("Ada co\u00ADop");
    assertThat(tokens("\u0000 \u200D \u200B\u2060")).isEmpty();
  }
}
