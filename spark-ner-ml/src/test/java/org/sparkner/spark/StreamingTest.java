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

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Tag("lines")
class StreamingTest extends SparkTest {
  @TempDir Path folder;

  @Test
  void aStreamIsTaggedAsItComes() throws Exception {
    Dataset<Row> lines = SPARK.readStream().textFile(folder.toString()).toDF("text");
    Dataset<Row> tagged =
        new NerTaggerModel(TinyModel.entities()).setInputCol("text").transform(lines);

    assertThat(tagged.isStreaming()).isTrue();
    StreamingQuery query = tagged.writeStream().format("memory").queryName("taggedStream").start();
    try {
      Files.writeString(folder.resolve("1.txt"), "Ada met w1.\nw2 in w3\n");
      query.processAllAvailable();
      assertThat(SPARK.table("taggedStream").count()).isEqualTo(2);

      Files.writeString(folder.resolve("2.txt"), "w4\n");
      query.processAllAvailable();
      assertThat(SPARK.table("taggedStream").where("entities IS NOT NULL").count()).isEqualTo(3);
    } finally {
      query.stop();
    }
  }
}
