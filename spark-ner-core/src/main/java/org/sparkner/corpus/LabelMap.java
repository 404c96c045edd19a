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

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/**
 * Which entity types the labels of a corpus stand for.
 *
 * @param types of each label its type, or {@link #OUTSIDE} for a label that is no entity's
 * @param others the type of all other labels, or {@link #OUTSIDE}; null where there may be none
 */
public record LabelMap(SortedMap<String, String> types, String others) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Stands for no entity. */
  public static final String OUTSIDE = "O";

  public LabelMap {
    types = new TreeMap<>(types);
  }

  /** Labels that are types themselves. */
  public static LabelMap identity(Collection<String> types) {
    SortedMap<String, String> same = new TreeMap<>();
    types.forEach(type -> same.put(type, type));
    return new LabelMap(same, null);
  }

  /** What a label stands for: a type or {@link #OUTSIDE}; empty where nothing says so. */
  public Optional<String> of(String label) {
    return Optional.ofNullable(types.getOrDefault(label, others));
  }

  /** The types that labels stand for. */
  public SortedSet<String> targets() {
    SortedSet<String> targets = new TreeSet<>(types.values());
    if (others != null) {
      targets.add(others);
    }
    targets.remove(OUTSIDE);
    return targets;
  }

  /**
   * Chunk tags of labels as tags of the types that they stand for, in {@link TagScheme#IOB2}.
   * Entities that meet stay apart, also where their types are now the same.
   *
   * @throws IllegalArgumentException for a label that nothing is said of
   */
  public List<String> map(List<String> tags) {
    List<Span> spans = new ArrayList<>();
    for (Span span : TagScheme.spans(tags)) {
      String type =
          of(span.type())
              .orElseThrow(
                  () -> new IllegalArgumentException("No type for label " + span.type() + "."));
      if (!type.equals(OUTSIDE)) {
        spans.add(new Span(span.begin(), span.end(), type));
      }
    }
    return TagScheme.IOB2.tags(spans, tags.size());
  }
}
