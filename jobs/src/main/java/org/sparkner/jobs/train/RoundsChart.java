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

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws what a {@link RoundsFile} holds, epoch by epoch: seconds by their use, and bytes. */
final class RoundsChart {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 360;

  private RoundsChart() {}

  /** An epoch's sums. */
  private static final class Epoch {
    private int rounds;
    private double compute;
    private double send;
    private double wait;
    private double bytesSent;
    private double bytesReceived;

    private void add(RoundsFile.Row row) {
      rounds++;
      compute += row.computeSeconds();
      send += row.sendSeconds();
      wait += row.waitSeconds();
      bytesSent += row.bytesSent();
      bytesReceived += row.bytesReceived();
    }
  }

  /**
   * Writes a PNG file.
   *
   * @param rounds of at least one epoch
   */
  static void draw(List<RoundsFile.Row> rounds, Path file) throws IOException {
    Map<Integer, Epoch> epochs = new TreeMap<>();
    for (RoundsFile.Row row : rounds) {
      epochs.computeIfAbsent(row.epoch(), epoch -> new Epoch()).add(row);
    }
    List<Integer> x = List.copyOf(epochs.keySet());
    CategoryChart seconds = chart("seconds an epoch");
    seconds.getStyler().setStacked(true);
    seconds.addSeries("compute (slowest worker)", x, each(epochs, epoch -> epoch.compute));
    seconds.addSeries("send", x, each(epochs, epoch -> epoch.send));
    seconds.addSeries("wait", x, each(epochs, epoch -> epoch.wait));
    CategoryChart bytes = chart("MB a round");
    bytes.addSeries(
        "to each machine", x, each(epochs, epoch -> epoch.bytesSent / epoch.rounds / 1e6));
    bytes.addSeries(
        "to the driver", x, each(epochs, epoch -> epoch.bytesReceived / epoch.rounds / 1e6));
    List<CategoryChart> charts = List.of(seconds, bytes);
    try (OutputStream out = Files.newOutputStream(file)) {
      BitmapEncoder.saveBitmap(charts, charts.size(), 1, out, BitmapFormat.PNG);
    }
  }

  private static CategoryChart chart(String unit) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle("epoch")
            .yAxisTitle(unit)
            .build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    return chart;
  }

  private interface Value {
    double of(Epoch epoch);
  }

  private static List<Double> each(Map<Integer, Epoch> epochs, Value value) {
    return epochs.values().stream().map(value::of).toList();
  }
}
