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

package org.sparkner.benchmarks;

import java.lang.ref.Reference;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkner.model.Weights;
import org.sparkner.spark.NerTaggerModel;
import org.sparkner.tagger.Tagger;

/**
 * Small jobs of one Spark session that tag at the same time with copies of one stage.
 *
 * @param jobs how many
 * @param different jobs that did not give what a job alone gives
 * @param models copies of the weights that there are in the process afterwards, more than before
 * @param taggers likewise
 * @param seconds that all jobs took
 */
record ConcurrentJobs(int jobs, long different, long models, long taggers, double seconds) {
  /**
   * Runs them all at once.
   *
   * @param model where it is saved
   */
  static ConcurrentJobs run(SparkSession spark, String model, List<String> texts, int jobs) {
    long weightsBefore = Diagnostics.live(Weights.class);
    long taggersBefore = Diagnostics.live(Tagger.class);
    NerTaggerModel stage = NerTaggerModel.load(model).setInputCol("text");
    Dataset<Row> rows = spark.createDataset(texts, Encoders.STRING()).toDF("text");
    List<Row> expected = tagged(stage, rows);
    LongAdder different = new LongAdder();
    double seconds =
        Together.seconds(
            jobs,
            () ->
                () -> {
                  if (!tagged(stage, rows).equals(expected)) {
                    different.increment();
                  }
                });
    ConcurrentJobs result =
        new ConcurrentJobs(
            jobs,
            different.sum(),
            Diagnostics.live(Weights.class) - weightsBefore,
            Diagnostics.live(Tagger.class) - taggersBefore,
            seconds);
    Reference.reachabilityFence(stage); // or its model might be collected before it is counted
    return result;
  }

  private static List<Row> tagged(NerTaggerModel stage, Dataset<Row> rows) {
    return stage.copy(ParamMap.empty()).transform(rows).collectAsList();
  }
}
