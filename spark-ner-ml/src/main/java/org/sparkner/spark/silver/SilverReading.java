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

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.sparkner.spark.training.SerializableSentence;

/** Reads the rows of a silver table that are taken. */
final class SilverReading implements Iterator<SerializableSentence> {
  private final Iterator<Row> rows;
  private final SilverRows reading;
  private Row next;

  SilverReading(Iterator<Row> rows, SilverRows reading) {
    this.rows = rows;
    this.reading = reading;
  }

  @Override
  public boolean hasNext() {
    while (next == null && rows.hasNext()) {
      Row row = rows.next();
      next = reading.takes(row) ? row : null;
    }
    return next != null;
  }

  @Override
  public SerializableSentence next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return reading.read(row);
  }
}
