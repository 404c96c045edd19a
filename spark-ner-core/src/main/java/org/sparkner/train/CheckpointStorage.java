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
import java.nio.file.Path;

/** Where one checkpoint is kept. {@code toString} says where to a user. */
public interface CheckpointStorage {
  /** A file in a directory of this machine, which is made with the first checkpoint. */
  static CheckpointStorage in(Path directory) {
    return new LocalCheckpointStorage(directory);
  }

  /** Whether there is a checkpoint. */
  boolean exists() throws IOException;

  /** Opens the checkpoint. */
  InputStream open() throws IOException;

  /** Begins a new checkpoint beside the old one; the stream is buffered by the caller. */
  OutputStream create() throws IOException;

  /** Has the new checkpoint, whose stream was closed, take the old one's place at one stroke. */
  void commit() throws IOException;

  /** Deletes the checkpoint, if there is one. */
  void delete() throws IOException;
}
