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
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.resource.ResourceInformation;
import org.sparkner.device.Device;
import org.sparkner.error.UsageException;
import org.sparkner.train.Recipe;
import org.sparkner.train.TrainingLibrary;

/** The GPU that Spark gives a task, where the application asks for GPUs. */
final class TaskGpu {
  private static final String RESOURCE = "gpu";

  private TaskGpu() {}

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
   * Sees that each of so many tasks can compute where the recipe has the network trained.
   *
   * @throws UsageException if one cannot, saying why
   */
  static void requireUsable(Recipe recipe, int workers, SparkContext context) {
    TrainingLibrary.requireBackend(recipe);
    if (recipe.trainingDevice().equals(Device.CPU.toString())) {
      return;
    }
    List<Integer> tasks = IntStream.range(0, workers).boxed().toList();
    List<String> problems =
        JavaSparkContext.fromSparkContext(context)
            .parallelize(tasks, workers)
            .map(task -> problem(recipe))
            .filter(problem -> !problem.isEmpty())
            .collect();
    if (!problems.isEmpty()) {
      throw new UsageException(problems.get(0));
    }
  }

  /** Why the running task cannot compute there; empty if it can. */
  private static String problem(Recipe recipe) {
    try {
      Device device = Device.of(recipe.trainingDevice(), address());
      TrainingLibrary.use(recipe, device);
      return "";
    } catch (UsageException e) {
      return e.getMessage();
    }
  }
}
