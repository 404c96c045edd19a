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

import java.util.List;

/**
 * All that is told of each batch that a task tags.
 *
 * @param counts of the caller, or null
 * @param plan of the node of the query, or null
 * @param process of this process
 */
record BatchCounts(TaggingCounts counts, TaggingPlanMetrics plan, TaggingMetrics process) {
  BatchCounts(TaggingCounts counts, TaggingPlanMetrics plan) {
    this(counts, plan, TaggingMetrics.here());
  }

  /**
   * Adds a batch.
   *
   * @param rows how many there were
   * @param tagged those that were tagged, with nulls between them for those that failed
   * @param since when its tagging began, by {@link System#nanoTime}
   */
  void addBatch(int rows, List<TaggedRow> tagged, long since) {
    process.addBatch(rows, tagged);
    if (plan != null) {
      plan.addBatch(rows, tagged);
    }
    if (counts != null) {
      counts.addBatch(rows, tagged, since);
    }
  }
}
