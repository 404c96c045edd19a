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
import org.apache.spark.SparkContext;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.apache.spark.sql.execution.metric.SQLMetrics;
import scala.collection.immutable.HashMap;
import scala.collection.immutable.Map;

/**
 * What the node of a query that tags shows on the SQL tab of Spark's pages. A task that is run
 * again counts once.
 *
 * @param documents rows
 * @param sentences of them
 * @param tokens of them
 * @param entities found
 * @param unknownWords tokens whose word the model does not know
 */
record TaggingPlanMetrics(
    SQLMetric documents,
    SQLMetric sentences,
    SQLMetric tokens,
    SQLMetric entities,
    SQLMetric unknownWords)
    implements Serializable {

  /** New ones, known to Spark. */
  static TaggingPlanMetrics in(SparkContext context) {
    return new TaggingPlanMetrics(
        SQLMetrics.createMetric(context, "number of documents"),
        SQLMetrics.createMetric(context, "number of sentences"),
        SQLMetrics.createMetric(context, "number of tokens"),
        SQLMetrics.createMetric(context, "number of entities"),
        SQLMetrics.createMetric(context, "number of unknown words"));
  }

  /** By the names that Spark keeps them under. */
  Map<String, SQLMetric> byName() {
    return new HashMap<String, SQLMetric>()
        .updated("documents", documents)
        .updated("sentences", sentences)
        .updated("tokens", tokens)
        .updated("entities", entities)
        .updated("unknownWords", unknownWords);
  }

  /**
   * Adds a batch.
   *
   * @param rows how many there were
   * @param tagged those that were tagged, with nulls between them for those that failed
   */
  void addBatch(int rows, List<TaggedRow> tagged) {
    documents.add(rows);
    for (TaggedRow row : tagged) {
      if (row != null) {
        sentences.add(row.sentences());
        tokens.add(row.tokens());
        entities.add(row.entities().size());
        unknownWords.add(row.unknownWords());
      }
    }
  }
}
