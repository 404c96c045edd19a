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
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalModelStorageTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    LocalModelStorage storage = new LocalModelStorage(folder.resolve("new"));
    assertThat(storage.exists("part")).isFalse();

    try (OutputStream out = storage.create("part")) {
      out.write(new byte[] {1, 2, 3});
    }

    assertThat(storage.exists("part")).isTrue();
    assertThat(storage.length("part")).isEqualTo(3);
    assertThat(storage.locate("part")).isEqualTo(folder.resolve("new/part").toString());
    try (InputStream in = storage.open("part")) {
      assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
    }
  }

  @Test
  void aPartThatIsClosedTakesNothingMoreAndMayBeClosedAgain() throws IOException {
    LocalModelStorage storage = new LocalModelStorage(folder);
    OutputStream out = storage.create("part");
    out.write(1);
    out.close();

    assertThatThrownBy(() -> out.write(2)).isInstanceOf(IOException.class);
    out.close();

    assertThat(storage.length("part")).isEqualTo(1);
  }
}
