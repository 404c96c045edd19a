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

package org.sparkner.jobs.tag;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.documents.DocumentsFile;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputDirectory;
import org.sparkner.jobs.files.OutputFile;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.input.TextFormat;
import org.sparkner.jobs.labeled.AttributeColumn;
import org.sparkner.jobs.labeled.ColumnsOptions;
import org.sparkner.jobs.model.SavedModelOption;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.DeviceOption;
import org.sparkner.jobs.settings.PrecisionOption;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.settings.SettingsOptions;
import org.sparkner.option.IncrementalOption;
import org.sparkner.option.TaggingOption;
import org.sparkner.spark.NerTaggerModel;
import org.sparkner.spark.tagging.TaggingCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tags text with Spark. */
@Command(
    name = "tag",
    description = {
      "Finds the entities in text, with Spark.",
      "Keeps every column of the input and adds the column entities: begin, end,",
      "type, text and confidence of each."
    },
    footer = {
      "",
      "Example:",
      "  spark-ner tag --model model --input texts.jsonl --output entities"
    })
public final class TagCommand implements Callable<Integer> {
  @Mixin private SavedModelOption model;

  @HelpGroup("Input and output")
  @Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      description = "File, directory or pattern to read. Required.")
  private String input;

  @HelpGroup("Reading the data")
  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      description = {
        "text, lines (one document per line), jsonl, csv, parquet or conll (by the ending)."
      })
  private TextFormat inputFormat;

  @HelpGroup("Reading the data")
  @Option(
      names = "--text-col",
      paramLabel = "NAME",
      description = "Column of the text (text); a.b is field b of a.")
  private String textCol;

  @HelpGroup("Reading the data")
  @Option(
      names = "--tokens-col",
      paramLabel = "NAME",
      description = "Column of tokens, array<string>, instead of a text.")
  private String tokensCol;

  @Mixin private ColumnsOptions conll;
  @Mixin private AttributeColumn attributes;

  @HelpGroup("Reading the data")
  @Option(
      names = "--id-col",
      paramLabel = "NAME",
      description = {"Column that names each document; of text files, their path (path)."})
  private String idCol;

  @HelpGroup("Input and output")
  @Option(
      names = "--output",
      required = true,
      paramLabel = "PATH",
      description = "Directory to write. Required.")
  private String output;

  @HelpGroup("Input and output")
  @Option(
      names = "--output-format",
      defaultValue = "parquet",
      paramLabel = "FORMAT",
      description = "parquet, jsonl, conll, spacy or bio (${DEFAULT-VALUE}).")
  private TaggedFormat outputFormat;

  @HelpGroup("Input and output")
  @Option(
      names = "--view",
      paramLabel = "FILE",
      description = "Also write a page of the documents for browsers.")
  private String view;

  @HelpGroup("Input and output")
  @Option(names = "--overwrite", description = "Replace the output if it exists.")
  private boolean overwrite;

  @Mixin private IncrementalOptions incremental;
  @Mixin private PrecisionOption precision;
  @Mixin private DeviceOption device;
  @Mixin private SettingsOptions settings;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (textCol != null && tokensCol != null) {
      throw new UsageException("--text-col and --tokens-col exclude each other");
    }
    boolean onlyNew = incremental.isIncremental();
    if (onlyNew && overwrite) {
      throw new UsageException(
          "--incremental and --overwrite exclude each other; to begin again, delete the output and"
              + " the checkpoint");
    }
    Map<String, String> own = new LinkedHashMap<>(precision.setting());
    own.putAll(device.setting());
    own.putAll(model.setting());
    own.putAll(incremental.settings());
    Settings all = settings.load(own);
    Location to = Location.of(output);
    RunFiles files = model.addTo(settings.files()).reads("--input", input);
    if (onlyNew) {
      files.writes("--output", to).writes("--checkpoint", incremental.checkpoint());
    } else {
      files.replaces("--output", to);
    }
    if (view != null) {
      files.writes("--view", Location.of(view));
    }
    files.requireApart();
    if (!onlyNew) {
      to.requireFree(overwrite);
    }
    OutputFile page =
        view == null ? null : OutputFile.of("--view", Location.of(view), onlyNew || overwrite);
    model.require();
    Location.of(input).requireExisting();
    // Claimed before the work, so that the second of two runs does none.
    try (OutputDirectory claimed = onlyNew ? null : OutputDirectory.claim(to, overwrite);
        StatusLine progress = new StatusLine(spec.commandLine().getErr())) {
      progress.begin("starting Spark");
      SparkSession spark = Sessions.open(all);
      progress.begin("loading " + model.name());
      NerTaggerModel tagger =
          model
              .stage(all)
              .setPrecision(PrecisionOption.in(all).toString())
              .setDevice(all.get(TaggingOption.DEVICE));
      attributes.requireFor(tagger.model().readsAttributes());
      long begin = System.nanoTime();
      TaggingSummary done =
          onlyNew
              ? tagNew(spark, tagger, to, all, progress)
              : tagAll(spark, tagger, claimed, progress);
      double seconds = (System.nanoTime() - begin) / 1e9;
      int shown = page == null || done.files() == 0 ? 0 : show(to, page, spark, progress);
      progress.close();
      print(done, seconds);
      if (shown > 0) {
        spec.commandLine()
            .getOut()
            .printf(Locale.ROOT, "%,d documents in %s; open it in a browser%n", shown, view);
      }
    } finally {
      Sessions.close();
    }
    return 0;
  }

  private TaggingSummary tagAll(
      SparkSession spark, NerTaggerModel tagger, OutputDirectory to, StatusLine progress) {
    progress.begin("opening " + input);
    Location from = Location.of(input);
    TextFormat format = inputFormat(from);
    TaggingInput documents = TaggingInput.open(spark, from, format, columns());
    documents.warnings(format, outputFormat).forEach(line -> progress.print("warning: " + line));
    TaggingRun run = new TaggingRun(spark, tagger, progress);
    TaggingCounts.Counted counted =
        run.run(documents, documents.total(format), idCol, to, outputFormat);
    return new TaggingSummary(
        counted, run.seconds(), documents.files().list().size(), documents.broken());
  }

  private TaggingSummary tagNew(
      SparkSession spark, NerTaggerModel tagger, Location to, Settings all, StatusLine progress) {
    Location from = Location.of(input);
    IncrementalTagging.Task task =
        new IncrementalTagging.Task(
            from, inputFormat(from), columns(), to, outputFormat, incremental.checkpoint());
    return new IncrementalTagging(
            spark, tagger, progress, task, all.get(IncrementalOption.FILES_PER_BATCH))
        .run(all.find(IncrementalOption.EVERY));
  }

  private int show(Location tagged, OutputFile page, SparkSession spark, StatusLine progress) {
    progress.begin("writing " + view);
    boolean kept = outputFormat.keepsColumns();
    String text = kept ? (tokensCol == null ? textCol : tokensCol) : null;
    return new DocumentsFile(
            tagged, new DocumentsFile.Columns(text, kept ? idCol : null), DocumentsFile.DOCUMENTS)
        .write(page, () -> spark);
  }

  private TextFormat inputFormat(Location from) {
    return inputFormat == null ? TextFormat.of(from) : inputFormat;
  }

  private TaggingInput.Columns columns() {
    return new TaggingInput.Columns(
        tokensCol == null ? textCol : tokensCol, idCol, attributes.name(), conll.ofSource());
  }

  private void print(TaggingSummary done, double seconds) {
    PrintWriter out = spec.commandLine().getOut();
    if (incremental.isIncremental()) {
      if (done.files() == 0) {
        out.printf(Locale.ROOT, "0 documents, nothing new in %s%n", input);
        return;
      }
      done.print(out, seconds);
      out.printf(Locale.ROOT, "%,d new files tagged%n", done.files());
    } else {
      done.print(out, seconds);
    }
    out.printf(Locale.ROOT, "written to %s%n", output);
  }
}
