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

/** What becomes of regions and records that are not as the others. */
class AnnotationExportsTest {
  private static final LabeledSentence TOWN =
      sentence("Ada/O Lovelace/O lived/O in/O London/B-LOC ./O");

  private static final LabeledSentence NONE =
      sentence("Ada/O Lovelace/O lived/O in/O London/O ./O");

  private final List<String> warnings = new ArrayList<>();

  private List<LabeledSentence> readAll(String json) {
    return read(JsonLinesFormat.ENGLISH, json, warnings);
  }

  /** Regions of Label Studio that are no spans with one label, beside one that is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"value": {"start": 0, "end": 12, "text": "Ada Lovelace"}, "type": "labels"}""",
        """
        {"value": {"start": 0, "end": 12, "text": "Ada Lovelace", "labels": []}, "type": "labels"}""",
        """
        {"value": {"start": 0, "end": 12, "labels": null}, "type": "labels"}""",
        """
        {"value": {"start": 0, "end": 12, "labels": [null]}}""",
        """
        {"value": {"start": 0, "end": 12, "labels": [""]}}""",
        """
        {"value": {"start": 0, "end": 12, "text": "Ada Lovelace"}}""",
        """
        {"value": {"start": null, "end": null, "labels": ["PER"]}, "type": "labels"}""",
        """
        {"value": {"start": 0.5, "end": 12, "labels": ["PER"]}, "type": "labels"}""",
        """
        {"value": {"labels": ["PER"]}, "type": "labels"}""",
        """
        {"value": {"start": 0, "end": 12, "labels": [7]}, "type": "labels"}""",
        """
        {"value": {"start": "/p[1]/text()[1]", "end": "/p[1]/text()[1]", "startOffset": 0,
         "endOffset": 12, "globalOffsets": {"start": 0, "end": 12}, "text": "Ada Lovelace",
         "hypertextlabels": ["PER"]}, "type": "hypertextlabels"}""",
        """
        {"value": {"start": "0", "end": "0", "startOffset": 0, "endOffset": 12,
         "paragraphlabels": ["PER"], "text": "Ada Lovelace"}, "type": "paragraphlabels"}""",
        """
        {"value": {"x": 1, "y": 2, "rectanglelabels": ["PER"]}, "type": "rectanglelabels"}""",
        """
        {"value": {"start": 400, "end": 404, "labels": ["PER"]}, "type": "labels"}"""
      })
  void aRegionThatCannotBeTakenIsAWarningAndTheOthersAreTaken(String region) {
    String task =
        """
        [{"id": 5, "data": {"text": "Nothing."}, "annotations": []},
        {"id": 17, "data": {"text": "Ada Lovelace lived in London."}, "annotations": [{"result": [
         %s, {"value": {"start": 22, "end": 28, "text": "London", "labels": ["LOC"]}}]}]}]""";

    assertThat(readAll(task.formatted(region).replace("\n", ""))).last().isEqualTo(TOWN);
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("corpus.txt:1: record 2 (id 17): found ")
        .contains(", expected ")
        .endsWith("left out.");
  }

  /** The same of tools that write a record a line. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"label\": [[0, 12, null], [22, 28, \"LOC\"]]",
        "\"label\": [[0, 12], [22, 28, \"LOC\"]]",
        "\"label\": [[null, null, \"PER\"], [22, 28, \"LOC\"]]",
        "\"labels\": [[0, 12, \"\"], [22, 28, \"LOC\"]]",
        "\"labels\": [[\"a\", \"b\", \"PER\"], [22, 28, \"LOC\"]]",
        "\"label\": [\"news\", [22, 28, \"LOC\"]]",
        "\"label\": [{\"start\": 0, \"end\": 3, \"text\": \"Ada\"},"
            + " {\"start\": 22, \"end\": 28, \"labels\": [\"LOC\"]}]",
        "\"label\": [{\"start\": 0, \"end\": 3, \"hypertextlabels\": [\"PER\"]},"
            + " {\"start\": 22, \"end\": 28, \"labels\": [\"LOC\"]}]",
        "\"entities\": [{\"start_offset\": 0, \"end_offset\": 12, \"label\": null},"
            + " {\"start_offset\": 22, \"end_offset\": 28, \"label\": \"LOC\"}], \"relations\": []",
        "\"spans\": [{\"start\": 0, \"end\": 12},"
            + " {\"start\": 22, \"end\": 28, \"label\": \"LOC\"}], \"answer\": \"accept\"",
        "\"ents\": [{\"start\": 0, \"end\": 12, \"label\": \"\"},"
            + " {\"start\": 22, \"end\": 28, \"label\": \"LOC\"}]",
        "\"ents\": [{\"start\": 22, \"end\": 28, \"label\": \"LOC\"}],"
            + " \"spans\": {\"sc\": [{\"start\": 0, \"end\": 12, \"label\": \"PER\"}]}",
        "\"entities\": [{\"begin\": 0, \"end\": 12, \"type\": \"\"},"
            + " {\"begin\": 22, \"end\": 28, \"type\": \"LOC\"}]"
      })
  void aRegionOfALineThatCannotBeTakenIsAWarning(String fields) {
    String line = "{\"text\": \"Ada Lovelace lived in London.\", " + fields + "}";

    assertThat(readAll("{\"text\": \"Eve.\", \"label\": []}\n" + line)).last().isEqualTo(TOWN);
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("corpus.txt:2: found ")
        .contains(", expected ")
        .contains("left out");
  }

  /** The same span in forms that differ from the usual ones. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"label\": [[\"22\", \"28\", \"LOC\"]]",
        "\"label\": [[22.0, 28.0, \"LOC\"]]",
        "\"label\": [[22, 28, \"LOC\", 0.9]], \"tags\": [\"news\"]",
        "\"label\": [[22, 28, \"LOC\"]], \"tags\": []",
        "\"label\": [[22, 28, \"LOC\"]], \"spans\": []",
        "\"label\": [[22, 28, \"LOC\"]], \"answer\": \"42\"",
        "\"label\": [[22, 28, \"LOC\"]], \"data\": {\"source\": \"web\"}, \"annotations\": 3",
        "\"labels\": [\"x\", \"y\"], \"tokens\": [\"a\", \"b\"], \"entities\": [[22, 28, \"LOC\"]]",
        "\"entities\": [{\"begin\": 22, \"end\": 28, \"type\": \"LOC\"}], \"tags\": [\"O\"], \"tokens\": ["
            + "{\"begin\": 0, \"end\": 3}, {\"begin\": 4, \"end\": 12}, {\"begin\": 13, \"end\": 18},"
            + " {\"begin\": 19, \"end\": 21}, {\"begin\": 22, \"end\": 28}, {\"begin\": 28, \"end\": 29}]",
        "\"label\": [], \"entities\": [[22, 28, \"LOC\"]]",
        "\"label\": \"news\", \"entities\": [[22, 28, \"LOC\"]]",
        "\"label\": [\"news\"], \"spans\": [{\"start\": 22, \"end\": 28, \"label\": \"LOC\"}]",
        "\"spans\": [{\"start\": 22, \"end\": 28, \"label\": \"LOC\"}], \"tags\": [],"
            + " \"answer\": \"accept\"",
        "\"spans\": {\"sc\": [{\"start\": 22, \"end\": 28, \"label\": \"LOC\"}]}",
        "\"spans\": {}, \"ents\": [{\"start\": 22, \"end\": 28, \"label\": \"LOC\"}]",
        "\"tokens\": 6, \"ents\": [{\"start\": 22, \"end\": 28, \"label\": \"LOC\"}]",
        "\"tokens\": [\"Ada\", \"Lovelace\"], \"tags\": [\"x\"], \"label\": [[22, 28, \"LOC\"]]",
        "\"annotations\": [{\"start_offset\": 22, \"end_offset\": 28, \"label\": \"LOC\"}]",
        "\"entities\": [{\"start\": 22, \"end\": 28, \"label\": \"LOC\"}]",
        "\"town\": [{\"start\": 22, \"end\": 28, \"text\": \"London\", \"labels\": [\"LOC\"]}]",
        "\"tokens\": [{\"start\": 0, \"end\": 3}, {\"start\": 4, \"end\": 12},"
            + " {\"start\": 13, \"end\": 18}, {\"start\": 19, \"end\": 21},"
            + " {\"start\": 22, \"end\": 28}, {\"start\": 28, \"end\": 29}],"
            + " \"spans\": [{\"token_start\": 4, \"token_end\": 4, \"label\": \"LOC\"}]"
      })
  void whichToolWroteARecordIsToldByWhatIsInItsFields(String fields) {
    assertThat(readAll("{\"text\": \"Ada Lovelace lived in London.\", " + fields + "}"))
        .containsExactly(TOWN);
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"tokens\": [\"Ada\", \"lived\"], \"labels\": [\"B-PER\", \"O\"]}",
        "{\"tokens\": [\"Ada\", \"lived\"], \"label\": [\"B-PER\", \"O\"]}",
        "{\"tokens\": [\"Ada\", \"lived\"], \"entities\": [{\"begin\": 0, \"end\": 1, \"type\": \"PER\"}]}",
        "{\"tokens\": [\"Ada\", \"lived\"], \"tags\": [\"news\"], \"ner_tags\": [\"B-PER\", \"O\"]}",
        "{\"tokens\": [\"Ada\", \"lived\"], \"ner_tags\": [1, 0], \"labels\": [\"B-PER\", \"O\"]}",
        "{\"text\": \"Ada lived\", \"tokens\": [\"Ada\", \"lived\"], \"tags\": [\"B-PER\", \"O\"]}"
      })
  void tagsAreTheFieldThatHasAsManyStringsAsTokens(String line) {
    assertThat(readAll(line)).containsExactly(sentence("Ada/B-PER lived/O"));
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"tokens\": [\"Ada\"], \"entities\": [{\"start\": 0, \"end\": 3, \"label\": \"PER\"}]}",
        "{\"tokens\": [\"Ada\"], \"entities\": [{\"begin\": 0, \"end\": 3, \"type\": \"PER\"}]}",
        "{\"tokens\": [\"Ada\"], \"spans\": [{\"start\": 0, \"end\": 3, \"label\": \"PER\"}]}",
        "{\"tokens\": [\"Ada\"], \"label\": [[0, 3, \"PER\"]]}",
        "{\"tokens\": [\"Ada\"], \"tags\": \"B-PER\"}"
      })
  void tokensWithWhatCannotBeTheirTagsAreRefused(String line) {
    assertThatThrownBy(() -> readAll("{\"tokens\": [\"Ada\"], \"tags\": [\"O\"]}\n" + line))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("corpus.txt:2: found ");
  }

  @Test
  void tagsAsNumbersAreRefusedWithAHint() {
    assertThatThrownBy(() -> readAll("{\"tokens\": [\"Ada\"], \"ner_tags\": [1]}"))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("corpus.txt:1: found numbers in ner_tags, expected tags such as");
  }

  /** Beside one that is labelled. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": 2, \"text\": \"Ada Lovelace lived in London.\", \"annotator\": 1}",
        "{\"text\": \"Ada Lovelace lived in London.\", \"label\": null}",
        "{\"text\": \"Ada Lovelace lived in London.\", \"label\": NaN}",
        "{\"text\": \"Ada Lovelace lived in London.\", \"sentences\": [{\"start\": 0, \"end\": 9}]}",
        "{\"text\": \"Ada Lovelace lived in London.\", \"labels\": []}",
        "{\"text\": \"Ada Lovelace lived in London.\", \"label\": \"\"}",
        "{\"text\": \"Ada Lovelace lived in London.\", \"entities\": null, \"relations\": null}",
        "{\"text\": \"Ada Lovelace lived in London.\", \"spans\": null, \"answer\": \"accept\"}",
        "{\"text\": \"Ada Lovelace lived in London.\", \"answer\": \"accept\"}",
        "{\"text\": \"Ada Lovelace lived in London.\", \"ents\": null}",
        "{\"data\": {\"text\": \"Ada Lovelace lived in London.\"}, \"annotations\": []}",
        "{\"data\": {\"text\": \"Ada Lovelace lived in London.\"}, \"annotations\": null}",
        "{\"data\": {\"text\": \"Ada Lovelace lived in London.\"}}",
        "{\"data\": {\"text\": \"Ada Lovelace lived in London.\"}, \"annotations\": [{\"result\": []}]}",
        "{\"tokens\": [\"Ada\", \"Lovelace\", \"lived\", \"in\", \"London\", \".\"], \"tags\": null}",
        "{\"tokens\": [\"Ada\", \"Lovelace\", \"lived\", \"in\", \"London\", \".\"]}"
      })
  void aRecordThatIsNotLabelledIsATextWithoutEntities(String line) {
    assertThat(readAll(line + "\n{\"text\": \"Ada.\", \"label\": [[0, 3, \"PER\"]]}"))
        .containsExactly(NONE, sentence("Ada/B-PER ./O"));
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"text\": null, \"label\": []}", "{\"text\": null}", "{\"id\": 3}"})
  void aRecordWithoutATextIsLeftOutWithAWarning(String line) {
    assertThat(readAll("{\"text\": \"Ada.\", \"label\": [[0, 3, \"PER\"]]}\n" + line)).hasSize(1);
    assertThat(warnings).containsExactly("corpus.txt:2: found no text, expected a text; left out.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\": \"Ada\"}",
        "{\"data\": {\"text\": \"Ada\"}}",
        "{\"tokens\": [\"Ada\"]}",
        "{\"text\": \"Ada\", \"names\": [{\"start\": 0, \"end\": 3, \"label\": \"PER\"}]}"
      })
  void aFileWithoutAnyLabelIsRefused(String line) {
    assertThatThrownBy(() -> readAll(line + "\n" + line))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("corpus.txt:1: found the fields [")
        .hasMessageContaining(", expected text and label, labels, entities, spans or ents");
  }

  @Test
  void spansInAFieldOfAnotherNameAreAWarningBesideLabelledRecords() {
    assertThat(
            readAll(
                """
                {"text": "Ada.", "label": [[0, 3, "PER"]]}
                {"text": "Eve.", "ner": [{"start": 0, "end": 3, "label": "PER"}]}
                """))
        .containsExactly(sentence("Ada/B-PER ./O"), sentence("Eve/O ./O"));
    assertThat(warnings)
        .containsExactly(
            "corpus.txt:2: found spans in ner, expected spans in a field such as label; left out.");
  }

  @Test
  void relationsChoicesAndTextsAreNoRegions() {
    String task =
        """
        {"data": {"text": "Ada Lovelace lived in London."}, "annotations": [{"result": [
         {"id": "a", "type": "labels", "value": {"start": 22, "end": 28, "labels": ["LOC"]}},
         {"id": "a", "type": "choices", "value": {"start": 22, "end": 28, "choices": ["sure"]}},
         {"type": "textarea", "value": {"text": ["a note"]}},
         {"type": "relation", "from_id": "a", "to_id": "b", "direction": "right"}]}]}""";

    assertThat(readAll(task.replace("\n", ""))).containsExactly(TOWN);
    assertThat(warnings).isEmpty();
  }

  @Test
  void whatOtherAnnotationsAndPredictionsSayIsCounted() {
    String region = "{\"value\": {\"start\": %d, \"end\": %d, \"labels\": [\"LOC\"]}}";
    String town = region.formatted(22, 28);
    String task = "{\"data\": {\"text\": \"Ada Lovelace lived in London.\"}, %s}\n";

    assertThat(
            readAll(
                task.formatted(
                        "\"annotations\": [{\"was_cancelled\": true, \"result\": []},"
                            + " {\"result\": [%s]}, {\"result\": [%s, %s]}]"
                                .formatted(town, town, region.formatted(0, 3)))
                    + task.formatted("\"predictions\": [{\"result\": [" + town + "]}]")
                    + task.formatted(
                        "\"annotations\": [{\"result\": [%s]}, {\"result\": [%s]}]"
                            .formatted(town, town))))
        .containsExactly(TOWN, NONE, TOWN);
    assertThat(warnings)
        .containsExactly(
            "corpus.txt:1: found 2 annotations of one text, expected one annotation; the first is"
                + " taken, of the others 1 region is left out.",
            "corpus.txt:2: found predictions alone, expected annotations; 1 region is left out.");
  }

  @Test
  void refusedRecordsAreCounted() {
    readAll(
        """
        {"text": "Ada", "spans": [], "answer": "accept"}
        {"text": "Bob", "spans": [], "answer": "reject"}
        {"data": {"text": "Eve"}, "annotations": [{"was_cancelled": true, "result": []}]}
        """);

    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("corpus.txt:2: found the first of 2 records");
  }

  @Test
  void trainingDataOfTuplesIsRead() {
    assertThat(
            readAll(
                "[[\"Ada Lovelace lived in London.\", {\"entities\": [[22, 28, \"LOC\"]]}],"
                    + " [\"Ada.\", {\"entities\": []}]]"))
        .containsExactly(TOWN, sentence("Ada/O ./O"));
  }

  @Test
  void whatOneRecordShowsOfOffsetsHoldsForThoseThatShowNothing() {
    assertThat(
            readAll(
                """
                {"text": "😀 Ada", "entities": [{"start": 3, "end": 6, "label": "PER", "text": "Ada"}]}
                {"text": "😀 Eve", "entities": [{"start": 3, "end": 6, "label": "PER"}]}
                """))
        .containsExactly(sentence("😀/O Ada/B-PER"), sentence("😀/O Eve/B-PER"));
    assertThat(warnings).isEmpty();
  }

  @Test
  void textsOfTokensTellTheUnitToo() {
    assertThat(
            readAll(
                """
                {"text": "😀\\r\\nAda", "spans": [{"start": 3, "end": 6, "label": "PER"}], "tokens":\
                 [{"text": "😀", "start": 0, "end": 2}, {"text": "Ada", "start": 3, "end": 6}]}
                """))
        .containsExactly(sentence("😀/O Ada/B-PER"));
    assertThat(warnings).isEmpty();
  }

  @Test
  void aTextThatIsNotWhereItsRegionIsIsNamedWithBoth() {
    assertThat(
            readAll(
                """
                {"text": "Ada Lovelace lived in London.", "label":\
                 [{"start": 13, "end": 18, "text": "London", "labels": ["LOC"]}]}
                {"text": "Ada Lovelace lived in London.", "label":\
                 [{"start": 13, "end": 18, "text": "Paris", "labels": ["LOC"]}]}
                """))
        .containsExactly(TOWN, NONE);
    assertThat(warnings)
        .containsExactly(
            "corpus.txt:1: found span LOC 'lived' [13, 18), expected the text 'London' that the file"
                + " says it covers; moved to [22, 28), its only place.",
            "corpus.txt:2: found span LOC 'lived' [13, 18), expected the text 'Paris' that the file"
                + " says it covers; left out.");
  }
}
