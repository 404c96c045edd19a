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

package org.sparkner.jobs.train;

import org.sparkner.error.BadDataException;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.error.NerException;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.process.Interruption;
import org.sparkner.jobs.tracking.Tracking;
import org.sparkner.model.NerModel;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.ReadyTraining;
import org.sparkner.train.TrainingListener;

/** A training that a person watches, that keeps a log and that a signal interrupts cleanly. */
final class WatchedTraining {
  private final int epochs;
  private final TrainingOutput output;
  private final StatusLine progress;
  private final Tracking tracking;

  WatchedTraining(int epochs, TrainingOutput output, StatusLine progress, Tracking tracking) {
    this.epochs = epochs;
    this.output = output;
    this.progress = progress;
    this.tracking = tracking;
  }

  /**
   * Trains.
   *
   * @param inputs what the tracker is told
   * @param resume goes on from the checkpoint, if there is one
   */
  NerModel run(ReadyTraining training, Tracking.Inputs inputs, boolean resume) {
    output.open();
    progress.begin("preparing");
    TrainingListener listener =
        new TrainingConsole(progress, epochs)
            .and(new TrainingLog(output.log(), resume))
            .and(new RoundsFile(output.rounds(), resume))
            .and(tracking.begin(inputs, output.record(), resume));
    Checkpointing.Start start = resume ? Checkpointing.Start.RESUME : Checkpointing.Start.AFRESH;
    try (Interruption interruption = new Interruption(Thread.currentThread())) {
      return run(
          training, Checkpointing.in(output.checkpointStorage(), start), listener, interruption);
    } catch (InterruptedRunException e) {
      tracking.interrupted();
      throw e;
    } catch (BadDataException e) {
      if (!resume) {
        output.discard();
      }
      throw e;
    }
  }

  /** What waits for Spark when a signal comes fails in some way of its own. */
  private static NerModel run(
      ReadyTraining training,
      Checkpointing checkpointing,
      TrainingListener listener,
      Interruption interruption) {
    try {
      return training.run(checkpointing, listener);
    } catch (Exception e) {
      if (interruption.happened() && !(e instanceof NerException)) {
        boolean unused = Thread.interrupted();
        throw new InterruptedRunException(
            "interrupted; the same command with --resume goes on from the last checkpoint", e);
      }
      throw e;
    }
  }
}
