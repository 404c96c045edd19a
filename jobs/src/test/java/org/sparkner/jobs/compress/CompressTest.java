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

package org.sparkner.jobs.compress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;

class CompressTest {
  private static final Path DEV = CommandLineRun.SAMPLE.resolve("wikigold/dev.conll");

  @TempDir private static Path shared;
  private static Path model;

  @BeforeAll
  static void train() throws IOException {
    model = TinyModel.train(Files.createDirectory(shared.resolve("model")));
  }

  @Test
  void theNewModelIsUsedLikeAnyOther() throws IOException {
    Path text = Files.writeString(shared.resolve("text.txt"), "Ada went to London.\n");
    Path small = shared.resolve("small");

    CommandLineRun run =
        CommandLineRun.here(
            "compress",
            "--model",
            model,
            "--output",
            small,
            "--words",
            "40",
            "--subwords",
            "100",
            "--dimension",
            "7",
            "--data",
            DEV,
            "--text",
            text);

    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(run.err())
        .anyMatch(
            line -> line.matches("\\S+ MB instead of \\S+: 40 of [0-9,]+ words, 100 subwords"));
    CommandLineRun inspected = CommandLineRun.here("inspect", "--model", small);
    assertThat(inspected.code()).isZero();
    assertThat(inspected.out())
        .anyMatch(line -> line.matches("lexicon +40 words, .*"))
        .anyMatch(
            line ->
                line.matches(
                    "compressed +words in 8 bits, \\S+ MB; 100 subwords of 3 to 5 characters, \\S+"
                        + " MB"));
    Path calibrated = shared.resolve("calibrated");
    CommandLineRun tagged =
        CommandLineRun.here(
            "tag", "--model", small, "--input", text, "--output", shared.resolve("tagged"));
    assertThat(tagged.code()).as("%s", tagged.err()).isZero();
    CommandLineRun evaluated =
        CommandLineRun.here("evaluate", "--model", small, "--data", DEV, "--json");
    assertThat(evaluated.code()).as("%s", evaluated.err()).isZero();
    CommandLineRun calibration =
        CommandLineRun.here("calibrate", "--model", small, "--data", DEV, "--output", calibrated);
    assertThat(calibration.code()).as("%s", calibration.err()).isIn(0, 3);

    assertThat(
            CommandLineRun.here("compress", "--model", small, "--output", shared.resolve("twice"))
                .lastErr())
        .contains("compressed already");
    assertThat(shared.resolve("twice")).doesNotExist();
  }

  @Test
  void aSizeAloneGivesMoreBytesToWordsInMoreUse() {
    Path small = shared.resolve("spread");
    Path equal = shared.resolve("equal");
    List<Object> common =
        List.of("compress", "--model", model, "--data", DEV, "--max-size", "79kB");

    CommandLineRun run = run(common, "--output", small);
    CommandLineRun other = run(common, "--output", equal, "--bits", "4");

    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(other.code()).as("%s", other.err()).isZero();
    assertThat(CommandLineRun.here("inspect", "--model", small).out())
        .anyMatch(line -> line.matches("compressed +words in 1\\d to 20 bytes, \\S+ MB; .*"));
    assertThat(CommandLineRun.here("inspect", "--model", equal).out())
        .anyMatch(line -> line.matches("compressed +words in 4 bits, .*"));
    assertThat(Stream.of("manifest.json", "lexicon.txt.gz", "weights.safetensors"))
        .extracting(part -> small.resolve("model").resolve(part).toFile().length())
        .satisfies(
            bytes ->
                assertThat(bytes.stream().mapToLong(Long::longValue).sum())
                    .isBetween(77_000L, 79_000L));
  }

  private static CommandLineRun run(List<Object> common, Object... others) {
    return CommandLineRun.here(Stream.concat(common.stream(), Arrays.stream(others)).toArray());
  }

  @ParameterizedTest
  @CsvSource({
    "--max-size, 12 parsecs, 2, 'expected a size such as 12MB, found 12 parsecs'",
    "--max-size, 1kB, 4, 'without a single word, and may have 1000'",
    "--bits, 5, 2, '4 or 8 bits, found 5'",
    "--words, -1, 2, 'needs 0 words or more'",
    "--dimension, 0, 2, 'have 1 value or more, found 0'",
    "--subwords, -1, 2, '--subwords needs 0 or more, found -1'",
    "--text, no-such-file.txt, 3, no-such-file.txt",
  })
  void whatCannotBeDoneIsRefusedInOneLine(String option, String value, int code, String message) {
    CommandLineRun run =
        CommandLineRun.here(
            "compress", "--model", model, "--output", shared.resolve("none"), option, value);

    assertThat(run.code()).as("%s", run.err()).isEqualTo(code);
    assertThat(run.lastErr()).contains(message);
    assertThat(shared.resolve("none")).doesNotExist();
  }
}
