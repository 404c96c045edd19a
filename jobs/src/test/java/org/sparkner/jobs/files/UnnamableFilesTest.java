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

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadDataException;

class UnnamableFilesTest {
  @TempDir private Path directory;

  @Test
  void directoryWithANameInAnotherEncodingIsRefused() throws Exception {
    Files.writeString(directory.resolve("a.txt"), "text");
    new ProcessBuilder("sh", "-c", "touch \"$(printf 'Zo\\353.txt')\"")
        .directory(directory.toFile())
        .start()
        .waitFor();

    assertThatThrownBy(Location.of(directory.toString())::requireExisting)
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith(directory + ": the name of a file in it, Zo");
  }

  @Test
  void lettersBeyondAsciiAndTheSignOfALostOneAreNames() throws IOException {
    for (String name : new String[] {"über.txt", "日本.txt", "lost\uFFFD.txt", "😀.txt"}) {
      Files.writeString(directory.resolve(name), "text");
    }

    assertThatCode(Location.of(directory.toString())::requireExisting).doesNotThrowAnyException();
  }
}
