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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.Reading;
import org.sparkner.tagger.TaggedText;

/** {@code POST /tag}: a text's entities, and the most probable readings of its sentences. */
final class TagEndpoint {
  private static final int MOST_READINGS = 20;

  private final ServedModel model;
  private final TaggingGate gate;
  private final Counters counters;

  TagEndpoint(ServedModel model, TaggingGate gate, Counters counters) {
    this.model = model;
    this.gate = gate;
    this.counters = counters;
  }

  /** What the model is. */
  Map<String, Object> describe() {
    return Map.of("version", model.version(), "types", model.types());
  }

  /**
   * Tags {@code {"text": …, "readings": N}}; offsets are code points.
   *
   * @throws Refusal if there is no text
   */
  Map<String, Object> tag(JsonNode request) {
    JsonNode text = request.path("text");
    if (!text.isTextual()) {
      throw new Refusal(400, "the request has no text; send {\"text\": \"…\"}");
    }
    int readings = request.path("readings").asInt(0);
    if (readings < 0 || readings > MOST_READINGS) {
      throw new Refusal(400, "readings is " + readings + ", expected 0 to " + MOST_READINGS);
    }
    return gate.run(() -> tag(text.textValue(), readings));
  }

  private Map<String, Object> tag(String text, int readings) {
    long begin = System.nanoTime();
    TaggedText tagged = model.tagger().tagTexts(List.of(text), false).get(0);
    double millis = (System.nanoTime() - begin) / 1e6;
    counters.add(tagged);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("entities", tagged.entities().stream().map(TagEndpoint::json).toList());
    if (readings > 0) {
      answer.put(
          "sentences",
          model.tagger().readings(text, readings).stream()
              .map(sentence -> sentence.stream().map(TagEndpoint::json).toList())
              .toList());
    }
    answer.put("tokens", tagged.tokenCount());
    answer.put("milliseconds", millis);
    answer.put("model", model.version());
    return answer;
  }

  private static Map<String, Object> json(Reading reading) {
    return Map.of(
        "probability",
        reading.probability(),
        "entities",
        reading.entities().stream().map(TagEndpoint::json).toList());
  }

  private static Map<String, Object> json(Entity entity) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("begin", entity.begin());
    map.put("end", entity.end());
    map.put("type", entity.type());
    map.put("text", entity.text());
    map.put("confidence", entity.confidence());
    return map;
  }
}
