/**
 * Labelled sentences as Spark sources and sinks: {@code spark.read().format("conll" | "conllu" |
 * "annotations" | "brat")} and {@code df.write().format("conll" | "annotations")}. How a file is
 * read is the core's {@code corpus} package; here are Spark's options, schema, pruning and modes,
 * and the lines that are written. Nothing here knows of the stages.
 *
 * <p>To have a format of {@link org.sparkner.corpus.RegisteredFormat} as a source:
 *
 * <ol>
 *   <li>Write a public class like {@link org.sparkner.spark.format.ConlluFileFormat}: its name in
 *       Spark, its constant in the registry, and the options that it heeds.
 *   <li>Name the class in {@code
 *       META-INF/services/org.apache.spark.sql.sources.DataSourceRegister}.
 *   <li>Give {@code CorpusSourcesTest} a sample with a malformed record; its tests then hold the
 *       three modes, pruning, unusual paths and a fit. List it in docs/SPARK.md.
 * </ol>
 *
 * <p>To have something written, implement {@code RowLines} and give it to a {@code
 * LinesWriterFactory} in {@code prepareWrite}; another form of JSON is a constant of {@code
 * AnnotationStyle}.
 */
package org.sparkner.spark.format;
