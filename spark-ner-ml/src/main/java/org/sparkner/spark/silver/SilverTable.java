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

package org.sparkner.spark.silver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.spark.file.StagePath;
import org.sparkner.spark.training.SerializableSentence;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagScheme;

/**
 * A directory of sentences that a teacher tagged: the file {@code silver.json}, which says of what
 * teacher and text they are, and Parquet files in the folder {@code sentences}. Whole if it has the
 * file, which is written last.
 */
public final class SilverTable {
  private static final String IDENTITY = "silver.json";
  private static final String SENTENCES = "sentences";
  private static final int VERSION = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SparkSession spark;
  private final Path directory;
  private final SilverIdentity identity;
  private final LabelSet labels;
  private final long sentences;
  private final long tokens;

  private SilverTable(
      SparkSession spark,
      Path directory,
      SilverIdentity identity,
      LabelSet labels,
      long sentences,
      long tokens) {
    this.spark = spark;
    this.directory = directory;
    this.identity = identity;
    this.labels = labels;
    this.sentences = sentences;
    this.tokens = tokens;
  }

  /** Whether a directory is a whole table. */
  public static boolean exists(SparkSession spark, String path) {
    Path directory = StagePath.of(path);
    try {
      return files(spark, directory).exists(new Path(directory, IDENTITY));
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  /**
   * Opens a table.
   *
   * @param path of any Hadoop file system
   * @throws UsageException if there is none
   * @throws BadDataException if it is damaged or of another version
   */
  public static SilverTable open(SparkSession spark, String path) {
    Path directory = StagePath.of(path);
    if (!exists(spark, path)) {
      throw new UsageException(
          directory
              + " is no silver table, for it has no "
              + IDENTITY
              + "; spark-ner distill writes one, and Distillation of Spark ML.");
    }
    try (InputStream in = files(spark, directory).open(new Path(directory, IDENTITY))) {
      return parsed(spark, directory, JSON.readTree(in));
    } catch (IOException | IllegalArgumentException e) {
      throw new BadDataException(
          new Path(directory, IDENTITY)
              + " cannot be read ("
              + e.getMessage()
              + "); delete the table and have the teacher write it again.",
          e);
    }
  }

  private static SilverTable parsed(SparkSession spark, Path directory, JsonNode json) {
    int version = json.path("version").asInt();
    if (version != VERSION) {
      throw new BadDataException(
          new Path(directory, IDENTITY)
              + ": found version "
              + version
              + ", expected "
              + VERSION
              + "; have the teacher write the table again.");
    }
    List<String> labels = new ArrayList<>();
    json.required("labels").forEach(label -> labels.add(label.asText()));
    return new SilverTable(
        spark,
        directory,
        new SilverIdentity(
            json.required("teacher").asText(),
            json.required("rows").asLong(),
            json.required("text").asText()),
        LabelSet.of(TagScheme.valueOf(json.required("scheme").asText()), labels),
        json.required("sentences").asLong(),
        json.required("tokens").asLong());
  }

  /**
   * Writes a table into a directory that is not there yet or is empty, the file that makes it whole
   * last. To be seen whole, the directory should have a temporary name.
   */
  static void write(
      SparkSession spark,
      Path directory,
      SilverIdentity identity,
      LabelSet labels,
      Dataset<Row> rows)
      throws IOException {
    String files = new Path(directory, SENTENCES).toString();
    rows.write().parquet(files);
    Row written =
        rows(spark, files)
            .agg(functions.count(functions.lit(1)), functions.sum(functions.expr("size(tokens)")))
            .first();
    if (written.getLong(0) == 0) {
      throw new UsageException("The text has no token that the teacher could tag.");
    }
    ObjectNode json = JSON.createObjectNode();
    json.put("version", VERSION);
    json.put("teacher", identity.teacher());
    json.put("rows", identity.rows());
    json.put("text", identity.text());
    json.put("scheme", labels.scheme().name());
    ArrayNode names = json.putArray("labels");
    labels.labels().forEach(names::add);
    json.put("sentences", written.getLong(0));
    json.put("tokens", written.getLong(1));
    try (OutputStream out = files(spark, directory).create(new Path(directory, IDENTITY), false)) {
      out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }
  }

  private static FileSystem files(SparkSession spark, Path directory) throws IOException {
    return directory.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }

  private static BadDataException unreadable(Path directory, IOException e) {
    return new BadDataException(directory + ": cannot be read (" + e.getMessage() + ")", e);
  }

  /**
   * Checks that this is what a teacher would write of a text.
   *
   * @throws UsageException if it is of another teacher or text
   */
  void require(SilverIdentity expected) {
    boolean sameTeacher = identity.teacher().equals(expected.teacher());
    if (!identity.equals(expected)) {
      throw new UsageException(
          directory
              + " is a silver table of another "
              + (sameTeacher ? "text" : "teacher")
              + "; give another directory, or delete this one.");
    }
  }

  /** The labels of the teacher. */
  public LabelSet labels() {
    return labels;
  }

  /** Sentences, whatever their confidence. */
  public long sentences() {
    return sentences;
  }

  /** Tokens of all sentences. */
  public long tokens() {
    return tokens;
  }

  /**
   * The sentences to learn from, where executors read them; the same in the same order each time.
   *
   * @throws UsageException if none is taken
   */
  @SuppressWarnings("unchecked") // an array of a generic type
  public JavaRDD<SerializableSentence> distributed(SilverOptions options) {
    List<String> names = labels.labels();
    TagScheme scheme = labels.scheme();
    String table = directory.toString();
    // One by one, for Spark would take files in an order that depends on the executors.
    JavaRDD<Row>[] files =
        parts().stream()
            .map(file -> rows(spark, file.toString()).javaRDD())
            .<JavaRDD<Row>>toArray(JavaRDD[]::new);
    JavaRDD<SerializableSentence> taken =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .union(files)
            .mapPartitions(
                part ->
                    new SilverReading(
                        part, new SilverRows(table, LabelSet.of(scheme, names), options)));
    requireSome(!taken.isEmpty(), options);
    return taken;
  }

  /**
   * The sentences to learn from, on this machine, in the order of the files.
   *
   * @throws UsageException if none is taken
   */
  public List<LabeledSentence> read(SilverOptions options) {
    SilverRows reading = new SilverRows(directory.toString(), labels, options);
    List<SerializableSentence> taken = new ArrayList<>();
    for (Path file : parts()) {
      Iterator<Row> rows = rows(spark, file.toString()).toLocalIterator();
      new SilverReading(rows, reading).forEachRemaining(taken::add);
    }
    requireSome(!taken.isEmpty(), options);
    return SerializableSentence.documents(taken);
  }

  private void requireSome(boolean any, SilverOptions options) {
    if (!any) {
      throw new UsageException(
          directory
              + " has no sentence of a confidence of "
              + options.minimumConfidence()
              + " or more among its "
              + sentences
              + "; lower the minimum confidence (silverMinimumConfidence).");
    }
  }

  private List<Path> parts() {
    Path folder = new Path(directory, SENTENCES);
    try {
      return Arrays.stream(files(spark, folder).listStatus(folder))
          .map(FileStatus::getPath)
          .filter(file -> file.getName().endsWith(".parquet"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  private static Dataset<Row> rows(SparkSession spark, String files) {
    return spark.read().schema(SilverRows.SCHEMA).parquet(files);
  }
}
