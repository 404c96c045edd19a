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

package org.sparkner.spark.evaluation;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.sparkner.eval.Counts;
import org.sparkner.eval.SpanReading;
import org.sparkner.spark.training.JavaBytes;
import org.sparkner.tags.TagSpelling;

/**
 * Counts the rows (gold, predicted) of a partition into one {@link CountedPart}, as bytes of {@link
 * JavaBytes}.
 *
 * @param goldTags whether gold is tags rather than spans
 * @param predictedTags whether predicted is tags rather than spans
 * @param reading how spans are read from tags
 * @param goldSpelling how the gold tags are spelled
 * @param predictedSpelling how the predicted tags are spelled
 */
public record EntityCounting(
    boolean goldTags,
    boolean predictedTags,
    SpanReading reading,
    TagSpelling goldSpelling,
    TagSpelling predictedSpelling)
    implements FlatMapFunction<Iterator<Row>, byte[]> {

  private record Entity(long begin, long end, String type) {}

  @Override
  public Iterator<byte[]> call(Iterator<Row> rows) {
    CountedPart part = CountedPart.none();
    EntityCounts counts = EntityCounts.NONE;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (!row.isNullAt(0)) {
        counts = counts.plus(count(row));
        part.goldTags().add(goldTags ? written(row, 0) : Collections.emptyList());
        part.predictedTags().add(predictedTags ? written(row, 1) : Collections.emptyList());
      }
    }
    return List.of(JavaBytes.of(new CountedPart(counts, part.goldTags(), part.predictedTags())))
        .iterator();
  }

  private EntityCounts count(Row row) {
    Set<String> latent = row.isNullAt(2) ? Set.of() : new HashSet<>(row.<String>getList(2));
    Set<Entity> gold = entities(row, 0, goldTags, latent);
    Set<Entity> predicted = entities(row, 1, predictedTags, latent);
    Set<Entity> correct = new HashSet<>(predicted);
    correct.retainAll(gold);
    Counts spans = new Counts(gold.size(), predicted.size(), correct.size());
    if (!goldTags || !predictedTags) {
      return new EntityCounts(spans, 0, 0, 0);
    }
    List<String> goldLabels = tags(row, 0, latent);
    if (row.isNullAt(1)) {
      return new EntityCounts(spans, goldLabels.size(), 0, 0);
    }
    List<String> predictedLabels = tags(row, 1, latent);
    if (goldLabels.size() != predictedLabels.size()) {
      return new EntityCounts(Counts.NONE, 0, 0, 1);
    }
    int same = 0;
    for (int i = 0; i < goldLabels.size(); i++) {
      same += goldLabels.get(i).equals(predictedLabels.get(i)) ? 1 : 0;
    }
    return new EntityCounts(spans, goldLabels.size(), same, 0);
  }

  private Set<Entity> entities(Row row, int column, boolean tags, Set<String> latent) {
    Set<Entity> entities = new HashSet<>();
    if (row.isNullAt(column)) {
      return entities;
    }
    if (tags) {
      reading
          .spans(tags(row, column, latent))
          .forEach(span -> entities.add(new Entity(span.begin(), span.end(), span.type())));
    } else {
      for (Row span : row.<Row>getList(column)) {
        if (span != null && !latent.contains(span.<String>getAs("type"))) {
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

  /** The tags of a row as the schemes write them, those of latent types as of no entity. */
  private List<String> tags(Row row, int column, Set<String> latent) {
    List<String> tags = (column == 0 ? goldSpelling : predictedSpelling).read(written(row, column));
    return latent.isEmpty()
        ? tags
        : tags.stream().map(tag -> latent.contains(type(tag)) ? "O" : tag).toList();
  }

  private static String type(String tag) {
    return tag.substring(tag.indexOf('-') + 1);
  }

  /** The tags of a row; a null among them is no entity. */
  private static List<String> written(Row row, int column) {
    return row.isNullAt(column)
        ? Collections.emptyList()
        : row.<String>getList(column).stream().map(tag -> tag == null ? "O" : tag).toList();
  }
}
