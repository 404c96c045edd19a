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

package org.sparkner.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something found in labelled data.
 *
 * @param severity how much it matters
 * @param kind what was looked for
 * @param count how often it is there, an estimate where sentences or names were sampled; at least 1
 * @param message one line: what was found and what to do
 * @param examples some of them with their places, one line each
 */
public record Finding(
    Severity severity, CheckKind kind, long count, String message, List<String> examples) {
  public Finding {
    examples = List.copyOf(examples);
  }

  /** As a JSON object. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("severity", severity.name().toLowerCase(Locale.ROOT));
    map.put("check", kind.toString());
    map.put("count", count);
    map.put("message", message);
    map.put("examples", examples);
    return map;
  }
}
