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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The resident memory of another process over time, as Linux counts it: every two seconds a line
 * {@code seconds,tokens,rss_mb} of a file.
 */
final class MemorySamples implements AutoCloseable {
  private static final int PERIOD_SECONDS = 2;

  private final Path status;
  private final LongSupplier tokens;
  private final PrintWriter out;
  private final long begin = System.nanoTime();
  private final List<double[]> points = new ArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private double peak;

  private MemorySamples(Path status, LongSupplier tokens, PrintWriter out) {
    this.status = status;
    this.tokens = tokens;
    this.out = out;
  }

  /**
   * Begins.
   *
   * @param process its number
   * @param tokens how many are done
   * @param file to write
   */
  static MemorySamples start(long process, LongSupplier tokens, Path file) throws IOException {
    PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true);
    out.println("seconds,tokens,rss_mb");
    Path status = Path.of("/proc", Long.toString(process), "status");
    MemorySamples samples = new MemorySamples(status, tokens, out);
    samples.clock.scheduleAtFixedRate(samples::sample, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    return samples;
  }

  /** Takes a sample; none once the process has ended. */
  synchronized void sample() {
    double seconds = (System.nanoTime() - begin) / 1e9;
    double now = Double.NaN;
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmRSS:")) {
          now = megabytes(line);
        } else if (line.startsWith("VmHWM:")) {
          peak = megabytes(line);
        }
      }
    } catch (IOException e) {
      return;
    }
    points.add(new double[] {seconds, now});
    out.printf(Locale.ROOT, "%.1f,%d,%.1f%n", seconds, tokens.getAsLong(), now);
  }

  private static double megabytes(String line) {
    return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
  }

  /** The most that the process ever had. */
  synchronized double peakMegabytes() {
    return peak;
  }

  /** Megabytes a minute: the line of least squares through the second half of the samples. */
  synchronized double slopePerMinute() {
    List<double[]> half = points.subList(points.size() / 2, points.size());
    double x = half.stream().mapToDouble(point -> point[0]).average().orElse(0);
    double y = half.stream().mapToDouble(point -> point[1]).average().orElse(0);
    double xy = half.stream().mapToDouble(p -> (p[0] - x) * (p[1] - y)).sum();
    double xx = half.stream().mapToDouble(p -> (p[0] - x) * (p[0] - x)).sum();
    return 60 * xy / xx;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    out.close();
  }
}
