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

package org.sparkner.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the guides run, from the first to the last of each. */
@Tag("slow")
class GuidesIT {
  @TempDir private Path directory;

  @Tag("long")
  @Test
  void theTutorialRuns() throws IOException {
    CommandLineRun run = follow("TUTORIAL.md");

    assertThat(run.out())
        .anyMatch(line -> line.startsWith("train  1,377 sentences"))
        .contains("report written to output/report")
        .anyMatch(line -> line.startsWith("{\"entities\":"))
        .contains("written to output/tagged", "1 new files tagged");
    assertThat(directory.resolve("names/output/report/errors.md")).exists();
  }

  @Tag("long")
  @Test
  void theShortAnswersRun() throws IOException {
    CommandLineRun run = follow("HOWTO.md");

    assertThat(run.out())
        .anyMatch(line -> line.startsWith("labels       ") && line.contains("creative-work"))
        .anyMatch(line -> line.contains("Vimmerby"))
        .anyMatch(line -> line.startsWith("difference of F1 "))
        .contains("report written to compared");
    assertThat(directory.resolve("tagged/_SUCCESS")).exists();
  }

  @Test
  void whoComesFromAnotherLibraryIsRead() throws IOException {
    CommandLineRun run = follow("MIGRATING.md");

    assertThat(run.out().stream().filter(line -> line.startsWith("train  1 sentences")))
        .hasSize(3)
        .allMatch(line -> line.contains("IOB2, "));
    assertThat(run.out()).anyMatch(line -> line.startsWith("PERSON "));
    assertThat(directory.resolve("stanford.conll"))
        .content()
        .isEqualTo("Ada\tB-PERSON\nLovelace\tI-PERSON\nleft\tO\nLondon\tB-LOCATION\n\n");
  }

  /** Runs all blocks of a guide in one shell, with less training. */
  private CommandLineRun follow(String guide) throws IOException {
    String blocks =
        Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(CommandLineRun.HOME.resolve("docs").resolve(guide)))
            .results()
            .map(block -> block.group(1))
            .collect(Collectors.joining());
    String commands =
        ("export PATH=~/spark-ner/bin:$PATH\n" + blocks)
            .replace("~/spark-ner", CommandLineRun.HOME.toString())
            .replace("$HOME/spark-ner", CommandLineRun.HOME.toString())
            .replace("--epochs 5", "--epochs 1 --set network.hidden=16")
            .replace("9090", Integer.toString(freePort()));
    CommandLineRun run =
        CommandLineRun.launch(
            Path.of("/bin/bash"),
            Map.of(),
            "-c",
            "set -euo pipefail; cd '" + directory + "'\n" + commands);
    assertThat(run.code()).as(run.err().toString()).isZero();
    return run;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
