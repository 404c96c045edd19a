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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;
import org.sparkner.jobs.tag.TagCommandTest;

/** A network that reads a column beside the tokens, from training to tagging. */
@Tag("slow")
class AttributeColumnTest {
  private static final String[] READS = {"--set", "network.attribute-dimension=4"};

  @TempDir private static Path shared;
  @TempDir private Path directory;
  private static Path data;
  private static Path model;

  @BeforeAll
  static void train() throws IOException {
    data = Files.write(shared.resolve("data.conll"), lines(60));
    model = shared.resolve("model");
    CommandLineRun run =
        CommandLineRun.here(
            TinyModel.training(
                data,
                data,
                model,
                8,
                "--attribute-column",
                1,
                READS[0],
                READS[1],
                "--set",
                "training.learning-rate=0.1"));
    assertThat(run.code()).as(String.join("\n", run.err())).isZero();
    assertThat(run.lastOut()).endsWith("--data " + data + " --attribute-column 1");
  }

  /** All tokens are alike: the column in the middle alone tells a name. */
  private static List<String> lines(int sentences) {
    Random random = new Random(3);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < sentences; i++) {
      for (int length = 2 + random.nextInt(5); length > 0; length--) {
        lines.add(random.nextInt(3) == 0 ? "word PROPN B-PER" : "word NOUN O");
      }
      lines.add("");
    }
    return lines;
  }

  private static CommandLineRun evaluate(Object... more) {
    return withModel("evaluate", more);
  }

  private static CommandLineRun withModel(String command, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of(command, "--model", model));
    arguments.addAll(List.of(more));
    return CommandLineRun.here(arguments.toArray());
  }

  @Test
  void tellsNamesThatNothingElseTells() throws IOException {
    Path jsonl =
        Files.writeString(
            directory.resolve("data.jsonl"),
            """
            {"tokens": ["word", "word"], "tags": ["O", "B-PER"], "upos": ["NOUN", "PROPN"]}
            """);

    assertThat(evaluate("--data", data, "--attribute-column", -2).out().get(1))
        .contains("FB1: 100.00");
    assertThat(evaluate("--data", jsonl, "--attribute-column", "upos").out().get(1))
        .contains("FB1: 100.00");
    assertThat(CommandLineRun.here("inspect", "--model", model).out())
        .anyMatch(line -> line.endsWith("attributes 4 of 2"));
  }

  @Test
  void isReadFromWhatIsTagged() throws IOException {
    Path output = directory.resolve("tagged");

    CommandLineRun run =
        withModel(
            "tag",
            "--input",
            data,
            "--attribute-column",
            1,
            "--output",
            output,
            "--output-format",
            "conll");

    assertThat(run.code()).as(String.join("\n", run.err())).isZero();
    assertThat(TagCommandTest.lines(output).stream().filter(line -> !line.isEmpty()))
        .hasSizeGreaterThan(100)
        .allMatch(line -> line.equals("word\tB-PER\tB-PER") || line.equals("word\tO\tO"));
  }

  @Test
  void isReadFromAColumnOfJsonLines() throws IOException {
    Path input =
        Files.writeString(
            directory.resolve("in.jsonl"),
            """
            {"tokens": ["word", "word"], "upos": ["NOUN", "PROPN"]}
            {"tokens": ["word", "word"], "upos": ["PROPN", null]}
            """);
    Path output = directory.resolve("tagged");

    CommandLineRun run =
        withModel(
            "tag",
            "--input",
            input,
            "--tokens-col",
            "tokens",
            "--attribute-column",
            "upos",
            "--output",
            output,
            "--output-format",
            "conll");

    assertThat(run.code()).as(String.join("\n", run.err())).isZero();
    assertThat(TagCommandTest.lines(output))
        .contains("word\tO", "word\tB-PER")
        .startsWith("word\tO");
  }

  @Test
  void isReadByALinearModelToo() {
    Path crf = directory.resolve("crf");

    CommandLineRun run =
        CommandLineRun.here(
            TinyModel.training(
                data, data, crf, 5, "--attribute-column", 1, "--set", "algorithm=crf"));

    assertThat(run.code()).as(String.join("\n", run.err())).isZero();
    assertThat(run.out().get(0)).endsWith("valid F1 100.00");
    assertThat(CommandLineRun.here("evaluate", "--model", crf, "--data", data).lastErr())
        .contains("say by --attribute-column where it is");
  }

  @Test
  void isAskedForBeforeAnyWork() {
    Path output = directory.resolve("output");
    for (CommandLineRun run :
        List.of(
            evaluate("--data", data),
            withModel("calibrate", "--data", data, "--output", output),
            withModel("tag", "--input", data, "--output", output))) {
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.lastErr())
          .isEqualTo(
              "error: the model reads an attribute of each token, such as its part of speech; say by"
                  + " --attribute-column where it is");
    }
    assertThat(output).doesNotExist();
  }

  @Test
  void isRefusedWhereItDoesNotFitTheTraining() {
    assertThat(refusal(READS[0], READS[1]))
        .contains(
            "network.attribute-dimension is 4; say by --attribute-column where the attributes are");
    assertThat(refusal("--attribute-column", 1))
        .contains("--attribute-column names what the network does not");
    assertThat(refusal("--attribute-column", 1, "--set", "algorithm=hmm"))
        .contains("--attribute-column is for networks");
    assertThat(refusal("--attribute-column", "upos", READS[0], READS[1]))
        .contains("column of conll is 'upos'; it needs the number of a column");
    assertThat(refusal("--attribute-column", 7, READS[0], READS[1]))
        .contains("no attribute column 7");
    assertThat(refusal("--set", "network.attribute-dimension=-1"))
        .contains("network.attribute-dimension needs a whole number from 0 to 1024");
  }

  private String refusal(Object... more) {
    Path refused = directory.resolve("refused");
    CommandLineRun run = CommandLineRun.here(TinyModel.training(data, data, refused, 1, more));
    assertThat(run.code()).isIn(2, 3);
    assertThat(refused).doesNotExist();
    return run.lastErr();
  }
}
