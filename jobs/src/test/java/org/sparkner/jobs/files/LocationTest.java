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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadDataException;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;

class LocationTest {
  @TempDir private Path directory;

  @Test
  void nameWithoutASchemeIsAPathOfThisMachine() {
    assertThat(Location.of("a b/c:d.txt").isLocal()).isTrue();
    assertThat(Location.of("file:///a/b").path()).isEqualTo(Path.of("/a/b"));
    assertThat(Location.of("hdfs://host/a").isLocal()).isFalse();
  }

  @Test
  void opensAFileWhoseNameHasSpacesAndPercentSigns() throws IOException {
    Path file = Files.writeString(directory.resolve("a b%20c.txt"), "text");

    try (InputStream in = Location.of(file.toString()).open()) {
      assertThat(in).hasContent("text");
    }
  }

  @Test
  void aHyphenIsNoStandardOutput() {
    assertThatThrownBy(() -> Location.of("-"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("the path is -")
        .hasMessageContaining("write ./-");
    assertThat(Location.of("./-").path()).isEqualTo(Path.of("./-"));
  }

  @Test
  void missingFileIsBadData() {
    Location missing = Location.of(directory.resolve("none").toString());

    assertThatThrownBy(missing::open)
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("none")
        .hasMessageContaining("no such file");
  }

  @Test
  void existingOutputIsRefusedUnlessItMayBeOverwritten() {
    Location existing = Location.of(directory.toString());
    existing.requireFree(true);

    assertThatThrownBy(() -> existing.requireFree(false))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--overwrite");
  }

  @Test
  void movingReplacesWhatIsThere() throws IOException {
    Path from = Files.createDirectory(directory.resolve("from"));
    Files.writeString(from.resolve("file"), "new");
    Path to = Files.createDirectory(directory.resolve("to"));
    Files.writeString(to.resolve("other"), "old");

    Location.of(from.toString()).moveTo(Location.of(to.toString()), true);

    assertThat(directory.toFile().list()).containsExactly("to");
    assertThat(to.toFile().list()).containsExactly("file");
  }

  @Test
  void patternExistsWhereSomeFileMatches() throws IOException {
    Files.writeString(directory.resolve("a.txt"), "text");

    assertThat(Location.of(directory + "/*.txt").exists()).isTrue();
    assertThat(Location.of(directory + "/*.csv").exists()).isFalse();
  }

  @Test
  void whatExistsUnderTheNameIsNoPattern() throws IOException {
    Files.writeString(directory.resolve("a[1].txt"), "text");
    Files.writeString(directory.resolve("{b}*.txt"), "text");

    assertThat(Location.of(directory + "/a[1].txt").isPattern()).isFalse();
    assertThat(Location.of(directory + "/a[1].txt").exists()).isTrue();
    assertThat(Location.of(directory + "/{b}*.txt").isPattern()).isFalse();
    assertThat(Location.of(directory + "/[ab]*.txt").isPattern()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "c[1]", "d{e}", "f*", "g?h", "i%20j", "k#l"})
  void aModelIsOfItsVeryName(String name) throws IOException {
    Location model = Location.of(directory.resolve(name).toString());

    assertThatThrownBy(model::requireModel)
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(name + ": no such model");
    Files.createDirectory(directory.resolve("f of another"));
    Files.createDirectory(directory.resolve(name));
    model.requireModel();
  }
}
