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

package org.sparkner.pretrained;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The directory of an encoder, on any file system. */
public interface PretrainedEncoderFolder {
  /**
   * The bytes of a file, or nothing where there is none.
   *
   * @param name relative to the directory, with slashes
   */
  Optional<byte[]> read(String name) throws IOException;

  /** Where a file is, for messages: a path or a URI. */
  String locate(String name);

  /** A directory of this machine. */
  static PretrainedEncoderFolder of(Path directory) {
    return new PretrainedEncoderFolder() {
      @Override
      public Optional<byte[]> read(String name) throws IOException {
        Path file = directory.resolve(name);
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
      }

      @Override
      public String locate(String name) {
        return directory.resolve(name).toString();
      }
    };
  }
}
