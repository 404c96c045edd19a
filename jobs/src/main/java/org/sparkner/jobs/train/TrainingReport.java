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

package org.sparkner.jobs.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sparkner.error.NerException;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.WriteFailure;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.jobs.report.Evaluation;
import org.sparkner.jobs.report.ReportPage;
import org.sparkner.jobs.report.SpanKnowledge;
import org.sparkner.jobs.report.TrainingSection;
import org.sparkner.jobs.settings.DeviceOption;
import org.sparkner.jobs.settings.PrecisionOption;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.model.NerModel;
import org.sparkner.model.TrainingSummary;
import org.sparkner.tagger.Tagger;

/** Puts the report of a training together: its log, and the model on what it was validated on. */
final class TrainingReport {
  private final String model;
  private final String command;
  private final String validationName;
  private final SentencesRead read;

  /**
   * @param model name of the model
   * @param command that repeats the training
   * @param validationName of what it was validated on
   */
  TrainingReport(String model, String command, String validationName, SentencesRead read) {
    this.model = model;
    this.command = command;
    this.validationName = validationName;
    this.read = read;
  }

  /** Writes the page and gives its file, in a directory of this machine. */
  Path write(
      Path directory, NerModel trained, TrainingOutput output, Settings all, StatusLine progress) {
    ReportPage page =
        ReportPage.of("Spark NER training", model)
            .command(command)
            .facts(facts(trained))
            .training(new TrainingSection(TrainingLog.events(output.log()), rounds(output)));
    addEvaluation(page, trained, all, progress);
    progress.begin("writing the report");
    Path file = directory.resolve("report.html");
    try {
      page.write(file);
    } catch (IOException e) {
      throw WriteFailure.of(Location.of(file.toString()), e);
    }
    return file;
  }

  /** A model that is trained is saved, whatever becomes of its report. */
  private void addEvaluation(ReportPage page, NerModel trained, Settings all, StatusLine progress) {
    LabeledData.Placed validation = read.validation(validationName);
    if (validation.sentences().isEmpty()) {
      return;
    }
    try {
      Tagger tagger = Tagger.of(trained, PrecisionOption.in(all), DeviceOption.in(all));
      SpanKnowledge knowledge = SpanKnowledge.of(trained, read.entities());
      page.evaluation(
          Evaluation.of(tagger, validation, validationName, false, knowledge, progress), knowledge);
    } catch (NerException e) {
      progress.print("warning: the report is without scores: " + e.getMessage());
    }
  }

  private static List<Map<String, Object>> rounds(TrainingOutput output) {
    List<Map<String, Object>> rounds = new ArrayList<>();
    if (Files.exists(output.rounds())) {
      for (RoundsFile.Row row : output.readRounds()) {
        Map<String, Object> round = new LinkedHashMap<>();
        round.put("epoch", row.epoch());
        round.put("compute", row.computeSeconds());
        round.put("send", row.sendSeconds());
        round.put("wait", row.waitSeconds());
        round.put("bytes_sent", row.bytesSent());
        round.put("bytes_received", row.bytesReceived());
        rounds.add(round);
      }
    }
    return rounds;
  }

  private static Map<String, String> facts(NerModel trained) {
    TrainingSummary training = trained.training();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("algorithm", trained.algorithm().toString());
    facts.put("labels", String.join(" ", trained.labels().labels()));
    facts.put(
        "trained on",
        String.format(
            Locale.ROOT,
            "%,d sentences, %,d tokens of the language %s, in %s",
            training.trainingSentences(),
            training.trainingTokens(),
            training.language(),
            training.sourceScheme()));
    facts.put("seed", String.valueOf(training.seed()));
    facts.put("epoch", String.valueOf(training.epoch()));
    facts.put("temperature", String.format(Locale.ROOT, "%.2f", trained.temperature()));
    return facts;
  }
}
