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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Gathers tokens until a sentence ends. Equal tags and attributes share one string, and the place
 * where each tag came first is kept.
 */
final class SentenceBuilder {
  /** More distinct tags than any tag set has; a file may still hold them, but shares no more. */
  private static final int SHARED_TAGS = 10_000;

  private final List<String> tokens = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final List<String> attributes = new ArrayList<>();
  private final Map<String, String> shared = new HashMap<>();
  private final TagPlaces places = new TagPlaces();

  /**
   * @param ofToken its attribute; null where none is read
   * @param place of the line, for messages
   */
  void add(String token, String tag, String ofToken, Supplier<String> place) {
    tokens.add(token);
    places.see(tag, place);
    tags.add(share(tag));
    if (ofToken != null) {
      attributes.add(share(ofToken));
    }
  }

  private String share(String tag) {
    String known = shared.get(tag);
    if (known == null && shared.size() < SHARED_TAGS) {
      shared.put(tag, tag);
    }
    return known == null ? tag : known;
  }

  int size() {
    return tokens.size();
  }

  /** File and line where a tag came first; null for one that did not come. */
  String placeOf(String tag) {
    return places.of(tag);
  }

  LabeledSentence build() {
    LabeledSentence sentence = new LabeledSentence(tokens, tags, attributes);
    tokens.clear();
    tags.clear();
    attributes.clear();
    return sentence;
  }
}
