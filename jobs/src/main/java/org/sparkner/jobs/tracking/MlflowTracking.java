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

package org.sparkner.jobs.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparkner.error.NerException;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.Secrets;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.files.Leftovers;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.TemporaryDirectory;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.model.TrainingSummary;
import org.sparkner.option.DataOption;
import org.sparkner.option.DeclaredOption;
import org.sparkner.option.EvaluationOption;
import org.sparkner.option.IncrementalOption;
import org.sparkner.option.ModelOption;
import org.sparkner.option.OptionGroup;
import org.sparkner.option.Options;
import org.sparkner.option.SparkOption;
import org.sparkner.option.TaggingOption;
import org.sparkner.option.TrackingOption;
import org.sparkner.option.TrustOption;
import org.sparkner.train.Calibration;
import org.sparkner.train.CorpusReport;
import org.sparkner.train.TrainingListener;

/** Records a training on an MLflow tracking server. What it cannot send it sends with the next. */
final class MlflowTracking implements Tracking, TrainingListener {
  /** Of the options that decide nothing of what a training makes. */
  private static final List<OptionGroup> OTHERS =
      List.of(
          DataOption.GROUP,
          TaggingOption.GROUP,
          EvaluationOption.GROUP,
          IncrementalOption.GROUP,
          TrackingOption.GROUP,
          TrustOption.GROUP,
          SparkOption.GROUP);

  private final Settings all;
  private final MlflowServer server;
  private final String experiment;
  private final StatusLine progress;
  private final List<MlflowRun.Metric> pending = new ArrayList<>();
  private final Runnable killed = this::interrupted;
  private MlflowRun run;
  private Path record;
  private boolean warned;
  private int epoch;

  private MlflowTracking(
      Settings all, MlflowServer server, String experiment, StatusLine progress) {
    this.all = all;
    this.server = server;
    this.experiment = experiment;
    this.progress = progress;
  }

