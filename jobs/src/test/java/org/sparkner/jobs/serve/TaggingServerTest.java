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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.model.RandomModel;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.Tagger;

class TaggingServerTest {
  private static final String CONFIG =
      "<View><Labels name=\\\"ner\\\" toName=\\\"doc\\\"><Label value=\\\"per\\\"/><Label"
          + " value=\\\"Place\\\" alias=\\\"LOC\\\"/></Labels><Text name=\\\"doc\\\""
          + " value=\\\"$body\\\"/></View>";

  private final Tagger tagger = Tagger.of(RandomModel.tiny());
  private final StringWriter errors = new StringWriter();
  private final HttpClient client = HttpClient.newHttpClient();
  private TaggingServer server;

  @BeforeEach
  void start() {
    server =
        TaggingServer.start(
            new ServedModel(tagger, "tiny-1"),
            new Limits(2, 1 << 20, Duration.ofSeconds(20)),
            new InetSocketAddress("127.0.0.1", 0),
            new PrintWriter(errors, true));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.url() + path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }

  @Test
  void aTextIsTaggedAsByTheTagger() throws Exception {
    String text = "\ud83d\ude00 Ada w1 lives in London";

    HttpResponse<String> response = post("/tag", "{\"text\": \"" + text + "\", \"readings\": 3}");

    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode entities = json(response).get("entities");
    assertThat(entities).isNotEmpty().hasSameSizeAs(tagger.tag(text));
    for (int i = 0; i < entities.size(); i++) {
      Entity entity = tagger.tag(text).get(i);
      assertThat(entities.get(i).get("begin").asInt()).isEqualTo(entity.begin());
      assertThat(entities.get(i).get("confidence").asDouble()).isEqualTo(entity.confidence());
    }
    assertThat(json(response).at("/sentences/0")).hasSize(3);
  }

  @Test
  void labelStudioGetsRegionsWithItsOwnNamesAndScores() throws Exception {
    String text = "Ada w1 lives in London with w2 and w3";

    HttpResponse<String> response =
        post(
            "/predict",
            "{\"tasks\": [{\"id\": 7, \"data\": {\"body\": \""
                + text
                + "\"}}], \"label_config\": \""
                + CONFIG
                + "\"}");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode prediction = json(response).at("/results/0");
    assertThat(prediction.get("model_version").asText()).isEqualTo("tiny-1");
    assertThat(prediction.get("result")).isNotEmpty().hasSameSizeAs(tagger.tag(text));
    for (JsonNode region : prediction.get("result")) {
      assertThat(region.get("from_name").asText()).isEqualTo("ner");
      assertThat(region.get("to_name").asText()).isEqualTo("doc");
      assertThat(region.get("type").asText()).isEqualTo("labels");
      assertThat(region.at("/value/labels/0").asText()).isIn("per", "Place");
      assertThat(text.substring(region.at("/value/start").asInt(), region.at("/value/end").asInt()))
          .isEqualTo(region.at("/value/text").asText());
      assertThat(region.get("score").asDouble()).isBetween(prediction.get("score").asDouble(), 1.0);
    }
  }

  @Test
  void labelStudiosOtherCallsAreAnswered() throws Exception {
    assertThat(json(get("/health")).get("status").asText()).isEqualTo("UP");
    assertThat(
            json(post("/setup", "{\"project\": \"1.2\", \"schema\": \"" + CONFIG + "\"}"))
                .get("model_version")
                .asText())
        .isEqualTo("tiny-1");
    assertThat(post("/webhook", "{\"action\": \"ANNOTATION_CREATED\"}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void externalEntitiesOfAConfigurationAreNotRead() throws Exception {
    HttpResponse<String> response =
        post(
            "/setup",
            "{\"schema\": \"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><View>&x;</View>\"}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).doesNotContain("root:");
  }

  @ParameterizedTest
  @CsvSource({
    "/tag, '{}', 400, has no text",
    "/tag, 'no', 400, no JSON",
    "/tag, '[1]', 400, no JSON object",
    "/predict, '{\"tasks\": [{\"id\": 3, \"data\": {}}]}', 400, task 3 has no text in data.text",
    "/nowhere, '{}', 404, there is no /nowhere",
    "/health, '{}', 405, '/health takes GET, HEAD'"
  })
  void whatCannotBeAnsweredIsALineOfJsonForBoth(
      String path, String body, int status, String message) throws Exception {
    HttpResponse<String> response = post(path, body);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(json(response).get("error").asText()).contains(message);
    assertThat(response.body().lines()).hasSize(1);
    JsonNode logged = new ObjectMapper().readTree(errors.toString());
    assertThat(logged.get("status").asInt()).isEqualTo(status);
    assertThat(logged.get("path").asText()).isEqualTo(path);
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    HttpResponse<String> response = post("/tag", "{\"text\": \"" + "a ".repeat(600_000) + "\"}");

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).contains("over 1 MB", "--max-megabytes");
  }

  @Test
  void aFormOfAnotherSiteIsRefused() throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create(server.url() + "/tag"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"text\": \"Ada\"}"))
                .build(),
            BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(415);
  }

  @Test
  void anotherNameForThisMachineIsRefused() throws Exception {
    URI url = URI.create(server.url());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /health HTTP/1.1\r\nHost: evil.example:9090\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 403").contains("evil.example");
    }
  }

  @Test
  void thePageTakesNothingFromElsewhereAndWritesNoMarkup() throws Exception {
    HttpResponse<String> page = get("/");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("http://", "https://", "onclick", "style=");
    assertThat(get("/page.js").body()).doesNotContain("innerHTML", "eval(", "document.write");
    assertThat(get("/page.css").statusCode()).isEqualTo(200);
  }

  @Test
  void prometheusReadsWhatWasTagged() throws Exception {
    post("/tag", "{\"text\": \"Ada left London\"}");

    assertThat(get("/metrics").body().lines())
        .contains("# TYPE spark_ner_tokens_total counter", "spark_ner_tokens_total 3");
  }

  @Test
  void manyAtOnceAreAllAnswered() throws Exception {
    var answers =
        java.util.stream.IntStream.range(0, 40)
            .mapToObj(
                i ->
                    client.sendAsync(
                        HttpRequest.newBuilder(URI.create(server.url() + "/tag"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"text\": \"Ada " + i + "\"}"))
                            .build(),
                        BodyHandlers.ofString()))
            .toList();

    for (var answer : answers) {
      // A queue that is full says so; nothing hangs and nothing else fails.
      assertThat(answer.get().statusCode()).isIn(200, 503);
    }
    assertThat(post("/tag", "{\"text\": \"Ada\"}").statusCode()).isEqualTo(200);
  }
}
