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

import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.sparkner.corpus.RegisteredFormat;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.spark.version.LineFileFormat;
import scala.Function1;
import scala.collection.Iterator;
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
abstract class CorpusFileFormat extends LineFileFormat implements DataSourceRegister {
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
  protected final StructType schema(Map<String, String> options, List<FileStatus> files) {
    requireOneToRead(files);
    return SourceSchema.of(options(options));
  }

  private void requireOneToRead(List<FileStatus> all) {
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
  protected final Function1<PartitionedFile, Iterator<InternalRow>> reader(
      SparkSession session,
      StructType columns,
      StructType required,
      Map<String, String> options,
      Configuration hadoop) {
    SourceOptions parsed = options(options);
    SourceSchema.check(columns, parsed);
    return new SourceReader(
        parsed,
        required,
        JavaSparkContext.fromSparkContext(session.sparkContext())
            .broadcast(new SerializableConfiguration(hadoop)),
        session.sparkContext().longAccumulator(name + ": malformed sentences"));
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
