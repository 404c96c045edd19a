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

package org.sparkner.jobs.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.jobs.input.Broken;
import org.sparkner.jobs.input.TextFormat;

/** JSON: every object that goes in comes out, is kept as it is, or is refused by file and line. */
@Tag("slow")
class JsonInputTest extends OpenedInput {
  @Test
  void linesThatAreNoJsonAreKeptAndCountedWithTheFirst() throws IOException {
    Path input = write("docs.jsonl", ADA + "\n{\"id\":2,\"text\":\"Carl\n[1]\n" + ADA);

    TaggingInput opened = open(input, TextFormat.JSONL);

    assertThat(opened.broken()).isEqualTo(new Broken(2, input + ":3"));
    assertThat(column(opened, "_corrupt_record"))
        .containsExactlyInAnyOrder(null, "{\"id\":2,\"text\":\"Carl", "1", null);
    assertThat(column(opened, "text")).containsExactlyInAnyOrder("Ada", null, null, "Ada");
  }

  @Test
  void wholeLinesHaveNoColumnForBrokenOnes() throws IOException {
    TaggingInput opened = open(write("docs.jsonl", ADA), TextFormat.JSONL);

    assertThat(opened.rows().columns()).containsExactly("id", "text");
    assertThat(opened.warnings(TextFormat.JSONL, TaggedFormat.JSONL)).isEmpty();
  }

  @Test
  void aColumnOfTheInputMayHaveTheNameOfThatForBrokenLines() throws IOException {
    Path input = write("in.jsonl", "{\"text\":\"Ada\",\"_corrupt_record\":\"mine\"}\nx\n");

    assertThat(column(open(input, TextFormat.JSONL), "_corrupt_record"))
        .containsExactlyInAnyOrder("mine", "x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":1,\"text\":\"Ada\"}{\"id\":2,\"text\":\"Bob\"}\n",
        "[{\"id\":1,\"text\":\"Ada\"},{\"id\":2,\"text\":\"Bob\"}]\n",
        "[\n {\"id\":1,\n  \"text\":\"Ada\"},\n {\"id\":2,\"text\":\"Bob\"}\n]\n",
        "{\n \"id\":1,\n \"text\":\"Ada\"\n}\n{\n \"id\":2,\n \"text\":\"Bob\"\n}\n",
        "\ufeff{\"id\":1,\"text\":\"Ada\"}\r\n\r\n{\"id\":2,\"text\":\"Bob\"}"
      })
  void objectsAreReadHoweverTheyAreLaidOut(String content) throws IOException {
    TaggingInput opened = open(write("docs.json", content), TextFormat.JSONL);

    assertThat(column(opened, "text")).containsExactly("Ada", "Bob");
    assertThat(opened.broken()).isEqualTo(Broken.NONE);
  }

  @Test
  void anArrayThatIsCutOffIsRefusedByItsLine() throws IOException {
    String content = "[\n" + "{\"id\":1,\"text\":\"Ada\"},\n".repeat(5000) + "{\"id\":2,";

    refused(
        write("docs.json", content), TextFormat.JSONL, "docs.json:5002: found what is no whole");
  }

  @Test
  void keysThatDifferInCaseAreRefused() throws IOException {
    refused(
        write("docs.jsonl", "{\"Text\":\"A\"}\n{\"text\":\"B\"}\n"),
        TextFormat.JSONL,
        "found fields Text and text");
  }

  @Test
  void whatTheFirstColumnsDoNotHoldIsKept() throws IOException {
    Path first = write("a.jsonl", ADA);
    Path later =
        write(
            "b.jsonl",
            "{\"id\":\"x-3\",\"text\":\"Bob\"}\n{\"id\":12345678901234567890,\"text\":\"Eve\"}\n"
                + "{\"id\":4,\"text\":\"Dan\",\"lang\":\"en\"}\n{\"id\":5}\n{\"id\":6,\"text\":");

    TaggingInput opened = open(later, TextFormat.JSONL, schema(first, TextFormat.JSONL));

    assertThat(opened.broken().rows()).isEqualTo(4);
    assertThat(opened.broken().first()).isEqualTo(later + ":1");
    assertThat(column(opened, "text")).containsExactly("Bob", "Eve", "Dan", null, null);
    assertThat(column(opened, "_corrupt_record"))
        .satisfiesExactly(
            kept -> assertThat(kept).contains("x-3"),
            kept -> assertThat(kept).contains("12345678901234567890"),
            kept -> assertThat(kept).contains("\"lang\":\"en\""),
            kept -> assertThat(kept).isNull(),
            kept -> assertThat(kept).isEqualTo("{\"id\":6,\"text\":"));
  }

  @Test
  void emptyObjectsStayAsMaps() throws IOException {
    String line =
        "{\"text\":\"{}\",\"meta\":{},\"doc\":{\"more\":{ },\"n\":1},\"all\":[{}],\"x\":NaN}\n";
    TaggingInput opened = open(write("a.jsonl", line + "{\"text\":\"b\"}\n{}\n"), TextFormat.JSONL);

    assertThat(opened.rows().toJSON().collectAsList().get(0))
        .contains("\"meta\":{}", "\"more\":{}", "\"all\":[{}]", "\"x\":\"NaN\"");
    assertThat(column(opened, "text")).containsExactly("{}", "b", null);
    assertThat(opened.broken()).isEqualTo(Broken.NONE);
  }

  @Test
  void anObjectThatIsEmptyInSomeRowsHasTheFieldsOfOthers() throws IOException {
    String content = "{\"text\":\"a\",\"m\":{}}\n{\"text\":\"b\",\"m\":{\"n\":2}}\n";

    assertThat(column(open(write("a.jsonl", content), TextFormat.JSONL), "m.n"))
        .containsExactly(null, "2");
  }

  @Test
  void anObjectWithAnEmptyKeyIsKept() throws IOException {
    Path input = write("a.jsonl", ADA + "{\"id\":2,\"text\":\"Bob\",\"\":3}\n");

    TaggingInput opened = open(input, TextFormat.JSONL);

    assertThat(opened.broken()).isEqualTo(new Broken(1, input + ":2"));
    assertThat(column(opened, "text")).containsExactly("Ada", "Bob");
    assertThat(column(opened, "_corrupt_record").get(1)).contains("\"\":3");
  }
}
