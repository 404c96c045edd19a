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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.corpus.WarningLimit;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.Settings;

/** What the commands tell of exports that are not whole. */
@Tag("slow")
class ExportWarningsTest {
  private static final String UNLABELED =
      "{\"text\": \"Ada lived.\", \"label\": [[0, 3, null], [4, 9, \"PER\"]]}\n";

  @TempDir private static Path shared;
  @TempDir private Path directory;
  private static Path model;

  @BeforeAll
  static void makeModel() throws IOException {
    model = TinyModel.random(shared);
  }

  private static List<String> warnings(CommandLineRun run) {
    return run.err().stream()
        .filter(line -> line.startsWith("warning: ") && !line.contains("no entity, so"))
        .toList();
  }

  private CommandLineRun evaluate(Path data) {
    CommandLineRun run = CommandLineRun.here("evaluate", "--model", model, "--data", data);
    assertThat(run.code()).as(run.err().toString()).isZero();
    return run;
  }

  @Test
  void aRegionThatIsLeftOutIsToldWithFileAndRecord() throws IOException {
    Path data =
        Files.writeString(
            directory.resolve("project.json"),
            """
            [{"id": 8, "data": {"text": "Ada lived."}, "annotations": [{"result": [
              {"type": "hypertextlabels", "value": {"start": "/p[1]", "end": "/p[1]", "text": "Ada",
               "hypertextlabels": ["PER"]}}]}]}]
            """);

    assertThat(warnings(evaluate(data)))
        .singleElement()
        .asString()
        .contains("project.json:")
        .contains("record 1 (id 8): found a region of hypertextlabels 'Ada'");
  }

  @Test
  void manyWarningsOfAKindAreCountedOverAllFiles() throws IOException {
    Path data = Files.createDirectory(directory.resolve("data"));
    Files.writeString(data.resolve("a.jsonl"), UNLABELED.repeat(8));
    Files.writeString(data.resolve("b.jsonl"), UNLABELED.repeat(80));

    assertThat(warnings(evaluate(data)))
        .hasSize(WarningLimit.SHOWN + 1)
        .last()
        .asString()
        .contains("78 more like these, the last: ")
        .contains("b.jsonl:80: found a span from 0 to 3 without a label");
  }

  @Test
  void aTextOfBratWithoutAnnotationsIsTold() throws IOException {
    Path data = Files.createDirectory(directory.resolve("brat"));
    Files.writeString(data.resolve("a.txt"), "Ada lived.");
    Files.writeString(data.resolve("a.ann"), "T1\tPER 0 3\tAda\n");
    Files.writeString(data.resolve("b.txt"), "Eve lived.");

    assertThat(warnings(evaluate(data)))
        .singleElement()
        .asString()
        .endsWith("b.txt: found no b.ann, expected one beside it; left out.");
  }

  @Test
  void annotationsWithoutTheirTextAreRefused() throws IOException {
    Path data = Files.writeString(directory.resolve("a.ann"), "T1\tPER 0 3\tAda\n");

    CommandLineRun run = CommandLineRun.here("evaluate", "--model", model, "--data", data);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.lastErr()).contains("a.ann: found no ").contains("expected the text");
  }

  @Test
  void theExecutorsSendTheirWarnings() throws IOException {
    Path data = Files.writeString(directory.resolve("train.jsonl"), UNLABELED.repeat(12));

    CommandLineRun run =
        CommandLineRun.here(
            TinyModel.training(data, data, directory.resolve("model"), 1, "--workers", 1));

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(warnings(run))
        .filteredOn(line -> line.contains("without a label"))
        .as("of the training data and of the validation data")
        .hasSize(2 * (WarningLimit.SHOWN + 1));
  }

  @Test
  void tokensOfWhiteSpaceInParquetAreNone() {
    Path data = directory.resolve("rows.parquet");
    Sessions.open(Settings.load(null, Map.of(), Map.of()))
        .sql(
            "SELECT array('Ada', '\u00A0', 'Lovelace') tokens, array('B-PER', 'I-PER', 'I-PER') tags"
                + " UNION ALL SELECT array('\u3000'), array('O')")
        .write()
        .parquet(data.toString());
    Sessions.close();

    assertThat(evaluate(data).out().get(0)).contains("processed 2 tokens with 1 phrases");
  }
}
