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

package org.sparkner.lexicon;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The values that a model knows of the attribute beside each token, such as parts of speech. Id
 * {@value #UNKNOWN} is one that it does not know. Immutable and safe for many threads.
 */
public final class AttributeValues {
  /** No attributes. */
  public static final AttributeValues NONE = named(List.of());

  /** Id of an attribute that the model does not know. */
  public static final int UNKNOWN = 0;

  private final List<String> names;
  private final Map<String, Integer> ids = new HashMap<>();

  private AttributeValues(List<String> names) {
    this.names = List.copyOf(names);
    names.forEach(name -> ids.put(name, ids.size() + 1));
  }

  /** Attributes by their names, distinct, in the order of their ids from 1. */
  static AttributeValues named(List<String> names) {
    AttributeValues tags = new AttributeValues(names);
    if (tags.ids.size() != names.size()) {
      throw new IllegalArgumentException("An attribute stands twice among " + names.size());
    }
    return tags;
  }

  /** The values of training data, in alphabetical order; one with a line break stays unknown. */
  public static AttributeValues of(Collection<String> values) {
    return named(new TreeSet<>(values).stream().filter(LexiconFormat::holds).toList());
  }

  /** Known attributes; ids are from 0 to this. */
  public int size() {
    return names.size();
  }

  /** Names in the order of the ids from 1. */
  public List<String> names() {
    return names;
  }

  /**
   * The id of an attribute.
   *
   * @param attribute may be null, which is unknown
   */
  public int id(String attribute) {
    return ids.getOrDefault(attribute, UNKNOWN);
  }
}
