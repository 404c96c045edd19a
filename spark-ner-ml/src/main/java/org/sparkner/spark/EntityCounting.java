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

package org.sparkner.spark;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.sparkner.eval.Counts;
import org.sparkner.eval.SpanReading;

/**
 * Counts the rows (gold, predicted) of a partition into one row.
 *
 * @param goldTags whether gold is tags rather than spans
 * @param predictedTags whether predicted is tags rather than spans
 * @param reading how spans are read from tags
 */
record EntityCounting(boolean goldTags, boolean predictedTags, SpanReading reading)
    implements MapPartitionsFunction<Row, Row> {

  private record Entity(long begin, long end, String type) {}

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    EntityCounts counts = EntityCounts.NONE;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (!row.isNullAt(0)) {
        counts = counts.plus(count(row));
      }
    }
    return List.of(counts.row()).iterator();
  }

  private EntityCounts count(Row row) {
    Set<Entity> gold = entities(row, 0, goldTags);
    Set<Entity> predicted = entities(row, 1, predictedTags);
    Set<Entity> correct = new HashSet<>(predicted);
    correct.retainAll(gold);
    Counts spans = new Counts(gold.size(), predicted.size(), correct.size());
    if (!goldTags || !predictedTags) {
      return new EntityCounts(spans, 0, 0, 0);
    }
    List<String> goldLabels = tags(row, 0);
    if (row.isNullAt(1)) {
      return new EntityCounts(spans, goldLabels.size(), 0, 0);
    }
    List<String> predictedLabels = tags(row, 1);
    if (goldLabels.size() != predictedLabels.size()) {
      return new EntityCounts(Counts.NONE, 0, 0, 1);
    }
    int same = 0;
    for (int i = 0; i < goldLabels.size(); i++) {
      same += goldLabels.get(i).equals(predictedLabels.get(i)) ? 1 : 0;
    }
    return new EntityCounts(spans, goldLabels.size(), same, 0);
  }

  private Set<Entity> entities(Row row, int column, boolean tags) {
    Set<Entity> entities = new HashSet<>();
    if (row.isNullAt(column)) {
      return entities;
    }
    if (tags) {
      reading
          .spans(tags(row, column))
          .forEach(span -> entities.add(new Entity(span.begin(), span.end(), span.type())));
    } else {
      for (Row span : row.<Row>getList(column)) {
        if (span != null) {
          entities.add(
              new Entity(
                  span.<Number>getAs("begin").longValue(),
                  span.<Number>getAs("end").longValue(),
                  span.getAs("type")));
        }
      }
    }
    return entities;
  }

  /** The tags of a row; a null among them is no entity. */
  private static List<String> tags(Row row, int column) {
    return row.<String>getList(column).stream().map(tag -> tag == null ? "O" : tag).toList();
  }
}
