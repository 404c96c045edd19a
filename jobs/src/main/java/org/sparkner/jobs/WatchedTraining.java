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

package org.sparkner.jobs;

import java.util.List;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.BadDataException;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.NerModel;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.CorpusReport;
import org.sparkner.train.Trainer;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingOptions;

/** A training that a person watches, that keeps a log and that a signal interrupts cleanly. */
final class WatchedTraining {
  private final TrainingOptions options;
  private final TrainingOutput output;
  private final StatusLine progress;

  WatchedTraining(TrainingOptions options, TrainingOutput output, StatusLine progress) {
    this.options = options;
    this.output = output;
    this.progress = progress;
  }

  /** Trains; {@code resume} goes on from the checkpoint, if there is one. */
  NerModel run(
      List<LabeledSentence> train,
      List<LabeledSentence> valid,
      WordVectors vectors,
      boolean resume) {
    output.open();
    progress.begin("preparing");
    TrainingListener listener =
        new Both(
            new TrainingConsole(progress, options.epochs()), new TrainingLog(output.log(), resume));
    Checkpointing.Start start = resume ? Checkpointing.Start.RESUME : Checkpointing.Start.AFRESH;
    try (Interruption unused = new Interruption(Thread.currentThread())) {
      return new Trainer(options)
          .train(train, valid, vectors, Checkpointing.in(output.checkpoint(), start), listener);
    } catch (BadDataException e) {
      output.discard();
      throw e;
    }
  }

  private record Both(TrainingListener first, TrainingListener second) implements TrainingListener {
    @Override
    public void onStart(CorpusReport report) {
      first.onStart(report);
      second.onStart(report);
    }

    @Override
    public void onProgress(TrainingListener.Progress part) {
      first.onProgress(part);
      second.onProgress(part);
    }

    @Override
    public void onEpoch(EpochReport epoch) {
      first.onEpoch(epoch);
      second.onEpoch(epoch);
    }
  }
}
