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

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.UsageException;

/**
 * Trains on two executors by libtorch and tags with the model; then on a GPU, which this build does
 * not have.
 */
final class LibtorchTraining {
  private LibtorchTraining() {}

  /** The types that the model finds in the first row, and what is said of the GPU. */
  static String report(SparkSession spark) {
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
    return "types: " + entities.get(0).getString(0) + "\nerror: " + onGpu(tagger, data);
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
