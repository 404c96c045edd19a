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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

class CorpusFilesTest {
  private static final Path SAMPLES = Path.of("..", "sample-data");

  /** Sentences as the table of sample-data has them; the others by grep, awk and conlleval. */
  @ParameterizedTest
  @CsvSource({
    "conll, wikigold/train.conll, 1377, 31847, 2910, IOB1",
    "conll, wikigold/dev.conll, 319, 7160, 648, IOB1",
    "conll, wnut17/train.conll, 600, 11614, 331, IOB2",
    "conll, wnut17/dev.conll, 200, 2972, 192, IOB2",
    "conll, uner-sv/train.iob2, 734, 10142, 140, IOB2",
    "conll, uner-sv/dev.iob2, 431, 8240, 21, IOB2",
    "conllu, ud-ewt/dev.conllu, 400, 6729, 0, PLAIN"
  })
  void theSamplesHaveTheCountsThatOtherToolsFind(
      String format, String file, int sentences, long tokens, long entities, TagScheme scheme) {
    List<LabeledSentence> read =
        CorpusReader.readAll(SAMPLES.resolve(file), CorpusFormat.named(format));
    List<List<String>> tags = read.stream().map(LabeledSentence::tags).toList();

    assertThat(read).hasSize(sentences);
    assertThat(read.stream().mapToLong(LabeledSentence::size).sum()).isEqualTo(tokens);
    assertThat(TagScheme.detect(tags)).isEqualTo(scheme);
    if (scheme != TagScheme.PLAIN) {
      assertThat(tags.stream().mapToLong(t -> TagScheme.spans(t).size()).sum()).isEqualTo(entities);
    }
  }

  @Test
  void whatCannotBeReadIsNamed(@TempDir Path directory) throws IOException {
    Path missing = directory.resolve("missing.conll");
    Path empty = Files.createFile(directory.resolve("empty.conll"));

    assertThatThrownBy(() -> CorpusReader.readAll(missing, ColumnsFormat.DETECT))
        .isInstanceOf(BadDataException.class)
        .hasMessage(missing + ": no such file; check the path.");
    assertThatThrownBy(() -> CorpusReader.readAll(directory, ColumnsFormat.DETECT))
        .isInstanceOf(BadDataException.class)
        .hasMessage(directory + ": found a directory, expected a file.");
    assertThatThrownBy(() -> CorpusReader.readAll(empty, ColumnsFormat.DETECT))
        .isInstanceOf(BadDataException.class)
        .hasMessage(empty + ": found no sentence, expected at least one.");
    assertThatThrownBy(() -> CorpusFormat.named("xml"))
        .isInstanceOf(UsageException.class)
        .hasMessage("Corpus format 'xml' is not known; give conll, conllu, jsonl, brat, enamex.");
  }

  @Test
  void readingHoldsNoMoreThanASentenceOfAnEndlessFile() {
    byte[] sentence = "Ada B-PER\nwrote O\n\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
    InputStream endless =
        new SequenceInputStream(
            Collections.enumeration(
                Collections.nCopies(1_000_000, (InputStream) new ByteArrayInputStream(sentence))));
    try (CorpusReader reader =
        CorpusReader.over(endless, "endless", ColumnsFormat.DETECT, warning -> {})) {
      for (int i = 0; i < 1000; i++) {
        assertThat(reader.next().size()).isEqualTo(2);
      }
    }
  }

  @Test
  void thereIsNoSentenceAfterTheLast() {
    CorpusReader reader =
        CorpusReader.over(
            new ByteArrayInputStream(new byte[0]), "empty", ColumnsFormat.DETECT, warning -> {});

    assertThat(reader.hasNext()).isFalse();
    assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
  }

  @Property(tries = 300)
  void anySentencesAreReadFromColumns(@ForAll("sentences") List<LabeledSentence> sentences) {
    StringBuilder lines = new StringBuilder();
    for (LabeledSentence sentence : inIob2(sentences)) {
      for (int i = 0; i < sentence.size(); i++) {
        lines.append(sentence.tokens().get(i)).append('\t').append(sentence.tags().get(i));
        lines.append('\n');
      }
      lines.append('\n');
    }

    assertThat(read(ColumnsFormat.DETECT, lines.toString())).isEqualTo(inIob2(sentences));
  }

  /** As Prodigy writes them, with offsets in code points. */
  @Property(tries = 300)
  void anySentencesAreReadFromJsonLines(@ForAll("sentences") List<LabeledSentence> sentences) {
    StringBuilder lines = new StringBuilder();
    for (LabeledSentence sentence : sentences) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("text", String.join(" ", sentence.tokens()));
      List<ObjectNode> tokens = new ArrayList<>();
      int begin = 0;
      for (String token : sentence.tokens()) {
        int end = begin + token.codePointCount(0, token.length());
        tokens.add(
            json.withArray("tokens")
                .addObject()
                .put("text", token)
                .put("start", begin)
                .put("end", end));
        begin = end + 1;
      }
      json.withArray("spans");
      for (Span span : TagScheme.spans(sentence.tags())) {
        json.withArray("spans")
            .addObject()
            .put("start", tokens.get(span.begin()).get("start").intValue())
            .put("end", tokens.get(span.end() - 1).get("end").intValue())
            .put("label", span.type());
      }
      lines.append(json).append('\n');
    }

    assertThat(read(JsonLinesFormat.ENGLISH, lines.toString())).isEqualTo(inIob2(sentences));
  }

  @Test
  void theFingerprintGoesByContentAlone() {
    List<LabeledSentence> spaces = read(ColumnsFormat.DETECT, "-DOCSTART- O\n\na O\nb O\n\nc O");
    List<LabeledSentence> tabs = read(ColumnsFormat.DETECT, "a\tO\r\nb\tO\r\n\r\nc\tO\r\n");
    List<LabeledSentence> otherSentences = read(ColumnsFormat.DETECT, "a O\n\nb O\nc O");

    assertThat(CorpusFingerprint.of(spaces))
        .isEqualTo(CorpusFingerprint.of(tabs))
        .isNotEqualTo(CorpusFingerprint.of(otherSentences))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void theFingerprintKnowsTheLabelsBesideTheTags() {
    String file = "a DET O\nb NOUN O\n";

    assertThat(
            List.of(
                CorpusFingerprint.of(read(ColumnsFormat.DETECT, file)),
                CorpusFingerprint.of(read(ColumnsFormat.DETECT.withAttributeColumn(1), file)),
                CorpusFingerprint.of(read(ColumnsFormat.DETECT.withAttributeColumn(0), file))))
        .doesNotHaveDuplicates();
  }

  private static List<LabeledSentence> inIob2(List<LabeledSentence> sentences) {
    return sentences.stream()
        .map(s -> new LabeledSentence(s.tokens(), TagScheme.IOB2.convert(s.tags())))
        .toList();
  }

  @Provide
  static Arbitrary<List<LabeledSentence>> sentences() {
    Arbitrary<String> token =
        Arbitraries.of("Ada", "#", "😀", "New\u00A0York", "\"", "\\", "é", "1", "-", "中文");
    Arbitrary<String> tag = Arbitraries.of("O", "B-X", "I-X", "E-X", "S-X", "I-a-b");
    return token
        .flatMap(t -> tag.map(label -> List.of(t, label)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(
            pairs ->
                new LabeledSentence(
                    pairs.stream().map(pair -> pair.get(0)).toList(),
                    pairs.stream().map(pair -> pair.get(1)).toList()))
        .list()
        .ofMaxSize(4);
  }
}
