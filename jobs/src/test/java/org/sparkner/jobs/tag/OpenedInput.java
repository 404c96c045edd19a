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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.input.InputFiles;
import org.sparkner.jobs.input.TextFormat;

/** Opens input as tagging does, and looks at what it gives. */
abstract class OpenedInput {
  static final String ADA = "{\"id\":1,\"text\":\"Ada\"}\n";

  static SparkSession spark;

  @TempDir Path directory;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  Path write(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  static TaggingInput open(Path input, TextFormat format, StructType known) {
    Location location = Location.of(input.toString());
    return TaggingInput.open(
        location, InputFiles.of(spark, location), format, TaggingInput.Columns.USUAL, known);
  }

  static StructType schema(Path input, TextFormat format) {
    Location location = Location.of(input.toString());
    return TaggingInput.schema(
        location, InputFiles.of(spark, location), format, TaggingInput.Columns.USUAL);
  }

  static List<String> column(TaggingInput input, String name) {
    return input.rows().select(name).collectAsList().stream()
        .map((Row row) -> row.isNullAt(0) ? null : row.get(0).toString())
        .toList();
  }

  static void refused(Path input, TextFormat format, String message) {
    assertThatThrownBy(() -> open(input, format).rows().collectAsList())
        .satisfies(
            failure -> {
              Throwable cause = failure;
              while (!(cause instanceof BadDataException) && cause.getCause() != null) {
                cause = cause.getCause();
              }
              assertThat(cause).isInstanceOf(BadDataException.class).hasMessageContaining(message);
            });
  }

  static TaggingInput open(Path input, TextFormat format) {
    return TaggingInput.open(
        spark, Location.of(input.toString()), format, TaggingInput.Columns.USUAL);
  }
}
