/**
 * What is measured of a model and how it is shown: its tags beside the gold ones, and the report, a
 * page for a browser with charts and with mistakes in their sentences. Shared by {@code evaluate}
 * and {@code train}. The page's parts lie beside this package's classes as HTML, CSS and
 * JavaScript; its charts are drawn by Apache ECharts, which the build takes from its WebJar.
 *
 * <p>To show something more, add it to the map of a section ({@code EvaluationSection}, {@code
 * TrainingSection}, {@code ComparisonSection}) and draw it in {@code report.js}, by {@code
 * SparkNer.element}: what comes from data is set as text, never as HTML.
 */
package org.sparkner.jobs.report;
