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

package org.sparkner.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.jobs.process.Program;

/** What a person sees of the help of bench in a terminal of 80 columns and 50 lines. */
class HelpTest {
  private final List<String> lines =
      Program.commandLine(new Main())
          .getSubcommands()
          .get("bench")
          .getUsageMessage()
          .stripTrailing()
          .lines()
          .toList();

  @Test
  void helpFitsOneScreen() {
    assertThat(lines).hasSizeLessThanOrEqualTo(50);
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void helpEndsWithAnExample() {
    assertThat(lines.subList(lines.size() - 2, lines.size()))
        .containsExactly("Example:", "  spark-ner bench engine --model model");
  }
}
