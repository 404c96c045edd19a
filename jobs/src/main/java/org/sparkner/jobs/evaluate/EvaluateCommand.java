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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.corpora.ComparedData;
import org.sparkner.jobs.corpora.SourceReading;
import org.sparkner.jobs.corpora.ValidationSource;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputDirectory;
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
    data.open(spec);
    Map<String, String> own = new HashMap<>(precision.setting());
    own.putAll(device.setting());
    Settings all = settings.load(own);
    Location reportAt = report == null ? null : Location.of(report);
    if (reportAt != null) {
      data.addTo(model.addTo(settings.files()))
          .reads("--train", train)
          .replaces("--report", reportAt)
          .requireApart();
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
      data.format().attributes().requireFor(tagger.readsAttributes());
      SourceReading reading = reading(all, progress);
      List<ValidationSource> sources = data.read(reading, tagger.labels());
      LabeledData.Placed gold = data.counted(sources, tagger.labels());
      warnOfTrainingData(
          trained,
          sources.stream().flatMap(each -> each.data().sentences().stream()).toList(),
          data.toString(),
          progress);
      ErrorsFile.Known known = known(trained, tagger, reading, progress);
      Evaluation evaluation =
          Evaluation.of(tagger, spelled(gold), data.toString(), strict, progress);
      progress.close();
      out.println(evaluation.conlleval());
      out.print(evaluation.report().beyondConlleval());
      if (sources.size() > 1) {
        out.println();
        SourceScores.of(evaluation, sources).forEach(out::println);
      }
      if (claimed != null) {
        ReportFiles.write(evaluation, known, claimed);
        out.println("\nreport written to " + report);
      }
      if (json) {
        out.println(new ObjectMapper().writeValueAsString(scores(evaluation, sources)));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } finally {
      Sessions.close();
    }
    return 0;
  }

  private Map<String, Object> scores(Evaluation evaluation, List<ValidationSource> sources) {
    Map<String, Object> scores = evaluation.report().toMap();
    if (spelling != null) {
      scores.put("spelling", spelling.toString());
    }
    if (sources.size() > 1) {
      Map<String, Object> bySource = new LinkedHashMap<>();
      SourceScores.of(evaluation, sources).forEach(each -> bySource.put(each.name(), each.toMap()));
      scores.put("sources", bySource);
    }
    return scores;
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
      NerModel trained, Tagger tagger, SourceReading reading, StatusLine progress) {
    if (train != null) {
      List<LabeledSentence> sentences = data.read(train, reading, tagger.labels()).sentences();
      if (!TrainedEntities.areOf(trained, sentences)) {
        progress.print(
            "warning: " + train + ": these are not the sentences that the model was trained on");
      }
      return TrainedEntities.of(sentences)::seen;
    }
    return new UnknownWords(trained instanceof NeuralModel network ? network.lexicon() : null);
  }
}
