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
import java.util.function.Supplier;

/** Where each tag of a file came first. */
final class TagPlaces {
  /** More distinct tags than any tag set has; a file may still hold them, but no more are known. */
  private static final int MOST = 10_000;

  private final Map<String, String> places = new HashMap<>();

  /**
   * @param place file and line, for messages; asked for once a tag
   */
  void see(String tag, Supplier<String> place) {
    if (!places.containsKey(tag) && places.size() < MOST) {
      places.put(tag, place.get());
    }
  }

  /** Null for a tag that did not come. */
  String of(String tag) {
    return places.get(tag);
  }
}
