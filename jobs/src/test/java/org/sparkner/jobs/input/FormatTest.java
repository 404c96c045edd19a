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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.files.Location;

class FormatTest {
  @ParameterizedTest
  @CsvSource({
    "a/*.txt, TEXT",
    "docs.jsonl.gz, JSONL",
    "docs.json, JSONL",
    "docs.csv, CSV",
    "docs.tsv.gz, CSV",
    "hdfs://host/docs.parquet/, PARQUET",
    "dev.conll, CONLL"
  })
  void formatOfTextGoesByTheEnding(String name, TextFormat format) {
    assertThat(TextFormat.of(Location.of(name))).isEqualTo(format);
  }

  @Test
  void nameWithoutAKnownEndingIsRefused() {
    assertThatThrownBy(() -> TextFormat.of(Location.of("documents")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--input-format");
  }
}
