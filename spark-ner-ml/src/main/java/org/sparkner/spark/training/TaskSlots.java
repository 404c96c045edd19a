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

import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.sparkner.error.UsageException;

/** How many tasks a Spark application can run at once. */
final class TaskSlots {
  private static final long POLL_MILLIS = 100;

  private TaskSlots() {}

  /**
   * Waits for executors that are still to come, as long as Spark itself would, and then refuses
   * more workers than there are slots. Executors that dynamic allocation may add count as there.
   *
   * @throws UsageException if there are too few
   */
  static void require(int workers, SparkContext context) {
    SparkConf conf = context.getConf();
    long patience =
        context.isLocal()
            ? 0
            : conf.getTimeAsMs("spark.scheduler.maxRegisteredResourcesWaitingTime", "30s");
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience);
    int slots = slots(context, conf);
    while (slots < workers && System.nanoTime() < deadline) {
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      slots = slots(context, conf);
    }
    if (slots < workers) {
      throw new UsageException(
          workers
              + " workers want as many task slots at once, Spark has "
              + slots
              + " ("
              + context.master()
              + "); ask for fewer workers, or for more executors or cores.");
    }
  }

  private static int slots(SparkContext context, SparkConf conf) {
    int slots =
        context.maxNumConcurrentTasks(context.resourceProfileManager().defaultResourceProfile());
    if (!conf.getBoolean("spark.dynamicAllocation.enabled", false)) {
      return slots;
    }
    long executors = conf.getInt("spark.dynamicAllocation.maxExecutors", Integer.MAX_VALUE);
    int each = conf.getInt("spark.executor.cores", 1) / conf.getInt("spark.task.cpus", 1);
    return (int) Math.max(slots, Math.min(executors * each, Integer.MAX_VALUE));
  }
}
