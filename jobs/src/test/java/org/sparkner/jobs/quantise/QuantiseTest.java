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

package org.sparkner.jobs.quantise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;

class QuantiseTest {
  private static final Path DEV = CommandLineRun.SAMPLE.resolve("wikigold/dev.conll");
  private static final Path SMALL =
      CommandLineRun.HOME.resolve("spark-ner-core/src/test/resources/encoders/bert");

  @TempDir private static Path shared;
  private static Path model;

  @BeforeAll
  static void train() throws IOException {
    Path encoder = Files.createDirectory(shared.resolve("encoder"));
    for (String name : new String[] {"config.json", "model.safetensors"}) {
      Files.copy(SMALL.resolve(name), encoder.resolve(name));
    }
    Files.writeString(
        encoder.resolve("vocab.txt"),
        "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n" + "abcdefghijklmno".replaceAll("(.)", "$1\n"));
    model = shared.resolve("model");
    Path few = shared.resolve("few.conll");
    Files.write(few, Files.readAllLines(DEV).subList(0, 2000));
    CommandLineRun run =
        CommandLineRun.here(
            TinyModel.training(
                few,
                few,
                model,
                1,
                "--set",
                "input.pretrained-encoder=" + encoder,
                "--set",
                "input.pretrained-encoder-layers=1-2"));
    assertThat(run.err()).as("errors").noneMatch(line -> line.startsWith("error"));
    assertThat(run.code()).isZero();
  }

  @Test
  void theNewModelTagsWithTheEncoderIn8Bits() throws IOException {
    Path small = shared.resolve("small");

    CommandLineRun run =
        CommandLineRun.here("quantise", "--model", model, "--data", DEV, "--output", small);

    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(run.err())
        .anyMatch(
            line ->
                line.matches(
                    "encoder in int8: \\S+ MB instead of \\S+; its vectors of \\S+ pieces moved by"
                        + " \\d+\\.\\d\\d %, cosine \\d\\.\\d{5}"));
    CommandLineRun evaluated =
        CommandLineRun.here("evaluate", "--model", small, "--data", DEV, "--json");
    assertThat(evaluated.code()).isZero();
    assertThat(Files.readAllBytes(small.resolve("model/encoder.onnx")))
        .isNotEqualTo(Files.readAllBytes(model.resolve("model/encoder.onnx")));

    assertThat(
            CommandLineRun.here(
                    "quantise",
                    "--model",
                    small,
                    "--data",
                    DEV,
                    "--output",
                    shared.resolve("again"),
                    "--encoder-precision",
                    "f16")
                .lastErr())
        .contains("found weights in 8 bits");
    assertThat(shared.resolve("again")).doesNotExist();
  }

  @Test
  void refusesModelsWithoutEncoder() throws IOException {
    Path plain = TinyModel.train(Files.createDirectory(shared.resolve("plain")));

    CommandLineRun run =
        CommandLineRun.here(
            "quantise", "--model", plain, "--data", DEV, "--output", shared.resolve("none"));

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.lastErr())
        .contains("found a model without a pretrained encoder, expected one with");
    assertThat(shared.resolve("none")).doesNotExist();
  }
}
