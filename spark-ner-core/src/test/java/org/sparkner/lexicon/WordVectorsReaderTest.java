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

package org.sparkner.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadDataException;

class WordVectorsReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        // GloVe.
        "the 1 -0.5\nof 2.25 3e-1\n",
        // word2vec text, fastText: a header, and a space at the end of the line.
        "2 2\nthe 1 -0.5\nof 2.25 3e-1\n",
        "2 2\nthe 1 -0.5 \nof 2.25 3e-1 \n",
        "2\t2\r\nthe\t1\t-0.5\r\nof\t2.25\t3e-1\r\n",
        // With line ends of Windows, and none but them.
        "the 1 -0.5\r\nof 2.25 3e-1\r\n",
        "the\t1\t-0.5\r\nof\t2.25\t3e-1",
        "\uFEFFthe 1 -0.5 \r\r\nof 2.25 3e-1\r\r\n",
        // Saved by an editor that puts a byte-order mark before a text; joined of two such files.
        "\uFEFFthe 1 -0.5\nof 2.25 3e-1\n",
        "\uFEFF2 2\nthe 1 -0.5\nof 2.25 3e-1\n",
        "\uFEFF2\t2\r\nthe\t1\t-0.5\r\nof\t2.25\t3e-1\r\n",
        "\uFEFFthe 1 -0.5\n\uFEFFof 2.25 3e-1\n",
        // A last line without its end, blank lines.
        "the 1 -0.5\n\nof 2.25 3e-1",
      })
  void theTextFormsAreToldByTheirFirstLine(String content) {
    LoadedVectors loaded = read(content);

    assertThat(loaded.vectors().words()).containsExactly("the", "of");
    assertThat(loaded.vectors().dimension()).isEqualTo(2);
    assertThat(loaded.vectors().table()).containsExactly(1f, -0.5f, 2.25f, 0.3f);
    assertThat(loaded.report().leftOut()).isZero();
  }

  @Test
  void aByteOrderMarkBeforeTheBinaryFormIsNoPartOfItsHeader() {
    byte[] file = bytes("\uFEFF2 1\na \0\0\0\0b \0\0\0\0");

    assertThat(read(file, Integer.MAX_VALUE).vectors().words()).containsExactly("a", "b");
  }

  @Test
  void utf16IsRefused() {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] file = "\uFEFF2 2\nthe 1 2\nof 3 4\n".getBytes(charset);

      assertThatThrownBy(() -> read(file, Integer.MAX_VALUE))
          .isInstanceOf(BadDataException.class)
          .hasMessage(
              "vectors.txt:1: found a UTF-16 byte-order mark, expected UTF-8; convert the file.");
    }
  }

  @Test
  void wordsKeepTheirUnicodeAndMayHoldSpaces() {
    WordVectors vectors =
        read("the 1 2\nNew\u00A0York 3 4\n😀 5 6\n. . . 7 8\nat name@domain.com 9 10\n").vectors();

    assertThat(vectors.words())
        .containsExactly("the", "New\u00A0York", "😀", ". . .", "at name@domain.com");
    assertThat(vectors.table()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  void rowsThatCannotBeUsedAreLeftOutAndReported() {
    VectorsReport report =
        read("""
                a 1 2
                b 1
                c 1 2 3
                d 1 x
                e NaN 2
                f 1 -inf
                a 3 4
                g 5 6
                h 7 8
                i 9 10
                j 9 10
                """)
            .report();

    assertThat(report.words()).isEqualTo(5);
    assertThat(report.rows()).isEqualTo(11);
    assertThat(report.malformed()).isEqualTo(3);
    assertThat(report.notFinite()).isEqualTo(2);
    assertThat(report.duplicates()).isEqualTo(1);
    assertThat(report.examples())
        .containsExactly(
            "vectors.txt:2: found 1 values, expected 2 numbers; left out.",
            "vectors.txt:3: found more than 2 values, expected 2 numbers; left out.",
            "vectors.txt:4: found a value that is no number, expected 2 numbers; left out.",
            "vectors.txt:5: found a value that is not finite, expected finite ones; left out.",
            "vectors.txt:6: found a value that is not finite, expected finite ones; left out.",
            "vectors.txt:7: found 'a' again; the first row counts.");
    assertThat(report.summary())
        .isEqualTo(
            "vectors.txt: 5 words of 2 values; left out: 1 duplicate, 3 malformed, 2 not finite");
  }

  @Test
  void theFirstVectorOfAWordCountsAndTheOthersStayInStep() {
    WordVectors vectors = read("a 1 2\na 3 4\nb 5 6\n").vectors();

    assertThat(vectors.words()).containsExactly("a", "b");
    assertThat(vectors.table()).containsExactly(1, 2, 5, 6);
  }

  @Test
  void readingStopsAtTheNumberOfWordsAskedFor() {
    LoadedVectors loaded = read(bytes("3 1\na 1\nb 2\nc 3\n"), 2);

    assertThat(loaded.vectors().words()).containsExactly("a", "b");
    assertThat(loaded.report().limited()).isTrue();
    assertThat(loaded.report().declared()).isEqualTo(3);
  }

  @Test
  void moreWordsThanFitOneBlockStayInOrder() {
    StringBuilder content = new StringBuilder();
    int dimension = 16;
    int words = 70_000;
    for (int i = 0; i < words; i++) {
      content.append('w').append(i).append((" " + i).repeat(dimension)).append('\n');
    }

    WordVectors vectors = read(content.toString()).vectors();

    assertThat(vectors.words()).hasSize(words);
    for (int i = 0; i < words * dimension; i++) {
      int word = i / dimension;
      assertThat(vectors.table()[i]).isEqualTo(word);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n"})
  void word2vecBinaryIsToldByItsBytes(String end) throws IOException {
    byte[] content = binary("3 3\n", end, "the", "Zürich", "the");

    LoadedVectors loaded = read(content, Integer.MAX_VALUE);

    assertThat(loaded.vectors().words()).containsExactly("the", "Zürich");
    assertThat(loaded.vectors().table()).containsExactly(0, 0.5f, -1, 1, 1.5f, -2);
    assertThat(loaded.report().duplicates()).isEqualTo(1);
  }

  @Test
  void aBinaryFileCutShortIsBadData() throws IOException {
    byte[] whole = binary("3 3\n", "\n", "a", "b", "c");

    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 10), 9))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("word 3 of the 3 that its header declares");
  }

  @Test
  void gzipIsToldByItsFirstBytes() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes("a 1 2\n"));
    }

    assertThat(read(zipped.toByteArray(), 9).vectors().words()).containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource({
    "'', vectors.txt:1: found no word with values",
    "'hello world\n', vectors.txt:1: found no word with values",
    "'2 3\n', found 0 malformed rows of 0",
    "'0 3\n', vectors.txt:1: found a header of 0 words and 3 values",
    "'5 3\na 1 2\nb 1 2\nc 1 2 3\n', found 2 malformed rows of 3",
  })
  void aFileWithoutVectorsIsBadData(String content, String message) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(message);
  }

  @Test
  void vectorsOfAnotherDimensionAreBadData() {
    LoadedVectors loaded = read("a 1 2\n");

    assertThat(loaded.requireDimension(2)).isSameAs(loaded.vectors());
    assertThatThrownBy(() -> loaded.requireDimension(100))
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            "vectors.txt: found vectors of 2 values, expected 100; give vectors of that size or"
                + " change the word dimension.");
  }

  @Test
  void aMissingFileOrADirectoryIsBadData(@TempDir Path directory) {
    assertThatThrownBy(() -> WordVectorsReader.read(directory))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("found a directory, expected a file");
    assertThatThrownBy(() -> WordVectorsReader.read(directory.resolve("none")))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("no such file");
  }

  @Test
  void theSampleVectorsAreRead() {
    LoadedVectors loaded =
        WordVectorsReader.read(Path.of("..", "sample-data", "vectors", "glove.sample.100d.txt.gz"));

    assertThat(loaded.report().leftOut()).isZero();
    assertThat(loaded.vectors().words()).hasSize(21_680).startsWith("the", ",", ".", "of");
    assertThat(loaded.vectors().table()).startsWith(-0.0382f, -0.2449f, 0.7281f);
  }

  private static byte[] binary(String header, String end, String... words) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes(header));
    for (int i = 0; i < words.length; i++) {
      out.write(bytes(words[i] + " "));
      ByteBuffer values = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
      out.write(values.putFloat(i).putFloat(i + 0.5f).putFloat(-1 - i).array());
      out.write(bytes(end));
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }

  private static LoadedVectors read(String content) {
    return read(bytes(content), Integer.MAX_VALUE);
  }

  private static LoadedVectors read(byte[] content, int maxWords) {
    return WordVectorsReader.read(new ByteArrayInputStream(content), "vectors.txt", maxWords);
  }
}
