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

package org.sparkner.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.model.NerModel;
import org.sparkner.model.Tensor;

/** A process that trains is killed in the middle of an epoch; another takes over. */
@Tag("slow")
class KilledRunTest {
  private static final TrainingOptions OPTIONS = ToyCorpus.options(3, 9);

  /** Trains with a checkpoint after every batch, a line of output a batch. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) {
      train(
          new Checkpointing(
              new LocalCheckpointStorage(Path.of(arguments[0])),
              Duration.ZERO,
              Checkpointing.Start.AFRESH),
          SLOW);
    }

    private static final TrainingListener SLOW =
        new TrainingListener() {
          @Override
          public void onProgress(Progress progress) {
            System.out.println("epoch " + progress.epoch());
            try {
              TimeUnit.MILLISECONDS.sleep(300);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
  }

  private static NerModel train(Checkpointing checkpointing, TrainingListener listener) {
    return new Trainer(OPTIONS)
        .train(
            ToyCorpus.sentences(200, 1),
            ToyCorpus.sentences(20, 2),
            ToyCorpus.NO_VECTORS,
            checkpointing,
            listener);
  }

  @Test
  void aRunKilledInTheMiddleOfAnEpochResumesToTheSameWeights(@TempDir Path directory)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      int inSecondEpoch = 0;
      while (line != null && inSecondEpoch < 3) {
        inSecondEpoch += line.equals("epoch 2") ? 1 : 0;
        line = lines.readLine();
      }
      assertThat(inSecondEpoch).isEqualTo(3);
    }
    child.destroyForcibly().waitFor();
    assertThat(child.exitValue()).as("killed by SIGKILL").isEqualTo(137);
    assertThat(Files.exists(directory.resolve("checkpoint.bin"))).isTrue();

    NerModel unbroken = train(Checkpointing.NONE, TrainingListener.NONE);
    NerModel resumed =
        train(Checkpointing.in(directory, Checkpointing.Start.RESUME), TrainingListener.NONE);
    for (Tensor tensor : unbroken.weights().tensors()) {
      assertThat(resumed.weights().values(tensor.name()))
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
  }
}
