/**
 * Labelled sentences and the files they live in: streaming readers of CoNLL columns, CoNLL-U,
 * annotated JSON and brat's standoff annotations. Nothing here knows of networks, models or Spark.
 *
 * <p>{@link org.sparkner.corpus.RegisteredFormat} is the one list of formats; the command line, the
 * Spark sources and the benchmarks go by it. To add a format:
 *
 * <ol>
 *   <li>Implement {@link org.sparkner.corpus.CorpusFormat}: a record of the options that the format
 *       heeds, with a static {@code of(CorpusOptions)}, which opens a {@link
 *       org.sparkner.corpus.SentenceSource}. The source gives sentences as they stand in the file;
 *       {@link org.sparkner.corpus.CorpusReader} leaves out tokens of white space and finds each
 *       sentence's place in its document. {@link org.sparkner.corpus.LineReader} decodes lines and
 *       makes complaints with file and line. A record that is malformed is a {@link
 *       org.sparkner.corpus.MalformedRecordException}, after which the source goes on.
 *   <li>Register it: a constant of {@code RegisteredFormat} with its names and the endings of its
 *       files. {@code train}, {@code evaluate}, {@code calibrate} and {@code ablate} then read it,
 *       {@code --format auto} finds it, and the help lists it.
 *   <li>Test it: what it reads in a test of its own, and in {@code MalformedRecordTest} what
 *       becomes of a malformed record. Describe it in docs/DATA.md.
 * </ol>
 *
 * <p>As a source of Spark it needs a class of its name besides; see {@code
 * org.sparkner.spark.format}.
 */
package org.sparkner.corpus;
