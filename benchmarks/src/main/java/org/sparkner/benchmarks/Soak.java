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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.tagger.Tagger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main class of {@code benchmarks/soak}: what becomes of a process under load. */
@Command(
    name = "benchmarks/soak",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tags at full rate for hours in one JVM and samples its memory, descriptors and threads;"
          + " calls one tagger from many threads; runs many small Spark jobs at once; replaces a"
          + " model again and again.",
      "Prints a line of JSON for each. Exits with 1 if a result differs, a model is held twice or"
          + " not let go, or something grows: if its slope in the second half of the samples is"
          + " above 0 by its interval of 95 %%, and it grows there by more than 1 %%."
    })
final class Soak implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SMALL_TEXTS = 20;

  /** Megabytes that the heap may differ by after many replacements: less than any model takes. */
  private static final double HEAP_TOLERANCE = 8;

  @Option(
      names = "--hours",
      paramLabel = "H",
      defaultValue = "2",
      description = "Time of the steady tagging (${DEFAULT-VALUE}); 0.1 are six minutes.")
  private double hours;

  @Option(
      names = "--interval",
      paramLabel = "S",
      defaultValue = "10",
      description = "Seconds from sample to sample (${DEFAULT-VALUE}).")
  private double interval;

  @Option(
      names = "--samples",
      paramLabel = "FILE",
      defaultValue = "soak.csv",
      description = "Where the samples are written (${DEFAULT-VALUE}).")
  private Path samples;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      defaultValue = "${env:SPARK_NER_HOME:-.}/models/en-small",
      description = "The model (models/en-small of the checkout).")
  private Path model;

  @Option(
      names = "--texts",
      paramLabel = "FILE",
      defaultValue = "${env:SPARK_NER_HOME:-.}/sample-data/raw/documents.jsonl",
      description = "JSON lines with a field text (the speeches of sample-data).")
  private Path texts;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of the steady tagging (as many as there are processors).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--callers",
      paramLabel = "N",
      defaultValue = "64",
      description = "Threads that call one tagger (${DEFAULT-VALUE}).")
  private int callers;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "100",
      description = "Spark jobs at the same time (${DEFAULT-VALUE}).")
  private int jobs;

  @Option(
      names = "--replacements",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "Times that a model is replaced; as a stage of Spark, a tenth of it"
              + " (${DEFAULT-VALUE}).")
  private int replacements;

  private boolean held = true;

  private Soak() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Soak()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = Settings.load(null, Map.of(), Map.of());
    List<String> paragraphs = paragraphs();
    List<String> small = paragraphs.subList(0, Math.min(SMALL_TEXTS, paragraphs.size()));
    tell(ManyCallers.run(Tagger.load(model), small, callers, 2));
    tell("replaced tagger", ReplacedModels.taggers(model, small.get(0), replacements));
    try (SparkSession spark = Sessions.openLocal(settings, threads)) {
      tell(ConcurrentJobs.run(spark, model.toUri().toString(), small, jobs));
      tell(
          "replaced stage",
          ReplacedModels.stages(spark, model, small.get(0), Math.max(10, replacements / 10)));
    }
    tell(
        SteadyTagging.run(
            Tagger.load(model),
            paragraphs,
            threads,
            Duration.ofMillis((long) (hours * 3_600_000)),
            Duration.ofMillis((long) (interval * 1000)),
            samples));
    return held ? 0 : 1;
  }

  /** The paragraphs of all documents. */
  private List<String> paragraphs() throws IOException {
    List<String> paragraphs = new ArrayList<>();
    for (String line : Files.readAllLines(texts, StandardCharsets.UTF_8)) {
      JsonNode document = JSON.readTree(line);
      for (String paragraph : document.path("text").asText().split("\n\n")) {
        if (!paragraph.isBlank()) {
          paragraphs.add(paragraph);
        }
      }
    }
    return paragraphs;
  }

  private void tell(ManyCallers callers) throws JsonProcessingException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("threads", this.callers);
    fields.put("calls", callers.calls());
    fields.put("different", callers.different());
    fields.put("texts_per_s", rounded(callers.speed()));
    fields.put("texts_per_s_of_cores", rounded(callers.speedOfCores()));
    tell("callers", fields, callers.different() == 0);
  }

  private void tell(ConcurrentJobs jobs) throws JsonProcessingException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("jobs", jobs.jobs());
    fields.put("different", jobs.different());
    fields.put("models", jobs.models());
    fields.put("taggers", jobs.taggers());
    fields.put("seconds", rounded(jobs.seconds()));
    tell("jobs", fields, jobs.different() == 0 && jobs.models() == 1 && jobs.taggers() == 1);
  }

  private void tell(String part, ReplacedModels replaced) throws JsonProcessingException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("times", replaced.times());
    fields.put("different", replaced.different());
    fields.put("models", replaced.models());
    replaced.growth().forEach((resource, more) -> fields.put(resource.title(), rounded(more)));
    tell(
        part,
        fields,
        replaced.different() == 0
            && replaced.models() <= 1
            && replaced.growth().get(Resource.HEAP) < HEAP_TOLERANCE);
  }

  private void tell(SteadyTagging steady) throws JsonProcessingException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("seconds", rounded(steady.seconds()));
    fields.put("tokens", steady.tokens());
    fields.put("tokens_per_s", rounded(steady.tokens() / steady.seconds()));
    steady
        .trends()
        .forEach(
            (resource, trend) -> {
              Map<String, Object> values = new LinkedHashMap<>();
              values.put("mean", rounded(trend.mean()));
              values.put("slope_per_hour", rounded(3600 * trend.slope()));
              values.put("margin", rounded(3600 * trend.margin()));
              values.put("grows", trend.grows());
              fields.put(resource.title(), values);
            });
    tell("steady", fields, steady.isFlat());
  }

  private void tell(String part, Map<String, Object> fields, boolean holds)
      throws JsonProcessingException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("part", part);
    line.putAll(fields);
    line.put("holds", holds);
    System.out.println(JSON.writeValueAsString(line));
    held &= holds;
  }

  private static double rounded(double value) {
    return Double.isFinite(value)
        ? Double.parseDouble(String.format(Locale.ROOT, "%.2f", value))
        : value;
  }
}
