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

package com.example

import org.apache.spark.ml.Pipeline
import org.apache.spark.ml.feature.SQLTransformer
import org.apache.spark.sql.SparkSession
import org.sparkner.spark.NerTaggerModel

/** Prints the entities of a text twice, found by a pipeline and in SQL: `Query MODEL TEXT`. */
object Query {
  def main(arguments: Array[String]): Unit = {
    val Array(model, text) = arguments
    val spark = SparkSession.builder
      .master("local[2]")
      .config("spark.sql.extensions", "org.sparkner.spark.NerExtensions")
      .config("spark.sparkner.model", model)
      .getOrCreate()
    import spark.implicits._

    val documents = Seq(text).toDF("body")
    val pipeline = new Pipeline().setStages(
      Array(
        new SQLTransformer().setStatement("SELECT *, trim(body) AS text FROM __THIS__"),
        NerTaggerModel.load(model).setInputCol("text")))
    val tagged = pipeline.fit(documents).transform(documents)
    tagged.select($"entities").toJSON.collect().foreach(found => println(s"pipeline $found"))

    documents.createOrReplaceTempView("documents")
    spark
      .sql("SELECT ner(trim(body)) AS entities FROM documents")
      .toJSON
      .collect()
      .foreach(found => println(s"SQL $found"))
    spark.stop()
  }
}
