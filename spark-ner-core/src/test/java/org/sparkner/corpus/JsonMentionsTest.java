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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadDataException;

/** Records of sentences and mentions of entities. */
class JsonMentionsTest {
  @TempDir private Path directory;
  private final List<String> warnings = new ArrayList<>();

  private List<LabeledSentence> read(String json) throws Exception {
    Path file = Files.writeString(directory.resolve("docs.json"), json);
    List<LabeledSentence> sentences = new ArrayList<>();
    try (CorpusReader reader =
        CorpusReader.open(CorpusFile.of(file), CorpusFormat.named("jsonl"), warnings::add)) {
      reader.forEachRemaining(sentences::add);
    }
    return sentences;
  }

  private static final String DOCUMENT =
      """
      {"title": "Bank", "sents": [["The", "Bank", "of", "Oslo", "waits", "."], ["Ada", "too", "."]],
       "vertexSet": [[{"name": "Bank of Oslo", "sent_id": 0, "pos": [1, 4], "type": "ORG"}],
        [{"name": "Oslo", "sent_id": 0, "pos": [3, 4], "type": "LOC"}],
        [{"name": "Ada", "sent_id": 1, "pos": [0, 1], "type": "PER"},
         {"name": "Ada", "sent_id": 1, "pos": [0, 1], "type": "PER"}]]}""";

  @Test
  void aDocumentsSentencesHaveTheirMentionsAndOfNestedOnesTheLongest() throws Exception {
    List<LabeledSentence> sentences = read("[" + DOCUMENT + "]");
    assertThat(sentences).hasSize(2);
    assertThat(sentences.get(0).tags()).containsExactly("O", "B-ORG", "I-ORG", "I-ORG", "O", "O");
    assertThat(sentences.get(1).tags()).containsExactly("B-PER", "O", "O");
    assertThat(sentences.get(1).context().tokens()).hasSize(9);
    assertThat(warnings).singleElement().asString().contains("LOC 'Oslo'").contains("left out");
  }

  @Test
  void aMentionOutsideItsSentenceIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> read("[" + DOCUMENT.replace("[3, 4]", "[3, 9]") + "]"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("docs.json")
        .hasMessageContaining("record 1")
        .hasMessageContaining("sent_id of a sentence, pos");
  }
}
