/**
 * The command line: every command is a Spark job that {@code spark-submit --class
 * org.sparkner.jobs.Main} takes, and runs with an embedded local Spark otherwise. What lives here
 * reads options and settings, calls {@code org.sparkner.train}, {@code org.sparkner.tagger} and
 * {@code org.sparkner.spark}, and tells a person how it goes. No algorithm lives here.
 */
package org.sparkner.jobs;
