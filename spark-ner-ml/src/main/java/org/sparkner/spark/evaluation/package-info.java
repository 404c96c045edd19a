/** Counts entities on the executors for {@code EntityEvaluator}. */
package org.sparkner.spark.evaluation;
