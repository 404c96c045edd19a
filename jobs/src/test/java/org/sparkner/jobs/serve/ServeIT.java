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

package org.sparkner.jobs.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;

/** {@code serve} as a process that a signal ends. */
@Tag("slow")
class ServeIT {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void servesUntilASignalAndEndsInOrder(String signal) throws Exception {
    Path out = directory.resolve("out");
    Process process =
        CommandLineRun.start(
            CommandLineRun.HOME.resolve("bin/spark-ner"),
            Map.of(),
            out,
            directory.resolve("err"),
            "serve",
            "--model",
            TinyModel.random(directory),
            "--port",
            "0");
    while (Files.notExists(out) || Files.readString(out).lines().count() < 1) {
      assertThat(process.isAlive()).as(Files.readString(directory.resolve("err"))).isTrue();
      Thread.sleep(50);
    }
    String url = Files.readString(out).replaceAll("(?s) .*", "");

    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url + "/tag"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"text\": \"Ada left London.\"}"))
                    .build(),
                BodyHandlers.ofString());
    new ProcessBuilder("kill", "-" + signal, process.pid() + "").start().waitFor();

    assertThat(url).startsWith("http://127.0.0.1:");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(lines.size() - 1)).isEqualTo("ended after 1 requests");
    assertThat(process.exitValue()).isZero();
    assertThat(Files.readAllLines(directory.resolve("err")))
        .noneMatch(line -> line.contains("error") || line.startsWith("\tat"));
  }
}
