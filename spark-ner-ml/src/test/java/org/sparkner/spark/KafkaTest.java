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

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steps of docs/INCREMENTAL.md with a real broker, by the connector of the Spark that the tests
 * run on.
 */
@Tag("long")
@Tag("lines")
class KafkaTest extends SparkTest {
  private static final int BATCH = 12;

  @TempDir private static Path shared;
  private static KafkaBroker broker;
  @TempDir private Path directory;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = KafkaBroker.start(shared);
  }

  @AfterAll
  static void stopBroker() throws InterruptedException {
    broker.close();
  }

  @Test
  void messagesBecomeMessagesWithTheirEntities() throws Exception {
    broker.create("letters");
    broker.create("entities");
    Map<String, String> letters = messages(0, 40);
    broker.send("letters", letters);

    StreamingQuery query =
        tagged(documents("letters"))
            .writeStream()
            .format("kafka")
            .option("kafka.bootstrap.servers", broker.address())
            .option("topic", "entities")
            .option("checkpointLocation", directory.resolve("checkpoint").toString())
            .start();
    query.processAllAvailable();
    query.stop();

    assertThat(broker.messages("entities"))
        .containsExactlyInAnyOrderElementsOf(expected(letters).entrySet());
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aRestartFromTheCheckpointNeitherLosesNorDoublesRows() throws Exception {
    broker.create("documents");
    Map<String, String> documents = messages(0, 60);
    broker.send("documents", documents);
    Path output = directory.resolve("tagged");
    DataStreamWriter<Row> writer =
        tagged(documents("documents"))
            .writeStream()
            .format("parquet")
            .option("checkpointLocation", directory.resolve("checkpoint").toString())
            .option("path", output.toString());

    for (int batch = 0; batch < 3; batch++) {
      StreamingQuery interrupted = writer.start();
      awaitBegun(batch);
      interrupted.stop();
    }
    Map<String, String> later = messages(60, 20);
    broker.send("documents", later);
    documents.putAll(later);
    StreamingQuery last = writer.start();
    last.processAllAvailable();
    last.stop();

    List<Map.Entry<String, String>> rows =
        SPARK
            .read()
            .parquet(output.toString())
            .as(Encoders.tuple(Encoders.STRING(), Encoders.STRING()))
            .collectAsList()
            .stream()
            .map(row -> Map.entry(row._1(), row._2()))
            .toList();
    assertThat(rows).containsExactlyInAnyOrderElementsOf(expected(documents).entrySet());
  }

  /** Waits until a batch, or a later one, is in the checkpoint: it runs then. */
  private void awaitBegun(int batch) throws Exception {
    Path offsets = directory.resolve("checkpoint/offsets");
    while (begun(offsets) <= batch) {
      Thread.sleep(5);
    }
  }

  private static long begun(Path offsets) throws Exception {
    if (Files.notExists(offsets)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(offsets)) {
      return files.filter(file -> file.getFileName().toString().matches("\\d+")).count();
    }
  }

  private static Dataset<Row> documents(String topic) {
    return SPARK
        .readStream()
        .format("kafka")
        .option("kafka.bootstrap.servers", broker.address())
        .option("subscribe", topic)
        .option("startingOffsets", "earliest")
        .option("maxOffsetsPerTrigger", BATCH)
        .load()
        .selectExpr("CAST(key AS STRING) AS key", "CAST(value AS STRING) AS text");
  }

  private static Dataset<Row> tagged(Dataset<Row> documents) {
    return new NerTaggerModel(TinyModel.entities())
        .setInputCol("text")
        .transform(documents)
        .select(expr("key"), expr("to_json(struct(text, entities)) AS value"));
  }

  /** What the stage finds in the same texts without a stream, by key. */
  private static Map<String, String> expected(Map<String, String> texts) {
    List<Row> rows =
        tagged(
                SPARK
                    .createDataset(
                        texts.entrySet().stream()
                            .map(text -> text.getKey() + " " + text.getValue())
                            .toList(),
                        Encoders.STRING())
                    .selectExpr(
                        "substring_index(value, ' ', 1) AS key",
                        "substr(value, instr(value, ' ') + 1) AS text"))
            .collectAsList();
    assertThat(rows.toString()).contains("\"confidence\":");
    return rows.stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
  }

  private static Map<String, String> messages(int first, int count) {
    Map<String, String> messages = new TreeMap<>();
    for (int i = first; i < first + count; i++) {
      messages.put("key" + i, "Ada met w" + i % 20 + " 😀 in w" + i % 7 + ".");
    }
    return messages;
  }
}
