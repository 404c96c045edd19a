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

package org.sparkner.jobs.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page shows of a training.
 *
 * @param events of its log, in order, each as the log has it
 * @param rounds of a training across executors, in order; empty for none
 */
public record TrainingSection(List<Map<String, Object>> events, List<Map<String, Object>> rounds) {
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("start", first("start"));
    map.put("encoder", first("encoder"));
    map.put("epochs", events.stream().filter(event -> is(event, "epoch")).toList());
    map.put("rounds", rounds);
    return map;
  }

  private Map<String, Object> first(String name) {
    return events.stream().filter(event -> is(event, name)).findFirst().orElse(null);
  }

  private static boolean is(Map<String, Object> event, String name) {
    return name.equals(event.get("event"));
  }
}
