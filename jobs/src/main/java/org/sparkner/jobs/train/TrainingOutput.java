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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.files.Charts;
import org.sparkner.jobs.files.HadoopSettings;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputDirectory;
import org.sparkner.jobs.files.OutputLock;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.files.WriteFailure;
import org.sparkner.jobs.process.Ending;
import org.sparkner.model.NerModel;
import org.sparkner.spark.file.HadoopCheckpointStorage;
import org.sparkner.train.CheckpointStorage;

/**
 * Where a training writes: the checkpoint while it runs, then the model, which appears whole or not
 * at all. No other run writes either at the same time.
 */
final class TrainingOutput implements AutoCloseable {
  private static final String TRAINING_LOG = "training.jsonl";
  private static final String ROUNDS = "rounds.csv";
  private static final String CHART = "rounds.png";
  private static final String REPORT = "report.html";
  private static final String RECORD = ".record";

  private final Location checkpoint;
  private final Path log;
  private final boolean afresh;
  private final OutputDirectory model;
  private final OutputLock lock;

  private TrainingOutput(
      Location checkpoint, Path log, boolean afresh, OutputDirectory model, OutputLock lock) {
    this.checkpoint = checkpoint;
    this.log = log;
    this.afresh = afresh;
    this.model = model;
    this.lock = lock;
  }

  /**
   * Checks what is there before any work is done, and changes nothing.
   *
   * @param checkpointName as the user gave it, or null; by default beside the model
   * @param logName likewise; by default in the checkpoint
   * @param files what the training reads
   * @throws UsageException if something is in the way
   */
  static TrainingOutput prepare(
      Location model,
      String checkpointName,
      String logName,
      boolean resume,
      boolean overwrite,
      RunFiles files) {
    Location checkpoint =
        checkpointName != null
            ? Location.of(checkpointName)
            : model.isLocal()
                ? model.plus(".checkpoint")
                : Location.of(lastName(model) + ".checkpoint");
    Path log = log(checkpoint, logName);
    files.replaces("--model", model).writes("--checkpoint", checkpoint);
    String logFile = log.getFileName().toString();
    for (String name : List.of(logFile, ROUNDS, CHART, logFile + RECORD)) {
      files.writesWithin("--log", Location.of(log.resolveSibling(name).toString()), "--checkpoint");
    }
    files.requireApart();
    boolean started = checkpoint.exists();
    if (!(resume && started)) {
      model.requireFree(overwrite);
    }
    if (started && !overwrite && !resume) {
      throw new UsageException(
          checkpoint
              + " is the checkpoint of an interrupted run; give --resume to go on from it, or"
              + " --overwrite to begin anew");
    }
    requireNothingElse(checkpoint, log);
    Ending.advise("give the same command again, with --resume if it had begun to train");
    OutputLock lock = OutputLock.on(checkpoint);
    try {
      return new TrainingOutput(
          checkpoint,
          log,
          !resume,
          OutputDirectory.claim(model, overwrite || (resume && started)),
          lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The directory of a checkpoint goes in the end, with all that is in it. */
  private static void requireNothingElse(Location checkpoint, Path log) {
    String logFile = log.getFileName().toString();
    List<String> found =
        checkpoint.isDirectory()
            ? checkpoint.list()
            : checkpoint.exists() ? List.of("") : List.of();
    for (String name : found) {
      boolean own =
          name.matches("checkpoint([.]bin([.]partial)?|-[0-9]+)|partial|[.].*")
              || List.of(TRAINING_LOG, ROUNDS, CHART, logFile, logFile + RECORD).contains(name);
      if (!own) {
        throw new UsageException(
            checkpoint
                + " is not the directory of a checkpoint"
                + (name.isEmpty() ? "" : ": found " + name + " in it")
                + "; give another --checkpoint");
      }
    }
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

  /** Log of the training, on this machine. */
  Path log() {
    return log;
  }

  /** Where the rounds of a training across executors are written: beside the log. */
  Path rounds() {
    return log.resolveSibling(ROUNDS);
  }

  /** Which record of a tracker the training has, until it ends well: beside the log. */
  Path record() {
    return log.resolveSibling(log.getFileName() + RECORD);
  }

  /** The rounds that were written. */
  List<RoundsFile.Row> readRounds() {
    try {
      return RoundsFile.read(rounds());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The checkpoint's file. */
  CheckpointStorage checkpointStorage() {
    return checkpoint.isLocal()
        ? CheckpointStorage.in(checkpoint.path())
        : HadoopCheckpointStorage.in(checkpoint.uri(), HadoopSettings.copy());
  }

  /**
   * Makes the directory of the checkpoint; that of an earlier run goes, unless this one resumes.
   */
  void open() {
    if (afresh) {
      checkpoint.delete();
    }
    checkpoint.makeDirectories();
    Path directory = log.toAbsolutePath().getParent();
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw WriteFailure.of(Location.of(log.toString()), e);
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

  /**
   * Writes the model with its log and its report and removes the checkpoint.
   *
   * @param report a page on this machine; null for none
   */
  void save(NerModel trained, Path report, SparkSession spark) {
    model.publish(
        trained,
        spark,
        place -> {
          if (report != null) {
            place.child(REPORT).copyFrom(report);
          }
          if (checkpoint.isLocal() && log.startsWith(checkpoint.path())) {
            place.child(TRAINING_LOG).copyFrom(log);
            if (Files.exists(rounds())) {
              place.child(ROUNDS).copyFrom(rounds());
              drawRounds(place);
            }
          }
        });
    discard();
  }

  @Override
  public void close() {
    model.close();
    lock.close();
  }
}
