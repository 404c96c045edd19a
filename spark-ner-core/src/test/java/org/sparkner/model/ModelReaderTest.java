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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadModelException;

class ModelReaderTest {
  @TempDir Path folder;
  private Path saved;
  private Path manifest;

  @BeforeEach
  void save() {
    saved = folder.resolve("saved");
    manifest = saved.resolve("model/manifest.json");
    ModelWriter.write(RandomModel.tiny(), saved, IfExists.REFUSE);
  }

  /** A model that is replaced after its manifest was opened. */
  private static final class Replaced implements ModelSource {
    private final ModelSource before;
    private final ModelSource after;
    private boolean replaced;

    Replaced(ModelSource before, ModelSource after) {
      this.before = before;
      this.after = after;
    }

    private ModelSource now() {
      return replaced ? after : before;
    }

    @Override
    public InputStream open(String name) throws IOException {
      ModelSource opened = now();
      replaced = true;
      return opened.open(name);
    }

    @Override
    public boolean exists(String name) throws IOException {
      return now().exists(name);
    }

    @Override
    public long length(String name) throws IOException {
      return now().length(name);
    }

    @Override
    public String locate(String name) {
      return now().locate(name);
    }
  }

  @Test
  void aModelThatIsReplacedWhileItIsReadIsReadAgain() {
    Path other = folder.resolve("other");
    ModelWriter.write(RandomModel.ofDefaultSizes(3, 7), other, IfExists.REFUSE);

    NerModel read =
        ModelReader.read(new Replaced(ModelReader.source(saved), ModelReader.source(other)));

    assertThat(read.training().seed()).isEqualTo(7);
    assertThat(read.labels().size()).isEqualTo(17);
  }

  @Test
  void whatIsBuiltKnowsTheManifest() {
    Manifest found = ModelReader.read(ModelReader.source(saved), UnverifiedModel::manifest);

    assertThat(found).isEqualTo(ModelReader.manifest(saved));
  }

  @Test
  void aDirectoryIsAModelIfItHasTheFolderOfTheParts() {
    assertThat(ModelReader.isModel(saved)).isTrue();
    assertThat(ModelReader.isModel(folder)).isFalse();
    assertThat(ModelReader.isModel(manifest)).isFalse();
  }

  @Test
  void aManifestMayBeAsLongAsTheBoundAndNoLonger() throws IOException {
    byte[] json = Files.readAllBytes(manifest);
    byte[] longest = Arrays.copyOf(json, ManifestJson.MOST_BYTES);
    Arrays.fill(longest, json.length, longest.length, (byte) ' ');
    Files.write(manifest, longest);

    assertThat(ModelReader.manifest(saved).labels()).hasSize(9);

    Files.write(manifest, new byte[] {' '}, StandardOpenOption.APPEND);
    assertThatThrownBy(() -> ModelReader.manifest(saved))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("found 4194305 bytes, expected at most 4194304;");
  }
}
