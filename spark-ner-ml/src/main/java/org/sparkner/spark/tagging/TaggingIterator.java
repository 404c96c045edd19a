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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.error.BadModelException;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.error.UsageException;

/**
 * Looks ahead in the rows of a partition, tags a batch at once and gives the rows in their order,
 * each followed by the output columns. It holds one batch, of at most so many rows and of so many
 * bytes and one row more.
 *
 * <p>A batch that fails is tagged row by row; a row that fails alone gets null in every output
 * column, as one whose input is null.
 *
 * @param <T> what is tagged
 */
final class TaggingIterator<T> implements Iterator<InternalRow> {
  private static final Logger LOG = LoggerFactory.getLogger(TaggingIterator.class);

  private final Iterator<InternalRow> rows;
  private final RowTagger<T> tagger;
  private final int batchRows;
  private final long batchBytes;
  private final BatchCounts counts;
  private final Deque<InternalRow> ready = new ArrayDeque<>();
  private long failures;

  /**
   * @param rows may be one object with ever other values, as Spark's are
   * @param counts what is told of each batch
   */
  TaggingIterator(
      Iterator<InternalRow> rows,
      RowTagger<T> tagger,
      int batchRows,
      long batchBytes,
      BatchCounts counts) {
    this.rows = new FileRows(rows);
    this.tagger = tagger;
    this.batchRows = batchRows;
    this.batchBytes = batchBytes;
    this.counts = counts;
  }

  @Override
  public boolean hasNext() {
    return !ready.isEmpty() || rows.hasNext();
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (ready.isEmpty()) {
      tagBatch();
    }
    return ready.remove();
  }

  private void tagBatch() {
    List<InternalRow> batch = new ArrayList<>();
    List<T> inputs = new ArrayList<>();
    List<T> present = new ArrayList<>();
    long bytes = 0;
    while (batch.size() < batchRows && bytes < batchBytes && rows.hasNext()) {
      InternalRow row = rows.next().copy();
      T input = tagger.input(row);
      batch.add(row);
      inputs.add(input);
      if (input != null) {
        present.add(input);
        bytes += tagger.bytes(input);
      }
    }
    long begin = System.nanoTime();
    List<TaggedRow> tagged = tag(present);
    Iterator<TaggedRow> next = tagged.iterator();
    for (int i = 0; i < batch.size(); i++) {
      TaggedRow found = inputs.get(i) == null ? null : next.next();
      Object[] values = found == null ? new Object[tagger.width()] : found.values();
      ready.add(new JoinedRow(batch.get(i), new GenericInternalRow(values)));
    }
    counts.addBatch(batch.size(), tagged, begin);
  }

  /** A row for each input; null for one that cannot be tagged. */
  private List<TaggedRow> tag(List<T> inputs) {
    if (inputs.isEmpty()) {
      return List.of();
    }
    try {
      return tagger.tag(inputs);
    } catch (UsageException | BadModelException | InterruptedRunException e) {
      throw e; // no row's fault
    } catch (RuntimeException e) {
      List<TaggedRow> tagged = new ArrayList<>(inputs.size());
      for (T input : inputs) {
        tagged.add(tagAlone(input));
      }
      return tagged;
    }
  }

  private TaggedRow tagAlone(T input) {
    try {
      return tagger.tag(List.of(input)).get(0);
    } catch (UsageException | BadModelException | InterruptedRunException e) {
      throw e;
    } catch (RuntimeException e) {
      failures++;
      LOG.warn(
          "A row of {} bytes could not be tagged and gets null, the {}. of this partition.",
          tagger.bytes(input),
          failures,
          e);
      return null;
    }
  }
}
