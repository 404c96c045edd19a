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

package org.sparkner.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.jobs.files.TemporaryDirectory;
import org.sparkner.jobs.model.SavedModel;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelWriter;
import org.sparkner.signature.TrustedKeys;

/** Measures the start of the tagger in JVMs of their own: the least of a few. */
final class StartBenchmark {
  private static final int ROUNDS = 3;

  private StartBenchmark() {}

  /**
   * @param model place or name of a saved model, or null for one of the default sizes
   * @param keys of which one has to have signed a saved model
   */
  static Map<String, Double> run(String model, TrustedKeys keys) {
    try (TemporaryDirectory temporary = TemporaryDirectory.named("spark-ner-start");
        SavedModel saved = SavedModel.open(model == null ? save(temporary.path()) : model, keys)) {
      Map<String, Double> best = new LinkedHashMap<>();
      for (int round = 0; round < ROUNDS; round++) {
        once(saved.here()).forEach((name, value) -> best.merge(name, value, Math::min));
      }
      return best;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String save(Path directory) {
    Path model = directory.resolve("model");
    ModelWriter.write(BenchmarkText.model(), model, IfExists.REPLACE);
    return model.toString();
  }

  private static Map<String, Double> once(String model) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(FirstEntity.class.getName(), model));
    Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, Double> results = new LinkedHashMap<>();
    output
        .lines()
        .map(line -> line.split("=", 2))
        .forEach(field -> results.put(field[0], Double.valueOf(field[1])));
    if (results.isEmpty()) {
      throw new IllegalStateException("The measured process printed nothing: " + command);
    }
    return results;
  }
}
