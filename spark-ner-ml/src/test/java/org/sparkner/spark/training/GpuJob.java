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

package org.sparkner.spark.training;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.UsageException;
import org.sparkner.spark.LocalCluster;
import org.sparkner.spark.NerTagger;

/** Asks for GPUs that a script pretends to find, and says which tasks got and what came of it. */
public final class GpuJob {
  private GpuJob() {}

  /** The argument is the path of the discovery script. */
  public static void main(String[] arguments) throws IOException {
    try (SparkSession spark =
        LocalCluster.of(1, 2)
            .config("spark.worker.resource.gpu.amount", "2")
            .config("spark.worker.resource.gpu.discoveryScript", arguments[0])
            .config("spark.executor.resource.gpu.amount", "2")
            .config("spark.task.resource.gpu.amount", "1")
            .getOrCreate()) {
      System.out.println("GPUs of two tasks at once: " + addresses(spark));
      System.out.println("error: " + train(spark));
    }
  }

  private static String addresses(SparkSession spark) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(List.of(0, 1), 2)
        .map(task -> TaskGpu.address())
        .collect()
        .stream()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** The message of the refusal. Data that is read nevertheless fails with another. */
  private static String train(SparkSession spark) {
    var data =
        spark
            .range(4)
            .selectExpr(
                "split(raise_error('the data was read'), ' ') AS tokens", "array('O') AS tags");
    try {
      new NerTagger().setNumWorkers(2).setTrainingDevice("cuda").fit(data);
      return "none";
    } catch (UsageException e) {
      return e.getMessage();
    }
  }
}
