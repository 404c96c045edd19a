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

package org.sparkner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;

/**
 * Links in a model's directory. They are followed, for stores of models consist of them: what a
 * part is decides its digest, not its place. What is no file in the end is no part.
 */
class LinkedModelTest {
  private static final Duration BOUND = Duration.ofSeconds(20);

  @TempDir Path folder;
  private Path model;
  private Path parts;

  @BeforeEach
  void save() {
    model = folder.resolve("model");
    ModelWriter.write(RandomModel.tiny(), model, IfExists.REFUSE);
    parts = model.resolve("model");
  }

  @Test
  void linksToFilesAreFollowedAndTheDigestDecides() throws IOException {
    Path store = Files.createDirectory(folder.resolve("store"));
    for (String part : new String[] {"manifest.json", "lexicon.txt", "weights.safetensors"}) {
      Files.move(parts.resolve(part), store.resolve(part));
      Files.createSymbolicLink(parts.resolve(part), Path.of("../../store", part));
    }
    Path version = Files.createSymbolicLink(folder.resolve("current"), model);

    assertThat(ModelReader.read(version).labels()).isEqualTo(RandomModel.tiny().labels());

    Path other = folder.resolve("other");
    byte[] bytes = Files.readAllBytes(store.resolve("lexicon.txt"));
    bytes[0] ^= 1;
    Files.write(other, bytes);
    link("lexicon.txt", other);
    assertThatThrownBy(() -> ModelReader.read(model))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("lexicon.txt cannot be used: found SHA-256 ");
  }

  /** What a link leads to is never shown: of a file that is no part, only its length is. */
  @Test
  void aLinkToAnotherFileShowsNothingOfIt() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "XYZZY");
    for (String part : new String[] {"lexicon.txt", "weights.safetensors"}) {
      link(part, secret);
      assertThatThrownBy(() -> ModelReader.read(model))
          .isInstanceOf(BadModelException.class)
          .hasMessageContaining("found 5 bytes")
          .hasMessageNotContaining("XYZZY");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "lexicon.txt", "weights.safetensors"})
  void whatIsNoFileIsNoPart(String part) throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path loop = folder.resolve("loop");
    Files.createSymbolicLink(loop, loop);
    for (Path target :
        new Path[] {folder.resolve("none"), folder, Path.of("/dev/zero"), pipe, loop}) {
      link(part, target);
      Assertions.assertTimeoutPreemptively(
          BOUND,
          () ->
              assertThatThrownBy(() -> ModelReader.read(model))
                  .as("%s", target)
                  .isInstanceOf(BadModelException.class)
                  .hasMessageContaining(part + " cannot be used: found no such file"));
    }
  }

  @Test
  void whatReplacesAModelLeavesWhatItsLinksLeadTo() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Path precious = Files.writeString(outside.resolve("precious"), "kept");
    Files.createSymbolicLink(model.resolve("more"), outside);
    Files.createSymbolicLink(parts.resolve("more"), precious);

    ModelWriter.write(RandomModel.tiny(), model, IfExists.REPLACE);

    assertThat(precious).hasContent("kept");
    assertThat(model.resolve("more")).doesNotExist();
  }

  /** A link in the place of the model's directory is replaced itself. */
  @Test
  void aLinkInThePlaceOfTheDirectoryIsReplacedNotWhatItLeadsTo() {
    Path link = folder.resolve("link");
    Assertions.assertDoesNotThrow(() -> Files.createSymbolicLink(link, model));

    assertThatThrownBy(() -> ModelWriter.write(RandomModel.tiny(), link, IfExists.REFUSE))
        .isInstanceOf(UsageException.class);
    ModelWriter.write(RandomModel.tiny(), link, IfExists.REPLACE);

    assertThat(Files.isSymbolicLink(link)).isFalse();
    assertThat(ModelReader.read(model)).isNotNull();
    assertThat(ModelReader.read(link)).isNotNull();
  }

  private void link(String part, Path target) throws IOException {
    Files.deleteIfExists(parts.resolve(part));
    Files.createSymbolicLink(parts.resolve(part), target);
  }
}
