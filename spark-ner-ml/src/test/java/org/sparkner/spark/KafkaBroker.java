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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A Kafka broker in a process of its own, and a client of its topics that knows no Spark. */
final class KafkaBroker implements AutoCloseable {
  /** Maven may have to bring the broker first. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private static final int PARTITIONS = 3;

  private final Process process;
  private final String address;
  private final Admin admin;

  private KafkaBroker(Process process, String address) {
    this.process = process;
    this.address = address;
    this.admin =
        Admin.create(
            Map.of(
                "bootstrap.servers",
                address,
                "default.api.timeout.ms",
                (int) PATIENCE.toMillis(),
                "request.timeout.ms",
                10_000));
  }

  /** Starts a broker whose topics and log are in the directory. */
  static KafkaBroker start(Path directory) throws IOException {
    int port = freePort();
    Process process =
        new ProcessBuilder(
                Path.of("..", "build-tools", "kafka-broker").toString(),
                Integer.toString(port),
                Integer.toString(freePort()),
                directory.resolve("data").toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("kafka.log").toFile())
            .start();
    return new KafkaBroker(process, "127.0.0.1:" + port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Host and port for clients. */
  String address() {
    return address;
  }

  /** Makes a topic of three partitions; waits until the broker runs. */
  void create(String topic) throws InterruptedException, ExecutionException {
    admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
  }

  /** Sends messages, by their keys, and waits until the broker has them. */
  void send(String topic, Map<String, String> messages) {
    Map<String, Object> settings = Map.of("bootstrap.servers", address, "acks", "all");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      messages.forEach((key, text) -> producer.send(new ProducerRecord<>(topic, key, text)));
      producer.flush();
    }
  }

  /** All messages of a topic, key and value, as the broker has them now. */
  List<Map.Entry<String, String>> messages(String topic) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", address);
    settings.put("isolation.level", "read_committed");
    List<TopicPartition> partitions = new ArrayList<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      partitions.add(new TopicPartition(topic, partition));
    }
    List<Map.Entry<String, String>> found = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
        for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofSeconds(1))) {
          found.add(Map.entry(message.key(), message.value()));
        }
      }
    }
    return found;
  }

  @Override
  public void close() throws InterruptedException {
    admin.close(Duration.ZERO);
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
