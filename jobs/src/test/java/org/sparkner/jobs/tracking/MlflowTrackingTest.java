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

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;

/** Trainings as a tracking server hears of them. */
@Tag("slow")
class MlflowTrackingTest {
  private static final String SERVED = "mlflow-artifacts:/7/" + TrackingServer.RUN + "/artifacts";

  private static final String SECRET = "XYZZY";

  @TempDir private Path directory;

  private CommandLineRun train(String address, Object... more) throws IOException {
    Object[] arguments =
        TinyModel.training(
            TinyModel.sentences(directory, "wikigold/train.conll", 30),
            TinyModel.sentences(directory, "wikigold/dev.conll", 10),
            directory.resolve("model"),
            2,
            "--tracking",
            "mlflow",
            "--set",
            "tracking.uri=" + address,
            "--set",
            "tracking.run-name=a run",
            "--overwrite");
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(more));
    return CommandLineRun.here(all.toArray());
  }

  @Test
  void aRunHasOptionsScoresOfEachEpochReportAndModel() throws IOException {
    try (TrackingServer server = new TrackingServer(SERVED)) {
      CommandLineRun run =
          train(
              server.address() + "/",
              "--set",
              "spark.conf.spark.hadoop.fs.s3a.secret.key=" + SECRET);

      assertThat(run.code()).as(run.err().toString()).isZero();
      assertThat(run.err())
          .contains("run    " + server.address() + "/#/experiments/7/runs/" + TrackingServer.RUN);
      JsonNode created = server.created();
      assertThat(created.get("run_name").asText()).isEqualTo("a run");
      assertThat(created.get("tags").findValuesAsText("key")).contains("spark_ner.command");
      assertThat(created.get("tags").toString())
          .contains("train --train ", "fs.s3a.secret.key=...")
          .doesNotContain(SECRET);
      assertThat(server.params().toString()).doesNotContain(SECRET);
      assertThat(directory.resolve("model/report.html"))
          .content()
          .contains("fs.s3a.secret.key=...")
          .doesNotContain(SECRET);
      assertThat(String.join("\n", run.err())).doesNotContain(SECRET);
      assertThat(server.params())
          .containsEntry("network.hidden", "24")
          .containsEntry("training.learning-rate", "0.015")
          .containsEntry("training.encoder-frozen-layers", "0")
          .doesNotContainKeys("tagging.device", "tracking.tracker")
          .containsEntry("algorithm", "neural")
          .containsKeys("train", "valid", "model")
          .doesNotContainKeys("tracking.uri", "spark.master", "linear.passes");
      assertThat(server.metrics())
          .contains("loss 1", "loss 2", "valid_f1 1", "valid_f1 2", "learning_rate 1")
          .contains("train_sentences 0", "tokens_per_second 2", "best_epoch 2");
      assertThat(server.artefacts().keySet())
          .contains(
              "7/" + TrackingServer.RUN + "/artifacts/report.html",
              "7/" + TrackingServer.RUN + "/artifacts/training.jsonl",
              "7/" + TrackingServer.RUN + "/artifacts/model/model/manifest.json");
      assertThat(server.artefacts().get("7/" + TrackingServer.RUN + "/artifacts/report.html"))
          .isEqualTo((int) Files.size(directory.resolve("model/report.html")));
      assertThat(server.artefacts().keySet()).noneMatch(name -> name.contains("/."));
      assertThat(server.statuses()).containsExactly("FINISHED");
      assertThat(directory.resolve("model").toFile().list())
          .doesNotContain("training.jsonl.record");
    }
  }

  @Test
  void aServerThatIsGoneInTheMiddleIsOneWarningAndTheModelIsSaved() throws IOException {
    try (TrackingServer server = new TrackingServer(SERVED)) {
      server.failAfterTheBeginning();

      CommandLineRun run = train(server.address(), "--no-report");

      assertThat(run.code()).isZero();
      assertThat(run.err().stream().filter(line -> line.startsWith("warning: --tracking")))
          .containsExactly(
              "warning: --tracking mlflow: "
                  + server.address()
                  + " answers 500 to runs/log-batch: the disk is full");
      assertThat(directory.resolve("model/model/manifest.json")).exists();
    }
  }

  @Test
  void artefactsThatTheServerDoesNotTakeStayInTheModel() throws IOException {
    try (TrackingServer server = new TrackingServer("s3://bucket/7")) {
      CommandLineRun run = train(server.address(), "--no-report");

      assertThat(run.code()).isZero();
      assertThat(run.err())
          .anyMatch(
              line ->
                  line.startsWith(
                      "warning: --tracking mlflow: the tracking server keeps artefacts"
                          + " at s3://bucket/7 and does not take them itself"));
      assertThat(server.artefacts()).isEmpty();
      assertThat(server.statuses()).containsExactly("FINISHED");
    }
  }

  @Test
  void aTrainingThatFailsEndsItsRunSo() throws IOException {
    try (TrackingServer server = new TrackingServer(SERVED)) {
      CommandLineRun run =
          train(server.address(), "--set", "training.learning-rate=1e30", "--no-report");

      assertThat(run.code()).isNotZero();
      assertThat(server.statuses()).containsExactly("FAILED");
    }
  }

  @Test
  void aResumedTrainingGoesOnWithItsRun() throws IOException {
    Path checkpoint = Files.createDirectories(directory.resolve("model.checkpoint"));
    Files.writeString(checkpoint.resolve("training.jsonl.record"), TrackingServer.RUN);
    try (TrackingServer server = new TrackingServer(SERVED)) {
      CommandLineRun run = train(server.address(), "--resume", "--no-report");

      assertThat(run.code()).as(run.err().toString()).isZero();
      assertThat(server.created()).isNull();
      assertThat(server.params()).isEmpty();
      assertThat(server.statuses()).containsExactly("RUNNING", "FINISHED");
    }
  }

  @Test
  void whatIsNoServerIsRefusedBeforeAnythingIsRead() throws IOException {
    assertThat(train("http://127.0.0.1:9").lastErr())
        .startsWith("error: --tracking mlflow: http://127.0.0.1:9 does not answer (")
        .endsWith("; check the address, or leave --tracking out");
    assertThat(train("./mlruns").lastErr())
        .startsWith("error: --tracking mlflow: found ./mlruns, expected the address")
        .endsWith("start one: mlflow server --backend-store-uri DIR");
    assertThat(train("http://127.0.0.1:9").code()).isEqualTo(2);
    assertThat(directory.resolve("model.checkpoint")).doesNotExist();
  }
}
