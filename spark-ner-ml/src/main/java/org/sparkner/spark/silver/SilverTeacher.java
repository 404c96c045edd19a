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

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.UsageException;
import org.sparkner.model.NerModel;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.spark.file.StagePath;
import org.sparkner.spark.tagging.SharedTagger;
import org.sparkner.spark.tagging.TaggingCounts;
import org.sparkner.tagger.Precision;

/** A teacher with a text, of which it writes a silver table. */
public final class SilverTeacher {
  private final Broadcast<SharedTagger> model;
  private final Precision precision;
  private final EncoderDevice device;
  private final int batchRows;
  private final int batchBytes;
  private final Dataset<Row> text;
  private final boolean isText;
  private SilverIdentity identity;

  /**
   * @param model the teacher
   * @param precision of its arithmetic
   * @param device that its encoder is wished on
   * @param batchRows the most rows tagged together
   * @param batchBytes bytes of text after which no further row joins a batch
   * @param text rows of one column, a text or the tokens of a sentence
   * @param isText which of these
   * @throws UsageException if the teacher reads attributes of tokens, which a text has not
   */
  public SilverTeacher(
      Broadcast<SharedTagger> model,
      Precision precision,
      EncoderDevice device,
      int batchRows,
      int batchBytes,
      Dataset<Row> text,
      boolean isText) {
    if (model.value().model().readsAttributes()) {
      throw new UsageException(
          "The teacher reads an attribute of each token, such as its part of speech, which a text"
              + " has not; take a teacher that reads none.");
    }
    this.model = model;
    this.precision = precision;
    this.device = device;
    this.batchRows = batchRows;
    this.batchBytes = batchBytes;
    this.text = text;
    this.isText = isText;
  }

  private SparkSession spark() {
    return text.sparkSession();
  }

  private NerModel teacher() {
    return model.value().model();
  }

  private SilverIdentity identity() {
    if (identity == null) {
      identity = SilverIdentity.of(teacher(), text, new Column(text.columns()[0]));
    }
    return identity;
  }

  /**
   * The table of a directory, if it is this teacher's of this text.
   *
   * @return empty where nothing is there
   * @throws UsageException if something else is there
   */
  public Optional<SilverTable> find(String path) {
    Path directory = StagePath.of(path);
    if (SilverTable.exists(spark(), path)) {
      SilverTable table = SilverTable.open(spark(), path);
      table.require(identity());
      return Optional.of(table);
    }
    try {
      FileSystem files = directory.getFileSystem(spark().sparkContext().hadoopConfiguration());
      if (files.exists(directory)) {
        throw new UsageException(
            directory + " exists and is no silver table; give another directory.");
      }
    } catch (IOException e) {
      throw new UsageException(directory + ": cannot be read (" + e.getMessage() + ")", e);
    }
    return Optional.empty();
  }

  /**
   * Has the executors tag the text and writes the table. The directory should have a temporary
   * name: it is a table when this returns, and not before.
   *
   * @param counts told what is tagged, and registered with Spark; or null
   * @throws IOException if it cannot be written
   */
  public void write(String path, TaggingCounts counts) throws IOException {
    SilverTagging tagging =
        new SilverTagging(model, precision, device, isText, batchRows, batchBytes, counts);
    Dataset<Row> rows =
        spark().createDataFrame(text.javaRDD().mapPartitions(tagging), SilverRows.SCHEMA);
    SilverTable.write(spark(), StagePath.of(path), identity(), teacher().labels(), rows);
  }
}
