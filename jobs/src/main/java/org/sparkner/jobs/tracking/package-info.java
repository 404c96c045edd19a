/**
 * Trainings as trackers of experiments record them: options, scores of each epoch, report and
 * model. Today that is MLflow, by its REST API and the JDK's HTTP client.
 */
package org.sparkner.jobs.tracking;
