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
   * @param since when its tagging began, in milliseconds of the clock
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
