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

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.spark.column.FieldPath;
import org.sparkner.spark.device.TaskDevice;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.Tagger;

/**
 * Tags the rows of a partition. What it carries to the executors is a handle of the broadcast model
 * and a few primitives, never a stage.
 *
 * @param model the model, one instance an executor
 * @param precision of its arithmetic
 * @param device that its pretrained encoder is wished on
 * @param text whether the input is text rather than tokens
 * @param input the field to tag
 * @param attributes the field of attributes, or null
 * @param outputs columns to add
 * @param batchRows the most rows tagged together
 * @param batchBytes input bytes after which no further row joins a batch
 * @param counts what is told what was tagged, or null
 */
@RecordBuilder
public record TaggingFunction(
    Broadcast<SharedTagger> model,
    Precision precision,
    EncoderDevice device,
    boolean text,
    FieldPath input,
    FieldPath attributes,
    OutputColumns outputs,
    int batchRows,
    int batchBytes,
    TaggingCounts counts)
    implements Serializable {

  /** The tagger of the running task. */
  Tagger tagger() {
    return model.value().tagger(precision, TaskDevice.ofTask(device));
  }

  /**
   * Tags the rows of a partition.
   *
   * @param metrics of the node of a query that does it, or null
   */
  Iterator<InternalRow> tag(Iterator<InternalRow> rows, TaggingPlanMetrics metrics) {
    return new TaggingIterator<>(
        rows, RowTagger.of(this), batchRows, batchBytes, new BatchCounts(counts, metrics));
  }
}
