/** From the rows of a dataset to labelled sentences, and those to validate on. */
package org.sparkner.spark.data;
