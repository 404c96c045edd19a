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

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import scala.collection.immutable.Seq;

/**
 * Files for Spark to read: all that are listed, whatever the filters. It has the methods of either
 * line of Spark, as {@link LineFileFormat}.
 */
@SuppressWarnings("MissingOverride")
public abstract class LineFileIndex implements FileIndex {
  /** Where Spark is to think that they come from. */
  protected abstract List<Path> roots();

  /** The files, by the values that the names of their directories give. */
  protected abstract List<PartitionDirectory> directories();

  @Override
  public final Seq<Path> rootPaths() {
    return ScalaSequence.of(roots());
  }

  /** As Spark 3.5 calls it. */
  public final Seq<PartitionDirectory> listFiles(
      scala.collection.Seq<Expression> onPartitions, scala.collection.Seq<Expression> onData) {
    return ScalaSequence.of(directories());
  }

  /** As Spark 4 calls it. */
  public final Seq<PartitionDirectory> listFiles(
      Seq<Expression> onPartitions, Seq<Expression> onData) {
    return ScalaSequence.of(directories());
  }
}
