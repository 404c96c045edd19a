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

package org.sparkner.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A checkpoint as a file of this machine.
 *
 * @param directory made if absent
 */
record LocalCheckpointStorage(Path directory) implements CheckpointStorage {
  private static final String NAME = "checkpoint.bin";

  private Path path() {
    return directory.resolve(NAME);
  }

  private Path partial() {
    return directory.resolve(NAME + ".partial");
  }

  @Override
  public boolean exists() {
    return Files.exists(path());
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path());
  }

  @Override
  public OutputStream create() throws IOException {
    Files.createDirectories(directory);
    return Files.newOutputStream(partial());
  }

  @Override
  public void commit() throws IOException {
    Files.move(
        partial(), path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void delete() throws IOException {
    Files.deleteIfExists(path());
  }

  @Override
  public String toString() {
    return path().toString();
  }
}
