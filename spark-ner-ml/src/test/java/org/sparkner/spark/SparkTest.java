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

import org.apache.spark.sql.SparkSession;

/** Gives every test class the same local session of two threads, with Spark's pages. */
public abstract class SparkTest {
  protected static final SparkSession SPARK =
      SparkSession.builder()
          .master("local[2]")
          .appName("spark-ner-ml tests")
          .config("spark.ui.port", "0")
          .config(
              "spark.metrics.conf.*.sink.prometheusServlet.class",
              "org.apache.spark.metrics.sink.PrometheusServlet")
          .config("spark.metrics.conf.*.sink.prometheusServlet.path", "/metrics/prometheus")
          .config("spark.sql.shuffle.partitions", "2")
          .config("spark.driver.host", "localhost")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .getOrCreate();
}
