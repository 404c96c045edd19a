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

package org.sparkner.jobs.input;

import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;

/** Looks into many files at once, before they are read. */
public final class Heads {
  /** So many are looked into sooner than Spark starts a job. */
  private static final int FEW = 16;

  /** Of so many, looking into each would take long. */
  private static final int MANY = 1000;

  private Heads() {}

  /** What is to be found out about a file. */
  interface Look<T> extends Serializable {
    T into(Path file);
  }

  /**
   * Refuses files that are no text, as far as their begins tell. Of very many, the tasks that read
   * them will.
   */
  public static void requireText(InputFiles files) {
    if (files.list().size() <= MANY) {
      List<Boolean> unused =
          of(
              files,
              path -> {
                new ReadableFile(path).requireText();
                return true;
              });
    }
  }

  /** What is found in each file, in their order. */
  static <T> List<T> of(InputFiles files, Look<T> look) {
    List<String> names = files.list().stream().map(file -> file.getPath().toString()).toList();
    if (names.size() <= FEW) {
      return names.stream().map(name -> look.into(new Path(name))).toList();
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(files.spark().sparkContext());
    int tasks = Math.min(names.size(), 4 * context.defaultParallelism());
    return context.parallelize(names, tasks).map(name -> look.into(new Path(name))).collect();
  }
}
