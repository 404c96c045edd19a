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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.RandomModel;
import org.sparkner.tagger.Tagger;

/** A process under load gives the results of one without, and keeps nothing. */
class SoakTest {
  private static final List<String> TEXTS =
      IntStream.range(0, 40)
          .mapToObj(i -> "Ada w%d met Bob in w%d. He was in Paris %d times.".formatted(i, 2 * i, i))
          .toList();

  @TempDir private static Path directory;
  private static Path model;

  @BeforeAll
  static void saveTinyModel() {
    model = directory.resolve("model");
    ModelWriter.write(RandomModel.tiny(), model, IfExists.REPLACE);
  }

  @Test
  void manyThreadsGetFromOneTaggerWhatOneThreadGets() {
    assertEqualResults(2);
  }

  @Tag("long")
  @Test
  void manyThreadsGetFromOneTaggerWhatOneThreadGetsForLong() {
    assertEqualResults(500);
  }

  private static void assertEqualResults(int rounds) {
    Tagger tagger = Tagger.load(model);
    assertThat(TEXTS.stream().mapToInt(text -> tagger.tag(text).size()).sum()).isPositive();

    ManyCallers callers = ManyCallers.run(tagger, TEXTS, 64, rounds);

    assertThat(callers.different()).isZero();
    assertThat(callers.calls()).isGreaterThanOrEqualTo(64L * rounds * TEXTS.size());
  }

  @Test
  void aModelThatIsReplacedLeavesNothing() throws InterruptedException {
    assertNothingIsLeft(ReplacedModels.taggers(model, TEXTS.get(1), 50));
  }

  @Tag("long")
  @Test
  void aModelThatIsReplacedAThousandTimesLeavesNothing() throws InterruptedException {
    assertNothingIsLeft(ReplacedModels.taggers(model, TEXTS.get(1), 1000));
  }

  @Tag("long")
  @Test
  void aStageThatIsReplacedAThousandTimesLeavesNothing() throws InterruptedException {
    assertNothingIsLeft(ReplacedModels.stages(session(), model, TEXTS.get(1), 1000));
  }

  private static void assertNothingIsLeft(ReplacedModels replaced) {
    Map<Resource, Double> growth = replaced.growth();
    assertThat(replaced.different()).isZero();
    assertThat(replaced.models()).isLessThanOrEqualTo(1);
    assertThat(growth.get(Resource.HEAP)).isLessThan(8);
    // A thread may keep a buffer that it read a file with.
    assertThat(growth.get(Resource.DIRECT)).isLessThan(4);
    assertThat(growth.get(Resource.MAPPED)).isLessThan(1);
    assertThat(growth.get(Resource.DESCRIPTORS)).isLessThan(5);
    assertThat(growth.get(Resource.THREADS)).isLessThan(5);
    // Spark's code for its plans is compiled to classes, of which it keeps some.
    assertThat(growth.get(Resource.CLASSES)).isLessThan(replaced.times());
  }

  @Tag("slow")
  @Test
  void concurrentJobsShareOneModel() {
    assertOneModel(10);
  }

  @Tag("long")
  @Test
  void aHundredConcurrentJobsShareOneModel() {
    assertOneModel(100);
  }

  private static void assertOneModel(int jobs) {
    ConcurrentJobs run = ConcurrentJobs.run(session(), model.toUri().toString(), TEXTS, jobs);

    assertThat(run.different()).isZero();
    assertThat(run.models()).isEqualTo(1);
    assertThat(run.taggers()).isEqualTo(1);
  }

  private static SparkSession session() {
    return Sessions.openLocal(Settings.load(null, Map.of(), Map.of()), 2);
  }

  @Test
  void steadyTaggingSamplesEachResource() throws Exception {
    Path samples = directory.resolve("samples.csv");

    SteadyTagging steady =
        SteadyTagging.run(
            Tagger.load(model), TEXTS, 2, Duration.ofMillis(600), Duration.ofMillis(100), samples);

    List<String> lines = Files.readAllLines(samples);
    assertThat(lines.get(0)).startsWith("seconds,tokens,rss_mb,heap_mb,direct_mb,");
    assertThat(lines).hasSizeGreaterThan(3);
    assertThat(lines.get(0).split(",")).hasSameSizeAs(lines.get(1).split(","));
    assertThat(steady.tokens()).isPositive();
    assertThat(steady.trends().get(Resource.RSS).mean()).isPositive();
    assertThat(steady.trends().get(Resource.HEAP).mean()).isPositive();
    assertThat(steady.trends().get(Resource.DESCRIPTORS).mean()).isPositive();
  }

  @Test
  void samplesAreOfWhatThereIs() throws Exception {
    Map<Resource, Double> before = Resource.all();
    byte[] kept = new byte[32 << 20];
    List<AutoCloseable> open = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      open.add(Files.newInputStream(model.resolve("model/manifest.json")));
    }

    Map<Resource, Double> after = Resource.all();

    assertThat(after.get(Resource.HEAP) - before.get(Resource.HEAP)).isBetween(28.0, 40.0);
    assertThat(after.get(Resource.DESCRIPTORS) - before.get(Resource.DESCRIPTORS))
        .isBetween(5.0, 9.0);
    assertThat(kept).isNotEmpty();
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void whatIsAliveIsCounted() {
    List<Trend> kept =
        IntStream.range(0, 5).mapToObj(i -> Trend.of(List.of(new double[] {i, i}))).toList();

    assertThat(Diagnostics.live(Trend.class)).isEqualTo(kept.size());
    assertThat(Diagnostics.live(SteadyTagging.class)).isZero();
  }

  @Test
  void aSlopeIsToldFromNoise() {
    Random random = new Random(1);
    List<double[]> flat = new ArrayList<>();
    List<double[]> rising = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      double noise = random.nextGaussian();
      flat.add(new double[] {10 * i, 100 + noise});
      rising.add(new double[] {10 * i, 100 + noise + 0.1 * i});
    }

    assertThat(Trend.of(flat).grows()).isFalse();
    assertThat(Trend.of(rising).grows()).isTrue();
    assertThat(Trend.of(rising).slope()).isCloseTo(0.01, within(Trend.of(rising).margin()));
    assertThat(Trend.of(rising.subList(0, 2)).grows()).isFalse();
  }
}
