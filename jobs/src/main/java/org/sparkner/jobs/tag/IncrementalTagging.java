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

package org.sparkner.jobs.tag;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.binaryfile.BinaryFileFormat;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.StructType;
import org.sparkner.error.BadDataException;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.error.NerException;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.files.Causes;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputLock;
import org.sparkner.jobs.files.WriteFailure;
import org.sparkner.jobs.input.InputFiles;
import org.sparkner.jobs.input.TextFormat;
import org.sparkner.jobs.process.Ending;
import org.sparkner.jobs.process.Interruption;
import org.sparkner.spark.NerTaggerModel;
import org.sparkner.spark.tagging.TaggingCounts.Counted;

/**
 * Tags the files that have arrived since the last run, each exactly once, by Spark's structured
 * streaming. Spark notes the files of a batch before it runs the batch, and that it is done after.
 * A batch that was cut short is therefore run again with the same files and the same number. It is
 * written under a hidden name and takes the place of what its number has left, if anything, so that
 * running it again changes nothing.
 */
final class IncrementalTagging {
  private static final String BATCH = "batch";

  private final SparkSession spark;
  private final NerTaggerModel model;
  private final StatusLine progress;
  private final Task task;
  private final int filesPerBatch;
  private TaggingSummary done = TaggingSummary.NOTHING;

  /**
   * What is tagged and where to.
   *
   * @param columns of the input
   */
  record Task(
      Location input,
      TextFormat inputFormat,
      TaggingInput.Columns columns,
      Location output,
      TaggedFormat outputFormat,
      Location checkpoint) {

    /** What must not change from run to run: the batches of one output are of one kind. */
    private TreeMap<String, String> options() {
      TreeMap<String, String> options = new TreeMap<>();
      options.put("--input", withoutEnd(input));
      options.put("--input-format", inputFormat.name());
      options.put("--text-col or --tokens-col", String.valueOf(columns.tagged()));
      options.put("--id-col", String.valueOf(columns.id()));
      if (columns.attributes() != null) {
        options.put("--attribute-column", columns.attributes());
      }
      options.put("--output", withoutEnd(output));
      options.put("--output-format", outputFormat.name());
      return options;
    }

    /** The URI of a directory of this machine ends with a slash only if it exists. */
    private static String withoutEnd(Location location) {
      return location.uri().replaceAll("/+$", "");
    }
  }

  /**
   * @param filesPerBatch the most files of a batch
   */
  IncrementalTagging(
      SparkSession spark, NerTaggerModel model, StatusLine progress, Task task, int filesPerBatch) {
    this.spark = spark;
    this.model = model;
    this.progress = progress;
    this.task = task;
    this.filesPerBatch = filesPerBatch;
  }

  /**
   * Tags what is new.
   *
   * @param every how often to look for new files until a signal ends it, or empty to look once
   * @throws InterruptedRunException if a signal ends it before it has tagged all that is new
   * @throws UsageException if the checkpoint is that of another task, or there is an output without
   *     a checkpoint
   */
  TaggingSummary run(Optional<Duration> every) {
    try (OutputLock unused = OutputLock.on(task.checkpoint());
        OutputLock alsoUnused = OutputLock.on(task.output())) {
      return runAlone(every);
    }
  }

  private TaggingSummary runAlone(Optional<Duration> every) {
    Ending.advise("run the same command again to tag the rest");
    TaggingCheckpoint checkpoint = new TaggingCheckpoint(task.checkpoint());
    if (!checkpoint.exists()) {
      requireFreeOutput();
      if (hasNoFile()) {
        if (every.isPresent()) {
          throw new BadDataException(
              task.input() + ": found no file, expected one at least to see its columns");
        }
        return done;
      }
      checkpoint.begin(task.options(), firstColumns());
    }
    StructType columns = checkpoint.resume(task.options());
    // A batch that was being replaced is not noted as done, so it is written once more.
    task.output().deleteReplaced();
    tellWhatIsNotRead();
    progress.begin("looking for new files in " + task.input());
    try (Interruption unused = new Interruption(Thread.currentThread())) {
      await(start(columns, checkpoint.query(), every), every.isPresent());
    } finally {
      unfinished().deleteIfPossible();
    }
    return done;
  }

  private void tellWhatIsNotRead() {
    if (task.input().exists()) {
      InputFiles files = InputFiles.of(spark, task.input());
      Stream.of(files.below(), files.hidden())
          .filter(Objects::nonNull)
          .forEach(line -> progress.print("warning: " + line));
    }
    if (task.checkpoint().child("query/commits").exists() && !task.output().exists()) {
      progress.print(
          "warning: "
              + task.output()
              + " is gone; what "
              + task.checkpoint()
              + " has as done is not tagged again, unless that is deleted too");
    }
  }

