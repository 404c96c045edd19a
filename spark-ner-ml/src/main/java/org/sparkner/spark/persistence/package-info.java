/** Saves and loads stages: the metadata of Spark ML, written completely or not at all. */
package org.sparkner.spark.persistence;
