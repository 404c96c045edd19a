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
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.jobs.CommandLineRun;

/** The command line and the Spark sources read the same and say the same. */
@Tag("slow")
class FormatDoorsTest {
  private static final String WORD = "%d\t%s\t_\t%s\t%s\t_\t0\troot\t_\t%s\n";
  private static final Map<String, String> GOOD =
      Map.of(
          "a.conll",
          "Ada B-PER\nwrote O\n\nLondon B-LOC\n",
          "a.conllu",
          WORD.formatted(1, "Ada", "PROPN", "B-PER", "NE=B-PER")
              + WORD.formatted(2, "wrote", "VERB", "O", "_")
              + "\n"
              + WORD.formatted(1, "London", "PROPN", "B-LOC", "NE=B-LOC"),
          "a.jsonl",
          "{\"text\": \"Ada wrote\", \"label\": [[0, 3, \"PER\"]]}\n"
              + "{\"tokens\": [\"London\"], \"tags\": [\"B-LOC\"]}\n",
          "a.ann",
          "T1\tPER 0 3\tAda\nT2\tLOC 11 17\tLondon\n");
  private static final Map<String, String> BAD =
      Map.of(
          "a.conll", "Ada B-PER\nwrote\n",
          "a.conllu", "1\tAda\n",
          "a.jsonl", "{\"text\": \"Ada\", \"label\": [[0, 3, \"PER\"]]}\n{\"te\n",
          "a.ann", "T1 PER 0 3\n");

  @TempDir private Path directory;

  private SparkSession spark;

  /** Each run of a command closes the session. */
  @BeforeEach
  void open() {
    spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
  }

  @ParameterizedTest
  @CsvSource({
    "a.conll, conll, conll, -1",
    "a.conllu, conllu, conllu, MISC:NE",
    "a.conllu, conllu, conllu, XPOS",
    "a.jsonl, annotations, annotations,",
    "a.ann, brat, brat,"
  })
  void bothReadTheSame(String file, String source, String format, String tagColumn)
      throws IOException {
    Path data = write(file, GOOD);
    List<Object> options = new ArrayList<>(List.of("--format", format));
    Map<String, String> sourceOptions =
        tagColumn == null ? Map.of() : Map.of("tagColumn", tagColumn);
    if (tagColumn != null) {
      options.addAll(List.of("--tag-column", tagColumn));
    }

    List<Row> rows =
        spark.read().format(source).options(sourceOptions).load(data.toString()).collectAsList();
    CommandLineRun run = train(data, options);

    assertThat(rows).hasSize(2);
    assertThat(rows).extracting(row -> row.getList(3).get(0)).containsExactly("B-PER", "B-LOC");
    assertThat(run.err())
        .as(String.join("\n", run.err()))
        .anyMatch(line -> line.startsWith("train  2 sentences"))
        .anyMatch(line -> line.contains("1 LOC") && line.contains("1 PER"));
  }

  @ParameterizedTest
  @CsvSource({
    "a.conll, conll, conll",
    "a.conllu, conllu, conllu",
    "a.jsonl, annotations, jsonl",
    "a.ann, brat, brat"
  })
  void bothSayTheSameOfWhatIsMalformed(String file, String source, String format)
      throws IOException {
    Path data = write(file, BAD);

    Throwable failure =
        catchThrowable(() -> spark.read().format(source).load(data.toString()).collectAsList());
    while (failure.getCause() != null) {
      failure = failure.getCause();
    }
    CommandLineRun run = train(data, List.of("--format", format));

    assertThat(run.code()).isEqualTo(3);
    assertThat(failure.getMessage()).startsWith("file:" + data + ":");
    assertThat(run.lastErr()).isEqualTo("error: " + failure.getMessage().replace("file:", ""));
  }

  @Test
  void bothRefuseAColumnThatConlluDoesNotHave() throws IOException {
    Path data = write("a.conllu", GOOD);

    Throwable failure =
        catchThrowable(
            () -> spark.read().format("conllu").option("tagColumn", "NE").load(data.toString()));
    CommandLineRun run = train(data, List.of("--format", "conllu", "--tag-column", "NE"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).isEqualTo("error: " + failure.getMessage());
  }

  private Path write(String file, Map<String, String> contents) throws IOException {
    Files.writeString(directory.resolve("a.txt"), "Ada wrote\n\nLondon");
    return Files.writeString(directory.resolve(file), contents.get(file));
  }

  private CommandLineRun train(Path data, List<?> options) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--train",
                data,
                "--model",
                directory.resolve("model"),
                "--set",
                "algorithm=hmm"));
    arguments.addAll(options);
    return CommandLineRun.here(arguments.toArray());
  }
}
