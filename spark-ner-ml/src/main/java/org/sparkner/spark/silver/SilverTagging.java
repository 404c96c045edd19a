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

package org.sparkner.spark.silver;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.error.BadModelException;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.error.UsageException;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.spark.device.TaskDevice;
import org.sparkner.spark.tagging.SharedTagger;
import org.sparkner.spark.tagging.TaggingCounts;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.SilverSentence;
import org.sparkner.tagger.Tagger;
import org.sparkner.text.WhiteSpace;

/**
 * Has the teacher tag the rows of a partition, each a document or the tokens of a sentence, and
 * gives the rows of a silver table.
 *
 * @param model the teacher, one instance an executor
 * @param precision of its arithmetic
 * @param device that its encoder is wished on
 * @param text whether the rows hold text rather than tokens
 * @param batchRows the most rows tagged together
 * @param batchBytes bytes of text after which no further row joins a batch
 * @param counts what is told what was tagged, or null
 */
record SilverTagging(
    Broadcast<SharedTagger> model,
    Precision precision,
    EncoderDevice device,
    boolean text,
    int batchRows,
    int batchBytes,
    TaggingCounts counts)
    implements FlatMapFunction<Iterator<Row>, Row> {
  private static final Logger LOG = LoggerFactory.getLogger(SilverTagging.class);

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Tagger tagger = model.value().tagger(precision, TaskDevice.ofTask(device));
    return text ? new OfTexts(tagger, rows) : new OfTokens(tagger, rows);
  }

  /**
   * Tags a batch ahead.
   *
   * @param <T> what a row holds
   */
  private abstract class Batches<T> implements Iterator<Row> {
    private final Iterator<Row> rows;
    private Iterator<SilverSentence> ready = List.<SilverSentence>of().iterator();

    Batches(Iterator<Row> rows) {
      this.rows = rows;
    }

    /** What a row that is not null holds. */
    abstract T input(Row row);

    abstract long bytes(T input);

    abstract List<List<SilverSentence>> tag(List<T> inputs);

    @Override
    public boolean hasNext() {
      while (!ready.hasNext() && rows.hasNext()) {
        tagBatch();
      }
      return ready.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return SilverRows.write(ready.next());
    }

    private void tagBatch() {
      List<T> inputs = new ArrayList<>();
      long bytes = 0;
      int read = 0;
      while (read < batchRows && bytes < batchBytes && rows.hasNext()) {
        Row row = rows.next();
        read++;
        if (!row.isNullAt(0)) {
          inputs.add(input(row));
          bytes += bytes(inputs.get(inputs.size() - 1));
        }
      }
      List<SilverSentence> tagged = inputs.isEmpty() ? List.of() : tagEach(inputs);
      if (counts != null) {
        long tokens = tagged.stream().mapToLong(sentence -> sentence.tokens().size()).sum();
        counts.add(
            new TaggingCounts.Counted(
                read, read - inputs.size(), bytes / 2, tokens, new TreeMap<>()));
      }
      ready = tagged.iterator();
    }

    /** One by one where the batch fails; what fails alone is left out. */
    private List<SilverSentence> tagEach(List<T> inputs) {
      try {
        return flat(tag(inputs));
      } catch (UsageException | BadModelException | InterruptedRunException e) {
        throw e; // no row's fault
      } catch (RuntimeException e) {
        List<SilverSentence> tagged = new ArrayList<>();
        for (T input : inputs) {
          tagged.addAll(tagAlone(input));
        }
        return tagged;
      }
    }

    private List<SilverSentence> tagAlone(T input) {
      try {
        return flat(tag(List.of(input)));
      } catch (UsageException | BadModelException | InterruptedRunException e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.warn("A row of {} bytes could not be tagged and is left out.", bytes(input), e);
        return List.of();
      }
    }
  }

  private static List<SilverSentence> flat(List<List<SilverSentence>> tagged) {
    return tagged.stream().flatMap(List::stream).toList();
  }

  private final class OfTexts extends Batches<String> {
    private final Tagger tagger;

    OfTexts(Tagger tagger, Iterator<Row> rows) {
      super(rows);
      this.tagger = tagger;
    }

    @Override
    String input(Row row) {
      return row.getString(0);
    }

    @Override
    long bytes(String input) {
      return 2L * input.length();
    }

    @Override
    List<List<SilverSentence>> tag(List<String> inputs) {
      return tagger.silver(inputs);
    }
  }

  private final class OfTokens extends Batches<List<String>> {
    private final Tagger tagger;

    OfTokens(Tagger tagger, Iterator<Row> rows) {
      super(rows);
      this.tagger = tagger;
    }

    /** Tokens of white space alone are none. */
    @Override
    List<String> input(Row row) {
      return row.<String>getList(0).stream()
          .filter(token -> token != null && !WhiteSpace.isAll(token))
          .toList();
    }

    @Override
    long bytes(List<String> input) {
      return input.stream().mapToLong(token -> 2L * (token.length() + 1)).sum();
    }

    @Override
    List<List<SilverSentence>> tag(List<List<String>> inputs) {
      return tagger.silverDocuments(inputs.stream().map(List::of).toList());
    }
  }
}
