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

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.error.UsageException;
import org.sparkner.model.NerModel;
import org.sparkner.model.NeuralModel;
import org.sparkner.pretrained.PretrainedEncoder;

/** One run from its first or its resumed step to the best model. */
final class TrainingRun {
  private static final long PROGRESS_NANOS = 250_000_000L;

  /** Of the time, one part in so many at most is spent on writing checkpoints within an epoch. */
  private static final long CHECKPOINT_SHARE = 20;

  /** For vectors of an encoder that learns: in the next epoch it gives others. */
  private static final long ENCODER_CACHE = 1 << 26;

  private final RunIdentity identity;
  private final TrainingOptions options;
  private final Learner learner;
  private final Steps steps;
  private final TrainingListener listener;
  private final BestWeights best;
  private final ParameterAverage average;
  private final LearningRates rates;

  private CheckpointFile checkpoint;
  private long checkpointNanos;
  private long nextCheckpoint;

  // The position: what, with the optimiser's and the best weights' state, the rest of the run
  // follows from.
  private int epoch;
  private int batch;
  private double lossInEpoch;
  private long sentencesInEpoch;
  private long tokensInEpoch;
  private double secondsInEpoch;
  private double secondsBefore;

  /** What a resumed run has done before is no measure of how fast it goes now. */
  private Pace pace = Pace.FROM_THE_BEGINNING;

  private long started;
  private double secondsAtStart;
  private long tokensAtStart;

  TrainingRun(RunIdentity identity, Learner learner, Steps steps, TrainingListener listener) {
    this.identity = identity;
    this.options = identity.options();
    this.learner = learner;
    this.steps = steps;
    this.listener = listener;
    this.best = new BestWeights(learner.parameters(), learner.words());
    this.average =
        new ParameterAverage(
            learner.parameters(), options.recipe().weightAveraging() * steps.count());
    this.rates = new LearningRates(options.recipe(), steps.rateFactor(), steps.count());
  }

  NerModel complete(Validation validation, Checkpointing checkpointing, String key) {
    if (checkpointing.enabled()) {
      checkpoint = new CheckpointFile(checkpointing.storage(), key);
      checkpointNanos = checkpointing.every().toNanos();
      if (checkpointing.start() == Checkpointing.Start.RESUME && checkpoint.exists()) {
        checkpoint.read(this::read);
        pace = new Pace(epochsDone(), secondsBefore + secondsInEpoch);
      } else {
        checkpoint.delete();
      }
    }
    nextCheckpoint = System.nanoTime() + checkpointNanos;
    tellOfEncoder();
    while (!timeIsUp()
        && epoch < options.recipe().epochs()
        && epochsWithoutBetter() < options.recipe().patience()) {
      trainEpoch();
      average.exchange();
      learner.parametersChanged();
      validate(validation);
      average.exchange();
      learner.parametersChanged();
      epoch++;
      startEpochCount();
      if (checkpoint != null) {
        checkpoint.write(this::write);
      }
    }
    best.restore();
    learner.parametersChanged();
    PretrainedEncoder encoder = best.encoder() == null ? contextual() : best.encoder();
    NeuralModel model =
        identity.model(learner.network().weights(), encoder, best.epoch(), best.metrics());
    listener.onEnd(model.training());
    return model;
  }

  private void tellOfEncoder() {
    if (learner.encoder() != null) {
      listener.onEncoder(
          new TrainingListener.EncoderReport(
              learner.encoder().parameterCount(),
              learner.parameters().length,
              steps.windows(),
              options.contextual().vectors().positions(),
              steps.count()));
    }
  }

  /**
   * The encoder as it is now; null if the network reads none. After the last epoch it keeps what
   * the validation reads, for the calibration reads the same.
   */
  private PretrainedEncoder contextual() {
    if (learner.encoder() == null) {
      return options.contextual();
    }
    PretrainedEncoder encoder = learner.encoder().encoder();
    return epoch + 1 == options.recipe().epochs()
        ? encoder.keepingForTraining()
        : encoder.withCache(ENCODER_CACHE);
  }

  /** Patience is with scores: where nothing is found yet, a smaller loss is no better one. */
  private int epochsWithoutBetter() {
    return best.found() ? epoch - best.epoch() : epoch - 1;
  }

  private void trainEpoch() {
    learner.setRates(rates, epoch, batch);
    steps.begin(epoch);
    started = System.nanoTime();
    secondsAtStart = secondsInEpoch;
    tokensAtStart = tokensInEpoch;
    long nextProgress = started;
    while (batch < steps.count(epoch) && !timeIsUp()) {
      makeSteps();
      long now = System.nanoTime();
      secondsInEpoch = secondsAtStart + (now - started) / 1e9;
      if (now >= nextProgress) {
        listener.onProgress(
            new TrainingListener.Progress(
                epoch + 1,
                tokensInEpoch,
                steps.tokens(epoch),
                (tokensInEpoch - tokensAtStart) / (secondsInEpoch - secondsAtStart),
                secondsLeft(epochsDone(), secondsBefore + secondsInEpoch)));
        nextProgress = now + PROGRESS_NANOS;
      }
      stopIfInterrupted();
      if (checkpoint != null && now >= nextCheckpoint) {
        checkpoint.write(this::write);
        long written = System.nanoTime();
        nextCheckpoint = written + Math.max(checkpointNanos, CHECKPOINT_SHARE * (written - now));
      }
    }
    learner.optimiser().coastAll();
  }

