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

package org.sparkner.spark.conll;

import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.sparkner.error.UsageException;
import org.sparkner.spark.version.SparkVersion;
import scala.Function1;
import scala.Option;
import scala.collection.Iterator;
import scala.collection.Seq;
import scala.collection.immutable.Map;

/**
 * {@code spark.read().format("conll")}: a row a sentence, from files of one token a line on any
 * Hadoop path, compressed or not; globs, directories and partition columns as Spark reads them. A
 * file is read by one task, for a sentence spans lines. Only the columns asked for are built;
 * filters are Spark's own work.
 *
 * <p>Options: {@code columns} (names with commas between), {@code tokenColumn} and {@code
 * tagColumn} (a number or a name), {@code comments} (auto, hash, none), {@code scheme} (keep, IOB1,
 * IOB2, BIOES), {@code docstart} (skip, keep), {@code mode} (FAILFAST, DROPMALFORMED, PERMISSIVE),
 * {@code columnNameOfCorruptRecord}.
 */
public final class ConllFileFormat implements FileFormat, DataSourceRegister, Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public String shortName() {
    return "conll";
  }

  @Override
  public String toString() {
    return "CoNLL";
  }

  @Override
  public Option<StructType> inferSchema(
      SparkSession session, Map<String, String> options, Seq<FileStatus> files) {
    SparkVersion.require();
    return Option.apply(ConllSchema.of(ConllOptions.of(options)));
  }

  /**
   * What a Spark built for Scala 2.13 calls in place of the method above, only to be refused: its
   * {@code Seq} is the immutable one.
   */
  public Option<StructType> inferSchema(
      SparkSession session,
      Map<String, String> options,
      scala.collection.immutable.Seq<FileStatus> files) {
    SparkVersion.require();
    return Option.apply(ConllSchema.of(ConllOptions.of(options)));
  }

  @Override
  public boolean isSplitable(SparkSession session, Map<String, String> options, Path path) {
    return false;
  }

  @Override
  public Function1<PartitionedFile, Iterator<InternalRow>> buildReader(
      SparkSession session,
      StructType dataSchema,
      StructType partitionSchema,
      StructType requiredSchema,
      Seq<Filter> filters,
      Map<String, String> options,
      Configuration hadoop) {
    ConllOptions parsed = ConllOptions.of(options);
    ConllSchema.check(dataSchema, parsed);
    return new ConllFileReader(
        parsed,
        requiredSchema,
        JavaSparkContext.fromSparkContext(session.sparkContext())
            .broadcast(new SerializableConfiguration(hadoop)),
        session.sparkContext().longAccumulator("conll: malformed sentences"));
  }

  /** The same for Scala 2.13, only to be refused. */
  public Function1<PartitionedFile, Iterator<InternalRow>> buildReader(
      SparkSession session,
      StructType dataSchema,
      StructType partitionSchema,
      StructType requiredSchema,
      scala.collection.immutable.Seq<Filter> filters,
      Map<String, String> options,
      Configuration hadoop) {
    SparkVersion.require();
    Seq<Filter> same = filters;
    return buildReader(session, dataSchema, partitionSchema, requiredSchema, same, options, hadoop);
  }

  @Override
  public OutputWriterFactory prepareWrite(
      SparkSession session, Job job, Map<String, String> options, StructType schema) {
    throw new UsageException(
        "The conll source only reads; write Parquet or JSON, or use the command tag.");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConllFileFormat;
  }

  @Override
  public int hashCode() {
    return ConllFileFormat.class.hashCode();
  }
}
