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

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkner.model.Weights;
import org.sparkner.spark.NerTaggerModel;
import org.sparkner.tagger.Tagger;

/**
 * A model that is replaced again and again in one process, and what that leaves behind.
 *
 * @param times it was replaced
 * @param different models that did not find what the first one found
 * @param models whose weights are still there at the end
 * @param growth of each resource from a tenth of the way on
 */
record ReplacedModels(int times, long different, long models, Map<Resource, Double> growth) {
  private static final int PATIENCE_SECONDS = 20;

  /** Loads a model, tags with it and lets it go; so many times. */
  static ReplacedModels taggers(Path model, String text, int times) throws InterruptedException {
    return run(() -> Tagger.load(model).tag(text), times);
  }

  /** The same with a stage of Spark, which sends the model to its executors each time. */
  static ReplacedModels stages(SparkSession spark, Path model, String text, int times)
      throws InterruptedException {
    Dataset<Row> rows = spark.createDataset(List.of(text), Encoders.STRING()).toDF("text");
    String place = model.toUri().toString();
    return run(
        () -> NerTaggerModel.load(place).setInputCol("text").transform(rows).collectAsList(),
        times);
  }

  private static ReplacedModels run(Supplier<Object> replacement, int times)
      throws InterruptedException {
    long weightsBefore = Diagnostics.live(Weights.class);
    Object expected = replacement.get();
    long different = 0;
    Map<Resource, Double> begin = Map.of();
    for (int i = 0; i < times; i++) {
      if (i == times / 10) {
        begin = Resource.all();
      }
      if (!replacement.get().equals(expected)) {
        different++;
      }
    }
    long models = Diagnostics.live(Weights.class) - weightsBefore;
    for (int i = 0; i < PATIENCE_SECONDS && models > 1; i++) {
      TimeUnit.SECONDS.sleep(1); // Spark lets go of broadcasts some time after they are collected
      models = Diagnostics.live(Weights.class) - weightsBefore;
    }
    Map<Resource, Double> growth = new EnumMap<>(Resource.class);
    Map<Resource, Double> from = begin;
    Resource.all().forEach((resource, value) -> growth.put(resource, value - from.get(resource)));
    return new ReplacedModels(times, different, models, growth);
  }
}
