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

package org.sparkner.spark.tagging;

import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.util.AccumulatorV2;
import org.sparkner.tagger.Entity;

/**
 * What {@code NerTaggerModel} tagged, counted on the executors a batch at a time: documents, tokens
 * and entities by type. An accumulator of Spark: register it with the context, give it to {@code
 * NerTaggerModel.transform(Dataset, TaggingCounts)}, and read it when an action on the result is
 * done. A task that is run again is counted again.
 */
public final class TaggingCounts
    extends AccumulatorV2<TaggingCounts.Counted, TaggingCounts.Counted> {
  private static final long serialVersionUID = 1L;

  private Counted counted = Counted.NOTHING;
  private long begin = Long.MAX_VALUE;
  private long end;

  /**
   * What was tagged.
   *
   * @param documents rows
   * @param unread rows of them that are null or could not be tagged
   * @param characters UTF-16 units of text
   * @param tokens tokens
   * @param entities by type
   */
  public record Counted(
      long documents, long unread, long characters, long tokens, TreeMap<String, Long> entities)
      implements Serializable {
    /** Nothing yet. */
    public static final Counted NOTHING = new Counted(0, 0, 0, 0, new TreeMap<>());

    /** The sum of two counts. */
    public Counted plus(Counted other) {
      TreeMap<String, Long> sum = new TreeMap<>(entities);
      other.entities.forEach((type, count) -> sum.merge(type, count, Long::sum));
      return new Counted(
          documents + other.documents,
          unread + other.unread,
          characters + other.characters,
          tokens + other.tokens,
          sum);
    }

    /** Entities of all types. */
    public long found() {
      return entities.values().stream().mapToLong(Long::longValue).sum();
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
    copy.begin = begin;
    copy.end = end;
    return copy;
  }

  @Override
  public synchronized void reset() {
    counted = Counted.NOTHING;
    begin = Long.MAX_VALUE;
    end = 0;
  }

  @Override
  public synchronized void add(Counted more) {
    counted = counted.plus(more);
  }

  /**
   * Adds a batch.
   *
   * @param rows how many there were
   * @param tagged those that were tagged, with nulls between them for those that failed
   * @param since when its tagging began, in milliseconds of the clock
   */
  void addBatch(int rows, List<TaggedRow> tagged, long since) {
    int read = 0;
    long characters = 0;
    long tokens = 0;
    TreeMap<String, Long> types = new TreeMap<>();
    for (TaggedRow row : tagged) {
      if (row != null) {
        read++;
        characters += row.characters();
        tokens += row.tokens();
        for (Entity entity : row.entities()) {
          types.merge(entity.type(), 1L, Long::sum);
        }
      }
    }
    add(new Counted(rows, rows - read, characters, tokens, types));
    span(since, System.currentTimeMillis());
  }

  private synchronized void span(long from, long to) {
    begin = Math.min(begin, from);
    end = Math.max(end, to);
  }

  @Override
  public void merge(AccumulatorV2<Counted, Counted> other) {
    add(other.value());
    if (other instanceof TaggingCounts counts) {
      span(counts.begin, counts.end);
    }
  }

  /** The seconds from the first batch's beginning to the last one's end; 0 if there was none. */
  public synchronized double seconds() {
    return Math.max(0, end - begin) / 1e3;
  }

  @Override
  public synchronized Counted value() {
    return counted;
  }
}
