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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkner.spark.tagging.TaggingCounts;

/**
 * Tags rows of very unlike sizes in two tasks: empty ones and nulls by the ten thousand, 800
 * megabytes in rows of two that are mostly blanks, and one sentence of five megabytes. Prints what
 * it counted.
 */
public final class SkewJob {
  private SkewJob() {}

  /** No arguments. */
  public static void main(String[] arguments) throws IOException {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "localhost")
            .getOrCreate()) {
      Dataset<Row> texts =
          texts(spark, 100_000, "''")
              .union(texts(spark, 20_000, "cast(null AS string)"))
              .union(texts(spark, 400, "concat(repeat(' ', 2000000), 'w' || id)"))
              .union(
                  texts(
                      spark,
                      1,
                      "repeat('Constantinopolitanisation-the-second' || id || ' ', 130000)"))
              .coalesce(2);
      TaggingCounts counts = new TaggingCounts();
      spark.sparkContext().register(counts);
      new NerTaggerModel(TinyModel.entities())
          .setInputCol("text")
          .transform(texts, counts)
          .write()
          .format("noop")
          .mode("overwrite")
          .save();
      TaggingCounts.Counted counted = counts.value();
      System.out.println(
          "rows="
              + counted.documents()
              + " unread="
              + counted.unread()
              + " tokens="
              + counted.tokens()
              + " entities="
              + (counted.found() > 0));
    }
  }

  private static Dataset<Row> texts(SparkSession spark, int rows, String text) {
    return spark.range(0, rows, 1, 1).selectExpr(text + " AS text");
  }
}
