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

package org.sparkner.jobs.distill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpElsewhere;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputDirectory;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.input.TextFormat;
import org.sparkner.jobs.model.SavedModel;
import org.sparkner.jobs.model.TrustedKeysOption;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.PrecisionOption;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.tag.TaggingInput;
import org.sparkner.jobs.tag.TaggingProgress;
import org.sparkner.jobs.train.TrainCommand;
import org.sparkner.option.SilverOption;
import org.sparkner.option.TaggingOption;
import org.sparkner.spark.NerTaggerModel;
import org.sparkner.spark.silver.SilverTable;
import org.sparkner.spark.silver.SilverTeacher;
import org.sparkner.spark.tagging.TaggingCounts;
import org.sparkner.train.TeacherAgreement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has a teacher tag text and trains a student on that and on labelled sentences. */
@Command(
    name = "distill",
    description = "Trains a small, fast tagger on what a teacher, another model, thinks of text.",
    footer = {
      "",
      "Example:",
      "  spark-ner distill --teacher big --text texts --train t.conll --model m"
    })
@HelpElsewhere(group = "Reading the data", command = "train")
public final class DistillCommand extends TrainCommand {
  private static final String INPUT = "input";

  @HelpGroup("Teacher")
  @Option(
      names = "--teacher",
      required = true,
      paramLabel = "MODEL",
      description = "Model that tags the text, or a name such as en. Required.")
  private String teacher;

  @Mixin private TrustedKeysOption trusted;

  @HelpGroup("Teacher")
  @Option(
      names = "--text",
      required = true,
      paramLabel = "PATH",
      description = "File, directory or pattern of text. Repeatable. Required.")
  private List<String> texts;

  @HelpGroup("Teacher")
  @Option(
      names = "--text-format",
      paramLabel = "FORMAT",
      description = "text, lines, jsonl, csv, parquet or conll (by the ending).")
  private TextFormat textFormat;

  @HelpGroup("Teacher")
  @Option(
      names = "--text-col",
      paramLabel = "NAME",
      description = "Column of the text (text), or of tokens.")
  private String textCol;

  @HelpGroup("Teacher")
  @Option(
      names = "--silver",
      paramLabel = "DIR",
      description = "What the teacher thinks, kept (MODEL.silver).")
  private String silver;

  private Location table() {
    return silver == null ? model().plus(".silver") : Location.of(silver);
  }

  @Override
  protected Map<String, String> ownSettings() {
    Map<String, String> own = super.ownSettings();
    own.putAll(trusted.setting());
    return own;
  }

  @Override
  protected Optional<String> teacherOption(Settings all) {
    return Optional.of("--teacher");
  }

  @Override
  protected RunFiles inputs(Settings all) {
    if (all.find(SilverOption.SILVER_TABLE).isPresent()) {
      throw new UsageException(
          SilverOption.SILVER_TABLE.key()
              + " is for train, where a teacher has tagged the text already; leave it out, or use"
              + " train");
    }
    RunFiles files = trusted.addTo(super.inputs(all)).reads("--teacher", SavedModel.place(teacher));
    texts.forEach(text -> files.reads("--text", text));
    return files.replaces("--silver", table());
  }

  @Override
  protected Optional<SilverTable> silver(
      Settings all, StatusLine progress, Supplier<TeacherAgreement> gold) {
    SavedModel.require(teacher);
    texts.forEach(text -> Location.of(text).requireExisting());
    progress.begin("starting Spark");
    SparkSession spark = Sessions.open(all);
    progress.begin("loading " + teacher);
    NerTaggerModel tagger =
        SavedModel.stage(teacher, TrustedKeysOption.in(all))
            .setInputCol(INPUT)
            .setPrecision(PrecisionOption.in(all).toString())
            .setDevice(all.get(TaggingOption.DEVICE));
    gold.get().require(tagger.model().labels());
    List<TaggingInput> inputs = new ArrayList<>();
    TaggingProgress.Total total = null;
    for (String text : texts) {
      progress.begin("opening " + text);
      Location from = Location.of(text);
      TextFormat format = textFormat == null ? TextFormat.of(from) : textFormat;
      TaggingInput input = TaggingInput.open(spark, from, format, columns());
      total = total == null ? input.total(format) : total.plus(input.total(format));
      inputs.add(input);
    }
    SilverTeacher writer = tagger.silver(united(inputs));
    progress.begin("looking for " + table());
    if (writer.find(table().uri()).isEmpty()) {
      write(writer, spark, total, progress);
    }
    SilverTable written = SilverTable.open(spark, table().uri());
    progress.print(
        String.format(
            Locale.ROOT,
            "%s: %,d sentences of %,d tokens that the teacher tagged",
            table(),
            written.sentences(),
            written.tokens()));
    return Optional.of(written);
  }

  private TaggingInput.Columns columns() {
    TaggingInput.Columns usual = TaggingInput.Columns.USUAL;
    return new TaggingInput.Columns(textCol, usual.id(), usual.attributes(), usual.conll());
  }

  private Dataset<Row> united(List<TaggingInput> inputs) {
    Dataset<Row> all = null;
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).isText() != inputs.get(0).isText()) {
        throw new UsageException(
            "--text "
                + texts.get(0)
                + " and --text "
                + texts.get(i)
                + " are text and tokens; distill from one of the two");
      }
      Dataset<Row> rows = inputs.get(i).tagged(INPUT);
      all = all == null ? rows : all.union(rows);
    }
    return all;
  }

  private void write(
      SilverTeacher writer, SparkSession spark, TaggingProgress.Total total, StatusLine progress) {
    TaggingCounts counts = new TaggingCounts();
    spark.sparkContext().register(counts, "tagging");
    TaggingProgress listener = new TaggingProgress(progress, "tagging", counts, total);
    spark.sparkContext().addSparkListener(listener);
    progress.begin("tagging");
    try (OutputDirectory claimed = OutputDirectory.claim(table(), false)) {
      claimed.write(place -> writer.write(place.uri(), counts));
      claimed.publish();
    } finally {
      spark.sparkContext().removeSparkListener(listener);
    }
  }
}
