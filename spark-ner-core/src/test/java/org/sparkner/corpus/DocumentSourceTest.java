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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.error.BadDataException;
import org.sparkner.text.Context;

class DocumentSourceTest {
  private static List<String> documents(CorpusFormat format, String content) {
    return Corpora.readDocuments(
            format, content.getBytes(StandardCharsets.UTF_8), new ArrayList<>())
        .stream()
        .map(sentence -> String.join(" ", sentence.context().tokens()))
        .toList();
  }

  @Test
  void columnFilesSayWhereADocumentBegins() {
    assertThat(
            documents(
                ColumnsFormat.DETECT,
                "a O\n\nb O\n\n-DOCSTART- O\n\nc O\n\nd O\n-DOCSTART- O\ne O\n"))
        .as("before the first beginning nothing is known")
        .containsExactly("a", "b", "c d", "c d", "e");
  }

  @Test
  void conlluFilesSayItToo() {
    String word = "1\t%s\t_\tX\t_\t_\t0\troot\t_\t_\n\n";

    assertThat(
            documents(
                ConlluFormat.UPOS,
                "# newdoc id = one\n# sent_id = 1\n"
                    + word.formatted("a")
                    + word.formatted("b")
                    + "# newdoc\n"
                    + word.formatted("c")
                    + "# newdocument is another comment\n"
                    + word.formatted("d")))
        .containsExactly("a b", "a b", "c d", "c d");
  }

  @Test
  void aTextIsADocument() {
    assertThat(
            documents(
                JsonLinesFormat.forLanguage("en"),
                "{\"text\": \"He came. It rained.\", \"label\": []}\n"
                    + "{\"tokens\": [\"a\"], \"tags\": [\"O\"]}\n"))
        .containsExactly("He came . It rained .", "He came . It rained .", "a");
  }

  @Test
  void placesAreThoseOfTheTokens() {
    List<LabeledSentence> sentences =
        Corpora.readDocuments(
            ColumnsFormat.DETECT,
            "-DOCSTART- O\n\na O\nb O\n\nc O\n".getBytes(StandardCharsets.UTF_8),
            new ArrayList<>());

    assertThat(sentences.get(1).context()).isEqualTo(new Context(List.of("a", "b", "c"), 2));
  }

  @Test
  void aLongDocumentIsReadInParts() {
    String tokens = String.join("", Collections.nCopies(400, "a O\n"));

    assertThat(
            documents(
                ColumnsFormat.DETECT,
                "-DOCSTART- O\n\n" + String.join("\n", tokens, tokens, tokens)))
        .extracting(document -> document.split(" ").length)
        .containsExactly(800, 800, 400);
  }

  @Test
  void sentencesBeforeAMalformedLineAreGivenFirst() {
    CorpusReader reader =
        CorpusReader.over(
            new ByteArrayInputStream("-DOCSTART- O\n\na O\n\nb\n".getBytes(StandardCharsets.UTF_8)),
            "x.conll",
            ColumnsFormat.DETECT,
            warning -> {});

    assertThat(reader.next().tokens()).containsExactly("a");
    assertThatThrownBy(reader::next)
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("x.conll:5");
  }
}
