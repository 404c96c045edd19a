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

package org.sparkner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadModelException;

class JsonFieldsTest {
  private static final PartFault FAULT = new PartFault("test");

  private static JsonFields parse(String json) {
    return JsonFields.parse(json.getBytes(StandardCharsets.UTF_8), FAULT);
  }

  @Test
  void fieldsAreReadByTheirKinds() {
    JsonFields fields =
        parse(
            """
            {"text": "a", "whole": 7, "long": 5000000000, "part": 0.5, "none": "NaN",
             "yes": true, "no": false, "list": [1, 2], "object": {"inner": 3}}""");

    assertThat(fields.text("text")).isEqualTo("a");
    assertThat(fields.integer("whole")).isEqualTo(7);
    assertThat(fields.longInteger("long")).isEqualTo(5_000_000_000L);
    assertThat(fields.number("part")).isEqualTo(0.5);
    assertThat(fields.number("none")).isNaN();
    assertThat(fields.flag("yes")).isTrue();
    assertThat(fields.flag("no")).isFalse();
    assertThat(fields.list("list", element -> element.integer(""))).containsExactly(1, 2);
    assertThat(fields.object("object").integer("inner")).isEqualTo(3);
  }

  @Test
  void aFieldThatIsLeftOutIsNotThere() {
    JsonFields fields = parse("{\"a\": null}");

    assertThat(fields.has("a")).isTrue();
    assertThat(fields.has("b")).isFalse();
    assertThat(fields.names()).containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"a\": 5000000000}; found NUMBER 5000000000 for a, expected an integer",
        "{\"a\": 1.5}; found NUMBER 1.5 for a, expected an integer",
        "{\"a\": [1]}; found ARRAY for a, expected an integer",
        "{\"b\": 1}; found no value for a, expected an integer",
      })
  void whatIsNoIntegerIsNamed(String json, String message) {
    JsonFields fields = parse(json);

    assertThatThrownBy(() -> fields.integer("a"))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aFieldWithinAnObjectIsNamedWithTheObject() {
    JsonFields inner = parse("{\"outer\": {\"a\": 1}}").object("outer");

    assertThatThrownBy(() -> inner.text("a"))
        .hasMessageContaining("for outer.a, expected a string");
    assertThatThrownBy(() -> parse("{\"b\": 1}").requireNoOthers())
        .hasMessageContaining("found the unknown field b,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "{} {}", "{} 1"})
  void onlyOneObjectIsTaken(String json) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("found something other than one JSON object");
  }

  @Test
  void textWithoutAnyValueIsSaidToBeEmpty() {
    for (String json : new String[] {"", " \n"}) {
      assertThatThrownBy(() -> parse(json))
          .isInstanceOf(BadModelException.class)
          .hasMessageContaining("found no JSON (it is empty), expected JSON;");
    }
  }

  @Test
  void aFieldThatStandsTwiceIsRefused() {
    assertThatThrownBy(() -> parse("{\"a\": 1, \"a\": 2}"))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("found no JSON (Duplicate field 'a'), expected JSON;");
  }

  @Test
  void valuesAreNestedUpToABound() {
    assertThat(parse(objects(17)).names()).containsExactly("a");
    assertThat(parse("{\"a\": " + "[".repeat(16) + "]".repeat(16) + "}").names())
        .containsExactly("a");
    for (String json :
        new String[] {objects(18), "{\"a\": " + "[".repeat(17) + "]".repeat(17) + "}"}) {
      assertThatThrownBy(() -> parse(json))
          .isInstanceOf(BadModelException.class)
          .hasMessageContaining("found no JSON (it is nested too deep), expected JSON;");
    }
  }

  /** So many objects, each but the last with the next as its only field. */
  private static String objects(int count) {
    return "{\"a\": ".repeat(count - 1) + "{}" + "}".repeat(count - 1);
  }
}
