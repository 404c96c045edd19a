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

package org.sparkner.eval;

import java.util.ArrayList;
import java.util.List;
import org.sparkner.tags.Span;

/** Spans that are written exactly as their scheme needs; everything else is no span. */
final class StrictSpans {
  private StrictSpans() {}

  static List<Span> iob2(List<String> tags) {
    List<Span> spans = new ArrayList<>();
    int i = 0;
    while (i < tags.size()) {
      int begin = i++;
      if (hasPrefix(tags.get(begin), 'B')) {
        String type = type(tags.get(begin));
        i = skipInside(tags, i, type);
        spans.add(new Span(begin, i, type));
      }
    }
    return spans;
  }

  static List<Span> bioes(List<String> tags) {
    List<Span> spans = new ArrayList<>();
    int i = 0;
    while (i < tags.size()) {
      int begin = i++;
      String type = type(tags.get(begin));
      if (hasPrefix(tags.get(begin), 'S')) {
        spans.add(new Span(begin, i, type));
      } else if (hasPrefix(tags.get(begin), 'B')) {
        i = skipInside(tags, i, type);
        if (i < tags.size() && hasPrefix(tags.get(i), 'E') && type(tags.get(i)).equals(type)) {
          i++;
          spans.add(new Span(begin, i, type));
        }
      }
    }
    return spans;
  }

  private static int skipInside(List<String> tags, int from, String type) {
    int i = from;
    while (i < tags.size() && hasPrefix(tags.get(i), 'I') && type(tags.get(i)).equals(type)) {
      i++;
    }
    return i;
  }

  private static boolean hasPrefix(String tag, char prefix) {
    return !tag.isEmpty() && tag.charAt(0) == prefix && (tag.length() == 1 || tag.charAt(1) == '-');
  }

  private static String type(String tag) {
    return tag.substring(Math.min(2, tag.length()));
  }
}
