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
import static org.sparkner.corpus.Corpora.read;
import static org.sparkner.corpus.Corpora.sentence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.corpus.ColumnsFormat.Comments;
import org.sparkner.corpus.ColumnsFormat.Separator;
import org.sparkner.error.BadDataException;

class ColumnsReaderTest {
  @Test
  void fourColumnsBySpacesGiveTheFirstAndTheLast() {
    String file =
        """
        -DOCSTART- -X- O O

        Ada NNP I-NP I-PER
        wrote VBD I-VP O

        -DOCSTART- -X- O O
        # NN I-NP O
        """;

    assertThat(read(ColumnsFormat.DETECT, file))
        .containsExactly(sentence("Ada/I-PER wrote/O"), sentence("#/O"));
  }

  @Test
  void twoColumnsByTabsMayHoldHashesAndSpaces() {
    String file = "#\tO\n#ada\tB-PER\nt ex\tO\n\t\n\u00A0\tO\nNew\u00A0York\tB-LOC\n";

    assertThat(read(ColumnsFormat.DETECT, file))
        .containsExactly(
            new LabeledSentence(List.of("#", "#ada", "t ex"), List.of("O", "B-PER", "O")),
            new LabeledSentence(List.of("New\u00A0York"), List.of("B-LOC")));
  }

  @Test
  void numberedTokensAreUniversalNerWithItsComments() {
    String file =
        """
        # sent_id = 1
        # text = Ada wrote it
        1\tAda\tB-PER\t-\t-
        2-3\twroteit\t_\t-\t-
        2\twrote\tO\t-\t-
        3\tit\tO\t-\tsomebody

        # sent_id = 2
        1\t#\tO\t-\t-
        """;

    assertThat(read(ColumnsFormat.DETECT, file))
        .containsExactly(sentence("Ada/B-PER wrote/O it/O"), sentence("#/O"));
  }

  @Test
  void numbersThatDoNotCountAreTokens() {
    assertThat(read(ColumnsFormat.DETECT, "1 CD O\n3 CD O\n")).containsExactly(sentence("1/O 3/O"));
  }

  @Test
  void columnsMayBeChosenFromEitherEnd() {
    String file = "I-PER x Ada 7\nO x wrote 8\n";

    assertThat(read(ColumnsFormat.of(-2, 0), file)).containsExactly(sentence("Ada/I-PER wrote/O"));
    assertThat(read(ColumnsFormat.of(2, -4), file)).containsExactly(sentence("Ada/I-PER wrote/O"));
  }

  @Test
  void aFurtherColumnIsReadWhereItIsNamed() {
    String file = "Ada NNP I-NP B-PER\nwrote VBD I-VP O\n";
    List<LabeledSentence> expected =
        List.of(
            new LabeledSentence(
                List.of("Ada", "wrote"), List.of("B-PER", "O"), List.of("NNP", "VBD")));

    assertThat(read(ColumnsFormat.DETECT.withAttributeColumn(1), file)).isEqualTo(expected);
    assertThat(read(ColumnsFormat.DETECT.withAttributeColumn(-3), file)).isEqualTo(expected);
    assertThatThrownBy(() -> read(ColumnsFormat.DETECT.withAttributeColumn(4), file))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("corpus.txt: no attribute column 4: found 4 columns");
    assertThatThrownBy(() -> read(ColumnsFormat.DETECT.withAttributeColumn(1), "Ada\t\tO\n"))
        .isInstanceOf(BadDataException.class)
        .hasMessage("corpus.txt:1: found an empty column 1, expected an attribute in it.");
  }

  @Test
  void commentsCanBeSwitched() {
    String file = "# a\nAda B-PER\n";

    assertThat(read(format(Separator.DETECT, Comments.HASH), file))
        .containsExactly(sentence("Ada/B-PER"));
    assertThat(read(format(Separator.DETECT, Comments.NONE), file))
        .containsExactly(sentence("#/a Ada/B-PER"));
    assertThat(read(ColumnsFormat.DETECT, "# a comment\nAda\tB-PER\n"))
        .containsExactly(sentence("Ada/B-PER"));
  }

