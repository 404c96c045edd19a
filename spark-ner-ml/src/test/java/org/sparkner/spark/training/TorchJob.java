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

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.UsageException;
import org.sparkner.spark.NerTagger;
import org.sparkner.spark.NerTaggerModel;

/**
 * Trains on two executors by libtorch and tags with the model; then on a GPU, which this build does
 * not have.
 */
public final class TorchJob {
  private TorchJob() {}

  public static void main(String[] arguments) {
    String options =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> option.startsWith("--add-") || option.startsWith("-Djdk."))
            .collect(Collectors.joining(" "));
    try (SparkSession spark =
        SparkSession.builder()
            .master("local-cluster[2,1,1024]")
            .config("spark.ui.enabled", "false")
            .config("spark.executor.memory", "1g")
            .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
            .config("spark.executor.extraJavaOptions", options)
            .config("spark.scheduler.minRegisteredResourcesRatio", "1")
            .getOrCreate()) {
      Dataset<Row> data =
          spark
              .range(120)
              .selectExpr(
                  "array(IF(id % 3 = 0, 'Ada', 'Alan'), 'waits', 'in', concat('Town', id % 7))"
                      + " AS tokens",
                  "array('B-PER', 'O', 'O', 'B-LOC') AS tags");
      NerTagger tagger =
          new NerTagger()
              .setNumWorkers(2)
              .setTrainingBackend("torch")
              .setWordDimension(10)
              .setHidden(12)
              .setEpochs(6)
              .setAveragingInterval(8)
              .setAveragingWarmUp(0)
              .setLearningRate(0.1)
              .setRateScaling(0);
      NerTaggerModel model = tagger.fit(data);
      List<Row> entities =
          model
              .transform(data.limit(1))
              .selectExpr("concat_ws(' ', transform(entities, e -> e.type)) AS types")
              .collectAsList();
      System.out.println("types: " + entities.get(0).getString(0));
      System.out.println("error: " + onGpu(tagger, data));
    }
  }

  private static String onGpu(NerTagger tagger, Dataset<Row> data) {
    try {
      tagger.setTrainingDevice("cuda").fit(data);
      return "none";
    } catch (UsageException e) {
      return e.getMessage();
    }
  }
}
