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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.tags.Span;

/**
 * The part of a sentence around a place, as the page shows it: tokens, and the spans among them.
 */
final class ShownSentence {
  /** Tokens before and after the place. */
  private static final int CONTEXT = 20;

  /** Tokens of a longer place that are shown. */
  private static final int LONGEST = 60;

  /** Code points that are shown of a token. */
  private static final int LONGEST_TOKEN = 80;

  private static final String MORE = "…";

  private final List<String> tokens;
  private final int from;
  private final int to;

  /**
   * @param begin first token of the place
   * @param end the token after its last
   */
  ShownSentence(List<String> tokens, int begin, int end) {
    this.tokens = tokens;
    this.from = Math.max(0, begin - CONTEXT);
    this.to = Math.min(tokens.size(), Math.min(end, begin + LONGEST) + CONTEXT);
  }

  /** A whole sentence, if it is not very long. */
  static ShownSentence of(List<String> tokens) {
    return new ShownSentence(tokens, 0, tokens.size());
  }

  /** The tokens, and whether there are more on either side. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("tokens", tokens.subList(from, to).stream().map(ShownSentence::shortened).toList());
    map.put("before", from > 0);
    map.put("after", to < tokens.size());
    return map;
  }

  /** Those of the spans that reach into the part, as {@code [begin, end, type]} within it. */
  List<List<Object>> spans(List<Span> spans) {
    List<List<Object>> shown = new ArrayList<>();
    for (Span span : spans) {
      if (span.end() > from && span.begin() < to) {
        shown.add(
            List.of(
                Math.max(span.begin(), from) - from, Math.min(span.end(), to) - from, span.type()));
      }
    }
    return shown;
  }

  private static String shortened(String token) {
    return token.codePointCount(0, token.length()) <= LONGEST_TOKEN
        ? token
        : token.substring(0, token.offsetByCodePoints(0, LONGEST_TOKEN)) + MORE;
  }
}
