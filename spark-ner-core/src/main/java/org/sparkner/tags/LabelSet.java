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

package org.sparkner.tags;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The labels of a model in the order of its emission columns, with the transitions its scheme
 * allows. Immutable.
 *
 * <p>Chunk labels are kept in {@link TagScheme#BIOES}; plain labels allow every transition.
 */
public final class LabelSet {
  private final TagScheme scheme;
  private final List<String> labels;
  private final Tag[] parsed;
  private final Map<String, Integer> index = new HashMap<>();

  private LabelSet(TagScheme scheme, List<String> labels) {
    this.scheme = scheme;
    this.labels = List.copyOf(labels);
    this.parsed = new Tag[labels.size()];
    for (int i = 0; i < parsed.length; i++) {
      parsed[i] = Tag.parse(labels.get(i));
      if (scheme == TagScheme.BIOES && !parsed[i].isChunk() && !labels.get(i).equals("O")) {
        throw new IllegalArgumentException(
            "Labels in BIOES are O or begin with B, I, E or S, found " + labels.get(i) + ".");
      }
      if (index.put(labels.get(i), i) != null) {
        throw new IllegalArgumentException(
            "A label stands twice in the label set: " + labels.get(i));
      }
    }
  }

  /**
   * A label set in the order given.
   *
   * @param scheme BIOES or PLAIN
   */
  public static LabelSet of(TagScheme scheme, List<String> labels) {
    if (scheme != TagScheme.BIOES && scheme != TagScheme.PLAIN) {
      throw new IllegalArgumentException("A label set is BIOES or PLAIN, found " + scheme + ".");
    }
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("A label set needs at least one label.");
    }
    return new LabelSet(scheme, labels);
  }

  /** O, then B, I, E and S of each type in alphabetical order. */
  public static LabelSet bioes(Collection<String> types) {
    List<String> labels = new ArrayList<>();
    labels.add("O");
    for (String type : new TreeSet<>(types)) {
      for (String prefix : List.of("B", "I", "E", "S")) {
        labels.add(type.isEmpty() ? prefix : prefix + "-" + type);
      }
    }
    return new LabelSet(TagScheme.BIOES, labels);
  }

  public TagScheme scheme() {
    return scheme;
  }

  public int size() {
    return parsed.length;
  }

  public List<String> labels() {
    return labels;
  }

  public String label(int id) {
    return labels.get(id);
  }

  /** The id of a label, or -1. */
  public int id(String label) {
    return index.getOrDefault(label, -1);
  }

  /** The entity types, in alphabetical order; the labels themselves where they are plain. */
  public List<String> types() {
    TreeSet<String> types = new TreeSet<>();
    for (int i = 0; i < parsed.length; i++) {
      if (scheme == TagScheme.PLAIN) {
        types.add(labels.get(i));
      } else if (!parsed[i].isOutside()) {
        types.add(parsed[i].type());
      }
    }
    return List.copyOf(types);
  }

  /** Whether a chunk label is outside of any entity. */
  public boolean isOutside(int id) {
    return parsed[id].isOutside();
  }

  /** The entity type of a chunk label; empty where it has none. */
  public String type(int id) {
    return parsed[id].type();
  }

  /**
   * Whether an entity begins at a chunk label directly after another, legal or not: {@link
   * TagScheme#spans}.
   */
  public boolean startsSpan(int previous, int id) {
    return parsed[id].startsAfter(parsed[previous]);
  }

  /** Whether a sequence may begin with this label. */
  public boolean mayBegin(int id) {
    return scheme == TagScheme.PLAIN || opens(parsed[id]);
  }

  /** Whether a sequence may end with this label. */
  public boolean mayEnd(int id) {
    return scheme == TagScheme.PLAIN || closes(parsed[id]);
  }

  /** Whether {@code to} may come directly after {@code from}. */
  public boolean mayFollow(int from, int to) {
    if (scheme == TagScheme.PLAIN) {
      return true;
    }
    Tag a = parsed[from];
    Tag b = parsed[to];
    return closes(a) ? opens(b) : !opens(b) && a.type().equals(b.type());
  }

  /** O, B and S: nothing is open before them. */
  private static boolean opens(Tag tag) {
    return tag.isOutside() || tag.prefix().equals("B") || tag.prefix().equals("S");
  }

  /** O, E and S: nothing is open after them. */
  private static boolean closes(Tag tag) {
    return tag.isOutside() || tag.prefix().equals("E") || tag.prefix().equals("S");
  }

  /** Ids of a tag sequence of this label set's own scheme; -1 for a tag that is not in it. */
  public int[] encode(List<String> tags) {
    int[] ids = new int[tags.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = id(tags.get(i));
    }
    return ids;
  }

  /** Tags of ids. */
  public List<String> decode(int[] ids) {
    List<String> tags = new ArrayList<>(ids.length);
    for (int id : ids) {
      tags.add(labels.get(id));
    }
    return tags;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelSet that && scheme == that.scheme && labels.equals(that.labels);
  }

  @Override
  public int hashCode() {
    return labels.hashCode();
  }

  @Override
  public String toString() {
    return scheme + labels.toString();
  }
}
