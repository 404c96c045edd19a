/*
 * Copyright 2026 The Spark NER authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package org.sparkner.jobs;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.UsageException;
import org.sparkner.spark.NerTaggerModel;
import org.sparkner.spark.TaggingCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tags text with Spark. */
@Command(
    name = "tag",
    description = {
      "Finds the entities of text, with Spark.",
      "Every column of the input stays; the column entities is added: begin, end, type, text and",
      "confidence of each, in code points of the text, or in tokens where the input is tokens."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true)
final class TagCommand implements Callable<Integer> {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "PATH",
      description = "Directory of the model.")
  private String model;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      description = "File, directory or pattern to read.")
  private String input;

  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      description = {
        "${COMPLETION-CANDIDATES}; by the ending of the name if not given.",
        "text is a document a file, lines a document a line."
      })
  private TextFormat inputFormat;

  @Option(
      names = "--text-col",
      paramLabel = "NAME",
      description = "Column of the text, a string (text).")
  private String textCol;

  @Option(
      names = "--tokens-col",
      paramLabel = "NAME",
      description = "Column of the tokens of a sentence, array<string>, instead of a text.")
  private String tokensCol;

  @Option(
      names = "--id-col",
      paramLabel = "NAME",
      description = {
        "Column that names a document: conll output writes it above each;",
        "for text files it is made, of their paths (path)."
      })
  private String idCol;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "PATH",
      description = "Directory to write.")
  private String output;

  @Option(
      names = "--output-format",
      defaultValue = "parquet",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private TaggedFormat outputFormat;

  @Option(names = "--overwrite", description = "Replace the output, if there is one.")
  private boolean overwrite;

  @Mixin private PrecisionOption precision;
  @Mixin private SettingsOptions settings;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Settings all = settings.load(precision.setting());
    if (textCol != null && tokensCol != null) {
      throw new UsageException("--text-col and --tokens-col exclude each other");
    }
    Location from = Location.of(input);
    Location to = Location.of(output);
    to.requireFree(overwrite);
    Location.of(model).requireModel();
    TextFormat format = inputFormat == null ? TextFormat.of(from) : inputFormat;
    PrintWriter out = spec.commandLine().getOut();
    try (StatusLine progress = new StatusLine(spec.commandLine().getErr())) {
      progress.begin("starting Spark");
      SparkSession spark = Sessions.open(all);
      progress.begin("loading " + model);
      NerTaggerModel tagger =
          NerTaggerModel.load(Location.of(model).uri())
              .setPrecision(PrecisionOption.in(all).toString());
      progress.begin("opening " + input);
      String column = tokensCol == null ? textCol : tokensCol;
      TaggingInput documents = TaggingInput.open(spark, from, format, column, idCol);
      long begin = System.nanoTime();
      TaggingCounts.Counted done =
          new TaggingRun(spark, tagger, progress)
              .run(documents, documents.total(from, format), idCol, to, outputFormat);
      progress.close();
      print(done, (System.nanoTime() - begin) / 1e9, out);
    } finally {
      Sessions.close();
    }
    return 0;
  }

  private void print(TaggingCounts.Counted done, double seconds, PrintWriter out) {
    out.printf(
        "%,d documents, %,d tokens in %.1f s (%,.0f tokens/s)%n",
        done.documents(), done.tokens(), seconds, done.tokens() / seconds);
    out.printf("%,d entities: %s%n", done.found(), TrainingConsole.counts(done.entities()));
    if (done.unread() > 0) {
      out.printf("%,d documents without text have no entities%n", done.unread());
    }
    out.printf("written to %s%n", output);
  }
}
