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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.labeled.DataFormat;

class FormatTest {
  @ParameterizedTest
  @CsvSource({
    "a/train.conll, CONLL",
    "train.txt.gz, CONLL",
    "dev.iob2, CONLL",
    "dev.conllu.gz, CONLLU",
    "x.JSONL, JSONL",
    "s3a://bucket/x.parquet/, PARQUET"
  })
  void formatOfLabelledSentencesGoesByTheEnding(String name, DataFormat format) {
    assertThat(DataFormat.AUTO.of(Location.of(name))).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "b.conll, CONLL",
    "a.txt, CONLL",
    "b.conllu, CONLLU",
    "part-0.snappy.parquet, PARQUET"
  })
  void formatOfADirectoryIsThatOfItsFirstFile(
      String file, DataFormat format, @TempDir Path directory) throws IOException {
    Files.createFile(directory.resolve("_SUCCESS"));
    Files.createFile(directory.resolve(file));

    assertThat(DataFormat.AUTO.of(Location.of(directory.toString()))).isEqualTo(format);
  }

  @Test
  void formatThatIsGivenGoesBeforeTheEnding() {
    assertThat(DataFormat.JSONL.of(Location.of("x.conllu"))).isEqualTo(DataFormat.JSONL);
  }

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
