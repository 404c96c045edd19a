/**
 * Tagging on the executors: the broadcast model, batches of rows, and the columns that are added to
 * them. The stages and the SQL function are above; nothing here knows them.
 */
package org.sparkner.spark.tagging;
