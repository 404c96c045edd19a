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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.sparkner.error.UsageException;

/**
 * An MLflow tracking server by its REST API, version 2.0, which servers of MLflow 2 and 3 and
 * Databricks speak. Credentials come from the variables of the environment that MLflow's own
 * clients read, and from nowhere else.
 */
final class MlflowServer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final Duration UPLOAD = Duration.ofHours(1);
  private static final String API = "/api/2.0/mlflow/";
  private static final String ARTEFACTS = "/api/2.0/mlflow-artifacts/artifacts/";
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int MESSAGE = 300;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final String address;
  private final String authorization;

  private MlflowServer(String address, String authorization) {
    this.address = address;
    this.authorization = authorization;
  }

  /**
   * The server of an address; nothing is sent.
   *
   * @throws UsageException if it is not one of HTTP
   */
  static MlflowServer at(String address, Map<String, String> environment) {
    try {
      String scheme = new URI(address).getScheme();
      if (("http".equals(scheme) || "https".equals(scheme)) && new URI(address).getHost() != null) {
        return new MlflowServer(address.replaceAll("/+$", ""), authorization(environment));
      }
    } catch (URISyntaxException e) {
      throw noServer(address, e);
    }
    throw noServer(address, null);
  }

  private static UsageException noServer(String address, URISyntaxException cause) {
    return new UsageException(
        "--tracking mlflow: found "
            + address
            + ", expected the address of a tracking server such as http://127.0.0.1:5000; for a"
            + " directory, start one: mlflow server --backend-store-uri DIR",
        cause);
  }

  private static String authorization(Map<String, String> environment) {
    String token = environment.get("MLFLOW_TRACKING_TOKEN");
    String user = environment.get("MLFLOW_TRACKING_USERNAME");
    if (token != null) {
      return "Bearer " + token;
    }
    if (user != null) {
      String both = user + ":" + environment.getOrDefault("MLFLOW_TRACKING_PASSWORD", "");
      return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
    return null;
  }

  /** Asks; null where there is nothing of the kind. */
  JsonNode find(String path, String key, String value) throws IOException {
    String query = "?" + key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    HttpResponse<String> answer = send(request(API + path + query, ANSWER).GET());
    return answer.statusCode() == NOT_FOUND ? null : read(path, answer);
  }

  /** Sends an object and gives the answer. */
  JsonNode post(String path, Map<String, Object> body) throws IOException {
    HttpRequest.Builder request =
        request(API + path, ANSWER)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(text(body)));
    return read(path, send(request));
  }

  /**
   * Sends a file.
   *
   * @param path of the artefact below the root of the server's artefacts
   */
  void put(String path, Path file) throws IOException {
    String encoded = URLEncoder.encode(path, StandardCharsets.UTF_8);
    String readable = encoded.replace("+", "%20").replace("%2F", "/");
    HttpRequest.Builder request =
        request(ARTEFACTS + readable, UPLOAD)
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofFile(file));
    read(path, send(request));
  }

  private static String text(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path, Duration timeout) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(timeout);
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (InterruptedIOException) new InterruptedIOException("interrupted").initCause(e);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? "no connection" : e.getMessage();
      throw new IOException(address + " does not answer (" + reason + ")", e);
    }
  }

  /** The object of an answer; null of one without. */
  private JsonNode read(String path, HttpResponse<String> answer) throws IOException {
    String body = answer.body();
    if (answer.statusCode() != OK) {
      throw new IOException(
          address + " answers " + answer.statusCode() + " to " + path + ": " + message(body));
    }
    try {
      return body.isBlank() ? null : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IOException(address + " is no MLflow tracking server: " + message(body), e);
    }
  }

  private static String message(String body) {
    String text = body;
    try {
      JsonNode message = JSON.readTree(body).get("message");
      text = message == null ? body : message.asText();
    } catch (JsonProcessingException e) {
      text = body.isEmpty() ? "nothing more" : body;
    }
    String line = text.replaceAll("\\s+", " ").strip();
    return line.substring(0, Math.min(MESSAGE, line.length()));
  }

  @Override
  public String toString() {
    return address;
  }
}
