/** Paths that a user names, and models and checkpoints as files of any Hadoop file system. */
package org.sparkner.spark.file;
