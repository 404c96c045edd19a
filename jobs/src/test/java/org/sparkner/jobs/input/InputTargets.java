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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkner.jobs.input.JsonRecords.JsonRecord;

/** Any bytes in place of JSON to tag. */
public final class InputTargets {
  private static final StructType COLUMNS =
      new StructType()
          .add("text", DataTypes.StringType)
          .add("tags", DataTypes.createArrayType(DataTypes.StringType));

  private InputTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of("json-records", InputTargets::jsonRecords);
  }

  private static void jsonRecords(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    JsonRecords.spansLines(text, true);
    JsonRecords.spansLines(text, false);
    requireInOrder(JsonRecords.of(text, null), text);
    requireInOrder(JsonRecords.of(text, COLUMNS), text);
  }

  private static void requireInOrder(List<JsonRecord> records, String text) {
    int end = 0;
    for (JsonRecord record : records) {
      assertThat(record.json() != null || record.broken() != null).isTrue();
      assertThat(record.begin()).isBetween(end, text.length());
      String found = record.json() != null ? record.json() : record.broken();
      assertThat(text.startsWith(found, record.begin())).isTrue();
      end = record.begin() + found.length();
    }
  }
}
