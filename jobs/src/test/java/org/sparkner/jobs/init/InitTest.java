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

package org.sparkner.jobs.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;

class InitTest {
  @TempDir private Path directory;

  @Test
  void writesACommentedProject() throws IOException {
    Path project = directory.resolve("my project");

    CommandLineRun run = CommandLineRun.here("init", project, "--language", "de");

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(project.resolve("project.conf")).content().contains("language = de");
    assertThat(project.resolve("README.md")).content().startsWith("# my project\n");
    assertThat(project.resolve("run")).isExecutable();
    assertThat(project.resolve("data/train")).isDirectory();
    assertThat(project.resolve("data/texts")).isDirectory();
    for (String file : new String[] {"README.md", "run", "project.conf", "data/README.md"}) {
      assertThat(Files.readString(project.resolve(file))).doesNotContainPattern("%[A-Z_]+%");
    }
  }

  @Test
  void whatExistsIsLeftAlone() throws IOException {
    Files.writeString(directory.resolve("mine"), "text");

    CommandLineRun run = CommandLineRun.here("init", directory);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).startsWith("error: ").contains("exists");
    assertThat(directory.toFile().list()).containsExactly("mine");
  }

  @Test
  void aLanguageThatIsNoneIsRefused() {
    CommandLineRun run =
        CommandLineRun.here("init", directory.resolve("a"), "--language", "a\nb = c");

    assertThat(run.code()).isEqualTo(2);
    assertThat(directory.resolve("a")).doesNotExist();
  }
}
