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

package org.sparkner.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A task of Label Studio's export. Of its annotations the first that was not cancelled counts; what
 * others say beyond it, and what is predicted only, is left out with a word.
 */
final class LabelStudioTask {
  private static final Set<String> OF_ANY_REGION =
      Set.of("start", "end", "startOffset", "endOffset", "globalOffsets", "text");

  private final JsonNode json;
  private final RecordPlace place;
  private final Consumer<String> problems;

  LabelStudioTask(JsonNode json, RecordPlace place, Consumer<String> problems) {
    this.json = json;
    this.place = place;
    this.problems = problems;
  }

  /** Whether a record is one: its text is within {@code data}. */
  static boolean isOne(JsonNode json) {
    boolean annotated = json.path("annotations").isArray() || json.path("completions").isArray();
    boolean elsewhere = json.path("text").isTextual();
    return json.path("data").isObject() ? annotated || !elsewhere : annotated && !elsewhere;
  }

  /** Whether the annotators passed it over. */
  boolean isCancelled() {
    JsonNode annotations = annotations();
    return !annotations.isEmpty() && valid(annotations).isEmpty();
  }

  String text() {
    JsonNode data = json.path("data");
    if (data.path("text").isTextual()) {
      return data.get("text").textValue();
    }
    List<String> texts = new ArrayList<>();
    data.forEach(value -> texts.addAll(value.isTextual() ? List.of(value.textValue()) : List.of()));
    if (texts.size() != 1) {
      throw place.error(texts.size() + " texts in data", "the text in data.text");
    }
    return texts.get(0);
  }

  /** The values of the regions that count. */
  List<JsonNode> regions() {
    List<JsonNode> annotations = valid(annotations());
    if (annotations.isEmpty()) {
      warnOfPredictions();
      return List.of();
    }
    List<JsonNode> taken = regions(annotations.get(0));
    warnOfOthers(annotations, taken);
    return taken;
  }

  private JsonNode annotations() {
    return json.path(json.has("annotations") ? "annotations" : "completions");
  }

  private static List<JsonNode> valid(JsonNode annotations) {
    List<JsonNode> valid = new ArrayList<>();
    annotations.forEach(
        annotation -> {
          if (!annotation.path("was_cancelled").asBoolean()) {
            valid.add(annotation);
          }
        });
    return valid;
  }

  private static List<JsonNode> regions(JsonNode annotation) {
    List<JsonNode> regions = new ArrayList<>();
    for (JsonNode result : annotation.path("result")) {
      if (isRegion(result)) {
        regions.add(result.get("value"));
      }
    }
    return regions;
  }

  /** Not a relation, nor a choice or a text that is given for the task or for a region. */
  private static boolean isRegion(JsonNode result) {
    JsonNode value = result.path("value");
    if (!value.isObject()) {
      return false;
    }
    Set<String> names = new HashSet<>();
    value.fieldNames().forEachRemaining(names::add);
    return names.contains("labels")
        || JsonRegions.otherLabels(value) != null
        || result.path("type").asText().endsWith("labels")
        || (names.contains("start") && OF_ANY_REGION.containsAll(names));
  }

  private void warnOfOthers(List<JsonNode> annotations, List<JsonNode> taken) {
    Set<JsonNode> others = new HashSet<>();
    for (JsonNode annotation : annotations.subList(1, annotations.size())) {
      others.addAll(regions(annotation));
    }
    others.removeAll(new HashSet<>(taken));
    if (!others.isEmpty()) {
      problems.accept(
          String.format(
              Locale.ROOT,
              "found %d annotations of one text, expected one annotation; the first is taken, of the others %s left out.",
              annotations.size(),
              count(others.size())));
    }
  }

  private void warnOfPredictions() {
    int predicted = 0;
    for (JsonNode prediction : json.path("predictions")) {
      predicted += regions(prediction).size();
    }
    if (predicted > 0) {
      problems.accept(
          "found predictions alone, expected annotations; " + count(predicted) + " left out.");
    }
  }

  private static String count(int regions) {
    return regions + (regions == 1 ? " region is" : " regions are");
  }
}
