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

package org.sparkner.jobs.evaluate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.sparkner.eval.Reliability;

/** Draws a reliability diagram, and how many predictions each of its points stands for. */
final class ReliabilityChart {
  private static final int WIDTH = 520;
  private static final int HEIGHT = 480;

  private ReliabilityChart() {}

  /**
   * Writes a PNG file.
   *
   * @param reliability of at least one prediction
   */
  static void draw(Reliability reliability, Path file) throws IOException {
    List<Chart<?, ?>> charts = List.of(diagram(reliability), counts(reliability));
    try (OutputStream out = Files.newOutputStream(file)) {
      BitmapEncoder.saveBitmap(charts, 1, charts.size(), out, BitmapFormat.PNG);
    }
  }

  private static XYChart diagram(Reliability reliability) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(
                String.format(
                    Locale.ROOT,
                    "expected calibration error %.4f",
                    reliability.expectedCalibrationError()))
            .xAxisTitle("mean confidence")
            .yAxisTitle("share that is right")
            .build();
    chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
    chart.addSeries("as it should be", new double[] {0, 1}, new double[] {0, 1});
    List<Reliability.Bin> bins =
        reliability.bins().stream().filter(bin -> bin.predictions() > 0).toList();
    chart.addSeries(
        "measured",
        bins.stream().mapToDouble(Reliability.Bin::confidence).toArray(),
        bins.stream().mapToDouble(Reliability.Bin::accuracy).toArray());
    return chart;
  }

  private static CategoryChart counts(Reliability reliability) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(String.format(Locale.ROOT, "%,d spans", reliability.predictions()))
            .xAxisTitle("confidence from")
            .yAxisTitle("spans")
            .build();
    chart.getStyler().setLegendVisible(false);
    chart.addSeries(
        "spans",
        reliability.bins().stream().map(Reliability.Bin::low).toList(),
        reliability.bins().stream().map(Reliability.Bin::predictions).toList());
    return chart;
  }
}
