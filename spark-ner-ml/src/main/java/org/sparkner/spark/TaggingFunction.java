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

import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.sparkner.tagger.Precision;

/**
 * Tags the rows of a partition. What it carries to the executors is a handle of the broadcast model
 * and a few primitives, never a stage.
 *
 * @param model the model, one instance an executor
 * @param precision of its arithmetic
 * @param text whether the input is text rather than tokens
 * @param input position of the field to tag
 * @param pos position of the field of parts of speech; -1 for none
 * @param kept the fields before this position stay; the outputs come after them
 * @param outputs columns to add
 * @param batchRows the most rows tagged together
 * @param batchBytes input bytes after which no further row joins a batch
 * @param counts what is told what was tagged, or null
 */
record TaggingFunction(
    Broadcast<SharedTagger> model,
    Precision precision,
    boolean text,
    int input,
    int pos,
    int kept,
    OutputColumns outputs,
    int batchRows,
    int batchBytes,
    TaggingCounts counts)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new TaggingIterator<>(rows, RowTagger.of(this), kept, batchRows, batchBytes, counts);
  }
}
