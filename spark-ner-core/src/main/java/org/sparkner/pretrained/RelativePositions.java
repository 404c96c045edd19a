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

package org.sparkner.pretrained;

import java.util.List;
import org.sparkner.onnx.Attribute;

/**
 * The bias that MPNet adds to the attention of two pieces by the class of their distance (Raffel et
 * al. 2020, section 2.1): a class for each short distance, then for ranges that grow
 * logarithmically up to {@value #FARTHEST}; pieces before and after have their own.
 */
public final class RelativePositions {
  private static final int FARTHEST = 128;

  private RelativePositions() {}

  /**
   * The class of a distance.
   *
   * @param distance place of the piece that is read less that of the piece that reads
   * @param classes of both directions together
   */
  public static int bucket(int distance, int classes) {
    int half = classes / 2;
    int first = distance > 0 ? half : 0;
    int length = Math.abs(distance);
    int exact = half / 2;
    if (length < exact) {
      return first + length;
    }
    double ratio = Math.log((double) length / exact) / Math.log((double) FARTHEST / exact);
    return first + Math.min(half - 1, exact + (int) (ratio * (half - exact)));
  }

  /**
   * Adds the biases [1 × heads × pieces × pieces] of a text.
   *
   * @param length value of the number of pieces, [1]
   */
  static String add(GraphBuilder graph, EncoderWeights weights, String length) {
    int positions = weights.config().positions();
    long[] buckets = new long[2 * positions - 1];
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = bucket(i - positions + 1, weights.config().relativeBuckets());
    }
    String table = graph.constant(weights.tensor(EncoderWeights.RELATIVE_BIAS));
    String byDistance =
        transposed(
            graph,
            graph.node(
                GraphBuilder.ONNX,
                "Gather",
                List.of(table, graph.constant("distance.classes", buckets, buckets.length))));
    String places = slice(graph, graph.constant("places", range(positions), positions), length);
    String readers =
        graph.node(
            GraphBuilder.ONNX,
            "Unsqueeze",
            List.of(places, graph.constant("one", new long[] {1}, 1)));
    String distances = graph.node(GraphBuilder.ONNX, "Sub", List.of(places, readers));
    String rows =
        graph.node(
            GraphBuilder.ONNX,
            "Add",
            List.of(distances, graph.constant("farthest", new long[] {positions - 1}, 1)));
    String biases =
        graph.node(GraphBuilder.ONNX, "Gather", List.of(byDistance, rows), Attribute.of("axis", 1));
    return graph.node(
        GraphBuilder.ONNX, "Unsqueeze", List.of(biases, graph.constant("zero", new long[] {0}, 1)));
  }

  private static String transposed(GraphBuilder graph, String value) {
    return graph.node(GraphBuilder.ONNX, "Transpose", List.of(value));
  }

  private static String slice(GraphBuilder graph, String value, String length) {
    String zero = graph.constant("zero", new long[] {0}, 1);
    return graph.node(GraphBuilder.ONNX, "Slice", List.of(value, zero, length, zero));
  }

  private static long[] range(int length) {
    long[] range = new long[length];
    for (int i = 0; i < length; i++) {
      range[i] = i;
    }
    return range;
  }
}
