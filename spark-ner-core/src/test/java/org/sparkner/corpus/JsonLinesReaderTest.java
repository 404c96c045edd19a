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

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadDataException;

/**
 * The same sentence as each tool exports it. The emoji before the name counts one code point, two
 * UTF-16 units.
 */
class JsonLinesReaderTest {
  private static final LabeledSentence EXPECTED =
      sentence("\uD83D\uDE00/O Ada/B-PER Lovelace/I-PER wrote/O it/O ./O");

  @ParameterizedTest
  @ValueSource(
      strings = {
        // doccano, three ways; offsets count UTF-16.
        """
        {"id": 1, "text": "😀 Ada Lovelace wrote it.", "label": [[3, 15, "PER"]]}""",
        """
        {"id": 1, "text": "😀 Ada Lovelace wrote it.", "labels": [[3, 15, "PER"]]}""",
        """
        {"id": 1, "text": "😀 Ada Lovelace wrote it.", "relations": [], "entities":
         [{"id": 7, "label": "PER", "start_offset": 3, "end_offset": 15}]}""",
        // Label Studio; offsets count code points.
        """
        {"id": 1, "data": {"text": "😀 Ada Lovelace wrote it."}, "annotations": [
         {"was_cancelled": true, "result": []},
         {"result": [{"type": "labels", "from_name": "label", "to_name": "text", "value":
          {"start": 2, "end": 14, "text": "Ada Lovelace", "labels": ["PER"]}},
          {"type": "relation", "from_id": "a", "to_id": "b"}]}]}""",
        """
        {"id": 1, "text": "😀 Ada Lovelace wrote it.", "annotator": 1, "label":
         [{"start": 2, "end": 14, "text": "Ada Lovelace", "labels": ["PER"]}]}""",
        // Label Studio before version 1.4 counted UTF-16, and the value's own text shows it.
        """
        {"data": {"content": "😀 Ada Lovelace wrote it."}, "completions": [{"result": [{"value":
         {"start": 3, "end": 15, "text": "Ada Lovelace", "labels": ["PER"]}}]}]}""",
        // Prodigy, without and with tokens; offsets count code points.
        """
        {"text": "😀 Ada Lovelace wrote it.", "answer": "accept", "spans":
         [{"start": 2, "end": 14, "label": "PER"}]}""",
        """
        {"text": "😀 Ada Lovelace wrote it.", "tokens": [
         {"text": "😀", "start": 0, "end": 1, "id": 0}, {"text": " ", "start": 1, "end": 2, "id": 1},
         {"text": "Ada", "start": 2, "end": 5, "id": 2},
         {"text": "Lovelace", "start": 6, "end": 14, "id": 3},
         {"text": "wrote", "start": 15, "end": 20, "id": 4},
         {"text": "it", "start": 21, "end": 23, "id": 5},
         {"text": ".", "start": 23, "end": 24, "id": 6}],
         "spans": [{"start": 2, "end": 14, "token_start": 2, "token_end": 3, "label": "PER"}]}""",
        """
        {"tokens": ["😀", "Ada", "Lovelace", "wrote", "it", "."],
         "tags": ["O", "B-PER", "I-PER", "O", "O", "O"]}""",
        // As data sets for Hugging Face have it.
        """
        {"id": "7", "tokens": ["😀", "Ada", "Lovelace", "wrote", "it", "."],
         "ner_tags": ["O", "B-PER", "I-PER", "O", "O", "O"]}""",
        // spaCy, of version 2 and of version 3; offsets count code points.
        """
        {"text": "😀 Ada Lovelace wrote it.", "entities": [[2, 14, "PER"]]}""",
        """
        {"text": "😀 Ada Lovelace wrote it.", "ents": [{"start": 2, "end": 14, "label": "PER"}],
         "sents": [{"start": 0, "end": 24}], "tokens": [
         {"id": 0, "start": 0, "end": 1}, {"id": 1, "start": 2, "end": 5},
         {"id": 2, "start": 6, "end": 14}, {"id": 3, "start": 15, "end": 20},
         {"id": 4, "start": 21, "end": 23}, {"id": 5, "start": 23, "end": 24}]}""",
        // What tag writes.
        """
        {"text": "😀 Ada Lovelace wrote it.", "entities": [{"begin": 2, "end": 14, "type": "PER",
         "text": "Ada Lovelace", "confidence": 0.9}]}"""
      })
  void theSameSentenceIsReadFromTheExportOfEachTool(String json) {
    List<String> warnings = new ArrayList<>();

    assertThat(read(JsonLinesFormat.ENGLISH, json.replace("\n", ""), warnings))
        .containsExactly(EXPECTED);
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[%s,%s]",
        """
        [
          %s,
          %s
        ]
        """
      })
  void anArrayIsReadAsLinesAre(String layout) {
    String json =
        """
        {"data": {"text": "😀 Ada Lovelace wrote it."},
         "annotations": [{"result": [{"value":
          {"start": 2, "end": 14, "labels": ["PER"]}}]}]}""";

    assertThat(read(JsonLinesFormat.ENGLISH, layout.formatted(json, json)))
        .containsExactly(EXPECTED, EXPECTED);
  }

  @Test
  void whatIsMalformedInAnArrayIsNamedByItsLine() {
    assertThatThrownBy(() -> read(JsonLinesFormat.ENGLISH, "[\n{\"tags\": [3]}\n]"))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("corpus.txt:2: record 1: found a JSON number in tags");
    assertThatThrownBy(() -> read(JsonLinesFormat.ENGLISH, "[\n{\n"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("expected a JSON array of objects, or an object on each line");
    assertThatThrownBy(() -> read(JsonLinesFormat.ENGLISH, "[]\n{}"))
        .isInstanceOf(BadDataException.class)
        .hasMessage("corpus.txt:2: found text after the JSON array, expected nothing.");
  }

  @Test
  void sentencesOfSpacyAreKept() {
    String json =
        """
        {"text": "Ada no. 1", "ents": [{"start": 0, "end": 3, "label": "PER"}],
         "sents": [{"start": 0, "end": 7}, {"start": 8, "end": 9}], "tokens": [
         {"id": 0, "start": 0, "end": 3}, {"id": 1, "start": 4, "end": 7},
         {"id": 2, "start": 8, "end": 9}]}""";

    assertThat(read(JsonLinesFormat.ENGLISH, json.replace("\n", "")))
        .containsExactly(sentence("Ada/B-PER no./O"), sentence("1/O"));
  }

  @Test
  void theUnitOfOffsetsCanBeGiven() {
    String json =
        """
        {"text": "😀 Ada Lovelace wrote it.", "label": [[2, 14, "PER"]]}""";
    JsonLinesFormat format =
        new JsonLinesFormat(JsonLinesFormat.ENGLISH.analyzer(), OffsetUnit.CODE_POINTS);

    assertThat(read(format, json)).containsExactly(EXPECTED);
  }

  @Test
  void aFieldOfFurtherLabelsIsReadWhereItIsNamed() {
    String json =
        """
        {"tokens": ["Ada", "wrote"], "tags": ["B-PER", "O"], "pos": ["NNP", "VBD"]}""";
    JsonLinesFormat format = JsonLinesFormat.ENGLISH.withAttributes("pos");

    assertThat(read(format, json).get(0).attributes()).containsExactly("NNP", "VBD");
    assertThat(read(JsonLinesFormat.ENGLISH, json).get(0).attributes()).isEmpty();
    assertThatThrownBy(() -> read(format.withAttributes("upos"), json))
        .isInstanceOf(BadDataException.class)
        .hasMessage("corpus.txt:1: found 2 tokens and 0 strings in upos, expected as many.");
    assertThatThrownBy(() -> read(format, "{\"text\": \"Ada\", \"label\": []}"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("expected tokens, tags and pos, an array of as many strings");
  }

  @Test
  void aTextOfSeveralSentencesGivesThemAll() {
    String json =
        """
        {"text": "Ada wrote it. It was in London.", "label": [[0, 3, "PER"], [24, 30, "LOC"]]}
        {"text": "No label here.", "label": []}
        """;

    assertThat(read(JsonLinesFormat.ENGLISH, json))
        .containsExactly(
            sentence("Ada/B-PER wrote/O it/O ./O"),
            sentence("It/O was/O in/O London/B-LOC ./O"),
            sentence("No/O label/O here/O ./O"));
  }

  @Test
  void examplesThatAProdigyUserRefusedAreLeftOut() {
    String json =
        """
        {"text": "Ada", "spans": [], "answer": "reject"}
        {"text": "Bob", "spans": [], "answer": "ignore"}
        {"text": "Eve", "spans": [], "answer": "accept"}
        """;

    assertThat(read(JsonLinesFormat.ENGLISH, json)).containsExactly(sentence("Eve/O"));
  }

  @Test
  void everySpanThatDoesNotFitIsNamedByItsLine() {
    List<String> warnings = new ArrayList<>();
    String json =
        """
        {"text": "Ada wrote.", "label": []}
        {"text": "Ada wrote.", "label": [[0, 2, "PER"], [4, 99, "X"], [3, 4, "Y"], [5, 9, "Z"]]}
        """;

    assertThat(read(JsonLinesFormat.ENGLISH, json, warnings))
        .containsExactly(sentence("Ada/O wrote/O ./O"), sentence("Ada/B-PER wrote/B-Z ./O"));
    assertThat(warnings)
        .containsExactlyInAnyOrder(
            "corpus.txt:2: found span PER 'Ad' [0, 2), expected whole tokens; widened to span PER"
                + " 'Ada' [0, 3).",
            "corpus.txt:2: found span X [4, 99), expected one within the text of length 10; left"
                + " out.",
            "corpus.txt:2: found span Y ' ' [3, 4) without a token, expected one; left out.",
            "corpus.txt:2: found span Z 'rote' [5, 9), expected whole tokens; widened to span Z"
                + " 'wrote' [4, 9).");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'tokens': ['Ada', '', 'it'], 'ner_tags': ['B-PER', 'O', 'O']}",
        "{'tokens': ['Ada', '', 'it'], 'tags': ['B-PER', 'O', 'O'], 'id': 7}",
        "{'tokens': ['Ada', '', 'it'], 'entities': [{'begin': 0, 'end': 1, 'type': 'PER'}]}",
      })
  void anEmptyTokenIsReadAsInColumns(String json) {
    List<String> warnings = new ArrayList<>();

    assertThat(read(JsonLinesFormat.ENGLISH, json.replace('\'', '"'), warnings))
        .containsExactly(sentence("Ada/B-PER \uFFFD/O it/O"));
    assertThat(warnings)
        .containsExactly(
            "corpus.txt:1: found an empty token, expected one; read as the replacement character"
                + " U+FFFD.");
  }

  @Test
  void spansWithinObjectsAreNotLostWithoutAWord() {
    String nested = "{\"text\": \"Ada sat.\", \"label\": {\"name\": {\"Ada\": [[0, 2]]}}}\n";
    List<String> warnings = new ArrayList<>();

    assertThatThrownBy(() -> read(JsonLinesFormat.ENGLISH, nested))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("corpus.txt:1: found the fields [text, label], expected ");
    assertThat(
            read(
                JsonLinesFormat.ENGLISH,
                nested + "{\"text\": \"Eve\", \"label\": [[0, 3, \"PER\"]]}\n",
                warnings))
        .hasSize(2);
    assertThat(warnings)
        .containsExactly(
            "corpus.txt:1: found objects in label, expected an array of spans; left out.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\": \"Ada\", \"label\": [[0, 3, \"PER\"]",
        "[{\"text\": \"Ada\", \"label\": []}]",
        "{\"label\": []}",
        "{\"text\": \"Ada\", \"label\": [[0, \"PER\"]]}",
        "{\"text\": \"Ada\", \"label\": [[0, 3, 7]]}",
        "{\"text\": \"Ada\", \"label\": [[0, 1.5, \"PER\"]]}",
        "{\"text\": \"Ada\", \"spans\": [], \"tokens\": [{\"start\": 0, \"end\": 9}]}",
        "{\"tokens\": [\"Ada\"], \"tags\": []}",
        "{\"tokens\": [null], \"tags\": [\"O\"]}",
        "{\"tokens\": [\"Ada\"], \"tags\": [3]}",
        "{\"data\": {\"n\": 1}, \"annotations\": [{\"result\": []}]}",
        "7",
        "{} {}"
      })
  void aMalformedRecordIsNamedByItsLine(String line) {
    String file = "{\"text\": \"Eve\", \"label\": []}\n\n" + line + "\n";

    assertThatThrownBy(() -> read(JsonLinesFormat.ENGLISH, file))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("corpus.txt:3: found ")
        .hasMessageContaining(", expected ");
  }
}
