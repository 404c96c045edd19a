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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.Invocation;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.corpora.ComparedData;
import org.sparkner.jobs.corpora.SourceReading;
import org.sparkner.jobs.corpora.ValidationSource;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputDirectory;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.jobs.model.SavedModel;
import org.sparkner.jobs.model.SavedModelOption;
import org.sparkner.jobs.model.TrainedEntities;
import org.sparkner.jobs.model.TrustedKeysOption;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.report.Evaluation;
import org.sparkner.jobs.report.ModelComparison;
import org.sparkner.jobs.report.ReportPage;
import org.sparkner.jobs.report.SpanKnowledge;
import org.sparkner.jobs.settings.DeviceOption;
import org.sparkner.jobs.settings.PrecisionOption;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.settings.SettingsOptions;
import org.sparkner.model.NerModel;
import org.sparkner.option.TrainingOption;
import org.sparkner.tagger.Tagger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a model's tags with those of labelled sentences, or two models with each other. */
@Command(
    name = "evaluate",
    description = "Compares a model's entities with labelled sentences, as conlleval does.",
    modelTransformer = OptionalModel.class,
    footer = {
      "",
      "Example:",
      "  spark-ner evaluate --model model --data dev.conll --report report"
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Mixin private SavedModelOption model;

  @HelpGroup("Model")
  @Option(
      names = "--compare",
      arity = "2",
      paramLabel = "MODEL",
      description = "Two models, in place of --model: how they differ.")
  private List<String> compared;

  @Mixin private ComparedData data;

  @HelpGroup("Labelled sentences")
  @Option(
      names = "--spelling",
      paramLabel = "HOW",
      description = "Respell the sentences, to measure what it costs: ${COMPLETION-CANDIDATES}.")
  private Spelling spelling;

  @HelpGroup("Scores and report")
  @Option(names = "--strict", description = "Count only well-formed spans (IOB2 or BIOES).")
  private boolean strict;

  @HelpGroup("Scores and report")
  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Directory to write report.html, with charts, and files of scores, mistakes and"
              + " predictions to.")
  private String report;

  @HelpGroup("Scores and report")
  @Option(
      names = "--train",
      paramLabel = "PATH",
      description =
          "Training data of the model; the report then says of each wrong span whether it was"
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

  /** An evaluation of the sentences of all sources, one source after another. */
  private record Evaluated(
      Evaluation evaluation, List<ValidationSource> sources, SpanKnowledge knowledge) {}

  @Override
  public Integer call() {
    data.open(spec);
    requireOneModelOrTwo();
    Map<String, String> own = new HashMap<>(precision.setting());
    own.putAll(device.setting());
    own.putAll(model.setting());
    Settings all = settings.load(own);
    Location reportAt = report == null ? null : Location.of(report);
    RunFiles files = data.addTo(settings.files()).reads("--train", train);
    if (compared == null) {
      model.addTo(files);
    } else {
      model.addKeysTo(files);
      compared.forEach(name -> files.reads("--compare", SavedModel.place(name)));
    }
    if (reportAt != null) {
      files.replaces("--report", reportAt).requireApart();
    }
    if (train != null && reportAt == null) {
      throw new UsageException("--train is for the report; give --report DIR too");
    }
    try (OutputDirectory claimed =
            reportAt == null ? null : OutputDirectory.claim(reportAt, overwrite);
        StatusLine progress = new StatusLine(spec.commandLine().getErr())) {
      if (compared == null) {
        Evaluated evaluated = evaluate(model.name(), all, progress);
        progress.close();
        print(evaluated);
        if (claimed != null) {
          ReportFiles.write(
              evaluated.evaluation(), evaluated.knowledge(), page(evaluated), claimed);
        }
        finish(scores(evaluated));
      } else {
        ModelComparison comparison = compare(all, progress);
        progress.close();
        comparison.lines().forEach(spec.commandLine().getOut()::println);
        if (claimed != null) {
          ReportFiles.write(comparison, pageOf("comparison").comparison(comparison), claimed);
        }
        finish(spelled(comparison.toMap()));
      }
    } finally {
      Sessions.close();
    }
    return 0;
  }

  private void requireOneModelOrTwo() {
    if (compared == null && model.name() == null) {
      throw new UsageException(
          "Missing required option: '--model=MODEL'; or give --compare with two models");
    }
    if (compared != null && model.name() != null) {
      throw new UsageException("--model and --compare exclude each other; leave one of them out");
    }
    if (compared != null && train != null) {
      throw new UsageException("--train is for the report of one model; leave it out");
    }
  }

  private ModelComparison compare(Settings all, StatusLine progress) {
    compared.forEach(SavedModel::require);
    List<Evaluation> evaluations = new ArrayList<>();
    for (String name : compared) {
      evaluations.add(evaluate(name, all, progress).evaluation());
    }
    return ModelComparison.of(compared, evaluations);
  }

  private Evaluated evaluate(String name, Settings all, StatusLine progress) {
    try (SavedModel saved = SavedModel.open(name, TrustedKeysOption.in(all))) {
      progress.begin("loading " + name);
      NerModel trained = saved.read();
      Tagger tagger = Tagger.of(trained, PrecisionOption.in(all), DeviceOption.in(all));
      data.format().attributes().requireFor(tagger.readsAttributes());
      SourceReading reading = reading(all, progress);
      List<ValidationSource> sources = data.read(reading, tagger.labels());
      LabeledData.Placed gold = data.counted(sources, tagger.labels());
      warnOfTrainingData(
          trained,
          sources.stream().flatMap(each -> each.data().sentences().stream()).toList(),
          progress);
      SpanKnowledge knowledge = knowledge(trained, tagger, reading, progress);
      return new Evaluated(
          Evaluation.of(tagger, spelled(gold), data.toString(), strict, knowledge, progress),
          sources,
          knowledge);
    }
  }

  private LabeledData.Placed spelled(LabeledData.Placed gold) {
    return spelling == null
        ? gold
        : new LabeledData.Placed(spelling.of(gold.sentences()), gold.places());
  }

  private static SourceReading reading(Settings all, StatusLine progress) {
    return new SourceReading(
        all,
        all.get(TrainingOption.LANGUAGE),
        progress::begin,
        progress::print,
        line -> progress.print("warning: " + line));
  }

  private void print(Evaluated evaluated) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(evaluated.evaluation().conlleval());
    out.print(evaluated.evaluation().report().beyondConlleval());
    if (evaluated.sources().size() > 1) {
      out.println();
      SourceScores.of(evaluated.evaluation(), evaluated.sources()).forEach(out::println);
    }
  }

  private Map<String, Object> scores(Evaluated evaluated) {
    Map<String, Object> scores = spelled(evaluated.evaluation().toMap());
    if (evaluated.sources().size() > 1) {
      Map<String, Object> bySource = new LinkedHashMap<>();
      SourceScores.of(evaluated.evaluation(), evaluated.sources())
          .forEach(each -> bySource.put(each.name(), each.toMap()));
      scores.put("sources", bySource);
    }
    return scores;
  }

  private Map<String, Object> spelled(Map<String, Object> scores) {
    if (spelling != null) {
      scores.put("spelling", spelling.toString());
    }
    return scores;
  }

  private ReportPage page(Evaluated evaluated) {
    return pageOf("evaluation").evaluation(evaluated.evaluation(), evaluated.knowledge());
  }

  private ReportPage pageOf(String what) {
    String models = compared == null ? model.name() : String.join(" and ", compared);
    return ReportPage.of("Spark NER " + what, models + " on " + data)
        .command(Invocation.of(arguments()));
  }

  private String[] arguments() {
    return spec.root().commandLine().getParseResult().originalArgs().toArray(String[]::new);
  }

  private void finish(Map<String, Object> scores) {
    PrintWriter out = spec.commandLine().getOut();
    if (report != null) {
      out.println("\nreport written to " + report);
    }
    if (json) {
      try {
        out.println(new ObjectMapper().writeValueAsString(scores));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void warnOfTrainingData(
      NerModel trained, List<LabeledSentence> gold, StatusLine progress) {
    if (TrainedEntities.areOf(trained, gold)) {
      progress.print(
          "warning: "
              + data
              + ": the model was trained on these sentences, so its scores say nothing of others");
    }
  }

  private SpanKnowledge knowledge(
      NerModel trained, Tagger tagger, SourceReading reading, StatusLine progress) {
    if (train == null) {
      return SpanKnowledge.of(trained, null);
    }
    List<LabeledSentence> sentences = data.read(train, reading, tagger.labels()).sentences();
    if (!TrainedEntities.areOf(trained, sentences)) {
      progress.print(
          "warning: " + train + ": these are not the sentences that the model was trained on");
    }
    return SpanKnowledge.of(trained, TrainedEntities.of(sentences));
  }
}
