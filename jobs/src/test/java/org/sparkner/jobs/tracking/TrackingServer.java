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

package org.sparkner.jobs.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** As much of an MLflow tracking server as a training meets, with one run; it keeps what comes. */
final class TrackingServer implements AutoCloseable {
  static final String RUN = "5ca1ab1e";

  private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
  private final List<String> statuses = new ArrayList<>();
  private final Map<String, String> params = new LinkedHashMap<>();
  private final List<String> metrics = new ArrayList<>();
  private final Map<String, Integer> artefacts = new LinkedHashMap<>();
  private final String artefactsAt;
  private JsonNode created;
  private boolean failing;

  /**
   * @param artefactsAt where it says that artefacts are kept
   */
  TrackingServer(String artefactsAt) throws IOException {
    this.artefactsAt = artefactsAt;
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From the next epoch on it answers nothing but errors. */
  void failAfterTheBeginning() {
    failing = true;
  }

  /** What the run was made with. */
  JsonNode created() {
    return created;
  }

  /** The states that the run was set to. */
  List<String> statuses() {
    return statuses;
  }

  Map<String, String> params() {
    return params;
  }

  /** Names and steps of the values, as in {@code loss 1}. */
  List<String> metrics() {
    return metrics;
  }

  /** Bytes by path. */
  Map<String, Integer> artefacts() {
    return artefacts;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    int code = 200;
    String text = "{}";
    if (path.endsWith("/experiments/get-by-name")) {
      code = 404;
      text = "{\"error_code\": \"RESOURCE_DOES_NOT_EXIST\", \"message\": \"none\"}";
    } else if (path.endsWith("/experiments/create")) {
      text = "{\"experiment_id\": \"7\"}";
    } else if (path.endsWith("/runs/create")) {
      created = new ObjectMapper().readTree(body);
      text = run();
    } else if (path.endsWith("/runs/get")) {
      text = run();
    } else if (path.contains("/mlflow-artifacts/")) {
      artefacts.put(path.replaceFirst(".*/mlflow-artifacts/artifacts/", ""), body.length);
    } else {
      JsonNode object = new ObjectMapper().readTree(body);
      if (failing && !object.has("params")) {
        code = 500;
        text = "{\"error_code\": \"INTERNAL_ERROR\", \"message\": \"the disk is\\nfull\"}";
      } else if (object.has("status")) {
        statuses.add(object.get("status").asText());
      } else {
        object.path("params").forEach(p -> params.put(text(p, "key"), text(p, "value")));
        object.path("metrics").forEach(m -> metrics.add(text(m, "key") + " " + text(m, "step")));
      }
    }
    byte[] answer = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private String run() {
    return "{\"run\": {\"info\": {\"run_id\": \""
        + RUN
        + "\", \"experiment_id\": \"7\", \"artifact_uri\": \""
        + artefactsAt
        + "\"}}}";
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asText();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
