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

package org.sparkner.spark.format;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.util.LongAccumulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.corpus.MalformedRecordException;

/** The sentences of a file in order; what is malformed is treated as the mode says. */
final class SentencesByMode implements Iterator<SourceRow> {
  private static final Logger LOG = LoggerFactory.getLogger(SentencesByMode.class);

  private final SentenceReading reading;
  private final MalformedMode mode;
  private final LongAccumulator malformed;
  private SourceRow next;
  private int number;
  private int documentsBefore = -1;
  private boolean ended;

  /**
   * @param malformed counts what is malformed, whether it becomes a row or not
   */
  SentencesByMode(SentenceReading reading, MalformedMode mode, LongAccumulator malformed) {
    this.reading = reading;
    this.mode = mode;
    this.malformed = malformed;
  }

  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      try {
        SourceSentence sentence = reading.next();
        ended = sentence == null;
        next =
            ended ? null : new SourceRow(document(sentence.document()), number++, sentence, null);
      } catch (MalformedRecordException e) {
        if (mode == MalformedMode.FAILFAST) {
          throw e;
        }
        take(e);
      }
    }
    return next != null;
  }

  private void take(MalformedRecordException problem) {
    malformed.add(1);
    int document = document(problem.document());
    if (mode == MalformedMode.PERMISSIVE) {
      LOG.warn("{} It is a corrupt record.", problem.getMessage());
      next = new SourceRow(document, number, null, problem.text());
    } else {
      LOG.warn("{} It is left out.", problem.getMessage());
    }
    number++;
  }

  /** From 0, whether the file tells of its first document or not. */
  private int document(int told) {
    documentsBefore = documentsBefore < 0 ? Math.min(told, 1) : documentsBefore;
    return told - documentsBefore;
  }

  @Override
  public SourceRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    SourceRow row = next;
    next = null;
    return row;
  }
}
