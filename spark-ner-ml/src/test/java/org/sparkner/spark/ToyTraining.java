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

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sentences that a small network learns by heart in a few seconds. */
final class ToyTraining {
  private ToyTraining() {}

  /** Learns the sentences of {@link #sentences} by heart in a few seconds. */
  static NerTagger tiny() {
    return new NerTagger()
        .setWordDimension(12)
        .setCharacterDimension(6)
        .setCharacterFilters(6)
        .setHidden(16)
        .setDropout(0)
        .setLearningRate(0.05)
        .setEpochs(12)
        .setBatchSize(4)
        .setValidationFraction(0);
  }

  static Dataset<Row> sentences() {
    return SparkTest.SPARK
        .range(0, 40, 1, 2)
        .selectExpr(
            "id",
            """
            array(element_at(array('Ada', 'Alan', 'Grace', 'Edsger'), cast(id % 4 AS int) + 1),
                  element_at(array('visited', 'left'), cast(id % 2 AS int) + 1),
                  element_at(array('London', 'Paris', 'Rome'), cast(id % 3 AS int) + 1),
                  '.') AS tokens
            """,
            "array('B-PER', 'O', 'B-LOC', 'O') AS tags",
            "id % 5 = 0 AS held");
  }

  static Dataset<Row> texts() {
    return sentences()
        .selectExpr(
            "concat_ws(' ', tokens) AS text",
            """
            array(
              named_struct('begin', 0, 'end', length(tokens[0]), 'type', 'PER'),
              named_struct(
                'begin', length(tokens[0]) + length(tokens[1]) + 2,
                'end', length(tokens[0]) + length(tokens[1]) + 2 + length(tokens[2]),
                'type', 'LOC')) AS spans
            """);
  }
}
