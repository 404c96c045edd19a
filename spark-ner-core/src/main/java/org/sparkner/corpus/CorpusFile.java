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
import java.nio.file.Path;

/** A file of a corpus, wherever it is stored. */
public interface CorpusFile {
  /** The name of the file, for messages and for its ending. */
  String name();

  /**
   * Opens the file as it is stored; what is gzipped is unzipped by whoever reads it.
   *
   * @throws org.sparkner.error.BadDataException if the file cannot be read
   */
  InputStream open();

  /** Whether there is such a file. */
  boolean exists();

  /** The neighbour of this file whose name has another ending in place of its own. */
  CorpusFile withEnding(String own, String other);

  /** A file of this machine. */
  static CorpusFile of(Path path) {
    return new LocalFile(path);
  }
}