  /**
   * Finds the server and the experiment.
   *
   * @param environment for what the settings leave open, and for credentials
   * @throws UsageException if there is none
   */
  static MlflowTracking open(Settings all, Map<String, String> environment, StatusLine progress) {
    String address =
        all.find(TrackingOption.TRACKING_URI)
            .or(() -> Optional.ofNullable(environment.get("MLFLOW_TRACKING_URI")))
            .orElseThrow(
                () ->
                    new UsageException(
                        "--tracking mlflow needs the address of a tracking server; give"
                            + " MLFLOW_TRACKING_URI or --set tracking.uri, such as"
                            + " http://127.0.0.1:5000"));
    String name =
        all.find(TrackingOption.EXPERIMENT)
            .or(() -> Optional.ofNullable(environment.get("MLFLOW_EXPERIMENT_NAME")))
            .orElse("Default");
    MlflowServer server = MlflowServer.at(address, environment);
    progress.begin("asking " + server);
    try {
      return new MlflowTracking(all, server, MlflowRun.experiment(server, name), progress);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private static UsageException refused(IOException e) {
    return new UsageException(
        "--tracking mlflow: " + e.getMessage() + "; check the address, or leave --tracking out", e);
  }

  @Override
  public TrainingListener begin(Inputs inputs, Path file, boolean resume) {
    record = file;
    try {
      run = resume && Files.exists(file) ? MlflowRun.resume(server, Files.readString(file)) : null;
      if (run == null) {
        run =
            MlflowRun.create(
                server, experiment, all.find(TrackingOption.RUN_NAME).orElse(null), tags(inputs));
        run.params(params(inputs));
        Files.writeString(file, run.id());
      }
    } catch (IOException e) {
      throw refused(e);
    }
    Leftovers.add(killed);
    progress.print("run    " + run.page());
    return this;
  }

  private static Map<String, String> tags(Inputs inputs) {
    return Map.of(
        "mlflow.source.type",
        "LOCAL",
        "mlflow.source.name",
        "spark-ner",
        "mlflow.user",
        System.getProperty("user.name", ""),
        "spark_ner.command",
        inputs.command());
  }

  /** The files, and the options that the algorithm heeds, those that have their default too. */
  private Map<String, String> params(Inputs inputs) {
    Map<String, String> params = new LinkedHashMap<>(inputs.files());
    params.replaceAll((name, file) -> Secrets.hidden(file));
    String algorithm = all.get(ModelOption.ALGORITHM);
    Options.settings()
        .filter(option -> !OTHERS.contains(option.group()))
        .filter(option -> option.heededBy().contains(algorithm))
        .forEach(option -> text(option).ifPresent(value -> params.put(option.key(), value)));
    return params;
  }

  private <T> Optional<String> text(DeclaredOption<T> option) {
    return all.find(option).map(option.kind()::text).or(option::defaultText);
  }

  @Override
  public void onStart(CorpusReport report) {
    measure("train_sentences", report.sentences());
    measure("train_tokens", report.tokens());
    measure("valid_sentences", report.validSentences());
    measure("valid_tokens", report.validTokens());
    send();
  }

  @Override
  public void onEpoch(EpochReport report) {
    epoch = report.epoch();
    measure("loss", report.loss());
    measure("learning_rate", report.learningRate());
    measure("tokens_per_second", report.tokens() / report.trainSeconds());
    measure("train_seconds", report.trainSeconds());
    if (report.validated()) {
      measure("valid_precision", 100 * report.precision());
      measure("valid_recall", 100 * report.recall());
      measure("valid_f1", 100 * report.f1());
    }
    send();
  }

  @Override
  public void onEnd(TrainingSummary summary) {
    measure("best_epoch", summary.epoch());
    summary.metrics().forEach((name, value) -> measure("model_" + name, value));
    send();
  }

  @Override
  public void onCalibrated(double temperature, Calibration calibration) {
    measure("temperature", calibration.model().temperature());
    measure("calibration_error", calibration.after().expectedCalibrationError());
    send();
  }

  /** What is not known has no value. */
  private void measure(String key, double value) {
    if (Double.isFinite(value)) {
      pending.add(new MlflowRun.Metric(key, value, System.currentTimeMillis(), epoch));
    }
  }

  private void send() {
    attempt(() -> run.metrics(pending));
  }

  @Override
  public void finish(Location model) {
    attempt(() -> keep(model));
    end("FINISHED");
    attempt(() -> Files.deleteIfExists(record));
  }

  private void keep(Location model) throws IOException {
    if (!run.takesArtefacts()) {
      warn(
          "the tracking server keeps artefacts at "
              + run.artefacts()
              + " and does not take them itself (mlflow server --serve-artifacts does), so the"
              + " report and the model are only in "
              + model);
      return;
    }
    try (TemporaryDirectory copy = TemporaryDirectory.named("spark-ner-tracking")) {
      Path directory = model.fetch(copy.path());
      for (Path file : files(directory)) {
        String name = directory.relativize(file).toString();
        progress.begin("sending " + name + " to " + server);
        // The files beside the model tell of the training.
        run.artefact(name.contains("/") ? "model/" + name : name, file);
      }
    }
  }

  /** Those that are of a model, without the checksums that Hadoop keeps beside them. */
  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() {
    end("FAILED");
  }

  @Override
  public void interrupted() {
    end("KILLED");
  }

  private synchronized void end(String status) {
    if (run == null) {
      return;
    }
    Leftovers.remove(killed);
    attempt(
        () -> {
          run.metrics(pending);
          run.end(status);
        });
    run = null;
  }

  private interface Sending {
    void run() throws IOException;
  }

  private void attempt(Sending sending) {
    try {
      sending.run();
    } catch (IOException | NerException e) {
      warn(e.getMessage());
    }
  }

  /** Once is enough: what fails now will fail again. */
  private void warn(String text) {
    if (!warned) {
      warned = true;
      progress.print("warning: --tracking mlflow: " + text);
    }
  }
}
