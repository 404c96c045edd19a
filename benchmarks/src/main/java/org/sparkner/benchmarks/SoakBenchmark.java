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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.files.TemporaryDirectory;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NerModel;
import org.sparkner.spark.version.SparkLine;
import org.sparkner.tagger.Precision;
import picocli.CommandLine.Option;

/**
 * Tags for a long time on one executor, a process of its own, and tells what memory it took and
 * whether that grew.
 */
final class SoakBenchmark {
  /** Heap of an executor of one core. */
  static final String EXECUTOR_MEMORY = "768m";

  /** Where the driver finds the precision among its settings. */
  static final String PRECISION = "spark.sparkner.precision";

  @HelpGroup("How to measure")
  @Option(
      names = "--tokens",
      paramLabel = "N",
      defaultValue = "10000000",
      description = "soak: tag at least N tokens (${DEFAULT-VALUE}).")
  private long tokens;

  @HelpGroup("How to measure")
  @Option(
      names = "--samples",
      paramLabel = "FILE",
      description = "soak: write samples of the memory here.")
  private Path samples;

  /** Tells which file is written. */
  void addTo(RunFiles files) {
    if (samples != null) {
      files.writes("--samples", Location.of(samples.toString()));
    }
  }

  /**
   * Runs a driver in a process of its own and gives what it prints. Settings of Spark, such as the
   * executor's memory, come from the configuration.
   */
  Map<String, Double> run(
      NerModel model, Precision precision, BenchmarkInput data, Settings settings) {
    Sessions.close();
    try (data;
        TemporaryDirectory temporary = TemporaryDirectory.named("spark-home")) {
      Path home = temporary.path();
      Files.createDirectory(home.resolve("jars"));
      Path saved = home.resolve("model").toAbsolutePath();
      ModelWriter.write(model, saved, IfExists.REFUSE);
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add(SoakDriver.class.getName());
      command.add(saved.toString());
      command.add(data.parquet().uri());
      command.add(data.output().uri());
      command.add(Long.toString(tokens));
      command.add(samplesFile(home).toString());
      command.add(PRECISION + "=" + precision);
      settings.spark().forEach((key, value) -> command.add(key + "=" + value));
      return run(command, home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path samplesFile(Path home) {
    return samples == null ? home.resolve("samples.csv") : samples.toAbsolutePath();
  }

  private static Map<String, Double> run(List<String> command, Path home) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
    builder.directory(home.toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", SparkLine.current().scala());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Process process = builder.start();
    Thread end = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(end);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Runtime.getRuntime().removeShutdownHook(end);
    Map<String, Double> results = new LinkedHashMap<>();
    output
        .lines()
        .filter(line -> line.matches("[a-z_]+=[-0-9.E]+"))
        .map(line -> line.split("=", 2))
        .forEach(field -> results.put(field[0], Double.valueOf(field[1])));
    if (results.isEmpty()) {
      throw new IllegalStateException("The driver of the soak printed nothing: " + command);
    }
    return results;
  }
}
