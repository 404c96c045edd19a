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
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link TextAnalyzer} promises for every string, held by every analyzer. */
class AnyTextTest {
  /** By our own rules; the others go through ICU. */
  private static final TextAnalyzer ENGLISH = TextAnalyzer.forLanguage("en");

  private static final List<TextAnalyzer> ANALYZERS =
      Stream.of("en", "und", "de").map(TextAnalyzer::forLanguage).toList();

  @Property(tries = 500)
  void offsetsKeepTheirPromisesForAnyUtf16(@ForAll String text) {
    assertPromisesKept(text);
  }

  @Property(tries = 500)
  void offsetsKeepTheirPromisesForHostileMixtures(@ForAll("mixtures") String text) {
    assertPromisesKept(text);
  }

  @Test
  void aPeriodThatIsCutOffLeavesNoInvisibleCharacterBeforeIt() {
    assertPromisesKept("word\u200D.\u200D");
    assertPromisesKept("A b\u200D\u00AD.\u200D C");
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        ".",
        "-",
        "'",
        "!",
        "http://",
        "a.",
        "1,",
        "@",
        ":-)",
        "\uD83D",
        "\u0301",
        "#",
        "a@",
        "'s",
        "U.S.",
        "n't ",
        "\u200D",
        "\u0E01",
        "&amp;",
        "(",
        "\"",
        "\u4E2D",
        "<a ",
        "1.2/",
        "a.b/c.",
        "1,2.3:4/",
        "A-",
        "a-b.",
        "@a.",
        "www.",
        "a...",
        "Mr.",
        "etc. The ",
        ". "
      })
  void aLineOfAMillionCharactersIsAnalyzed(String unit) {
    assertPromisesKept(unit.repeat(1_000_000 / unit.length()), ENGLISH);
    assertPromisesKept(unit.repeat(100_000 / unit.length()));
  }

  @Provide
  Arbitrary<String> mixtures() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "word",
            "Mr",
            "U.S",
            "don",
            "cannot",
            "n't",
            "'s",
            "’re",
            "1,000",
            "3.14",
            "2nd",
            "£",
            "%",
            "http://a.b/c?d=e",
            "www.x.org",
            "me@mail.org",
            "@you",
            "#tag",
            ":-)",
            "<3",
            "...",
            "…",
            ".",
            "?",
            "!",
            "\"",
            "“",
            "”",
            "'",
            "`",
            "(",
            "]",
            "-",
            "--",
            "—",
            "/",
            "&",
            "_",
            "*",
            "~",
            " ",
            "  ",
            "\t",
            "\n",
            "\r\n",
            "\n\n",
            "\u2029",
            "\u00A0",
            "\u200B",
            "\u200D",
            "\u200F",
            "\u202E",
            "\u00AD",
            "\uFEFF",
            "\u0000",
            "\u001B",
            "\u0301",
            "\uFE0F",
            "\uD83D",
            "\uDE00",
            "\uD83D\uDC69\u200D\uD83D\uDCBB",
            "\uD83C\uDDEB\uD83C\uDDF7",
            "שלום",
            "مرحبا",
            "中文",
            "ไทย",
            "ﬁ",
            "İ",
            "é",
            "a\u0308",
            "٣٤",
            "क्षि");
    return pieces.list().ofMaxSize(40).map(list -> String.join("", list));
  }

  private static void assertPromisesKept(String text) {
    ANALYZERS.forEach(analyzer -> assertPromisesKept(text, analyzer));
  }

  private static void assertPromisesKept(String text, TextAnalyzer analyzer) {
    boolean[] covered = new boolean[text.length()];
    int last = 0;
    for (AnalyzedSentence sentence : analyzer.analyze(text)) {
      assertThat(sentence.size()).isBetween(1, TextAnalyzer.MAX_SENTENCE_TOKENS);
      assertThat(sentence.begin()).isEqualTo(sentence.begin(0));
      assertThat(sentence.end()).isEqualTo(sentence.end(sentence.size() - 1));
      for (int i = 0; i < sentence.size(); i++) {
        int begin = sentence.begin(i);
        int end = sentence.end(i);
        check(begin >= last && end > begin, "tokens in order, none empty", text, begin);
        String token = sentence.token(text, i);
        check(text.startsWith(token, begin), "the slice is the token", text, begin);
        check(token.length() == end - begin, "the slice is the token", text, begin);
        check(!isInsidePair(text, begin), "no token begins inside a pair", text, begin);
        check(!isInsidePair(text, end), "no token ends inside a pair", text, end);
        check(
            token.chars().noneMatch(c -> Characters.isSeparator((char) c)),
            "no token holds a separator",
            text,
            begin);
        check(
            !Characters.isIgnorable(token.charAt(0))
                && !Characters.isIgnorable(token.charAt(token.length() - 1)),
            "no token begins or ends with an invisible character",
            text,
            begin);
        Arrays.fill(covered, begin, end, true);
        last = end;
      }
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      check(
          covered[i] || Characters.isSeparator(c) || Characters.isIgnorable(c),
          "each visible character lies in a token",
          text,
          i);
    }
  }

  /** An assertion that costs nothing where it holds, for texts of a million tokens. */
  private static void check(boolean holds, String promise, String text, int i) {
    if (!holds) {
      String near = text.substring(Math.max(0, i - 40), Math.min(text.length(), i + 40));
      throw new AssertionError("Broken at " + i + ": " + promise + "; near <" + near + ">");
    }
  }

  private static boolean isInsidePair(String text, int i) {
    return i > 0
        && i < text.length()
        && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
  }

  @Property(tries = 20)
  void theResultIsTheSameFromManyThreads(@ForAll("mixtures") String text) {
    for (TextAnalyzer analyzer : ANALYZERS) {
      List<String> expected = tokens(analyzer, text);
      assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> tokens(analyzer, text)).toList())
          .allMatch(expected::equals);
    }
  }

  private static List<String> tokens(TextAnalyzer analyzer, String text) {
    List<String> tokens = new ArrayList<>();
    for (AnalyzedSentence sentence : analyzer.analyze(text)) {
      for (int i = 0; i < sentence.size(); i++) {
        tokens.add(sentence.begin(i) + ":" + sentence.token(text, i));
      }
    }
    return tokens;
  }
}
