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

/**
 * Where training keeps its checkpoints.
 *
 * @param directory on the driver's own disk, or null for none
 * @param resume whether to go on from what is there
 */
record Checkpoint(Path directory, boolean resume) {

  static Checkpoint of(HasTrainingDataParams<?> stage) {
    if (!stage.isSet(stage.checkpointDir())) {
      if (stage.getResume()) {
        throw new UsageException("resume is set but checkpointDir is not; set it too.");
      }
      return new Checkpoint(null, false);
    }
    return new Checkpoint(local(stage.getCheckpointDir()), stage.getResume());
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
