/**
 * Labelled sentences and the files they live in: streaming readers of CoNLL columns, CoNLL-U and
 * annotated JSON lines. Nothing here knows of networks, models or Spark.
 */
package org.sparkner.corpus;
