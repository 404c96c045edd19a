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

package org.sparkner.jobs.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.jobs.input.JsonRecords.JsonRecord;

class JsonRecordsTest {
  private static final StructType KNOWN =
      new StructType()
          .add("id", DataTypes.LongType)
          .add("doc", new StructType().add("body", DataTypes.StringType));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}{\"b\":2}",
        "{\"a\":1} {\"b\":2}",
        "[{\"a\":1},{\"b\":2}]",
        "[ {\"a\":1} , {\"b\":2} ],",
        "[\n{\"a\":1},\n{\"b\":2}\n]\n"
      })
  void everyObjectIsARecord(String text) {
    assertThat(JsonRecords.of(text, null))
        .extracting(JsonRecord::json, JsonRecord::broken)
        .containsExactly(tuple("{\"a\":1}", null), tuple("{\"b\":2}", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":2,\"text\":\"Carl in",
        "{\"id\":2,\"text\":\"Carl\"",
        "\"text\"",
        "3",
        "null",
        "x",
        "{\"a\":tru}",
        "["
      })
  void whatIsNoWholeObjectIsKeptAsItWas(String text) {
    assertThat(JsonRecords.of(text, null))
        .extracting(JsonRecord::json, JsonRecord::broken)
        .containsExactly(tuple(null, text));
  }

  @Test
  void whatFollowsAWholeObjectIsKept() {
    assertThat(JsonRecords.of("{\"a\":1} {\"b\":", null))
        .extracting(JsonRecord::json, JsonRecord::broken, JsonRecord::begin)
        .containsExactly(tuple("{\"a\":1}", null, 0), tuple(null, "{\"b\":", 8));
    assertThat(JsonRecords.of("[{\"a\":1},3]", null))
        .extracting(JsonRecord::json, JsonRecord::broken)
        .containsExactly(tuple("{\"a\":1}", null), tuple(null, "3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1},", "{\"a\":1}  ", " {\"a\":1}"})
  void aCommaBetweenLinesOfAnArrayIsNothing(String text) {
    assertThat(JsonRecords.of(text, null))
        .extracting(JsonRecord::json, JsonRecord::broken)
        .containsExactly(tuple("{\"a\":1}", null));
    assertThat(JsonRecords.of("   ", null)).isEmpty();
    assertThat(JsonRecords.of("[]", null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":1,\"id\":2}",
        "{\"id\":1,\"doc\":{\"body\":\"x\",\"body\":\"y\"}}",
        "{\"id\":1,\"lang\":\"en\"}",
        "{\"doc\":{\"body\":\"x\",\"title\":\"y\"}}"
      })
  void whatTheColumnsDoNotHoldIsKeptBesideThem(String text) {
    assertThat(JsonRecords.of(text, KNOWN))
        .extracting(JsonRecord::json, JsonRecord::broken)
        .containsExactly(tuple(text, text));
  }

  @Test
  void whatTheColumnsHoldIsNotKeptTwice() {
    String text = "{\"doc\":{\"body\":\"x\"},\"id\":null}";

    assertThat(JsonRecords.of(text, KNOWN)).extracting(JsonRecord::broken).containsOnlyNulls();
  }

  @Test
  void ofTwoKeysTheLastCounts() throws IOException {
    assertThat(JsonRecords.withDistinctNames("{\"a\":1,\"a\":2}")).isEqualTo("{\"a\":2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\\n{\"a\":1}\\n]|true",
        "[{\"a\":1},\\n{\"a\":2}]|true",
        "{\\n\"a\":1\\n}|true",
        "\\n{\\n\"a\":1\\n}|true",
        "{\"a\":1}\\n{\"a\":2}|false",
        "[{\"a\":1}]\\n[{\"a\":2}]|false",
        "{\"a\":1,\"b\":\"cut\\n{\"a\":2}|false",
        "{\"a\":1\\n{\"a\":2}|false",
        "{\"a\":1|false",
        "x|false",
        "''|false"
      })
  void aFileIsReadAsAWholeWhereItsFirstValueSpansLines(String head, boolean spans) {
    assertThat(JsonRecords.spansLines(head.replace("\\n", "\n"), true)).isEqualTo(spans);
  }

  @Test
  void aHeadThatIsNotAllMayEndInTheFirstValue() {
    assertThat(JsonRecords.spansLines("[\n{\"a\":1},", false)).isTrue();
    assertThat(JsonRecords.spansLines("{\"a\":\"a long lin", false)).isFalse();
  }
}
