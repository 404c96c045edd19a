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

package org.sparkner.jobs.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sparkner.check.CheckedSentences;
import org.sparkner.check.DataCheck;
import org.sparkner.check.DataReport;
import org.sparkner.corpus.TagReading;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.corpora.Corpora;
import org.sparkner.jobs.corpora.SourceReading;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.resource.NamedVectors;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.settings.SettingsOptions;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.option.TrainingOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at labelled data before a training. */
@Command(
    name = "check-data",
    description = {
      "Says what is odd about labelled data and whether it is enough.",
      "Reads what train reads, sentence by sentence: schemes, labels, sentences and",
      "names labelled in two ways, leaks, encodings, lengths, balance, vectors."
    },
    footer = {
      "",
      "Example:",
      "  spark-ner check-data train.conll --valid dev.conll --vectors glove.txt.gz"
    })
public final class CheckDataCommand implements Callable<Integer> {
  private static final int BAD_DATA = 3;

  @Parameters(
      paramLabel = "DATA",
      arity = "0..*",
      description = "Labelled sentences to learn from: files or directories.")
  private List<String> data = new ArrayList<>();

  @HelpGroup("Data")
  @Option(
      names = "--valid",
      paramLabel = "PATH",
      description = "Labelled sentences to validate on.")
  private String valid;

  @HelpGroup("Data")
  @Option(
      names = "--corpora",
      paramLabel = "FILE",
      description = "The sources of this file, in place of DATA and --valid.")
  private Path corpora;

  @HelpGroup("Data")
  @Option(
      names = "--vectors",
      paramLabel = "PATH",
      description = "Pretrained word vectors to compare the tokens with.")
  private String vectors;

  @Mixin private LabeledData format;

  @HelpGroup("Result")
  @Option(names = "--json", description = "Print one JSON object in place of text.")
  private boolean json;

  @HelpGroup("Result")
  @Option(names = "--strict", description = "End with exit code 3 if anything but notes is found.")
  private boolean strict;

  @Mixin private SettingsOptions settings;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    requireOneSource();
    Settings all = settings.load();
    Corpora declared = corpora == null ? null : Corpora.read(corpora);
    DataReport report;
    try (StatusLine progress = new StatusLine(spec.commandLine().getErr())) {
      CheckedSentences train = declared == null ? read(data, all, progress) : null;
      CheckedSentences validation = CheckedSentences.NONE;
      if (declared != null) {
        train = declared.rereadTraining(sources(all, progress));
        validation = declared.rereadValidation(sources(all, progress));
      } else if (valid != null) {
        validation = read(List.of(valid), all, progress);
      }
      WordVectors known = vectors == null ? null : NamedVectors.read(vectors, all, progress);
      progress.begin("checking");
      report = DataCheck.run(train, validation, known);
    } finally {
      Sessions.close();
    }
    print(report);
    return strict && !report.isClean() ? BAD_DATA : 0;
  }

  private void requireOneSource() {
    if (data.isEmpty() && corpora == null) {
      throw new UsageException(
          "Missing required parameter: 'DATA'; or give --corpora FILE for several sources");
    }
    List<String> others = new ArrayList<>(LabeledData.given(spec));
    others.addAll(data.isEmpty() ? List.of() : List.of(data.get(0)));
    others.addAll(valid == null ? List.of() : List.of("--valid"));
    if (corpora != null) {
      Corpora.refuseBeside(others);
    }
  }

  private CheckedSentences read(List<String> names, Settings all, StatusLine progress) {
    List<CheckedSentences> parts = new ArrayList<>();
    for (String name : names) {
      progress.begin("reading " + name);
      parts.add(
          format.reread(
              Location.of(name),
              all.get(TrainingOption.LANGUAGE),
              all,
              TagReading.DETECT,
              line -> progress.print("warning: " + line)));
    }
    return action -> parts.forEach(part -> part.forEach(action));
  }

  private static SourceReading sources(Settings all, StatusLine progress) {
    return new SourceReading(
        all,
        all.get(TrainingOption.LANGUAGE),
        progress::begin,
        progress::print,
        line -> progress.print("warning: " + line));
  }

  private void print(DataReport report) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      if (json) {
        out.println(new ObjectMapper().writeValueAsString(report.toMap()));
      } else {
        ReportLines.of(report).forEach(out::println);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
