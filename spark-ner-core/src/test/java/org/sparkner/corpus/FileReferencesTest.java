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

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sparkner.error.BadDataException;

/** Names of files within labelled data are text: none of them is opened. */
class FileReferencesTest {
  private static final String PLACE = "../../etc/passwd";

  private final List<String> opened = new ArrayList<>();

  /** A file of a corpus that writes down what is opened. */
  private final class Watched implements CorpusFile {
    private final String name;
    private final Map<String, String> files;

    Watched(String name, Map<String, String> files) {
      this.name = name;
      this.files = files;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public InputStream open() {
      opened.add(name);
      if (!exists()) {
        throw new BadDataException(name + ": no such file");
      }
      return new ByteArrayInputStream(files.get(name).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean exists() {
      return files.containsKey(name);
    }

    @Override
    public CorpusFile withEnding(String own, String other) {
      return new Watched(name.substring(0, name.length() - own.length()) + other, files);
    }
  }

  private List<LabeledSentence> read(String name, CorpusFormat format, Map<String, String> files) {
    List<LabeledSentence> sentences = new ArrayList<>();
    try (CorpusReader reader = CorpusReader.open(new Watched(name, files), format, warning -> {})) {
      reader.forEachRemaining(sentences::add);
    }
    return sentences;
  }

  @Test
  void bratReadsTheTextBesideItsAnnotationsAndNothingElse() {
    String annotations =
        "T1\tPER 0 3\tAda\nT2\tfile:///etc/passwd 5 8\t../\n#1\tAnnotatorNotes T1\t"
            + PLACE
            + "\nN1\tReference T1 file:"
            + PLACE
            + "\tpasswd\nA1\tInclude T1 "
            + PLACE
            + "\n";

    List<LabeledSentence> sentences =
        read(
            "a.ann",
            RegisteredFormat.BRAT.with(CorpusOptions.DEFAULT),
            Map.of("a.ann", annotations, "a.txt", "Ada, ../ knows."));

    assertThat(sentences.get(0).tags()).first().isEqualTo("B-PER");
    assertThat(opened).containsExactlyInAnyOrder("a.ann", "a.txt");
  }

  @Test
  void labelStudiosFilesAreTextsOfTheirNames() {
    String task =
        "{\"id\":1,\"file_upload\":\"%1$s\",\"storage_filename\":\"%1$s\",\"data\":{\"text\":"
            + "\"/data/local-files/?d=%1$s\"},\"annotations\":[{\"result\":[{\"type\":\"labels\","
            + "\"value\":{\"start\":0,\"end\":5,\"labels\":[\"%1$s\"]}}]}]}";

    List<LabeledSentence> sentences =
        read(
            "tasks.json",
            RegisteredFormat.JSONL.with(CorpusOptions.DEFAULT),
            Map.of("tasks.json", String.format(task, PLACE)));

    assertThat(String.join("", sentences.get(0).tokens()))
        .isEqualTo("/data/local-files/?d=" + PLACE);
    assertThat(opened).containsOnly("tasks.json");
  }

  @Test
  void anEntityOfXmlIsNoFile() {
    String xml =
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<doc>Ada <ENAMEX"
            + " TYPE=\"PER\">&x;</ENAMEX> knows.</doc>";

    List<String> tokens = new ArrayList<>();
    try {
      read("a.xml", RegisteredFormat.ENAMEX.with(CorpusOptions.DEFAULT), Map.of("a.xml", xml))
          .forEach(sentence -> tokens.addAll(sentence.tokens()));
    } catch (BadDataException e) {
      assertThat(e.getMessage()).startsWith("a.xml:");
    }

    assertThat(tokens).noneMatch(token -> token.contains("root"));
    assertThat(opened).containsOnly("a.xml");
  }
}
