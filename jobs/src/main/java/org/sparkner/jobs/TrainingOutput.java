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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.UsageException;
import org.sparkner.model.NerModel;
import org.sparkner.spark.HadoopCheckpointStorage;
import org.sparkner.spark.NerTaggerModel;
import org.sparkner.train.CheckpointStorage;

/**
 * Where a training writes: the checkpoint while it runs, then the model, which appears whole or not
 * at all.
 *
 * @param model directory of the model
 * @param checkpoint directory of the checkpoint
 * @param log of the training on this machine, in the checkpoint unless the user says where
 */
record TrainingOutput(Location model, Location checkpoint, Path log) {
  private static final String TRAINING_LOG = "training.jsonl";
  private static final String ROUNDS = "rounds.csv";
  private static final String CHART = "rounds.png";

  /**
   * Checks what is there before any work is done.
   *
   * @param checkpointName as the user gave it, or null
   * @param logName likewise
   * @throws UsageException if something is in the way
   */
  static TrainingOutput prepare(
      Location model, String checkpointName, String logName, boolean resume, boolean overwrite) {
    Location checkpoint =
        checkpointName != null
            ? Location.of(checkpointName)
            : model.isLocal()
                ? model.plus(".checkpoint")
                : Location.of(lastName(model) + ".checkpoint");
    boolean started = checkpoint.exists();
    if (!(resume && started)) {
      model.requireFree(overwrite);
    }
    if (started && overwrite && !resume) {
      checkpoint.delete();
    } else if (started && !resume) {
      throw new UsageException(
          checkpoint
              + " is the checkpoint of an interrupted run; give --resume to go on from it, or"
              + " --overwrite to begin anew");
    }
    return new TrainingOutput(model, checkpoint, log(checkpoint, logName));
  }

  private static Path log(Location checkpoint, String logName) {
    if (logName != null) {
      if (!Location.of(logName).isLocal()) {
        throw new UsageException(
            "--log " + logName + " is not on this machine; give a file that is");
      }
      return Path.of(logName);
    }
    return checkpoint.isLocal()
        ? checkpoint.path().resolve(TRAINING_LOG)
        : Path.of(lastName(checkpoint) + "." + TRAINING_LOG);
  }

  private static String lastName(Location location) {
    return location.name().replaceAll("/+$", "").replaceAll(".*/", "");
  }

  /** Where the rounds of a training across executors are written: beside the log. */
  Path rounds() {
    return log.resolveSibling(ROUNDS);
  }

  /** The checkpoint's file. */
  CheckpointStorage checkpointStorage() {
    return checkpoint.isLocal()
        ? CheckpointStorage.in(checkpoint.path())
        : HadoopCheckpointStorage.in(checkpoint.uri(), HadoopSettings.copy());
  }

  /** Makes the directory of the checkpoint. */
  void open() {
    try {
      checkpoint.makeDirectories();
      if (log.toAbsolutePath().getParent() != null) {
        Files.createDirectories(log.toAbsolutePath().getParent());
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UsageException("cannot write to " + checkpoint + " (" + e.getMessage() + ")", e);
    }
  }

  /** Removes the checkpoint of a training that cannot go on. */
  void discard() {
    checkpoint.delete();
  }

  private void drawRounds(Location unfinished) throws IOException {
    Path chart = rounds().resolveSibling(CHART);
    if (Charts.draw(chart, file -> RoundsChart.draw(RoundsFile.read(rounds()), file))) {
      unfinished.child(CHART).copyFrom(chart);
    }
  }

  /** Writes the model with its log and removes the checkpoint. */
  void save(NerModel trained, SparkSession spark) {
    Location unfinished = model.plus(".unfinished");
    try {
      new NerTaggerModel(trained).write().overwrite().session(spark).save(unfinished.uri());
      if (checkpoint.isLocal() && log.startsWith(checkpoint.path())) {
        unfinished.child(TRAINING_LOG).copyFrom(log);
        if (Files.exists(rounds())) {
          unfinished.child(ROUNDS).copyFrom(rounds());
          drawRounds(unfinished);
        }
      }
    } catch (IOException e) {
      unfinished.delete();
      throw new UncheckedIOException("cannot write " + model, e);
    }
    unfinished.moveTo(model);
    discard();
  }
}
