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

package org.sparkner.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.UsageException;

class OutputDirectoryTest {
  @TempDir private Path directory;

  @Test
  void appearsWholeAndLeavesNothingBeside() throws IOException {
    try (OutputDirectory output = claim(false)) {
      write(output, "new");
      assertThat(directory.resolve("out")).doesNotExist();
      output.publish();
    }

    assertThat(directory.toFile().list()).containsExactly("out");
    assertThat(directory.resolve("out/file")).hasContent("new");
  }

  @Test
  void whatIsNotPublishedGoesWithTheDirectoriesMadeForIt() {
    Location deep = Location.of(directory.resolve("a/b/out").toString());
    try (OutputDirectory output = OutputDirectory.claim(deep, false)) {
      write(output, "new");
    }

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void secondRunIsRefusedWhileTheFirstWrites() {
    OutputDirectory first = claim(false);
    write(first, "first");

    assertThatThrownBy(() -> claim(true))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("out is being written by another run");
    first.publish();
    first.close();

    assertThat(directory.resolve("out/file")).hasContent("first");
    assertThatThrownBy(() -> claim(false)).hasMessageContaining("exists");
    claim(true).close();
  }

  @Test
  void whatAnotherRunHasPutThereMeanwhileStays() throws IOException {
    try (OutputDirectory output = claim(false)) {
      write(output, "late");
      Files.createDirectory(directory.resolve("out"));
      Files.writeString(directory.resolve("out/file"), "first");

      assertThatThrownBy(output::publish)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("written by another run meanwhile");
    }

    assertThat(directory.resolve("out/file")).hasContent("first");
    assertThat(directory.toFile().list()).containsExactly("out");
  }

  @Test
  void whatIsReplacedComesBackIfTheNewCannotTakeItsPlace() throws IOException {
    old("old");
    try (OutputDirectory output = claim(true)) {
      // Nothing was written.
      assertThatThrownBy(output::publish).isInstanceOf(UsageException.class);
    }

    assertThat(directory.resolve("out/file")).hasContent("old");
    assertThat(directory.toFile().list()).containsExactly("out");
  }

  @Test
  void leftoversOfAKilledRunAreInNobodysWay() throws IOException {
    Files.createDirectories(directory.resolve("out.unfinished/part"));
    Files.writeString(directory.resolve(".out.lock"), "");
    try (OutputDirectory output = claim(false)) {
      write(output, "new");
      output.publish();
    }

    assertThat(directory.toFile().list()).containsExactly("out");
    assertThat(directory.resolve("out").toFile().list()).containsExactly("file");
  }

  @Test
  void whatARunHadMovedAwayWhenItWasKilledIsPutBack() throws IOException {
    Files.createDirectory(directory.resolve(".out.replaced"));
    Files.writeString(directory.resolve(".out.replaced/file"), "old");

    assertThatThrownBy(() -> claim(false)).hasMessageContaining("exists");

    assertThat(directory.resolve("out/file")).hasContent("old");
    assertThat(directory.toFile().list()).containsExactly("out");
  }

  @Test
  void whereNothingCanBeWrittenIsSaidAtOnce() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    for (String place : new String[] {file + "/out", file + "/deep/out", "/proc/none/out", "/"}) {
      assertThatThrownBy(() -> OutputDirectory.claim(Location.of(place), true).close())
          .as(place)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(place);
    }
  }

  private void old(String content) throws IOException {
    Files.createDirectory(directory.resolve("out"));
    Files.writeString(directory.resolve("out/file"), content);
  }

  private static void write(OutputDirectory output, String content) {
    output.write(
        place -> {
          place.makeDirectories();
          Files.writeString(place.path().resolve("file"), content);
        });
  }

  private OutputDirectory claim(boolean overwrite) {
    return OutputDirectory.claim(Location.of(directory.resolve("out").toString()), overwrite);
  }
}
