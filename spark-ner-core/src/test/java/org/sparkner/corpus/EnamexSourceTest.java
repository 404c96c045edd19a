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

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;

class EnamexSourceTest {
  @TempDir private Path directory;
  private final List<String> warnings = new ArrayList<>();

  private List<LabeledSentence> read(String xml) throws Exception {
    return read(xml.getBytes(StandardCharsets.UTF_8));
  }

  private List<LabeledSentence> read(byte[] xml) throws Exception {
    Path file = Files.write(directory.resolve("text.xml"), xml);
    CorpusFormat format =
        RegisteredFormat.ofFile("text.xml").orElseThrow().with(CorpusOptions.DEFAULT);
    List<LabeledSentence> sentences = new ArrayList<>();
    try (CorpusReader reader = CorpusReader.open(CorpusFile.of(file), format, warnings::add)) {
      reader.forEachRemaining(sentences::add);
    }
    return sentences;
  }

  @Test
  void sentencesAreThoseOfTheFileAndEntitiesAreWhereTheyAreMarked() throws Exception {
    List<LabeledSentence> sentences =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <corpus><document name="a">
              <p><sentence><ENAMEX type="PERSON" subtype="x">Ada &amp; Co</ENAMEX> waits. In
                <enamex TYPE="LOCATION">Oslo</enamex>.</sentence>
              <sentence>Nothing <b>bold</b> here.</sentence></p></document></corpus>
            """);
    assertThat(sentences).hasSize(2);
    assertThat(sentences.get(0).tokens())
        .containsExactly("Ada", "&", "Co", "waits", ".", "In", "Oslo", ".");
    assertThat(sentences.get(0).tags())
        .containsExactly("B-PERSON", "I-PERSON", "I-PERSON", "O", "O", "O", "B-LOCATION", "O");
    assertThat(sentences.get(1).tokens()).containsExactly("Nothing", "bold", "here", ".");
    assertThat(warnings).isEmpty();
  }

  @Test
  void textWithoutSentencesIsSplit() throws Exception {
    assertThat(read("<doc><p>Ada waits. <ENAMEX type='LOC'>Oslo</ENAMEX> too.</p></doc>"))
        .extracting(sentence -> sentence.tags().get(0))
        .containsExactly("O", "B-LOC");
  }

  @Test
  void aMarkWithinAnotherIsLeftOutWithAWarning() throws Exception {
    List<LabeledSentence> sentences =
        read("<s><ENAMEX type='ORG'>Bank of <ENAMEX type='LOC'>Oslo</ENAMEX></ENAMEX></s>");
    assertThat(sentences.get(0).tags()).containsExactly("B-ORG", "I-ORG", "I-ORG");
    assertThat(warnings).singleElement().asString().contains("LOC within ORG");
  }

  @Test
  void brokenXmlAndMarksWithoutATypeAreRefusedWithTheirLines() {
    assertThatThrownBy(() -> read("<doc>\n<p>Ada</doc>"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("text.xml:2: found no XML");
    assertThatThrownBy(() -> read("<doc>\n<ENAMEX>Ada</ENAMEX></doc>"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("text.xml:2: found a ENAMEX without a type");
  }

  @Test
  void theEncodingIsTheDeclaredOne() throws Exception {
    String xml = "<s>Zo\u00eb <ENAMEX type='LOC'>\u00c5s</ENAMEX></s>";
    String declared = "<?xml version='1.0' encoding='%s'?>" + xml;
    for (byte[] bytes :
        List.of(
            xml.getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + xml).getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + declared.formatted("UTF-8")).getBytes(StandardCharsets.UTF_8),
            xml.getBytes(StandardCharsets.UTF_16),
            declared.formatted("ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1))) {
      assertThat(read(bytes).get(0).tokens()).containsExactly("Zo\u00eb", "\u00c5s");
    }
  }

  @Test
  void bytesThatAreNotOfTheEncodingAreRefusedInOneLineAlone() {
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThatThrownBy(
              () -> read("<doc>\n<p>\u00eb</p></doc>".getBytes(StandardCharsets.ISO_8859_1)))
          .isInstanceOf(BadDataException.class)
          .hasMessageContaining("found bytes from here on that are not in the file's encoding");
      assertThatThrownBy(() -> read("<?xml version='1.0' encoding='KLINGON'?><s>a</s>"))
          .isInstanceOf(BadDataException.class)
          .hasMessageContaining("text.xml:1: found XML in the encoding KLINGON");
    } finally {
      System.setErr(err);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aFileThatEndsTooEarlyIsNoMalformedRecord() throws Exception {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(whole)) {
      zip.write("<s>Ada in <ENAMEX type='LOC'>Oslo</ENAMEX></s>".getBytes(StandardCharsets.UTF_8));
    }
    byte[] part = Arrays.copyOf(whole.toByteArray(), whole.size() - 12);

    assertThatThrownBy(() -> read(part))
        .isInstanceOf(BadDataException.class)
        .isNotInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("text.xml: found a damaged or truncated gzip stream");
  }

  @Test
  void externalEntitiesAreNotRead() throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "secret");
    String xml = "<!DOCTYPE d [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><d>Ada &e; waits.</d>";
    try {
      assertThat(read(xml)).allMatch(sentence -> !sentence.tokens().contains("secret"));
    } catch (BadDataException e) {
      assertThat(e).hasMessageContaining("found no XML");
    }
  }

  @Test
  void thereAreNoAttributes() {
    CorpusOptions options =
        new CorpusOptions("en", null, null, "pos", ColumnsFormat.Comments.DETECT);
    assertThatThrownBy(() -> RegisteredFormat.named("enamex").with(options))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("leave the attribute column out");
  }
}
