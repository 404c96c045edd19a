/**
 * The data source {@code spark.read().format("conll")}: a sentence a row from files of one token a
 * line. How a line is read is the core's {@code corpus} package; here are Spark's options, schema,
 * pruning and modes.
 */
package org.sparkner.spark.conll;
