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

import org.sparkner.model.NerModel;

/** A training whose data has been read. */
public interface ReadyTraining {
  /**
   * Trains, and fits the confidences where that is asked for.
   *
   * @param checkpointing of a training that {@linkplain Training#keepsCheckpoints keeps
   *     checkpoints}; others do not look at it
   * @throws org.sparkner.error.BadDataException if the data cannot be trained on, or the checkpoint
   *     is damaged
   * @throws org.sparkner.error.UsageException if the checkpoint is of another run
   * @throws org.sparkner.error.InterruptedRunException if the thread is interrupted
   */
  NerModel run(Checkpointing checkpointing, TrainingListener listener);
}
