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

package org.sparkner.jobs.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;

/** {@code try} as a process, in a pseudo terminal of {@code script} and in a pipe. */
@Tag("slow")
class TryIT {
  @TempDir private Path directory;

  private CommandLineRun shell(String command) {
    return CommandLineRun.launch(
        Path.of("/bin/bash"),
        Map.of("TERM", "xterm", "NO_COLOR", ""),
        "-c",
        command
            .replace("TRY", CommandLineRun.HOME.resolve("bin/spark-ner") + " try")
            .replace("MODEL", "'" + TinyModel.random(directory) + "'"));
  }

  @Test
  void linesOfAPipeAreTagged() {
    CommandLineRun run = shell("printf 'Ada left.\\nBob too.' | TRY --model MODEL --best 1");

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(run.out().stream().filter(line -> line.endsWith(" ms"))).hasSize(2);
  }

  @Test
  void aTerminalHasAPromptThatControlDEnds() {
    CommandLineRun run = shell(inTerminal("printf 'Ada left.\\r'; sleep 2; printf '\\004'"));

    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(String.join("\n", run.out())).contains("Ctrl-D ends", "PER", " ms");
    assertThat(run.out()).noneMatch(line -> line.contains("error"));
  }

  @Test
  void controlCDropsTheLineAndThenEnds() {
    CommandLineRun run =
        shell(inTerminal("printf 'Ada'; sleep 1; printf '\\003'; sleep 1; printf '\\003'"));

    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.out()).noneMatch(line -> line.contains("error") || line.contains(" ms"));
  }

  /**
   * Types once the prompt is there; `exec`, since a shell that waits would end by Ctrl-C itself.
   */
  private String inTerminal(String typing) {
    Path seen = directory.resolve("seen");
    return "touch '"
        + seen
        + "'; (for i in $(seq 300); do grep -q 'Ctrl-D ends' '"
        + seen
        + "' && break; sleep 0.2; done; sleep 2; "
        + typing
        + "; sleep 3) | script -qefc \"exec TRY --model MODEL --best 1\" '"
        + seen
        + "'";
  }
}
