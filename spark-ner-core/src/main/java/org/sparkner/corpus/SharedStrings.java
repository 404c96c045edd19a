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

import java.util.HashMap;
import java.util.Map;

/** Gives one string for all equal ones, such as tags, which are few and come often. */
final class SharedStrings {
  /** More distinct tags than any tag set has; a file may still hold them, but shares no more. */
  private static final int MOST = 10_000;

  private final Map<String, String> shared = new HashMap<>();

  String share(String text) {
    String known = shared.get(text);
    if (known == null && shared.size() < MOST) {
      shared.put(text, text);
    }
    return known == null ? text : known;
  }
}
