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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Precision and recall where only predictions of a confidence or more count, for every hundredth of
 * it. The rightmost point is that of all predictions.
 *
 * @param points by rising threshold; those after the last prediction are left out
 */
public record ConfidenceCurve(List<Point> points) {
  /** Thresholds. */
  public static final int STEPS = 100;

  public ConfidenceCurve {
    points = List.copyOf(points);
  }

  /**
   * What counts from a confidence on.
   *
   * @param confidence 0 to 1
   * @param counts gold spans, predicted ones of this confidence or more, and those that are right
   */
  public record Point(double confidence, Counts counts) {}

  /** The point with the highest F1, the lowest threshold of several; null where there are none. */
  public Point best() {
    Point best = null;
    for (Point point : points) {
      if (best == null || point.counts().f1() > best.counts().f1()) {
        best = point;
      }
    }
    return best;
  }

  /** As lists and numbers, for a JSON writer; shares from 0 to 1. */
  public List<Map<String, Object>> toList() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Point point : points) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("confidence", point.confidence());
      fields.put("precision", rounded(point.counts().precision()));
      fields.put("recall", rounded(point.counts().recall()));
      fields.put("f1", rounded(point.counts().f1()));
      fields.put("predicted", point.counts().predicted());
      list.add(fields);
    }
    return list;
  }

  private static double rounded(double share) {
    return Math.round(share * 1e4) / 1e4;
  }

  /** Takes predictions one by one; its memory does not grow with them. */
  public static final class Builder {
    private final long[] predicted = new long[STEPS];
    private final long[] right = new long[STEPS];

    /**
     * Counts a prediction.
     *
     * @param confidence 0 to 1
     */
    public void add(double confidence, boolean isRight) {
      int step = (int) Math.max(0, Math.min(STEPS - 1, confidence * STEPS));
      predicted[step]++;
      right[step] += isRight ? 1 : 0;
    }

    /**
     * The curve of what was counted so far.
     *
     * @param gold spans in the gold data, at least as many as predictions are right
     */
    public ConfidenceCurve build(long gold) {
      List<Point> points = new ArrayList<>();
      long allPredicted = 0;
      long allRight = 0;
      for (int i = STEPS - 1; i >= 0; i--) {
        allPredicted += predicted[i];
        allRight += right[i];
        if (allPredicted > 0) {
          points.add(0, new Point((double) i / STEPS, new Counts(gold, allPredicted, allRight)));
        }
      }
      return new ConfidenceCurve(points);
    }
  }
}
