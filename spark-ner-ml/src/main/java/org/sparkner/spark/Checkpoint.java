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

import org.apache.hadoop.conf.Configuration;
import org.sparkner.error.UsageException;
import org.sparkner.spark.file.HadoopCheckpointStorage;
import org.sparkner.spark.param.HasDataParams;
import org.sparkner.train.Checkpointing;

/** Reads from the params where training keeps its checkpoints. */
final class Checkpoint {
  private Checkpoint() {}

  static Checkpointing of(HasDataParams<?> stage, Configuration hadoop) {
    if (!stage.isSet(stage.checkpointDir())) {
      if (stage.getResume()) {
        throw new UsageException("resume is set but checkpointDir is not; set it too.");
      }
      return Checkpointing.NONE;
    }
    return Checkpointing.in(
        HadoopCheckpointStorage.in(stage.getCheckpointDir(), hadoop),
        stage.getResume() ? Checkpointing.Start.RESUME : Checkpointing.Start.AFRESH);
  }
}
