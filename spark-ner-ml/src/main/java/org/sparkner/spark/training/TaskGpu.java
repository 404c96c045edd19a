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

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.resource.ResourceInformation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.error.UsageException;
import org.sparkner.train.rounds.Accelerator;

/** The GPU that Spark gives a task, where the application asks for GPUs. */
final class TaskGpu {
  private static final Logger LOG = LoggerFactory.getLogger(TaskGpu.class);

  private static final String RESOURCE = "gpu";
  private static final String AMOUNT = "spark.task.resource.gpu.amount";

  private TaskGpu() {}

  /**
   * Has the running task compute on the GPU at the address that Spark gave it; does nothing where
   * it gave none.
   *
   * @throws UsageException if that GPU is not usable
   */
  static void pin() {
    String address = address();
    if (address != null) {
      Accelerator.use(address);
    }
  }

  /** The address of the running task's GPU; null if it has none. */
  static String address() {
    TaskContext task = TaskContext.get();
    if (task == null) {
      return null;
    }
    Map<String, ResourceInformation> resources = task.resourcesJMap();
    ResourceInformation gpu = resources.get(RESOURCE);
    return gpu == null ? null : gpu.addresses()[0];
  }

  /**
   * Where the application's tasks ask for GPUs, sees that each of so many tasks can use its own.
   *
   * @throws UsageException if one cannot, saying why
   */
  static void requireUsable(int workers, SparkContext context) {
    SparkConf conf = context.getConf();
    if (conf.getDouble(AMOUNT, 0) == 0) {
      return;
    }
    Accelerator.requireBackend();
    List<Integer> tasks = IntStream.range(0, workers).boxed().toList();
    List<String> problems =
        JavaSparkContext.fromSparkContext(context)
            .parallelize(tasks, workers)
            .map(task -> problem())
            .filter(problem -> !problem.isEmpty())
            .collect();
    if (!problems.isEmpty()) {
      throw new UsageException(problems.get(0));
    }
    LOG.warn("GPUs hold the arrays of ND4J; the network is computed on the processor all the same");
  }

  /** Why the running task's GPU is not usable; empty if it is. */
  private static String problem() {
    try {
      pin();
      return "";
    } catch (UsageException e) {
      return e.getMessage();
    }
  }
}
