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

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how often a run saves what it needs to go on after being killed. How often does not
 * change the result.
 *
 * @param storage of the checkpoint; null for none
 * @param every time between two checkpoints within an epoch; one is also taken after each epoch
 * @param start what to do with a checkpoint that is already there
 */
public record Checkpointing(CheckpointStorage storage, Duration every, Start start) {
  /** How a run begins. */
  public enum Start {
    /** From the beginning; an old checkpoint is deleted. */
    AFRESH,
    /** From the checkpoint, or from the beginning where there is none. */
    RESUME
  }

  /** No checkpoints. */
  public static final Checkpointing NONE = new Checkpointing(null, Duration.ZERO, Start.AFRESH);

  /**
   * A checkpoint a minute.
   *
   * @param directory made if absent
   */
  public static Checkpointing in(Path directory, Start start) {
    return in(new LocalCheckpointStorage(directory), start);
  }

  /** A checkpoint a minute. */
  public static Checkpointing in(CheckpointStorage storage, Start start) {
    return new Checkpointing(storage, Duration.ofMinutes(1), start);
  }

  boolean enabled() {
    return storage != null;
  }
}
