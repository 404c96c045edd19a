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

package org.sparkner.spark.format;

import java.io.Serializable;
import java.util.Set;
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
import org.sparkner.corpus.RegisteredFormat;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.spark.version.SparkVersion;
import scala.Function1;
import scala.Option;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map;

/**
 * A Spark source of labelled sentences: one row per sentence, from files of a {@link
 * RegisteredFormat} on any Hadoop path, compressed or not; globs, directories and partition columns
 * as Spark reads them. A file is read by one task, for a sentence spans lines. Only the columns
 * asked for are built; filters are Spark's own work.
 *
 * <p>All take the options {@code scheme} (keep, IOB1, IOB2, BIOES), {@code mode} (FAILFAST,
 * DROPMALFORMED, PERMISSIVE) and {@code columnNameOfCorruptRecord}, and those that the source
 * heeds; an option that is of another source is refused.
 */
abstract class CorpusFileFormat implements FileFormat, DataSourceRegister, Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final RegisteredFormat format;
  private final Set<String> heeded;

  /**
   * @param name by which Spark knows it
   * @param format of the files
   * @param heeded names of the options that say something of the files
   */
  CorpusFileFormat(String name, RegisteredFormat format, Set<String> heeded) {
    this.name = name;
    this.format = format;
    this.heeded = heeded;
  }

  @Override
  public final String shortName() {
    return name;
  }

  @Override
  public final String toString() {
    return name;
  }

  private SourceOptions options(Map<String, String> options) {
    return SourceOptions.of(name, format, heeded, options);
  }

  @Override
  public final Option<StructType> inferSchema(
      SparkSession session, Map<String, String> options, Seq<FileStatus> files) {
    SparkVersion.require();
    requireOneToRead(files);
    return Option.apply(SourceSchema.of(options(options)));
  }

  /**
   * What a Spark built for Scala 2.13 calls in place of the method above, only to be refused: its
   * {@code Seq} is the immutable one.
   */
  public final Option<StructType> inferSchema(
      SparkSession session,
      Map<String, String> options,
      scala.collection.immutable.Seq<FileStatus> files) {
    SparkVersion.require();
    return Option.apply(SourceSchema.of(options(options)));
  }

  private void requireOneToRead(Seq<FileStatus> files) {
    java.util.List<FileStatus> all = JavaConverters.seqAsJavaList(files);
    if (!all.isEmpty() && all.stream().noneMatch(file -> format.reads(file.getPath().getName()))) {
      throw new BadDataException(
          all.get(0).getPath()
              + ": found no file that format "
              + name
              + " reads there; brat needs .ann files beside their .txt files.");
    }
  }

  @Override
  public final boolean isSplitable(SparkSession session, Map<String, String> options, Path path) {
    return false;
  }

  @Override
  public final Function1<PartitionedFile, Iterator<InternalRow>> buildReader(
      SparkSession session,
      StructType dataSchema,
      StructType partitionSchema,
      StructType requiredSchema,
      Seq<Filter> filters,
      Map<String, String> options,
      Configuration hadoop) {
    SourceOptions parsed = options(options);
    SourceSchema.check(dataSchema, parsed);
    return new SourceReader(
        parsed,
        requiredSchema,
        JavaSparkContext.fromSparkContext(session.sparkContext())
            .broadcast(new SerializableConfiguration(hadoop)),
        session.sparkContext().longAccumulator(name + ": malformed sentences"));
  }

  /** The same for Scala 2.13, only to be refused. */
  public final Function1<PartitionedFile, Iterator<InternalRow>> buildReader(
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
        "Format " + name + " is only read; write with format conll or annotations, or Parquet.");
  }

  @Override
  public final boolean equals(Object other) {
    return other != null && other.getClass() == getClass();
  }

  @Override
  public final int hashCode() {
    return getClass().hashCode();
  }
}
