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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.TaggedText;

/**
 * The protocol by which Label Studio asks a machine learning backend: {@code /health}, {@code
 * /setup}, {@code /predict} and {@code /webhook}, as its {@code label-studio-ml-backend} serves
 * them. Offsets of its regions count code points, as of its version 1.4.
 */
final class LabelStudioBackend {
  private static final String NAME = "Spark NER";

  private final ServedModel model;
  private final TaggingGate gate;
  private final Counters counters;

  LabelStudioBackend(ServedModel model, TaggingGate gate, Counters counters) {
    this.model = model;
    this.gate = gate;
    this.counters = counters;
  }

  /** That it is there. */
  Map<String, Object> health() {
    return Map.of("status", "UP", "model_class", NAME);
  }

  /** Label Studio tells of a project; its configuration is checked. */
  Map<String, Object> setup(JsonNode request) {
    if (request.path("schema").isTextual()) {
      LabelConfig.parse(request.get("schema").textValue());
    }
    return Map.of("model_version", model.version());
  }

  /** Something was annotated; nothing is trained here, so there is nothing to do. */
  Map<String, Object> webhook(JsonNode request) {
    return Map.of("result", "ignored", "action", request.path("action").asText(""));
  }

  /**
   * Pre-annotations of tasks.
   *
   * @throws Refusal if there are no tasks, or a task has no text
   */
  Map<String, Object> predict(JsonNode request) {
    JsonNode tasks = request.path("tasks");
    if (!tasks.isArray()) {
      throw new Refusal(400, "the request has no array tasks");
    }
    LabelConfig config =
        request.path("label_config").isTextual()
            ? LabelConfig.parse(request.get("label_config").textValue())
            : LabelConfig.USUAL;
    List<String> texts = new ArrayList<>();
    for (JsonNode task : tasks) {
      texts.add(text(task, config));
    }
    List<TaggedText> tagged = gate.run(() -> model.tagger().tagTexts(texts, false));
    tagged.forEach(counters::add);
    return Map.of(
        "results", tagged.stream().map(text -> prediction(text.entities(), config)).toList());
  }

  private static String text(JsonNode task, LabelConfig config) {
    JsonNode text = task.path("data").path(config.textField());
    if (!text.isTextual()) {
      throw new Refusal(
          400,
          "task "
              + task.path("id").asText("without id")
              + " has no text in data."
              + config.textField()
              + ", which the labelling configuration names");
    }
    return text.textValue();
  }

  private Map<String, Object> prediction(List<Entity> entities, LabelConfig config) {
    List<Map<String, Object>> regions = new ArrayList<>();
    double least = 1;
    for (Entity entity : entities) {
      String label = config.label(entity.type());
      if (label != null) {
        regions.add(region("e" + regions.size(), entity, label, config));
        least = Math.min(least, entity.confidence());
      }
    }
    Map<String, Object> prediction = new LinkedHashMap<>();
    prediction.put("result", regions);
    // The least certain one, so that sorting by score brings the doubtful texts first.
    prediction.put("score", least);
    prediction.put("model_version", model.version());
    return prediction;
  }

  private static Map<String, Object> region(
      String id, Entity entity, String label, LabelConfig config) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("start", entity.begin());
    value.put("end", entity.end());
    value.put("text", entity.text());
    value.put("labels", List.of(label));
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("id", id);
    region.put("from_name", config.fromName());
    region.put("to_name", config.toName());
    region.put("type", "labels");
    region.put("value", value);
    region.put("score", entity.confidence());
    return region;
  }
}
