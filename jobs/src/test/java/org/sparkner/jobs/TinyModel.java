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

package org.sparkner.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.RandomModel;

/** A small network: with random weights, or trained on a few sentences of the sample data. */
public final class TinyModel {
  private TinyModel() {}

  /** Saves one with random weights; what it finds is of no use, but always the same. */
  public static Path random(Path directory) {
    Path model = directory.resolve("model");
    ModelWriter.write(RandomModel.tiny(), model, IfExists.REPLACE);
    return model;
  }

  /** The first sentences of a CoNLL file of the sample data, as a file of their own. */
  public static Path sentences(Path directory, String sample, int count) throws IOException {
    List<String> lines = new ArrayList<>();
    int seen = 0;
    for (String line : Files.readAllLines(CommandLineRun.SAMPLE.resolve(sample))) {
      lines.add(line);
      seen += line.isEmpty() ? 1 : 0;
      if (seen == count) {
        break;
      }
    }
    Path file = directory.resolve(sample.replace('/', '-'));
    return Files.write(file, lines);
  }

  /** The arguments that train it. */
  public static Object[] training(Path train, Path valid, Path model, int epochs, Object... more) {
    List<Object> args =
        new ArrayList<>(List.of("train", "--train", train, "--valid", valid, "--model", model));
    args.addAll(List.of("--epochs", epochs, "--set", "network.hidden=24"));
    args.addAll(List.of("--set", "network.word-dimension=20"));
    args.addAll(List.of(more));
    return args.toArray();
  }

  /** Trains it in this JVM. */
  public static Path train(Path directory) throws IOException {
    Path model = directory.resolve("tiny model");
    CommandLineRun run =
        CommandLineRun.here(
            training(
                sentences(directory, "wikigold/train.conll", 200),
                sentences(directory, "wikigold/dev.conll", 50),
                model,
                3));
    assertThat(run.err()).as("training").noneMatch(line -> line.startsWith("error"));
    assertThat(run.code()).isZero();
    return model;
  }
}
