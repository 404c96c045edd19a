/**
 * The columns of a dataset that a stage reads: found by name as Spark SQL finds them, checked by
 * type, and then known by their place.
 */
package org.sparkner.spark.column;
