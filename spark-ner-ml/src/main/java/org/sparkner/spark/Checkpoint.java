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

package org.sparkner.spark;

import java.net.URI;
import java.nio.file.Path;
import org.sparkner.error.UsageException;
import org.sparkner.train.Checkpointing;

/** Reads from the params where training keeps its checkpoints. */
final class Checkpoint {
  private Checkpoint() {}

  static Checkpointing of(HasTrainingDataParams<?> stage) {
    if (!stage.isSet(stage.checkpointDir())) {
      if (stage.getResume()) {
        throw new UsageException("resume is set but checkpointDir is not; set it too.");
      }
      return Checkpointing.NONE;
    }
    return Checkpointing.in(
        local(stage.getCheckpointDir()),
        stage.getResume() ? Checkpointing.Start.RESUME : Checkpointing.Start.AFRESH);
  }

  private static Path local(String directory) {
    URI uri = new org.apache.hadoop.fs.Path(directory).toUri();
    if (uri.getScheme() != null && !uri.getScheme().equals("file")) {
      throw new UsageException(
          "checkpointDir '"
              + directory
              + "' is not on the driver's disk; wanted a local path or a file: URI.");
    }
    return Path.of(uri.getPath());
  }
}
