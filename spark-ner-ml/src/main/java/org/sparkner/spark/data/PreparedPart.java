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

package org.sparkner.spark.data;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;

/** What a partition of the rows of {@link SentencePreparation} holds. */
final class PreparedPart implements Serializable {
  private static final long serialVersionUID = 1L;

  private final PreparationProblems problems = new PreparationProblems();
  private long sentences;

  /** Reads all partitions, on the executors. */
  static List<PreparedPart> all(JavaRDD<Row> prepared) {
    return prepared.mapPartitions(PreparedPart::of).collect();
  }

  private static Iterator<PreparedPart> of(Iterator<Row> rows) {
    PreparedPart part = new PreparedPart();
    rows.forEachRemaining(part::add);
    return List.of(part).iterator();
  }

  private void add(Row row) {
    if (!SentencePreparation.isSentence(row)) {
      problems.add(row);
    } else if (!SentencePreparation.isForValidation(row)) {
      sentences++;
    }
  }

  /** Sentences that are not marked for validation. */
  long sentences() {
    return sentences;
  }

  PreparationProblems problems() {
    return problems;
  }
}
