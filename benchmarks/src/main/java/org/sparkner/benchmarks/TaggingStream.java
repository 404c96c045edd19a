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

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.sparkner.spark.NerTaggerModel;

/**
 * A structured stream from files of JSON lines to files of JSON lines, as a user writes one; {@code
 * benchmarks/chaos} kills it. It ends when all that is there has been tagged.
 */
public final class TaggingStream {
  private TaggingStream() {}

  /**
   * @param arguments model, input, output, checkpoint, and how many files make a batch
   */
  public static void main(String[] arguments)
      throws IOException, StreamingQueryException, TimeoutException {
    try (SparkSession spark = SparkSession.builder().appName("tagging-stream").getOrCreate()) {
      Dataset<Row> documents =
          spark
              .readStream()
              .schema("id BIGINT, text STRING")
              .option("maxFilesPerTrigger", arguments[4])
              .json(arguments[1]);
      NerTaggerModel.load(arguments[0])
          .setInputCol("text")
          .transform(documents)
          .writeStream()
          .format("json")
          .option("ignoreNullFields", false)
          .option("path", arguments[2])
          .option("checkpointLocation", arguments[3])
          .trigger(Trigger.AvailableNow())
          .start()
          .awaitTermination();
    }
  }
}
