/**
 * The silver table: what a teacher, a model that tagged text, thinks of its sentences, for students
 * to learn. It is written by executors and read by them or by the driver; what is learned from it
 * is the core's concern.
 */
package org.sparkner.spark.silver;
