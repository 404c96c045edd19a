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

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Locale;
import org.sparkner.model.TrainingSummary;

/** Hears how a training goes. Called by the training thread. */
public interface TrainingListener {
  /** What there is to say where {@link TrainingSummary#foundNothing}. */
  String FOUND_NOTHING =
      "nothing that was found in the validation data is right; more epochs, more data or pretrained"
          + " vectors may help, if the tags and columns are the ones you mean";

  /** Hears nothing. */
  TrainingListener NONE = new TrainingListener() {};

  /** After the first pass over the data, before any training. */
  default void onStart(CorpusReport report) {}

  /** Before the first step, if an encoder learns. */
  default void onEncoder(EncoderReport report) {}

  /** A few times a second at most, within an epoch. */
  default void onProgress(Progress progress) {}

  /** After each round of a training across machines. */
  default void onRound(RoundReport report) {}

  /** After each epoch. */
  default void onEpoch(EpochReport report) {}

  /** After the last epoch, with what the model says of itself. */
  default void onEnd(TrainingSummary summary) {}

  /** Before the encoder of the trained model is converted, where that is asked for. */
  default void onQuantisation() {}

  /**
   * After the encoder has been converted.
   *
   * @param f1 of the model with the new encoder on the sentences to validate on, in percent; not a
   *     number where nothing is to be found in them
   */
  default void onQuantised(QuantisedModel quantised, double f1) {}

  /** Before confidences are fitted to the sentences to validate on, where that is asked for. */
  default void onCalibration() {}

  /**
   * After confidences have been fitted.
   *
   * @param temperature of the model as it was trained
   */
  default void onCalibrated(double temperature, Calibration calibration) {}

  /** Has another listener hear everything after this one. What this one throws ends both. */
  default TrainingListener and(TrainingListener other) {
    return new JoinedListeners(this, other);
  }

  /**
   * An encoder that learns.
   *
   * @param parameters of it that learn
   * @param networkParameters of the network that reads its vectors
   * @param windows of an epoch, each of whole sentences
   * @param longestWindow word pieces that it reads at once at most
   * @param steps of an epoch, of each worker
   */
  record EncoderReport(
      long parameters, long networkParameters, int windows, int longestWindow, int steps) {
    /** In one line. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "learns: %,d parameters with %,d of the network, from %,d windows of at most %,d word"
              + " pieces in %,d steps an epoch",
          parameters,
          networkParameters,
          windows,
          longestWindow,
          steps);
    }
  }

  /**
   * A part of an epoch done.
   *
   * @param epoch from 1
   * @param tokensDone of the epoch
   * @param tokens of the epoch in all
   * @param tokensPerSecond in this epoch
   * @param secondsLeft estimate until the last epoch or the time limit
   */
  record Progress(
      int epoch, long tokensDone, long tokens, double tokensPerSecond, double secondsLeft) {}

  /**
   * A round.
   *
   * @param epoch from 1
   * @param firstBatch of each worker's batches of the epoch, from 0
   * @param steps of each worker that had as many batches left
   * @param sentences that all workers trained on
   * @param tokens that all workers trained on
   * @param bytesSent to each machine
   * @param bytesReceived by the driver
   * @param seconds of the round
   * @param computeSeconds of the slowest worker's steps
   * @param sendSeconds of writing and reading states and contributions and of averaging
   * @param waitSeconds the rest: scheduling, the network, workers that take turns
   */
  @RecordBuilder
  @RecordBuilder.Options(prefixEnclosingClassNames = false)
  record RoundReport(
      int epoch,
      int firstBatch,
      int steps,
      long sentences,
      long tokens,
      long bytesSent,
      long bytesReceived,
      double seconds,
      double computeSeconds,
      double sendSeconds,
      double waitSeconds)
      implements RoundReportBuilder.With {}

  /**
   * An epoch.
   *
   * @param epoch from 1
   * @param part of the epoch that was trained, below 1 where the time ran out
   * @param loss mean negative log-likelihood a sentence, in nats; NaN where none is computed
   * @param learningRate of this epoch; NaN where there is none
   * @param tokens trained on
   * @param trainSeconds without validation
   * @param validSeconds of validation
   * @param precision of entities on the validation data, 0 to 1 (token accuracy for plain labels,
   *     like the next two); NaN where there is none, or nothing to be found in it
   * @param recall of entities, 0 to 1, or NaN
   * @param f1 of entities, 0 to 1, or NaN
   * @param best whether this epoch has found more than those before; never where there is nothing
   *     to validate on
   * @param secondsLeft estimate until the last epoch or the time limit
   */
  @RecordBuilder
  @RecordBuilder.Options(prefixEnclosingClassNames = false)
  record EpochReport(
      int epoch,
      double part,
      double loss,
      double learningRate,
      long tokens,
      double trainSeconds,
      double validSeconds,
      double precision,
      double recall,
      double f1,
      boolean best,
      double secondsLeft)
      implements EpochReportBuilder.With {
    /** Whether there was something to validate on. */
    public boolean validated() {
      return !Double.isNaN(f1);
    }
  }
}
