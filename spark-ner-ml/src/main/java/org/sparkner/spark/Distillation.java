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

package org.sparkner.spark;

import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.UsageException;
import org.sparkner.spark.file.StagePath;
import org.sparkner.spark.silver.SilverTable;
import org.sparkner.spark.silver.SilverTeacher;

/**
 * Has a teacher, any model, tag text for students to learn from: {@link NerTagger} learns from the
 * table that is written, beside labelled sentences, if it is set as {@link NerTagger#silverTable}.
 *
 * <pre>{@code
 * Distillation.tag(teacher.setInputCol("text"), texts, "hdfs:///silver");
 * NerTaggerModel student = new NerTagger().setSilverTable("hdfs:///silver").fit(labelled);
 * }</pre>
 */
public final class Distillation {
  private Distillation() {}

  /**
   * Writes what a teacher thinks of a text, or finds that it did so before. The table appears whole
   * or not at all.
   *
   * @param teacher whose {@code inputCol} names the column of texts, or of the tokens of sentences
   * @param path directory of any Hadoop file system
   * @return the table
   * @throws UsageException if the path has something else, or cannot be written
   */
  public static SilverTable tag(NerTaggerModel teacher, Dataset<?> text, String path) {
    SilverTeacher silver = teacher.silver(text);
    SparkSession spark = text.sparkSession();
    return silver
        .find(path)
        .orElseGet(
            () -> {
              write(silver, spark, path);
              return SilverTable.open(spark, path);
            });
  }

  private static void write(SilverTeacher silver, SparkSession spark, String path) {
    Path target = StagePath.of(path);
    try {
      FileSystem files = target.getFileSystem(spark.sparkContext().hadoopConfiguration());
      target = files.makeQualified(target);
      String name = "." + target.getName() + ".unfinished-" + UUID.randomUUID();
      Path unfinished = new Path(target.getParent(), new Path(null, null, name));
      try {
        silver.write(unfinished.toString(), null);
        if (!files.rename(unfinished, target)) {
          throw new IOException("cannot rename " + unfinished);
        }
      } finally {
        files.delete(unfinished, true);
      }
    } catch (IOException e) {
      throw new UsageException(
          "Path "
              + target
              + " cannot be written: "
              + e.getMessage()
              + "; choose a path that can be written and has space.",
          e);
    }
  }
}
