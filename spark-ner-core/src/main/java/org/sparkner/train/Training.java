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

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.device.Device;
import org.sparkner.device.GpuLease;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.error.UsageException;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.Algorithm;
import org.sparkner.model.NerModel;
import org.sparkner.network.NetworkBackend;
import org.sparkner.pretrained.PretrainedEncoder;

/**
 * The one door to training: options, sentences, resources and sentences to validate on become a
 * model. Whether it is a linear model or a network, whether it learns here or by workers elsewhere,
 * and whether its confidences are fitted, is decided here and nowhere else.
 *
 * <pre>{@code
 * NerModel model = Training.of(parts).read().run(Checkpointing.NONE, TrainingListener.NONE);
 * }</pre>
 *
 * <p>Three steps, so that whoever offers training can refuse what cannot be trained before any file
 * is read, and read all files before anything is written.
 */
public final class Training {
  /** What to do where a checkpoint is kept. */
  private static final String RESUMED = "the same command with --resume goes on from there.";

  private final int epochs;
  private final boolean keepsCheckpoints;
  private final Supplier<ReadyTraining> reading;

  private Training(int epochs, boolean keepsCheckpoints, Supplier<ReadyTraining> reading) {
    this.epochs = epochs;
    this.keepsCheckpoints = keepsCheckpoints;
    this.reading = reading;
  }

  /**
   * Settles what is to be trained, and reads the resources that belong to the options: gazetteers
   * and the encoder.
   *
   * @throws UsageException if this program cannot train, an option is out of its range, or options
   *     do not go together
   */
  public static Training of(TrainingParts parts) {
    if (parts.algorithm() == Algorithm.CLASSIFIER) {
      throw new UsageException(
          "A token classifier is not trained here but imported, by spark-ner import or"
              + " NerTaggerModel.fromOnnx; train neural, hmm, memm or crf.");
    }
    TrainingLibrary.require();
    if (parts.algorithm() != Algorithm.NEURAL) {
      LinearOptions options = parts.linear();
      return new Training(options.epochs(), false, () -> linear(parts, options));
    }
    boolean here = parts.workers() == 0;
    TrainingOptions network = parts.network();
    Recipe recipe = network.recipe();
    NetworkBackend backend = TrainingLibrary.backend(recipe);
    if (here) {
      backend.use(deviceHere(recipe));
    }
    TrainingOptions options = withEncoder(network, parts.encoder());
    return new Training(
        options.recipe().epochs(),
        true,
        () -> here ? here(parts, options) : elsewhere(parts, options));
  }

  private static TrainingOptions withEncoder(
      TrainingOptions options, Optional<Supplier<PretrainedEncoder>> encoder) {
    LearningEncoder.require(options.recipe(), encoder.isPresent());
    FinalPrecision.require(options.recipe(), encoder.isPresent());
    return encoder.isPresent() ? options.withContextual(encoder.get().get()) : options;
  }

  private static ReadyTraining linear(TrainingParts parts, LinearOptions options) {
    TrainingData data = parts.data();
    LinearTrainer trainer = new LinearTrainer(options, parts.tags());
    return calibrated(
        parts,
        data.valid(),
        "start it again.",
        (unused, listener) -> trainer.train(data.train(), data.valid(), listener));
  }

  private static ReadyTraining here(TrainingParts parts, TrainingOptions options) {
    TrainingData data = parts.data();
    WordVectors vectors = parts.vectors();
    Trainer trainer = new Trainer(options, parts.tags());
    ReadyTraining training =
        (checkpointing, listener) -> {
          try (GpuLease lease = GpuLease.take(deviceHere(options.recipe()))) {
            return trainer.train(data, vectors, checkpointing, listener);
          }
        };
    return calibrated(
        parts, data.valid(), RESUMED, FinalPrecision.of(options, data.valid(), training));
  }

  private static Device deviceHere(Recipe recipe) {
    return Device.of(recipe.trainingDevice(), null);
  }

  private static ReadyTraining elsewhere(TrainingParts parts, TrainingOptions options) {
    RemoteTraining training = parts.remote(options);
    WordVectors vectors = parts.vectors();
    return calibrated(
        parts,
        training.valid(),
        RESUMED,
        FinalPrecision.of(
            options,
            training.valid(),
            (checkpointing, listener) -> training.train(vectors, checkpointing, listener)));
  }

  private static ReadyTraining calibrated(
      TrainingParts parts, List<LabeledSentence> valid, String advice, ReadyTraining training) {
    if (!parts.calibrates() || valid.isEmpty()) {
      return training;
    }
    return (checkpointing, listener) -> {
      NerModel trained = training.run(checkpointing, listener);
      listener.onCalibration();
      Calibration calibration = calibration(trained, valid, advice);
      listener.onCalibrated(trained.temperature(), calibration);
      return calibration.model();
    };
  }

  private static Calibration calibration(
      NerModel trained, List<LabeledSentence> valid, String advice) {
    try {
      return Calibration.of(trained, valid);
    } catch (InterruptedRunException e) {
      throw new InterruptedRunException(
          "The training was interrupted while its confidences were calibrated; " + advice, e);
    }
  }

  /** The most epochs of a network, or the passes of a linear model. */
  public int epochs() {
    return epochs;
  }

  /** Whether a run that was interrupted can go on; that of a linear model cannot. */
  public boolean keepsCheckpoints() {
    return keepsCheckpoints;
  }

  /**
   * Reads the sentences and the vectors.
   *
   * @throws org.sparkner.error.BadDataException if they cannot be trained on
   */
  public ReadyTraining read() {
    return reading.get();
  }
}
