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

package org.sparkner.jobs.files;

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import org.apache.spark.sql.types.StructType;
import org.sparkner.spark.version.LineFileIndex;
import scala.collection.JavaConverters;

/**
 * Files that Spark reads as they are listed: it takes no name for a pattern and leaves out none.
 */
public final class ListedFiles extends LineFileIndex {
  private final List<PartitionDirectory> directories;
  private final StructType partitions;

  /**
   * @param partitions columns that the names of the directories give
   */
  public ListedFiles(List<PartitionDirectory> directories, StructType partitions) {
    this.directories = directories;
    this.partitions = partitions;
  }

  @Override
  protected List<Path> roots() {
    return directories.stream()
        .flatMap(each -> JavaConverters.seqAsJavaList(each.files()).stream())
        .map(file -> file.getPath())
        .toList();
  }

  @Override
  protected List<PartitionDirectory> directories() {
    return directories;
  }

  @Override
  public String[] inputFiles() {
    return roots().stream().map(path -> path.toUri().toString()).toArray(String[]::new);
  }

  @Override
  public void refresh() {
    // They stay those that were listed.
  }

  @Override
  public long sizeInBytes() {
    return directories.stream()
        .flatMap(each -> JavaConverters.seqAsJavaList(each.files()).stream())
        .mapToLong(file -> file.getLen())
        .sum();
  }

  @Override
  public StructType partitionSchema() {
    return partitions;
  }
}
