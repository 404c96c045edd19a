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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.streaming.MemoryStream;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.collection.JavaConverters;

/** The steps of docs/INCREMENTAL.md, on a stream in memory with the columns of Kafka's source. */
@Tag("slow")
class KafkaShapedStreamTest extends SparkTest {
  @Test
  void messagesBecomeMessagesWithTheirEntities() throws Exception {
    MemoryStream<byte[]> values =
        new MemoryStream<>(1, SPARK.sqlContext(), Option.empty(), Encoders.BINARY());
    Dataset<Row> messages =
        values
            .toDF()
            .selectExpr(
                "CAST('key' AS BINARY) AS key",
                "value",
                "'documents' AS topic",
                "0 AS partition",
                "0L AS offset");

    Dataset<Row> documents = messages.selectExpr("key", "CAST(value AS STRING) AS text");
    Dataset<Row> answers =
        new NerTaggerModel(TinyModel.entities())
            .setInputCol("text")
            .transform(documents)
            .selectExpr("key", "to_json(struct(text, entities)) AS value");
    StreamingQuery query = answers.writeStream().format("memory").queryName("answers").start();
    try {
      values.addData(JavaConverters.asScalaBuffer(List.of(message("Ada met w1 😀."))));
      query.processAllAvailable();
      values.addData(JavaConverters.asScalaBuffer(List.of(message("w2"))));
      query.processAllAvailable();
    } finally {
      query.stop();
    }

    List<Row> written = SPARK.table("answers").collectAsList();
    assertThat(written).hasSize(2);
    JsonNode first = new ObjectMapper().readTree(written.get(0).getString(1));
    assertThat(first.get("text").asText()).isEqualTo("Ada met w1 😀.");
    assertThat(first.get("entities").isArray()).isTrue();
  }

  private static byte[] message(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
