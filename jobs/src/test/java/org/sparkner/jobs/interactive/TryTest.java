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

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;

class TryTest {
  @TempDir private Path directory;

  private static CommandLineRun typed(String text, Object... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    try {
      return CommandLineRun.here(arguments);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void eachLineIsTaggedWithItsReadingsAndItsTime() {
    Path model = TinyModel.random(directory);

    CommandLineRun run = typed("Ada lives in M\u00fcnchen.\n\nBob left.", "try", "--model", model);

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(run.out().stream().filter(line -> line.endsWith(" ms"))).hasSize(2);
    assertThat(run.out().get(0)).contains("M\u00fcnchen").doesNotContain("\033");
    assertThat(run.out().get(1)).matches(" +1 +0\\.\\d{4} .*");
    assertThat(run.out()).hasSize(10);
  }

  @Test
  void oneReadingIsTheTextAlone() {
    CommandLineRun run =
        typed("Ada left.\n", "try", "--model", TinyModel.random(directory), "--best", 1);

    assertThat(run.out()).hasSize(2);
  }

  @Test
  void whatMovesATerminalsCursorIsNotPrinted() {
    CommandLineRun run =
        typed("Ada \033[2J left.\n", "try", "--model", TinyModel.random(directory));

    assertThat(run.out()).noneMatch(line -> line.contains("\033"));
  }

  @Test
  void aNumberOfReadingsThatIsNoneIsRefused() {
    CommandLineRun run = typed("", "try", "--model", TinyModel.random(directory), "--best", 0);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).contains("--best needs a number from 1 to 100, found 0");
  }
}
