/** Word vectors that a pretrained encoder makes of text, on executors. */
package org.sparkner.spark.vectors;