  private StructType firstColumns() {
    InputFiles files = InputFiles.of(spark, task.input());
    StructType columns =
        TaggingInput.schema(task.input(), files, task.inputFormat(), task.columns());
    if (Arrays.asList(columns.fieldNames()).contains(BATCH)) {
      throw new UsageException(
          task.input() + " has a column batch, which --incremental makes; rename it first");
    }
    return columns;
  }

  private void requireFreeOutput() {
    if (task.output().exists()) {
      throw new UsageException(
          task.output()
              + " exists, but "
              + task.checkpoint()
              + " has no checkpoint of it; give the --checkpoint that it was made with, or another"
              + " --output");
    }
  }

  private boolean hasNoFile() {
    Location input = task.input();
    if (input.isPattern()) {
      return !input.exists();
    }
    input.requireExisting();
    if (!input.isDirectory() && new Path(input.uri()).getName().matches("[._].*")) {
      throw new UsageException(
          input + ": --incremental reads no file whose name begins with . or _; rename it");
    }
    return input.isDirectory()
        && input.list().stream().allMatch(name -> name.startsWith(".") || name.startsWith("_"));
  }

  /**
   * Spark's stream has only the paths: which files are in a batch. They are read as those of a
   * tagging at once are.
   */
  private StreamingQuery start(StructType columns, String checkpoint, Optional<Duration> every) {
    try {
      return arriving()
          .writeStream()
          .option("checkpointLocation", checkpoint)
          .trigger(
              every
                  .map(time -> Trigger.ProcessingTime(time.toMillis()))
                  .orElseGet(Trigger::AvailableNow))
          .foreachBatch(
              (VoidFunction2<Dataset<String>, Long>)
                  (paths, number) -> tagBatch(distinct(paths), columns, number))
          .start();
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Spark names a file several times where its path could be a pattern. */
  private static List<String> distinct(Dataset<String> paths) {
    return paths.collectAsList().stream().distinct().toList();
  }

  private Dataset<String> arriving() {
    return spark
        .readStream()
        .format("binaryFile")
        .schema(BinaryFileFormat.schema())
        .option("maxFilesPerTrigger", filesPerBatch)
        // By default a file that is a week older than the newest one seen is taken for read.
        .option("maxFileAge", "36500d")
        .load(pattern())
        .select("path")
        .as(Encoders.STRING());
  }

  /** Spark takes the name for a pattern, so what is the name of a directory is one of itself. */
  private String pattern() {
    String uri = task.input().uri();
    return task.input().isPattern() ? uri : uri.replaceAll("[\\\\*?{}\\[\\]]", "\\\\$0");
  }

  private void tagBatch(List<String> paths, StructType columns, long number) {
    String stage = BATCH + " " + number + " · tagging";
    Location place = task.output().child(BATCH + "=" + number);
    if (paths.isEmpty()) {
      // Files that were refused before were emptied since.
      place.delete();
      return;
    }
    TaggingInput batch =
        TaggingInput.open(
            task.input(),
            InputFiles.of(spark, task.input(), paths),
            task.inputFormat(),
            task.columns(),
            columns);
    batch
        .warnings(task.inputFormat(), task.outputFormat())
        .forEach(line -> progress.print("warning: " + line));
    task.output().makeDirectories();
    TaggingRun run = new TaggingRun(spark, model, progress);
    Counted counted;
    try {
      counted =
          run.write(
              stage,
              batch,
              batch.total(task.inputFormat()),
              task.columns().id(),
              unfinished(),
              task.outputFormat());
      unfinished().moveTo(place, true);
    } catch (Exception e) {
      // Scala does not declare what it throws.
      throw WriteFailure.orItself(task.output(), e);
    }
    done = done.plus(new TaggingSummary(counted, run.seconds(), paths.size(), batch.broken()));
    progress.begin("looking for new files in " + task.input());
  }

  private Location unfinished() {
    return task.output().child("_unfinished");
  }

  private void await(StreamingQuery query, boolean continuous) {
    try {
      query.awaitTermination();
    } catch (StreamingQueryException e) {
      // Its own message is the plan of the query.
      if (String.valueOf(Causes.root(e).getMessage()).contains("Concurrent update to the log")) {
        throw new UsageException(
            task.checkpoint() + " is being used by another run; wait for its end", e);
      }
      if (!isToldAlready(e) && WriteFailure.isFullDisk(Causes.root(e))) {
        throw WriteFailure.of(task.checkpoint(), e);
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (Exception e) {
      // Scala does not declare that it throws InterruptedException.
      stop(query);
      if (!continuous) {
        throw new InterruptedRunException(
            "interrupted; run the same command again to tag the rest", e);
      }
    }
  }

  /** Whether it is a failure of a batch, which says itself what could not be written. */
  private static boolean isToldAlready(StreamingQueryException failure) {
    return Causes.of(failure).stream().anyMatch(NerException.class::isInstance);
  }

  private static void stop(StreamingQuery query) {
    try {
      query.stop();
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
