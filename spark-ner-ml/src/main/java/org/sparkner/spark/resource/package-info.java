/** Word vectors, gazetteers and pretrained encoders, read from any Hadoop file system. */
package org.sparkner.spark.resource;
