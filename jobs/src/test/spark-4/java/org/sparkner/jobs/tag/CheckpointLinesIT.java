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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.JsonRows;

/** A checkpoint of incremental tagging that one line of Spark has written, with the other. */
@Tag("slow")
@Tag("lines")
class CheckpointLinesIT {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"3.5, 4", "4, 3.5"})
  void eachLineGoesOnWhereTheOtherHasEnded(String first, String second) throws IOException {
    Inbox inbox = Inbox.below(directory);
    int arrived = 0;

    for (String line : List.of(first, second, first)) {
      arrived++;
      inbox.arrive(String.valueOf(arrived), arrived);
      CommandLineRun run = tag(line, inbox);
      assertThat(run.code()).as(line + run.err()).isZero();
      assertThat(run.out().get(0)).startsWith("1 documents, ");
    }

    assertThat(inbox.output().toFile().list()).contains("batch=0", "batch=1", "batch=2");
    assertThat(JsonRows.ids(inbox.output())).containsExactlyInAnyOrder(1, 2, 3);
  }

  private static CommandLineRun tag(String line, Inbox inbox) {
    List<Object> arguments = new ArrayList<>(List.of("--spark", line));
    arguments.addAll(List.of(inbox.arguments()));
    return CommandLineRun.launch(arguments.toArray());
  }
}
