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
  private Span span;

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

  /**
   * From a beginning to an end by {@link System#nanoTime}, which counts from another point on each
   * machine: of a span that came from elsewhere only the length counts.
   */
  private record Span(long begin, long end) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** From the earlier beginning to the later end; the counts may overflow, differences do not. */
    private Span with(Span other) {
      return new Span(
          other.begin - begin < 0 ? other.begin : begin, other.end - end > 0 ? other.end : end);
    }

    private long length() {
      return end - begin;
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
    copy.span = span;
    return copy;
  }

  @Override
  public synchronized void reset() {
    counted = Counted.NOTHING;
    span = null;
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
   * @param since when its tagging began, by {@link System#nanoTime}
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
    addSpan(since, System.nanoTime());
  }

  /** Adds a time in which something was tagged, in nanoseconds of this process. */
  synchronized void addSpan(long begin, long end) {
    Span more = new Span(begin, end);
    span = span == null ? more : span.with(more);
  }

  @Override
  public void merge(AccumulatorV2<Counted, Counted> other) {
    add(other.value());
    if (other instanceof TaggingCounts counts && counts.span != null) {
      // Spark merges the counts of a task when the driver hears of its end.
      long now = System.nanoTime();
      addSpan(now - counts.span.length(), now);
    }
  }

  /**
   * The seconds from the first batch's beginning to the last one's end, as far as the ends of tasks
   * tell it; 0 if there was none.
   */
  public synchronized double seconds() {
    return span == null ? 0 : span.length() / 1e9;
  }

  @Override
  public synchronized Counted value() {
    return counted;
  }
}
