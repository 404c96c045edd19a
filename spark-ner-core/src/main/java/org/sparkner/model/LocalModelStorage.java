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

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Parts as files of a directory of the default file system.
 *
 * @param directory the one that holds the manifest
 */
public record LocalModelStorage(Path directory) implements ModelSource, ModelTarget {
  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(directory.resolve(name));
  }

  @Override
  public OutputStream create(String name) throws IOException {
    Files.createDirectories(directory);
    return new DurableFile(directory.resolve(name));
  }

  @Override
  public boolean exists(String name) {
    return Files.isRegularFile(directory.resolve(name));
  }

  @Override
  public long length(String name) throws IOException {
    return Files.size(directory.resolve(name));
  }

  @Override
  public String locate(String name) {
    return directory.resolve(name).toString();
  }

  /** Reaches the disk before it is closed, so that a rename cannot overtake it. */
  private static final class DurableFile extends FileOutputStream {
    DurableFile(Path path) throws IOException {
      super(path.toFile());
    }

    @Override
    public void close() throws IOException {
      if (getFD().valid()) {
        getFD().sync();
      }
      super.close();
    }
  }
}
