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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.error.BadModelException;

/** The two tokenizers beside {@link TinyEncoder}; word pieces are in {@link VocabularyFileTest}. */
class PieceTokenizerTest {
  private static final PretrainedEncoderFault FAULT =
      new PretrainedEncoderFault("dir/tokenizer.json");

  /** What begins and ends a text in front of a model that is to be added. */
  private static final String AROUND =
      "\"post_processor\": {\"type\": \"BertProcessing\", \"cls\": [\"<s>\", 0], \"sep\":"
          + " [\"</s>\", 1]}, ";

  private static PieceTokenizer tokenizer(String name) {
    try {
      return PieceTokenizer.open(
          Files.readAllBytes(TinyEncoder.DIRECTORY.resolve(name + ".json")), FAULT);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Integer> pieces(PieceTokenizer tokenizer, String token) {
    return Arrays.stream(tokenizer.pieces(List.of(token))[0]).boxed().toList();
  }

  private static List<Integer> numbers(String expected) {
    return Arrays.stream(expected.split(" ")).map(Integer::valueOf).toList();
  }

  /** Expected are what HuggingFace's own tokenizers 0.23.3 give for the word after a space. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "the,           103",
        "The,           105",
        "THE,           104 38 35",
        "unaffable,     4 25 18 5 10 10 5 6 16 9",
        "café,          4 7 5 10 106",
        "cafe\u0301,    4 7 5 10 9 3 3",
        "\uD83D\uDE00,  4 3 3 3 3",
        "a\u200Bb,      4 5 3 3 3 6",
        "$100,          4 70 58 57 57",
        "x y,           4 28 4 29",
        "</s>,          4 2",
      })
  void joinsPairsOfBytes(String token, String expected) {
    assertThat(pieces(tokenizer("tokenizer-bpe"), token)).isEqualTo(numbers(expected));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "the,           99",
        "The,           100",
        "THE,           4 50 38 35",
        "unaffable,     101 103 102",
        "café,          4 7 5 10 104",
        "cafe\u0301,    4 7 5 10 104",
        "\uD83D\uDE00,  4 3",
        "a\u200Bb,      4 5 3 6",
        "\uFB01n,       4 10 13 18",
        "x y,           4 28 4 29",
      })
  void findsTheLikeliestUnigrams(String token, String expected) {
    assertThat(pieces(tokenizer("tokenizer-unigram"), token)).isEqualTo(numbers(expected));
  }

  @Test
  void givesEachTokenOfASentenceItsOwnPieces() {
    List<String> sentence =
        List.of("The", "", "caf\u00E9", "\uD83D\uDE00", "\u200B", "e\u0301", "\uD83D", "The", "\0");
    for (String name : List.of("tokenizer-bpe", "tokenizer-unigram")) {
      PieceTokenizer tokenizer = tokenizer(name);

      int[][] together = tokenizer.pieces(sentence);

      assertThat(List.of(together)).hasSameSizeAs(sentence);
      for (int t = 0; t < sentence.size(); t++) {
        assertThat(together[t]).as("token %d, %s", t, name).isNotEmpty();
        assertThat(together[t]).isEqualTo(tokenizer(name).pieces(sentence.subList(t, t + 1))[0]);
      }
      assertThat(tokenizer.pieces(sentence)).isDeepEqualTo(together);
      assertThat(tokenizer.begin()).isZero();
      assertThat(tokenizer.end()).isEqualTo(2);
      assertThat(tokenizer.pieces(List.of())).isEmpty();
    }
    assertThat(pieces(tokenizer("tokenizer-unigram"), ""))
        .as("the unknown piece")
        .containsExactly(3);
  }

  @Test
  void isSafeForManyThreads() {
    PieceTokenizer tokenizer = tokenizer("tokenizer-unigram");
    List<List<String>> sentences =
        IntStream.range(0, 200).mapToObj(i -> List.of("the" + i, "un" + i / 3, "able")).toList();

    List<int[][]> expected =
        sentences.stream().map(tokenizer("tokenizer-unigram")::pieces).toList();

    assertThat(sentences.parallelStream().map(tokenizer::pieces).toList())
        .usingRecursiveComparison()
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{                           | found no JSON (Unexpected end-of-input",
        "[]                          | found no JSON object",
        "{\"version\": \"1.0\"}        | found no model's type",
        "{\"model\": {\"type\": \"X\"}} | found a model of the type X, expected a tokenizer.json whose",
      })
  void refusesWhatIsNoTokenizer(String json, String message) {
    assertRefused(json, message);
  }

  @Test
  void refusesATokenizerThatCannotBeUsed() {
    String unigrams =
        "\"model\": {\"type\": \"Unigram\", \"unk_id\": null, \"vocab\": [[\"<s>\", 0.0], [\"</s>\","
            + " 0.0], [\"a\", -1.0]]}}";
    assertRefused(
        "{\"version\": \"1.0\", " + unigrams,
        "found a tokenizer.json that puts 0 pieces around a text, expected one that begins and one");
    assertRefused(
        "{\"version\": \"1.0\", \"normalizer\": {\"type\": \"Later\"}, " + AROUND + unigrams,
        "found a tokenizer.json that HuggingFace's tokenizers refuse (");
    assertRefused(
        "{\"version\": \"2.0\", " + AROUND + unigrams,
        "found a tokenizer.json that HuggingFace's tokenizers refuse (");
    String whole = "{\"version\": \"1.0\", " + AROUND + unigrams;
    PieceTokenizer tokenizer = PieceTokenizer.open(whole.getBytes(StandardCharsets.UTF_8), FAULT);
    assertThat(pieces(tokenizer, "a")).containsExactly(2);
    assertThatThrownBy(() -> tokenizer.pieces(List.of("b")))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("found a tokenizer.json that cannot cut a text (");
  }

  private static void assertRefused(String json, String message) {
    assertThatThrownBy(() -> PieceTokenizer.open(json.getBytes(StandardCharsets.UTF_8), FAULT))
        .isInstanceOf(BadModelException.class)
        .hasMessageStartingWith("Encoder dir/tokenizer.json cannot be used: ")
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }
}
