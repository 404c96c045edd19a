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

package org.sparkner.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadModelException;

class VocabularyFileTest {
  private static final PretrainedEncoderFault FAULT = new PretrainedEncoderFault("dir/vocab.txt");
  private static final List<String> VOCABULARY =
      List.of(
          "[PAD]",
          "[UNK]",
          "[CLS]",
          "[SEP]",
          "in",
          "##ter",
          "inter",
          "##na",
          "##nation",
          "##al",
          "cafe",
          "caf",
          "##e",
          "##é",
          "o",
          "'",
          "-",
          "neil",
          "##l",
          "北",
          "京",
          "$",
          "1",
          "##0",
          "Caf",
          "σ",
          "##ς",
          "\"",
          "\\");

  private static PieceTokenizer tokenizer(String vocabulary, boolean lowerCase) {
    VocabularyFile file = new VocabularyFile(vocabulary.getBytes(StandardCharsets.UTF_8), FAULT);
    return PieceTokenizer.open(file.tokenizer(lowerCase, lowerCase), FAULT);
  }

  private static PieceTokenizer tokenizer(boolean lowerCase) {
    return tokenizer(String.join("\n", VOCABULARY), lowerCase);
  }

  private static String pieces(String token, boolean lowerCase) {
    int[] ids = tokenizer(lowerCase).pieces(List.of(token))[0];
    return String.join(" ", Arrays.stream(ids).mapToObj(VOCABULARY::get).toList());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "inter,         inter",
        "international, inter ##nation ##al",
        "INTER,         inter",
        "Café,          cafe",
        "Cafe\u0301,    cafe",
        "O'Neil-l,      o ' neil - [UNK]",
        "O'Neill,       o ' neil ##l",
        "$100,          $ 1 ##0 ##0",
        "北京inter,      北 京 inter",
        "in\u00A0in,    in in",
        "in\u200Bter,   inter",
        "\"in\\,        \" in \\",
      })
  void takesTheLongestPieceFromTheLeftOfEachWord(String token, String expected) {
    assertThat(pieces(token, true)).isEqualTo(expected);
  }

  @Test
  void keepsCaseAndAccentsForAVocabularyThatHasThem() {
    assertThat(pieces("Café", false)).isEqualTo("Caf ##é");
    assertThat(pieces("INTER", false)).isEqualTo("[UNK]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u200B\uFFFD", "zebra", "interz", "\uD83D", "\uDE00\uD83D"})
  void givesTheUnknownPieceForAWordThatItCannotCutAndForNoText(String token) {
    assertThat(pieces(token, true)).isEqualTo("[UNK]");
  }

  @Test
  void doesNotCutWordsOfMoreThanAHundredCharacters() {
    assertThat(tokenizer(true).pieces(List.of("1" + "0".repeat(99)))[0]).hasSize(100);
    assertThat(pieces("1" + "0".repeat(100), true)).isEqualTo("[UNK]");
  }

  @Test
  void beginsAndEndsSentencesAsBertDoes() {
    assertThat(tokenizer(true).begin()).isEqualTo(2);
    assertThat(tokenizer(true).end()).isEqualTo(3);
    assertThat(tokenizer(true).largest()).isEqualTo(VOCABULARY.size() - 1);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstPiece() {
    PieceTokenizer pieces = tokenizer("\uFEFF[UNK]\r\n[CLS]\r\n[SEP]\r\n", true);

    assertThat(pieces.pieces(List.of("zebra"))[0]).containsExactly(0);
    assertThat(pieces.end()).isEqualTo(2);
  }

  @Test
  void refusesAVocabularyOfAnotherKind() {
    assertThatThrownBy(() -> tokenizer("<s>\n</s>\n[UNK]", true))
        .isInstanceOf(BadModelException.class)
        .hasMessage(
            "Encoder dir/vocab.txt cannot be used: found no [CLS] among its 3 word pieces, expected"
                + " the vocabulary of a BERT-like encoder, a piece a line.");
  }
}
