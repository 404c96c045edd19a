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

import java.util.ArrayList;
import java.util.List;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/** Reads entities off legal BIOES label sequences; plain labels have none. */
final class EntityLabels {
  private final boolean[] begins;
  private final boolean[] ends;
  private final String[] types;

  EntityLabels(LabelSet labels) {
    begins = new boolean[labels.size()];
    ends = new boolean[labels.size()];
    types = new String[labels.size()];
    for (int i = 0; i < types.length && labels.scheme() == TagScheme.BIOES; i++) {
      String label = labels.label(i);
      char prefix = label.charAt(0);
      begins[i] = prefix == 'B' || prefix == 'S';
      ends[i] = prefix == 'E' || prefix == 'S';
      int hyphen = label.indexOf('-');
      types[i] = hyphen < 0 ? "" : label.substring(hyphen + 1);
    }
  }

  /**
   * @param path a label id a token, a legal sequence
   */
  List<Span> spans(int[] path) {
    List<Span> spans = null;
    int begin = 0;
    for (int t = 0; t < path.length; t++) {
      if (begins[path[t]]) {
        begin = t;
      }
      if (ends[path[t]]) {
        spans = spans == null ? new ArrayList<>() : spans;
        spans.add(new Span(begin, t + 1, types[path[t]]));
      }
    }
    return spans == null ? List.of() : spans;
  }
}
