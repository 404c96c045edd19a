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

package org.sparkner.corpus;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of this machine. */
record LocalFile(Path path) implements CorpusFile {
  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public InputStream open() {
    return InputFile.open(path);
  }

  @Override
  public boolean exists() {
    return Files.exists(path);
  }

  @Override
  public CorpusFile withEnding(String own, String other) {
    String file = path.getFileName().toString();
    return new LocalFile(
        path.resolveSibling(file.substring(0, file.length() - own.length()) + other));
  }
}