  private void makeSteps() {
    try {
      learner.setRates(rates, epoch, batch);
      Steps.Done done = steps.next(batch);
      batch += done.steps();
      average.add(done.steps());
      lossInEpoch += done.loss();
      sentencesInEpoch += done.sentences();
      tokensInEpoch += done.tokens();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (DivergedException e) {
      String rest =
          checkpoint == null || !checkpoint.exists()
              ? "."
              : ", or take the best epoch before that: the same command with --resume and"
                  + " --time-limit 1s.";
      throw new UsageException(e.getMessage() + rest, e);
    }
  }

  private boolean timeIsUp() {
    return options.recipe().timeLimit() != null
        && secondsBefore + secondsInEpoch >= options.recipe().timeLimit().toNanos() / 1e9;
  }

  private void stopIfInterrupted() {
    if (!Thread.interrupted()) {
      return;
    }
    if (checkpoint == null) {
      throw new InterruptedRunException(
          "The training was interrupted in epoch "
              + (epoch + 1)
              + " and kept no checkpoint; start it again.");
    }
    checkpoint.write(this::write);
    throw new InterruptedRunException(
        "The training was interrupted in epoch "
            + (epoch + 1)
            + "; the same command with --resume goes on from there.");
  }

  private void validate(Validation validation) {
    long start = System.nanoTime();
    boolean better;
    Validation.Result result = Validation.Result.NONE;
    if (validation.isEmpty()) {
      best.keep(epoch + 1, epoch + 1, Map.of(), learner.encoder() == null ? null : contextual());
      better = false;
    } else {
      PretrainedEncoder encoder = contextual();
      result =
          validation.score(
              identity.model(learner.network().weights(), encoder, epoch + 1, Map.of()));
      double score = result.f1() > 0 ? result.f1() : scoreOfNothing();
      PretrainedEncoder learned = learner.encoder() == null ? null : encoder;
      better = best.keep(epoch + 1, score, result.metrics(), learned) && score > 0;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    secondsBefore += secondsInEpoch + seconds;
    listener.onEpoch(
        EpochReportBuilder.builder()
            .epoch(epoch + 1)
            .part((double) tokensInEpoch / identity.tokens())
            .loss(meanLoss())
            .learningRate(learner.optimiser().learningRate())
            .tokens(tokensInEpoch)
            .trainSeconds(secondsInEpoch)
            .validSeconds(seconds)
            .precision(result.precision())
            .recall(result.recall())
            .f1(result.f1())
            .best(better)
            .secondsLeft(secondsLeft(epoch + 1, secondsBefore))
            .build());
  }

  private double meanLoss() {
    return lossInEpoch / Math.max(1, sentencesInEpoch);
  }

  /**
   * Of epochs that find nothing the one of the smallest loss is the best; any that finds something
   * is better.
   */
  private double scoreOfNothing() {
    double loss = meanLoss();
    return Double.isNaN(loss) ? -Double.MAX_VALUE : Math.min(0, -loss);
  }

  private double epochsDone() {
    return tokensInEpoch == 0 ? epoch : epoch + (double) tokensInEpoch / steps.tokens(epoch);
  }

  /** What is left if the other epochs take as long as those of this process have. */
  private double secondsLeft(double epochs, double seconds) {
    double left = pace.secondsFor(options.recipe().epochs() - epochs, epochs, seconds);
    return options.recipe().timeLimit() == null
        ? left
        : Math.max(0, Math.min(left, options.recipe().timeLimit().toNanos() / 1e9 - seconds));
  }

  private void startEpochCount() {
    batch = 0;
    lossInEpoch = 0;
    sentencesInEpoch = 0;
    tokensInEpoch = 0;
    secondsInEpoch = 0;
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeInt(epoch);
    out.writeInt(batch);
    out.writeDouble(lossInEpoch);
    out.writeLong(sentencesInEpoch);
    out.writeLong(tokensInEpoch);
    out.writeDouble(secondsInEpoch);
    out.writeDouble(secondsBefore);
    learner.write(out);
    steps.write(out);
    best.write(out);
    average.write(out);
  }

  private void read(DataInputStream in) throws IOException {
    epoch = in.readInt();
    batch = in.readInt();
    lossInEpoch = in.readDouble();
    sentencesInEpoch = in.readLong();
    tokensInEpoch = in.readLong();
    secondsInEpoch = in.readDouble();
    secondsBefore = in.readDouble();
    learner.read(in);
    steps.read(in);
    best.read(in, () -> learner.encoder().encoder());
    average.read(in);
  }
}
