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

/**
 * Reads entities off label sequences, legal or not, as {@link TagScheme#spans} does; plain labels
 * have none.
 */
final class EntityLabels {
  private final LabelSet labels;
  private final boolean chunks;
  private final int count;
  private final boolean[] outside;
  private final boolean[] starts;
  private final boolean[] follows;
  private final String[] types;

  EntityLabels(LabelSet labels) {
    this.labels = labels;
    chunks = labels.scheme() == TagScheme.BIOES;
    count = labels.size();
    outside = new boolean[count];
    starts = new boolean[(count + 1) * count];
    follows = new boolean[count * count];
    types = new String[count];
    for (int i = 0; i < count && chunks; i++) {
      outside[i] = labels.isOutside(i);
      types[i] = labels.type(i);
      starts[count * count + i] = !outside[i];
      for (int previous = 0; previous < count; previous++) {
        starts[previous * count + i] = labels.startsSpan(previous, i);
        follows[previous * count + i] = labels.mayFollow(previous, i);
      }
    }
  }

  /** The labels whose ids sequences have. */
  LabelSet labels() {
    return labels;
  }

  /**
   * @param path a label id a token
   */
  List<Span> spans(int[] path) {
    if (!chunks) {
      return List.of();
    }
    List<Span> spans = null;
    int begin = -1;
    // Nothing before the first token: the row after those of the labels.
    int previous = count;
    for (int t = 0; t <= path.length; t++) {
      boolean starting = t < path.length && starts[previous * count + path[t]];
      if (begin >= 0 && (starting || t == path.length || outside[path[t]])) {
        spans = spans == null ? new ArrayList<>() : spans;
        spans.add(new Span(begin, t, types[previous]));
        begin = -1;
      }
      if (starting) {
        begin = t;
      }
      previous = t < path.length ? path[t] : previous;
    }
    return spans == null ? List.of() : spans;
  }

  /** The path itself where it is legal, else the legal one of these spans. */
  int[] wellFormed(int[] path, List<Span> spans) {
    return !chunks || isLegal(path)
        ? path
        : labels.encode(TagScheme.BIOES.tags(spans, path.length));
  }

  private boolean isLegal(int[] path) {
    boolean legal = labels.mayBegin(path[0]) && labels.mayEnd(path[path.length - 1]);
    for (int t = 1; t < path.length && legal; t++) {
      legal = follows[path[t - 1] * count + path[t]];
    }
    return legal;
  }
}
