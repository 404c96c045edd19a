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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;

/** What a command says of its progress where its output is no terminal: a line every 10 seconds. */
@Tag("long")
class ProgressIT {
  private static final String END = " · [0-9,]+ tokens/s · [^·]+ left · ([0-9]+) s";

  @TempDir private Path directory;

  @Test
  void trainingTellsTheEpochItsSpeedAndTheTimeLeft() {
    Path data = CommandLineRun.SAMPLE.resolve("wikigold");

    CommandLineRun run =
        CommandLineRun.launch(
            "train",
            "--train",
            data.resolve("train.conll"),
            "--model",
            directory.resolve("model"),
            "--epochs",
            1000,
            "--time-limit",
            "35s");

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(seconds(run, "epoch [0-9]+ of 1000 · [0-9]+ %" + END))
        .as(run.err().toString())
        .hasSizeBetween(2, 4);
  }

  @Test
  void taggingTellsTheDocumentsItsSpeedAndTheTimeLeft() throws IOException {
    String documents = Files.readString(CommandLineRun.SAMPLE.resolve("raw/documents.jsonl"));
    Path input = directory.resolve("documents.jsonl");
    Files.write(input, Collections.nCopies(20, documents.strip()));

    CommandLineRun run =
        CommandLineRun.launch(
            "tag",
            "--model",
            TinyModel.random(directory),
            "--input",
            input,
            "--output",
            directory.resolve("out"),
            "--set",
            "spark.master=local[1]");

    assertThat(run.code()).as(run.err().toString()).isZero();
    List<Integer> seconds = seconds(run, "tagging · [0-9,]+ documents" + END);
    assertThat(seconds).as(run.err().toString()).isNotEmpty();
    assertThat(seconds).as("one line per 10 s").hasSizeLessThanOrEqualTo(last(seconds) / 10 + 1);
  }

  /** Of the lines of this pattern, the seconds that a stage has taken. */
  private static List<Integer> seconds(CommandLineRun run, String pattern) {
    return run.err().stream()
        .map(Pattern.compile(pattern)::matcher)
        .filter(Matcher::matches)
        .map(line -> Integer.valueOf(line.group(1)))
        .toList();
  }

  private static int last(List<Integer> seconds) {
    return seconds.get(seconds.size() - 1);
  }
}
