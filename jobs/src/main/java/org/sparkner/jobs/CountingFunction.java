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

import java.util.Iterator;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.sparkner.jobs.TaggingCounts.Counted;

/** Lets rows through and counts what is in them, in small steps so that a heartbeat sees them. */
final class CountingFunction implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private final TaggingCounts counts;
  private final int input;
  private final int tokens;
  private final int entities;

  /**
   * @param input index of the tagged column
   * @param tokens index of the column of tokens
   * @param entities index of the column of entities
   */
  CountingFunction(TaggingCounts counts, int input, int tokens, int entities) {
    this.counts = counts;
    this.input = input;
    this.tokens = tokens;
    this.entities = entities;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        Row row = rows.next();
        counts.add(count(row));
        return row;
      }
    };
  }

  private Counted count(Row row) {
    if (row.isNullAt(input) || row.isNullAt(entities)) {
      return new Counted(1, 1, 0, 0, new TreeMap<>());
    }
    TreeMap<String, Long> types = new TreeMap<>();
    for (Row entity : row.<Row>getList(entities)) {
      types.merge(entity.getString(2), 1L, Long::sum);
    }
    long characters = row.get(input) instanceof String text ? text.length() : 0;
    return new Counted(1, 0, characters, row.getList(tokens).size(), types);
  }
}
