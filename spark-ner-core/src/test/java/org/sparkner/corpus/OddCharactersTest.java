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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OddCharactersTest {
  private static CorpusReader open(String text, CorpusFormat format) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return CorpusReader.over(new ByteArrayInputStream(bytes), "file", format, warning -> {});
  }

  private static List<Long> lines(String text, CorpusFormat format) {
    List<Long> lines = new ArrayList<>();
    CorpusReader reader = open(text, format);
    while (reader.hasNext()) {
      reader.next();
      lines.add(reader.line());
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'text':'Ada \\ud83d in Lund','label':[[0,3,'PER'],[9,13,'LOC']]}",
        "{'text':'Ada \\uDE00 in Lund','label':[[0,3,'PER'],[9,13,'LOC']]}",
        "{'tokens':['Ada','\\ud83d','in','Lund'],'tags':['B-PER','O','O','B-LOC']}",
        "[{'text':'Ada \\ud83d in Lund','label':[[0,3,'PER'],[9,13,'LOC']]}]",
      })
  void halfOfASurrogatePairIsReadAsTheReplacementCharacter(String json) {
    LabeledSentence sentence =
        open(json.replace('\'', '"'), JsonLinesFormat.forLanguage("en")).next();

    assertThat(sentence.tokens()).containsExactly("Ada", "\uFFFD", "in", "Lund");
    assertThat(sentence.tags()).containsExactly("B-PER", "O", "O", "B-LOC");
  }

  @Test
  void wholePairsAndTypesStayReadable() {
    LabeledSentence sentence =
        open(
                "{\"tokens\":[\"\\ud83d\\ude00\"],\"tags\":[\"B-A\\udc00\"]}",
                JsonLinesFormat.forLanguage("en"))
            .next();

    assertThat(sentence.tokens()).containsExactly("\ud83d\ude00");
    assertThat(sentence.tags()).containsExactly("B-A\uFFFD");
  }

  @Test
  void aReaderTellsTheLineAtWhichASentenceBegins() {
    String columns = "a O\nb O\n\n\nc O\n";
    assertThat(lines(columns, ColumnsFormat.of(null, null))).containsExactly(1L, 5L);
    assertThat(
            lines(
                "-DOCSTART- O\n\n" + columns + "\nd O\n\n-DOCSTART- O\n\ne O\n",
                ColumnsFormat.of(null, null)))
        .containsExactly(3L, 7L, 9L, 13L);
    String word = "1\ta\t_\tX\t_\t_\t_\t_\t_\t_\n";
    assertThat(
            lines(
                "# newdoc\n# text\n" + word + "\n# more\n" + word, new ConlluFormat("UPOS", null)))
        .containsExactly(3L, 6L);
    assertThat(
            lines(
                "{\"text\":\"One is here. Two are there.\"}\n\n{\"text\":\"Three.\"}\n"
                    .replace("}", ",\"label\":[]}"),
                JsonLinesFormat.forLanguage("en")))
        .containsExactly(1L, 1L, 3L);
  }
}
