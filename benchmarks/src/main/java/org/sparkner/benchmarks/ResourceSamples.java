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
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Samples of this process's resources over time, each a line of a file of CSV. */
final class ResourceSamples implements AutoCloseable {
  private final PrintWriter out;
  private final long begin = System.nanoTime();
  private final List<Double> seconds = new ArrayList<>();
  private final List<Map<Resource, Double>> samples = new ArrayList<>();

  /**
   * @param file to write
   */
  ResourceSamples(Path file) throws IOException {
    out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true);
    out.println(
        "seconds,tokens,"
            + Arrays.stream(Resource.values())
                .map(Resource::title)
                .collect(Collectors.joining(",")));
  }

  /**
   * Takes one.
   *
   * @param tokens that were tagged so far
   */
  void sample(long tokens) {
    Map<Resource, Double> now = Resource.all();
    double time = (System.nanoTime() - begin) / 1e9;
    seconds.add(time);
    samples.add(now);
    out.printf(
        Locale.ROOT,
        "%.1f,%d,%s%n",
        time,
        tokens,
        now.values().stream()
            .map(value -> String.format(Locale.ROOT, "%.2f", value))
            .collect(Collectors.joining(",")));
  }

  /** How each resource went on in the second half of the samples; those that are counted. */
  Map<Resource, Trend> secondHalf() {
    Map<Resource, Trend> trends = new EnumMap<>(Resource.class);
    for (Resource resource : Resource.values()) {
      List<double[]> points = new ArrayList<>();
      for (int i = samples.size() / 2; i < samples.size(); i++) {
        points.add(new double[] {seconds.get(i), samples.get(i).get(resource)});
      }
      Trend trend = Trend.of(points);
      if (!Double.isNaN(trend.mean())) {
        trends.put(resource, trend);
      }
    }
    return trends;
  }

  @Override
  public void close() {
    out.close();
  }
}
