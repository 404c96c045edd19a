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

package org.sparkner.jobs.labeled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.files.Location;
import picocli.CommandLine;

class FormatOptionTest {
  @ParameterizedTest
  @CsvSource({
    "a/train.conll, CONLL",
    "train.txt.gz, CONLL",
    "dev.iob2, CONLL",
    "dev.conllu.gz, CONLLU",
    "x.JSONL, JSONL",
    "s3a://bucket/x.parquet/, PARQUET"
  })
  void formatOfLabelledSentencesGoesByTheEnding(String name, String format) {
    assertThat(format("auto", name)).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "b.conll, CONLL",
    "a.txt, CONLL",
    "b.conllu, CONLLU",
    "part-0.snappy.parquet, PARQUET"
  })
  void formatOfADirectoryIsThatOfItsFirstFile(String file, String format, @TempDir Path directory)
      throws IOException {
    Files.createFile(directory.resolve("_SUCCESS"));
    Files.createFile(directory.resolve(file));

    assertThat(format("auto", directory.toString())).isEqualTo(format);
  }

  @Test
  void formatThatIsGivenGoesBeforeTheEnding() {
    assertThat(format("jsonl", "x.conllu")).isEqualTo("JSONL");
    assertThat(format("annotations", "x.conllu")).isEqualTo("JSONL");
  }

  @Test
  void aNameThatIsNoneIsRefusedWithThoseThatAre() {
    CommandLineRun run =
        CommandLineRun.here("evaluate", "--model", "m", "--data", "d", "--format", "xml");

    assertThat(run.code()).isEqualTo(2);
    assertThat(String.join(" ", run.err()))
        .contains("[auto, conll, conllu, jsonl, brat, enamex, parquet]", "'xml'");
  }

  private static String format(String name, String data) {
    FormatOption option = CommandLine.populateCommand(new FormatOption(), "--format", name);
    return option.of(Location.of(data)).map(Enum::name).orElse("PARQUET");
  }
}
