/**
 * The options of Spark NER, each declared once: its name, the values that it takes, its default,
 * what it does, which algorithms heed it. Nothing here reads or uses them.
 *
 * <p>From the declarations come the records of options in the core ({@code train.Recipe}), the
 * params of Spark's stages ({@code org.sparkner.spark.param}), those of Python ({@code
 * spark_ner.params}), {@code conf/spark-ner.conf}, the tables of options in {@code docs/}, the
 * settings of the command line with their checks, and {@code spark-ner help settings}. What is
 * source code or a document of these is written by {@code build-tools/generate-options} and checked
 * in; {@code GeneratedFilesTest} fails where it differs.
 *
 * <h2>To add an option</h2>
 *
 * <ol>
 *   <li>Declare it in the class of its group, such as {@link org.sparkner.option.TrainingOption}.
 *       Its name is in camel case; key, environment variable and constant follow from it by rule.
 *   <li>Run {@code build-tools/generate-options}. It needs a JDK only.
 *   <li>Use it: {@code options.recipe().yourOption()}.
 *   <li>Test what it does.
 * </ol>
 *
 * <p>An option of training belongs to the identity of a run, so that a run with another value is
 * not resumed, unless its declaration says {@code mayChangeOnResume}. One that is renamed keeps its
 * former name in {@code formerly}, by which it is refused with the new one.
 */
package org.sparkner.option;
