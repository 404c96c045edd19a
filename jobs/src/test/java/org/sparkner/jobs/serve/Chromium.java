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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A headless Chromium, driven by its DevTools protocol. */
final class Chromium implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = 120;

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();

  private Chromium(Process process, URI page) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, new Listener()).join();
  }

  /** Whether one is installed. */
  static boolean isThere() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "chromium")));
  }

  static Chromium start(Path profile) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("log").toFile())
            .start();
    Path port = profile.resolve("DevToolsActivePort");
    for (int i = 0; Files.notExists(port) || Files.size(port) == 0; i++) {
      if (!process.isAlive() || i > 10 * SECONDS) {
        process.destroyForcibly();
        throw new IOException(Files.readString(profile.resolve("log")));
      }
      Thread.sleep(100);
    }
    URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list");
    JsonNode pages =
        JSON.readTree(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                .body());
    for (JsonNode page : pages) {
      if (page.path("type").asText().equals("page")) {
        Chromium browser =
            new Chromium(process, URI.create(page.get("webSocketDebuggerUrl").asText()));
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
          browser.call(domain + ".enable", Map.of());
        }
        return browser;
      }
    }
    throw new IOException("no page in " + pages);
  }

  JsonNode call(String method, Map<String, Object> params) throws IOException {
    int id = next.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    socket
        .sendText(
            JSON.writeValueAsString(Map.of("id", id, "method", method, "params", params)), true)
        .join();
    return answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  /** The value of an expression in the page, once it is true; fails where it never is. */
  String await(String expression) throws IOException, InterruptedException {
    String value = "";
    for (int i = 0; i < 10 * SECONDS; i++) {
      value = evaluate(expression);
      if (!List.of("", "false", "null", "undefined", "0").contains(value)) {
        return value;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(expression + " stays " + value + "; " + problems());
  }

  String evaluate(String expression) throws IOException {
    return call("Runtime.evaluate", Map.of("expression", expression))
        .at("/result/result/value")
        .asText("undefined");
  }

  /** What the console says of errors, and exceptions. */
  List<String> problems() {
    return events.stream()
        .filter(
            event ->
                event.path("method").asText().equals("Runtime.exceptionThrown")
                    || event.at("/params/entry/level").asText().equals("error"))
        .map(JsonNode::toString)
        .toList();
  }

  /** Addresses that the page asked for. */
  List<String> requests() {
    return events.stream()
        .filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
        .map(event -> event.at("/params/request/url").asText())
        .toList();
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Puts the parts of messages together. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          JsonNode message = JSON.readTree(text.toString());
          text.setLength(0);
          if (message.has("id")) {
            answers.remove(message.get("id").asInt()).complete(message);
          } else {
            events.add(message);
          }
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
      socket.request(1);
      return null;
    }
  }
}
