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

package org.sparkner.tagger;

import java.util.List;
import org.sparkner.text.Context;

/**
 * A sentence that waits to be tagged: a range of a list of tokens.
 *
 * @param number its place among the sentences to be tagged
 * @param tokens the list
 * @param attributes attributes of the list's tokens; empty where none are given
 * @param begin first token
 * @param length tokens, at least 1
 * @param given where it stands in its document; null where that is not known or not needed
 */
record Sentence(
    int number,
    List<String> tokens,
    List<String> attributes,
    int begin,
    int length,
    Context given) {
  String token(int i) {
    return tokens.get(begin + i);
  }

  /** The attribute of a token; null for what is not known. */
  String attribute(int i) {
    return attributes.isEmpty() ? null : attributes.get(begin + i);
  }

  /** The attributes of its own tokens, a view; empty where none are given. */
  List<String> ownAttributes() {
    return attributes.isEmpty() ? attributes : attributes.subList(begin, begin + length);
  }

  /** Where it stands in its document: by itself where nothing else is known. */
  Context context() {
    return given == null ? Context.alone(words()) : given;
  }

  /** Its own tokens, a view. */
  List<String> words() {
    return tokens.subList(begin, begin + length);
  }
}
