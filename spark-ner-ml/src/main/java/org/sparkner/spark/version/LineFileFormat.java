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

package org.sparkner.spark.version;

import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;
import scala.Function1;
import scala.Option;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.immutable.Map;
import scala.collection.immutable.Seq;

/**
 * A source of files whose filters are Spark's own work. It has the methods that either line of
 * Spark calls, whose {@code Seq} is any sequence (3.5) or an immutable one (4): the Spark that this
 * artefact is not built for calls them only to be refused.
 */
@SuppressWarnings("MissingOverride")
public abstract class LineFileFormat implements FileFormat, Serializable {
  private static final long serialVersionUID = 1L;

  /** The columns that the files have. */
  protected abstract StructType schema(Map<String, String> options, List<FileStatus> files);

  /**
   * Reads a file on an executor.
   *
   * @param required columns, of those of the files
   */
  protected abstract Function1<PartitionedFile, Iterator<InternalRow>> reader(
      SparkSession session,
      StructType columns,
      StructType required,
      Map<String, String> options,
      Configuration hadoop);

  /** As Spark 3.5 calls it. */
  public final Option<StructType> inferSchema(
      SparkSession session, Map<String, String> options, scala.collection.Seq<FileStatus> files) {
    SparkVersion.require();
    return Option.apply(schema(options, JavaConverters.seqAsJavaList(files)));
  }

  /** As Spark 4 calls it. */
  public final Option<StructType> inferSchema(
      SparkSession session, Map<String, String> options, Seq<FileStatus> files) {
    SparkVersion.require();
    return Option.apply(schema(options, JavaConverters.seqAsJavaList(files)));
  }

  /** As Spark 3.5 calls it. */
  public final Function1<PartitionedFile, Iterator<InternalRow>> buildReader(
      SparkSession session,
      StructType dataSchema,
      StructType partitionSchema,
      StructType requiredSchema,
      scala.collection.Seq<Filter> filters,
      Map<String, String> options,
      Configuration hadoop) {
    SparkVersion.require();
    return reader(session, dataSchema, requiredSchema, options, hadoop);
  }

  /** As Spark 4 calls it. */
  public final Function1<PartitionedFile, Iterator<InternalRow>> buildReader(
      SparkSession session,
      StructType dataSchema,
      StructType partitionSchema,
      StructType requiredSchema,
      Seq<Filter> filters,
      Map<String, String> options,
      Configuration hadoop) {
    SparkVersion.require();
    return reader(session, dataSchema, requiredSchema, options, hadoop);
  }
}
