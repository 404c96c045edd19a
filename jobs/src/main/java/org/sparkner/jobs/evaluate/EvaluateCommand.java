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

package org.sparkner.jobs.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.TagReading;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.corpora.Corpora;
import org.sparkner.jobs.corpora.SourceReading;
import org.sparkner.jobs.corpora.ValidationSource;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputDirectory;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.jobs.model.SavedModelOption;
import org.sparkner.jobs.model.TrainedEntities;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.DeviceOption;
import org.sparkner.jobs.settings.PrecisionOption;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.settings.SettingsOptions;
import org.sparkner.model.NerModel;
import org.sparkner.model.NeuralModel;
import org.sparkner.option.TrainingOption;
import org.sparkner.tagger.Tagger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a model's tags with those of labelled sentences. */
@Command(
    name = "evaluate",
    description = "Compares a model's entities with labelled sentences, as conlleval does.",
    footer = {
      "",
      "Example:",
      "  spark-ner evaluate --model model --data dev.conll --report report"
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Mixin private SavedModelOption model;

  @HelpGroup("What to compare")
  @Option(names = "--data", paramLabel = "PATH", description = "Labelled sentences (or --corpora).")
  private String data;

  @HelpGroup("What to compare")
  @Option(
      names = "--corpora",
      paramLabel = "FILE",
      description = "The sources to validate on of this file, in place of --data.")
  private Path corpora;

  @HelpGroup("What to compare")
  @Option(names = "--source", paramLabel = "NAME", description = "Only this one of the sources.")
  private String source;

  @HelpGroup("What to compare")
  @Option(
      names = "--types",
      paramLabel = "TYPES",
      split = ",",
      description = "Count only entities of these types, such as PER,LOC.")
  private Set<String> types;

  @Mixin private LabeledData format;

  @HelpGroup("Scores and report")
  @Option(names = "--strict", description = "Count only well-formed spans (IOB2 or BIOES).")
  private boolean strict;

  @HelpGroup("Scores and report")
  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Also write scores, wrong spans in their sentences, predictions and a reliability"
              + " chart into this directory.")
  private String report;

  @HelpGroup("Scores and report")
  @Option(
      names = "--train",
      paramLabel = "PATH",
      description =
          "Training data of the model; errors.md then says of each wrong span whether it was"
              + " seen in training.")
  private String train;

  @HelpGroup("Scores and report")
  @Option(names = "--overwrite", description = "Replace the report if it exists.")
  private boolean overwrite;

  @HelpGroup("Scores and report")
  @Option(names = "--json", description = "Print one JSON object as the last line.")
  private boolean json;

  @Mixin private PrecisionOption precision;
  @Mixin private DeviceOption device;
  @Mixin private SettingsOptions settings;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    requireOneSource();
    Map<String, String> own = new HashMap<>(precision.setting());
    own.putAll(device.setting());
    Settings all = settings.load(own);
    Corpora declared = corpora == null ? null : Corpora.read(corpora);
    Location reportAt = report == null ? null : Location.of(report);
    if (reportAt != null) {
      RunFiles files =
          model
              .addTo(settings.files())
              .reads("--data", data)
              .reads("--corpora", corpora)
              .reads("--train", train);
      if (declared != null) {
        declared.addTo(files);
      }
      files.replaces("--report", reportAt).requireApart();
    }
    if (train != null && reportAt == null) {
      throw new UsageException("--train is for the report; give --report DIR too");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (OutputDirectory claimed =
            reportAt == null ? null : OutputDirectory.claim(reportAt, overwrite);
        StatusLine progress = new StatusLine(spec.commandLine().getErr())) {
      progress.begin("loading " + model.name());
      NerModel trained = model.read();
      Tagger tagger = Tagger.of(trained, PrecisionOption.in(all), DeviceOption.in(all));
      format.attributes().requireFor(tagger.readsAttributes());
      if (types != null) {
        CountedTypes.requireKnown(types, tagger.labels());
      }
      List<ValidationSource> sources =
          declared == null
              ? List.of(new ValidationSource(data, types, read(data, tagger, all, progress)))
              : declared.validationSources(source, reading(all, progress));
      LabeledData.Placed gold = counted(sources, tagger);
      String name = declared == null ? data : declared.toString();
      warnOfTrainingData(
          trained,
          sources.stream().flatMap(each -> each.data().sentences().stream()).toList(),
          name,
          progress);
      ErrorsFile.Known known = known(trained, tagger, all, progress);
      Evaluation evaluation = Evaluation.of(tagger, gold, name, strict, progress);
      progress.close();
      out.println(evaluation.conlleval());
      out.print(evaluation.report().beyondConlleval());
      if (sources.size() > 1) {
        out.println();
        SourceScores.lines(evaluation, sources).forEach(out::println);
      }
      if (claimed != null) {
        ReportFiles.write(evaluation, known, claimed);
        out.println("\nreport written to " + report);
      }
      if (json) {
        out.println(new ObjectMapper().writeValueAsString(evaluation.report().toMap()));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } finally {
      Sessions.close();
    }
    return 0;
  }

  private void requireOneSource() {
    if (data == null && corpora == null) {
      throw new UsageException(
          "Missing required option: '--data=PATH'; or give --corpora FILE for its sources");
    }
    List<String> others = new ArrayList<>(LabeledData.given(spec));
    others.addAll(data == null ? List.of() : List.of("--data"));
    if (corpora != null && !others.isEmpty()) {
      throw new UsageException(
          others.get(0)
              + " does not go with --corpora, whose sources say it each for themselves; leave it"
              + " out");
    }
    if (source != null && corpora == null) {
      throw new UsageException("--source is one of --corpora FILE; give the file too");
    }
  }

  /** The sentences of all sources, of which those types count that are annotated there. */
  private LabeledData.Placed counted(List<ValidationSource> sources, Tagger tagger) {
    LabeledData.Placed all = new LabeledData.Placed(new ArrayList<>(), new ArrayList<>());
    for (ValidationSource each : sources) {
      Set<String> wanted = each.types() == null ? null : new TreeSet<>(each.types());
      if (wanted != null && types != null) {
        wanted.retainAll(types);
      }
      LabeledData.Placed placed =
          wanted == null ? each.data() : new CountedTypes(wanted, tagger.labels()).of(each.data());
      all.sentences().addAll(placed.sentences());
      all.places().addAll(placed.places());
    }
    return all;
  }

  private static SourceReading reading(Settings all, StatusLine progress) {
    return new SourceReading(
        all,
        all.get(TrainingOption.LANGUAGE),
        progress::begin,
        progress::print,
        line -> progress.print("warning: " + line));
  }

  private LabeledData.Placed read(String name, Tagger tagger, Settings all, StatusLine progress) {
    progress.begin("reading " + name);
    return format.readPlaced(
        Location.of(name),
        all.get(TrainingOption.LANGUAGE),
        all,
        TagReading.of(tagger.labels().scheme()),
        line -> progress.print("warning: " + line));
  }

  private void warnOfTrainingData(
      NerModel trained, List<LabeledSentence> gold, String name, StatusLine progress) {
    if (TrainedEntities.areOf(trained, gold)) {
      progress.print(
          "warning: "
              + name
              + ": the model was trained on these sentences, so its scores say nothing of others");
    }
  }

  private ErrorsFile.Known known(
      NerModel trained, Tagger tagger, Settings all, StatusLine progress) {
    if (train != null) {
      List<LabeledSentence> sentences = read(train, tagger, all, progress).sentences();
      if (!TrainedEntities.areOf(trained, sentences)) {
        progress.print(
            "warning: " + train + ": these are not the sentences that the model was trained on");
      }
      return TrainedEntities.of(sentences)::seen;
    }
    return new UnknownWords(trained instanceof NeuralModel network ? network.lexicon() : null);
  }
}
