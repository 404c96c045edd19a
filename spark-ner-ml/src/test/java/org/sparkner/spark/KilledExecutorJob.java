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
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkner.model.NerModel;
import org.sparkner.model.Tensor;

/**
 * Trains on two executors, once undisturbed and once with one of them killed (SIGKILL) while it has
 * a task, and says whether the weights are the same, and whether one worker's are the driver's.
 */
public final class KilledExecutorJob {
  /** Of the second training: well after its first round. */
  private static final int TASKS_BEFORE_THE_KILL = 20;

  private KilledExecutorJob() {}

  public static void main(String[] arguments) throws IOException {
    try (SparkSession spark = LocalCluster.of(2, 1).getOrCreate()) {
      Killer killer = new Killer();
      spark.sparkContext().addSparkListener(killer);
      NerModel here = stage().fit(sentences(spark)).model();
      NerModel one = stage().setNumWorkers(1).fit(sentences(spark)).model();
      NerModel unbroken = stage().setNumWorkers(2).fit(sentences(spark)).model();
      killer.armed = true;
      NerModel disturbed = stage().setNumWorkers(2).fit(sentences(spark)).model();
      System.out.printf(
          "killed=%d tasksAfterIt=%b sameAsUnbroken=%b sameAsTheDriver=%b%n",
          killer.killed.get(),
          killer.tasks.get() >= TASKS_BEFORE_THE_KILL + 10,
          sameWeights(disturbed, unbroken),
          sameWeights(one, here));
    }
  }

  private static NerTagger stage() {
    return new NerTagger()
        .setWordDimension(12)
        .setCharacterDimension(6)
        .setCharacterFilters(6)
        .setHidden(16)
        .setEpochs(2)
        .setBatchSize(2)
        .setAveragingWarmUp(4)
        .setAveragingInterval(2);
  }

  private static Dataset<Row> sentences(SparkSession spark) {
    return spark
        .range(0, 64, 1, 2)
        .selectExpr(
            """
            array(element_at(array('Ada', 'Alan', 'Grace', 'Edsger'), cast(id % 4 AS int) + 1),
                  'visited', concat('town', cast(id % 7 AS string)), '.') AS tokens
            """,
            "array('B-PER', 'O', 'B-LOC', 'O') AS tags");
  }

  private static boolean sameWeights(NerModel found, NerModel expected) {
    for (Tensor tensor : expected.weights().tensors()) {
      if (!Arrays.equals(found.weights().values(tensor.name()), tensor.values())) {
        return false;
      }
    }
    return true;
  }

  /** Kills the process of an executor when its time has come. */
  private static final class Killer extends SparkListener {
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicInteger tasks = new AtomicInteger();
    private volatile boolean armed;

    @Override
    public void onTaskStart(SparkListenerTaskStart task) {
      if (armed && tasks.incrementAndGet() == TASKS_BEFORE_THE_KILL) {
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().command().orElse("").endsWith("/java"))
            .findFirst()
            .filter(ProcessHandle::destroyForcibly)
            .ifPresent(process -> killed.incrementAndGet());
      }
    }
  }
}
