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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;

/** A training that is ended from outside goes on to the same model. */
@Tag("slow")
class ResumeIT {
  private static final int EPOCHS = 4;

  @TempDir private Path directory;

  @Tag("long")
  @Test
  void killedTrainingResumesToTheSameWeights() throws Exception {
    assertResumesToTheSameWeights(0);
  }

  @Tag("long")
  @Test
  void killedTrainingAcrossExecutorsResumesToTheSameWeights() throws Exception {
    assertResumesToTheSameWeights(2);
  }

  private void assertResumesToTheSameWeights(int workers) throws Exception {
    Object[] more = {"--workers", workers, "--set", "spark.master=local[2]"};
    Path unbroken = directory.resolve("unbroken");
    assertThat(CommandLineRun.launch(arguments(unbroken, more)).code()).isZero();

    Path killed = directory.resolve("killed");
    Process process = startAndWaitForCheckpoint(killed, more);
    process.destroyForcibly().waitFor();
    assertThat(killed).doesNotExist();
    CommandLineRun resumed =
        CommandLineRun.launch(arguments(killed, "--resume", more[0], more[1], more[2], more[3]));

    assertThat(resumed.code()).isZero();
    assertThat(resumed.err()).noneMatch(line -> line.startsWith("    1  "));
    assertThat(weights(killed)).hasSameBinaryContentAs(weights(unbroken));
  }

  /** {@code SerialFilterTest} does the same without the launcher. */
  @Tag("long")
  @Test
  void terminatedTrainingSaysThatItCanBeResumed() throws Exception {
    Path model = directory.resolve("model");
    Process process = startAndWaitForCheckpoint(model);

    process.destroy();

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(5);
    assertThat(Files.readAllLines(directory.resolve("err")))
        .last()
        .asString()
        .startsWith("error: ")
        .contains("resume");
    assertThat(model).doesNotExist();
    assertThat(CommandLineRun.launch(arguments(model, "--resume")).code()).isZero();
  }

  private Object[] arguments(Path model, Object... more) throws IOException {
    return TinyModel.training(
        TinyModel.sentences(directory, "wikigold/train.conll", 300),
        TinyModel.sentences(directory, "wikigold/dev.conll", 20),
        model,
        EPOCHS,
        more);
  }

  private Process startAndWaitForCheckpoint(Path model, Object... more) throws Exception {
    Process process =
        CommandLineRun.start(
            CommandLineRun.HOME.resolve("bin/spark-ner"),
            Map.of(),
            directory.resolve("out"),
            directory.resolve("err"),
            arguments(model, more));
    // The log gets the line of the first epoch before its checkpoint is written.
    Path log = Path.of(model + ".checkpoint", "training.jsonl");
    while (!(Files.exists(log) && Files.readAllLines(log).size() > 2)) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(20);
    }
    return process;
  }

  private static Path weights(Path model) {
    return model.resolve("model/weights.safetensors");
  }
}
