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

package org.sparkner.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well confidences foretell how often predictions are right: predictions in bins of equal width
 * by their confidence (DeGroot &amp; Fienberg 1983), and the expected calibration error (Naeini,
 * Cooper &amp; Hauskrecht 2015).
 *
 * @param bins of confidence from 0 to 1, in order
 * @param logLoss mean negative log-likelihood of being right or wrong, in nats; 0 where there are
 *     no predictions
 */
public record Reliability(List<Bin> bins, double logLoss) {
  /** Bins of a diagram. */
  public static final int BINS = 10;

  /** No logarithm of 0: a prediction that is wrong at confidence 1 costs 20.7 nats. */
  private static final double LEAST = 1e-9;

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * The predictions of a range of confidence; the last bin includes its end.
   *
   * @param low where the range begins, 0 to 1
   * @param high where it ends
   * @param predictions in the bin
   * @param confidence their mean confidence; the middle of the range where there are none
   * @param accuracy share of them that is right; 0 where there are none
   */
  public record Bin(
      double low, double high, long predictions, double confidence, double accuracy) {}

  /** All predictions. */
  public long predictions() {
    return bins.stream().mapToLong(Bin::predictions).sum();
  }

  /** Predictions that are right. */
  public long right() {
    return Math.round(bins.stream().mapToDouble(bin -> bin.predictions() * bin.accuracy()).sum());
  }

  /**
   * Mean distance between confidence and accuracy of the bins, weighed by their predictions, 0 to
   * 1; 0 where there are no predictions.
   */
  public double expectedCalibrationError() {
    double sum = 0;
    for (Bin bin : bins) {
      sum += bin.predictions() * Math.abs(bin.confidence() - bin.accuracy());
    }
    return sum / Math.max(1, predictions());
  }

  /** As maps, lists and numbers, for a JSON writer; shares from 0 to 1. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("expected_calibration_error", rounded(expectedCalibrationError()));
    map.put("log_loss", rounded(logLoss));
    List<Map<String, Object>> list = new ArrayList<>();
    for (Bin bin : bins) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("low", bin.low());
      fields.put("high", bin.high());
      fields.put("predictions", bin.predictions());
      fields.put("confidence", rounded(bin.confidence()));
      fields.put("accuracy", rounded(bin.accuracy()));
      list.add(fields);
    }
    map.put("bins", list);
    return map;
  }

  /** As a section of Markdown with a table of the bins that have predictions. */
  String toMarkdown() {
    MarkdownTable table = new MarkdownTable("confidence", "spans", "mean confidence", "right");
    for (Bin bin : bins) {
      if (bin.predictions() > 0) {
        table.add(
            String.format(Locale.ROOT, "%.1f to %.1f", bin.low(), bin.high()),
            bin.predictions(),
            rounded(bin.confidence()),
            rounded(bin.accuracy()));
      }
    }
    return String.format(
            Locale.ROOT,
            """

            ## Confidence

            Predicted spans by their confidence, and the share of them that is right. Expected
            calibration error %.4f, log loss %.4f.

            """,
            expectedCalibrationError(),
            logLoss)
        + table;
  }

  private static double rounded(double share) {
    return Math.round(share * 1e4) / 1e4;
  }

  /** Takes predictions one by one. */
  public static final class Builder {
    private final long[] predictions = new long[BINS];
    private final long[] right = new long[BINS];
    private final double[] confidence = new double[BINS];
    private double loss;

    /**
     * Counts a prediction.
     *
     * @param confidence 0 to 1
     */
    public void add(double confidence, boolean right) {
      int bin = (int) Math.min(BINS - 1, confidence * BINS);
      predictions[bin]++;
      this.right[bin] += right ? 1 : 0;
      this.confidence[bin] += confidence;
      loss -= Math.log(Math.max(LEAST, right ? confidence : 1 - confidence));
    }

    /** What was counted so far. */
    public Reliability build() {
      List<Bin> bins = new ArrayList<>();
      for (int i = 0; i < BINS; i++) {
        double low = (double) i / BINS;
        double high = (double) (i + 1) / BINS;
        long count = predictions[i];
        bins.add(
            count == 0
                ? new Bin(low, high, 0, (low + high) / 2, 0)
                : new Bin(low, high, count, confidence[i] / count, (double) right[i] / count));
      }
      return new Reliability(bins, loss / Math.max(1, Arrays.stream(predictions).sum()));
    }
  }
}
