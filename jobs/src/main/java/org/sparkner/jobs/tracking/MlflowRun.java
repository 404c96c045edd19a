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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run on an MLflow tracking server.
 *
 * @param experiment its id
 * @param id of the run
 * @param artefacts URI of the run's artefacts
 */
record MlflowRun(MlflowServer server, String experiment, String id, String artefacts) {
  /** A scheme of artefacts that the tracking server itself takes and keeps. */
  private static final String SERVED = "mlflow-artifacts";

  private static final int PARAMS_AT_ONCE = 100;
  private static final int METRICS_AT_ONCE = 1000;
  private static final int PARAM_LENGTH = 500;

  /**
   * A value at a time.
   *
   * @param time in milliseconds of the clock
   * @param step the epoch
   */
  record Metric(String key, double value, long time, int step) {
    Map<String, Object> toMap() {
      return Map.of("key", key, "value", value, "timestamp", time, "step", step);
    }
  }

  /** The id of an experiment, which is made where there is none of the name. */
  static String experiment(MlflowServer server, String name) throws IOException {
    JsonNode found = server.find("experiments/get-by-name", "experiment_name", name);
    if (found == null) {
      return text(server.post("experiments/create", Map.of("name", name)), "experiment_id");
    }
    JsonNode experiment = part(found, "experiment");
    if (experiment.path("lifecycle_stage").asText().equals("deleted")) {
      throw new IOException(
          "the experiment " + name + " of " + server + " is deleted; restore it or name another");
    }
    return text(experiment, "experiment_id");
  }

  /** Makes a run. */
  static MlflowRun create(
      MlflowServer server, String experiment, String name, Map<String, String> tags)
      throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("experiment_id", experiment);
    body.put("start_time", System.currentTimeMillis());
    if (name != null) {
      body.put("run_name", name);
    }
    body.put("tags", entries(tags));
    return of(server, server.post("runs/create", body));
  }

  /** The run of an id, running again; null where the server has none. */
  static MlflowRun resume(MlflowServer server, String id) throws IOException {
    JsonNode found = server.find("runs/get", "run_id", id);
    if (found == null) {
      return null;
    }
    server.post("runs/update", Map.of("run_id", id, "status", "RUNNING"));
    return of(server, found);
  }

  private static MlflowRun of(MlflowServer server, JsonNode answer) throws IOException {
    JsonNode info = part(part(answer, "run"), "info");
    return new MlflowRun(
        server,
        text(info, "experiment_id"),
        text(info, "run_id"),
        info.path("artifact_uri").asText());
  }

  private static JsonNode part(JsonNode node, String field) throws IOException {
    if (node == null || !node.has(field)) {
      throw new IOException("the tracking server's answer has no " + field);
    }
    return node.get(field);
  }

  private static String text(JsonNode node, String field) throws IOException {
    return part(node, field).asText();
  }

  private static List<Map<String, String>> entries(Map<String, String> values) {
    List<Map<String, String>> entries = new ArrayList<>();
    values.forEach(
        (key, value) ->
            entries.add(
                Map.of(
                    "key",
                    key,
                    "value",
                    value.substring(0, Math.min(PARAM_LENGTH, value.length())))));
    return entries;
  }

  /** Records parameters, which cannot be changed later. */
  void params(Map<String, String> params) throws IOException {
    List<Map<String, String>> entries = entries(params);
    for (int from = 0; from < entries.size(); from += PARAMS_AT_ONCE) {
      List<Map<String, String>> part =
          entries.subList(from, Math.min(from + PARAMS_AT_ONCE, entries.size()));
      server.post("runs/log-batch", Map.of("run_id", id, "params", part));
    }
  }

  /** Records values, and takes from the list those that were recorded. */
  void metrics(List<Metric> metrics) throws IOException {
    while (!metrics.isEmpty()) {
      List<Metric> part = metrics.subList(0, Math.min(METRICS_AT_ONCE, metrics.size()));
      List<Map<String, Object>> entries = part.stream().map(Metric::toMap).toList();
      server.post("runs/log-batch", Map.of("run_id", id, "metrics", entries));
      part.clear();
    }
  }

  /** Whether the tracking server takes artefacts itself. */
  boolean takesArtefacts() {
    return artefacts.startsWith(SERVED + ":");
  }

  /** Records a file, under a name that may have slashes. */
  void artefact(String name, Path file) throws IOException {
    String root = URI.create(artefacts).getPath().replaceAll("^/+|/+$", "");
    server.put(root + "/" + name, file);
  }

  /**
   * Ends the run.
   *
   * @param status FINISHED, FAILED or KILLED
   */
  void end(String status) throws IOException {
    server.post(
        "runs/update",
        Map.of("run_id", id, "status", status, "end_time", System.currentTimeMillis()));
  }

  /** Its page. */
  String page() {
    return server + "/#/experiments/" + experiment + "/runs/" + id;
  }
}
