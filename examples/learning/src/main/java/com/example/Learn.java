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

package com.example;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkner.spark.EntityEvaluator;
import org.sparkner.spark.NerTagger;
import org.sparkner.spark.NerTaggerModel;

/**
 * Learns from labelled sentences and tags a text: {@code Learn TRAIN DEV MODEL TEXT}. TRAIN and DEV
 * are files in the format CoNLL; the model is written to MODEL.
 */
public final class Learn {
  private Learn() {}

  public static void main(String[] arguments) throws Exception {
    SparkSession spark = SparkSession.builder().master("local[2]").getOrCreate();
    Dataset<Row> train = spark.read().format("conll").load(arguments[0]);
    Dataset<Row> dev = spark.read().format("conll").load(arguments[1]);

    NerTaggerModel model =
        new NerTagger()
            .setInputCol("tokens")
            .setLabelCol("tags")
            .setHidden(16) // small and short, for a first try
            .setEpochs(20)
            .setLearningRate(0.05)
            .fit(train);
    model.write().overwrite().save(arguments[2]);

    double f1 = new EntityEvaluator().evaluate(model.transform(dev));
    System.out.printf("F1 %.2f%n", 100 * f1);
    Dataset<Row> texts =
        spark.createDataset(List.of(arguments[3]), Encoders.STRING()).toDF("text");
    NerTaggerModel.load(arguments[2])
        .setInputCol("text")
        .transform(texts)
        .selectExpr("inline(entities)")
        .select("type", "text", "confidence")
        .toJSON()
        .collectAsList()
        .forEach(System.out::println);
    spark.stop();
  }
}
