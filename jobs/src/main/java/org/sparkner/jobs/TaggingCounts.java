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

package org.sparkner.jobs;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.util.AccumulatorV2;

/** Documents, tokens and entities by type, counted on the executors. */
final class TaggingCounts extends AccumulatorV2<TaggingCounts.Counted, TaggingCounts.Counted> {
  private static final long serialVersionUID = 1L;

  private Counted counted = Counted.NOTHING;

  /**
   * What was tagged.
   *
   * @param documents rows
   * @param unread rows whose text is null
   * @param characters UTF-16 units of text
   * @param tokens tokens
   * @param entities by type
   */
  record Counted(
      long documents, long unread, long characters, long tokens, TreeMap<String, Long> entities)
      implements java.io.Serializable {
    static final Counted NOTHING = new Counted(0, 0, 0, 0, new TreeMap<>());

    Counted plus(Counted other) {
      TreeMap<String, Long> sum = new TreeMap<>(entities);
      other.entities.forEach((type, count) -> sum.merge(type, count, Long::sum));
      return new Counted(
          documents + other.documents,
          unread + other.unread,
          characters + other.characters,
          tokens + other.tokens,
          sum);
    }

    long found() {
      return entities.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Long> byType() {
      return entities;
    }
  }

  @Override
  public synchronized boolean isZero() {
    return counted.equals(Counted.NOTHING);
  }

  @Override
  public synchronized TaggingCounts copy() {
    TaggingCounts copy = new TaggingCounts();
    copy.counted = counted;
    return copy;
  }

  @Override
  public synchronized void reset() {
    counted = Counted.NOTHING;
  }

  @Override
  public synchronized void add(Counted more) {
    counted = counted.plus(more);
  }

  @Override
  public void merge(AccumulatorV2<Counted, Counted> other) {
    add(other.value());
  }

  @Override
  public synchronized Counted value() {
    return counted;
  }
}
