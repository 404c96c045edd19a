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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadDataException;

/** Of every format, a malformed record is told with its text, and what follows it can be read. */
class MalformedRecordTest {
  @TempDir private Path folder;

  private final List<String> tokens = new ArrayList<>();
  private final List<MalformedRecordException> malformed = new ArrayList<>();

  @Test
  void ofColumnsItIsASentence() {
    read(ColumnsFormat.DETECT, "a O\n\nb O\nc\nd O\ne O O\n\n-DOCSTART- O\n\nf O\n");

    assertThat(tokens).containsExactly("a", "f");
    assertThat(malformed)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it)
                  .hasMessage(
                      "data:4: found 1 column, expected 2 apart by spaces as in"
                          + " the first token line.");
              assertThat(it.text()).isEqualTo("b O\nc\nd O\ne O O");
              assertThat(it.document()).isZero();
            });
  }

  @Test
  void ofConlluItIsASentence() {
    String word = "1\t%s\t_\tX\t_\t_\t0\troot\t_\t_\n";

    read(
        ConlluFormat.UPOS,
        "# newdoc\n"
            + word.formatted("a")
            + "\n# a comment\n1\tb\n"
            + word.formatted("c")
            + "\n# newdoc\n"
            + word.formatted("d"));

    assertThat(tokens).containsExactly("a", "d");
    assertThat(malformed)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it).hasMessageStartingWith("data:5: found 2 columns, expected 10");
              assertThat(it.text()).isEqualTo("1\tb\n" + word.formatted("c").strip());
              assertThat(it.document()).isEqualTo(1);
            });
  }

  @Test
  void ofJsonItIsALineOrAnElement() {
    String good = "{\"tokens\": [\"%s\"], \"tags\": [\"O\"]}";

    read(
        JsonLinesFormat.ENGLISH,
        String.join("\n", good.formatted("a"), "{\"tok", "7", good.formatted("b")));
    read(
        JsonLinesFormat.ENGLISH,
        "[\n" + good.formatted("c") + ",\n 7,\n" + good.formatted("d") + "\n]");

    assertThat(tokens).containsExactly("a", "b", "c", "d");
    assertThat(malformed)
        .extracting(MalformedRecordException::text)
        .containsExactly("{\"tok", "7", "7");
    assertThat(malformed.get(2)).hasMessageStartingWith("data:3: record 2: found a JSON number");
  }

  @Test
  void anArrayThatIsNoJsonFromSomewhereOnEndsThere() {
    read(JsonLinesFormat.ENGLISH, "[\n{\"tokens\": [\"a\"], \"tags\": [\"O\"]},\n{\"tok\n");

    assertThat(tokens).containsExactly("a");
    assertThat(malformed).hasSize(1);
  }

  @Test
  void ofBratItIsADocument() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Ada");
    Path annotations = Files.writeString(folder.resolve("a.ann"), "T1\tPER 0 3\tAda\nT2 PER\n");
    Path alone = Files.writeString(folder.resolve("b.ann"), "T1\tPER 0 3\tAda\n");

    read(BratFormat.of(CorpusOptions.DEFAULT).open(CorpusFile.of(annotations), warning -> {}));
    read(BratFormat.of(CorpusOptions.DEFAULT).open(CorpusFile.of(alone), warning -> {}));

    assertThat(tokens).isEmpty();
    assertThat(malformed.get(0)).hasMessageStartingWith(annotations + ":2: found 'T2 PER'");
    assertThat(malformed.get(0).text()).isEqualTo("T1\tPER 0 3\tAda\nT2 PER\n");
    assertThat(malformed.get(1))
        .hasMessageStartingWith(alone + ": found no " + folder.resolve("b.txt"));
  }

  @Test
  void whatEndsAFileComesAfterWhatIsMalformedBeforeIt() {
    byte[] data = ("a O\n".repeat(200) + "b\n?\n").getBytes(StandardCharsets.UTF_8);
    data[data.length - 2] = (byte) 0xff;
    SentenceSource source =
        ColumnsFormat.of(0, 1)
            .open(new OpenedFile(new ByteArrayInputStream(data), "data"), warning -> {});

    assertThatThrownBy(source::next)
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageStartingWith("data:201: found 1 column");
    assertThatThrownBy(source::next)
        .isExactlyInstanceOf(BadDataException.class)
        .hasMessageStartingWith("data:202: found bytes that are not UTF-8");
  }

  private void read(CorpusFormat format, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    read(format.open(new OpenedFile(new ByteArrayInputStream(bytes), "data"), warning -> {}));
  }

  private void read(SentenceSource source) {
    try (source) {
      boolean more = true;
      while (more) {
        try {
          PlacedSentence sentence = source.next();
          more = sentence != null;
          if (more) {
            tokens.addAll(sentence.sentence().tokens());
          }
        } catch (MalformedRecordException e) {
          malformed.add(e);
        }
      }
    }
  }
}