  @Test
  void theSeparatorCanBeChosen() {
    assertThat(read(format(Separator.SPACE, Comments.NONE), " Ada \t B-PER \n"))
        .containsExactly(sentence("Ada/B-PER"));
    assertThat(read(format(Separator.TAB, Comments.NONE), "t ex\tO"))
        .containsExactly(new LabeledSentence(List.of("t ex"), List.of("O")));
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkAreNoPartOfTheTokens() {
    assertThat(read(ColumnsFormat.DETECT, "\uFEFFAda\tB-PER\r\nwrote\tO\r\n\r\nit\tO"))
        .containsExactly(sentence("Ada/B-PER wrote/O"), sentence("it/O"));
    assertThat(read(ColumnsFormat.DETECT, "\uFEFFAda\tB-PER\n\n\uFEFFBob\tB-PER\n"))
        .as("two such files joined")
        .containsExactly(sentence("Ada/B-PER"), sentence("Bob/B-PER"));
    assertThat(read(ColumnsFormat.DETECT, "\uFEFF\uFEFFAda\tB-PER\n\n\uFEFF\uFEFFBob\tB-PER\n"))
        .as("with two marks each")
        .containsExactly(sentence("Ada/B-PER"), sentence("Bob/B-PER"));
    assertThat(read(ColumnsFormat.DETECT, "Ada\tB-PER\r\r\nwrote\tO\r\r\n\r\r\nit\tO\r\r\n"))
        .as("with line ends that were converted twice")
        .containsExactly(sentence("Ada/B-PER wrote/O"), sentence("it/O"));
  }

  @Test
  void gzipIsToldByItsFirstBytes() throws IOException {
    List<String> warnings = new ArrayList<>();

    assertThat(read(ColumnsFormat.DETECT, gzip("Ada B-PER\n"), warnings))
        .containsExactly(sentence("Ada/B-PER"));
  }

  @Test
  void anEmptyTokenIsReadAsTheReplacementCharacterAndReported() {
    List<String> warnings = new ArrayList<>();

    assertThat(read(ColumnsFormat.DETECT, "so\tO\n\tO\n", warnings))
        .containsExactly(sentence("so/O \uFFFD/O"));
    assertThat(warnings)
        .containsExactly(
            "corpus.txt:2: found an empty token, expected one; read as the replacement character"
                + " U+FFFD.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Ada NNP B-PER\\nwrote O'|corpus.txt:2: found 2 columns, expected 3 apart by spaces as in the"
            + " first token line.",
        "'\\n\\nAda\\tB-PER\\nwrote O\\n'|corpus.txt:4: found 1 column, expected 2 apart by tabs as in"
            + " the first token line.",
        "'Ada\\tB-PER\\nwrote\\t\\n'|corpus.txt:2: found an empty tag, expected a tag in column 1.",
      })
  void aMalformedLineIsNamed(String content, String message) {
    String file = content.replace("\\n", "\n").replace("\\t", "\t");

    assertThatThrownBy(() -> read(ColumnsFormat.DETECT, file))
        .isInstanceOf(BadDataException.class)
        .hasMessage(message);
  }

  @Test
  void aColumnThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> read(ColumnsFormat.of(0, 7), "Ada NNP B-PER\n"))
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            "corpus.txt: no tag column 7: found 3 columns in the first token line, expected one of 0"
                + " to 2, or -1 for the last.");
    assertThatThrownBy(() -> read(ColumnsFormat.of(-4, null), "Ada NNP B-PER\n"))
        .hasMessageContaining("no token column -4");
  }

  @Test
  void bytesThatAreNotUtf8AreNamedByTheirLine() {
    byte[] latin1 = "Ada O\nÅke O\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf16 = "\uFEFFAda O\n".getBytes(StandardCharsets.UTF_16LE);

    assertThatThrownBy(() -> read(ColumnsFormat.DETECT, latin1, new ArrayList<>()))
        .hasMessage(
            "corpus.txt:2: found bytes that are not UTF-8, expected UTF-8; convert the file.");
    assertThatThrownBy(() -> read(ColumnsFormat.DETECT, utf16, new ArrayList<>()))
        .hasMessageContaining("corpus.txt:1: found a UTF-16 byte-order mark");
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThatThrownBy(
              () -> read(ColumnsFormat.DETECT, "Ada O\n".getBytes(charset), new ArrayList<>()))
          .hasMessage(
              "corpus.txt:1: found NUL bytes, as UTF-16 without a byte-order mark has them, expected"
                  + " UTF-8; convert the file.");
    }
  }

  @Test
  void aTruncatedGzipStreamIsBadData() throws IOException {
    byte[] whole = gzip("Ada B-PER\n".repeat(10_000));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);

    assertThatThrownBy(() -> read(ColumnsFormat.DETECT, half, new ArrayList<>()))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("damaged or truncated gzip stream");
  }

  @Test
  void aFileWithoutBlankLinesIsRefusedAtTheLongestSentenceAllowed() {
    ColumnsFormat format = new ColumnsFormat(null, null, Separator.DETECT, Comments.DETECT, 10);

    assertThat(read(format, "a O\n".repeat(10))).hasSize(1);
    assertThatThrownBy(() -> read(format, "a O\n".repeat(11)))
        .hasMessage(
            "corpus.txt:11: found a sentence of more than 10 tokens, expected a blank line between"
                + " sentences.");
  }

  @Test
  void aLongSentenceAndALongTokenAreRead() {
    String token = "x".repeat(100_000);

    assertThat(read(ColumnsFormat.DETECT, "a O\n".repeat(10_000)).get(0).size()).isEqualTo(10_000);
    assertThat(read(ColumnsFormat.DETECT, token + " O\n").get(0).tokens()).containsExactly(token);
  }

  @Test
  void aFileWithoutTokensHasNoSentences() {
    assertThat(read(ColumnsFormat.DETECT, "")).isEmpty();
    assertThat(read(ColumnsFormat.DETECT, "\n\n-DOCSTART- -X- O O\n\n")).isEmpty();
  }

  private static ColumnsFormat format(Separator separator, Comments comments) {
    return new ColumnsFormat(null, null, separator, comments, 1000);
  }

  private static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
