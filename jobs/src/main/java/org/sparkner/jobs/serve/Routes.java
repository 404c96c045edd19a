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
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The paths of the server. */
final class Routes {
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Map<String, Route>> paths = new LinkedHashMap<>();
  private final AtomicLong requests;

  /**
   * @param requests counts those that were answered
   */
  Routes(ServedModel model, TaggingGate gate, AtomicLong requests) {
    this.requests = requests;
    Counters counters = new Counters();
    TagEndpoint tag = new TagEndpoint(model, gate, counters);
    LabelStudioBackend labelStudio = new LabelStudioBackend(model, gate, counters);
    get("/", body -> Page.part("index.html", "text/html"));
    get("/page.js", body -> Page.part("page.js", "text/javascript"));
    get("/page.css", body -> Page.part("page.css", "text/css"));
    get("/icon.svg", body -> Page.part("icon.svg", "image/svg+xml"));
    get("/health", body -> Answer.json(200, labelStudio.health()));
    get("/metrics", body -> Answer.text("text/plain; version=0.0.4", counters.text(requests)));
    get("/model", body -> Answer.json(200, tag.describe()));
    post("/tag", tag::tag);
    post("/setup", labelStudio::setup);
    post("/predict", labelStudio::predict);
    post("/webhook", labelStudio::webhook);
  }

  private void get(String path, Route route) {
    paths.computeIfAbsent(path, unused -> new LinkedHashMap<>()).put("GET", route);
    paths.get(path).put("HEAD", route);
  }

  private void post(String path, Function<JsonNode, Object> use) {
    paths
        .computeIfAbsent(path, unused -> new LinkedHashMap<>())
        .put("POST", body -> Answer.json(200, use.apply(object(body))));
  }

  private JsonNode object(byte[] body) {
    try {
      JsonNode node = json.readTree(body);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (IOException e) {
      throw new Refusal(400, "the body is no JSON: " + e.getMessage().replaceAll("\\s+", " "));
    }
    throw new Refusal(400, "the body is no JSON object");
  }

  /**
   * What answers a request.
   *
   * @throws Refusal with 404 or 405 if nothing does
   */
  Route find(String method, String path) {
    Map<String, Route> methods = paths.get(path);
    if (methods == null) {
      throw new Refusal(
          404, "there is no " + path + ", but " + String.join(", ", new TreeSet<>(paths.keySet())));
    }
    Route route = methods.get(method);
    if (route == null) {
      throw new Refusal(
          405, path + " takes " + String.join(", ", methods.keySet()) + ", found " + method);
    }
    return body -> {
      Answer answer = route.answer(body);
      requests.incrementAndGet();
      return answer;
    };
  }
}
