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

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.onnx.Attribute;
import org.sparkner.onnx.ConstantTensor;
import org.sparkner.onnx.ElementType;

/**
 * Products of whole numbers of 8 bits: unsigned inputs, whose scale is fixed by what was seen of
 * them, so that a text's numbers do not depend on its neighbours; signed weights with a scale for
 * each output. What rounding the weights changes on average is taken back by the bias.
 */
final class EightBitProducts implements Products {
  private static final String VALUE = ".attention.self.value";
  private static final String CONTEXT_READER = ".attention.output.dense";
  private static final String UNBOUNDED_READER = ".output.dense";

  private final EncoderWeights weights;
  private final Map<String, ActivationRange> ranges;
  private final Map<String, ActivationScale> scales = new HashMap<>();
  private final Map<String, String> rounded = new HashMap<>();
  private final Map<String, String> leftOut = new HashMap<>();

  /**
   * @param ranges by module, of {@link TransformerGraph#writeTapped}
   */
  EightBitProducts(EncoderWeights weights, Map<String, ActivationRange> ranges) {
    this.weights = weights;
    this.ranges = ranges;
  }

  @Override
  public String biasLeft(GraphBuilder graph, String module) {
    return GraphBuilder.NONE;
  }

  @Override
  public String productWithBias(GraphBuilder graph, String input, String module) {
    return product(graph, input, module);
  }

  @Override
  public String product(GraphBuilder graph, String input, String module) {
    String site = site(module);
    ActivationScale scale = scales.computeIfAbsent(site, this::scale);
    String whole = rounded.computeIfAbsent(site, unused -> round(graph, input, site, scale));
    float[] bias = weights.values(module + ".bias");
    float[] matrix = weights.values(module + ".weight");
    divideRows(matrix, bias, module);
    int channels = scale.factors().length;
    int outputs = matrix.length / channels;
    float[] steps = scale.weightSteps(matrix);
    float[] isOutlier = new float[channels];
    for (int c : scale.outliers()) {
      isOutlier[c] = 1;
    }
    ActivationRange range = ranges.get(site);
    byte[] numbers = new byte[matrix.length];
    float[] corrected = bias.clone();
    for (int o = 0; o < outputs; o++) {
      double moved = 0;
      for (int c = 0; c < channels; c++) {
        if (isOutlier[c] == 0) {
          float weight = matrix[o * channels + c] * scale.factors()[c];
          int number = Math.round(weight / steps[o]);
          numbers[c * outputs + o] = (byte) number;
          moved += range.mean(c) / scale.factors()[c] * (weight - number * steps[o]);
        }
      }
      corrected[o] += (float) moved;
    }
    String whatIsLeft =
        graph.node(
            GraphBuilder.RUNTIME,
            "MatMulIntegerToFloat",
            List.of(
                whole,
                bytes(graph, module + ".weight.int8", numbers, ElementType.INT8, channels, outputs),
                site + ".step",
                graph.constant(module + ".weight.steps", steps, outputs),
                site + ".zero",
                GraphBuilder.NONE,
                graph.constant(module + ".bias.corrected", corrected, outputs)));
    return scale.outliers().length == 0
        ? whatIsLeft
        : graph.node(
            GraphBuilder.ONNX,
            "Add",
            List.of(whatIsLeft, outliers(graph, input, module, matrix, scale)));
  }

  /**
   * Divides values by the factors of what reads their averages: the same as dividing the averages,
   * at no cost.
   */
  private void divideRows(float[] matrix, float[] bias, String module) {
    if (!module.endsWith(VALUE)) {
      return;
    }
    String reader = module.substring(0, module.length() - VALUE.length()) + CONTEXT_READER;
    float[] factors = scales.computeIfAbsent(reader, this::scale).factors();
    int channels = matrix.length / bias.length;
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] /= factors[i / channels];
    }
    for (int o = 0; o < bias.length; o++) {
      bias[o] /= factors[o];
    }
  }

  /** Queries, keys and values are products of one input. */
  private static String site(String module) {
    return module.replaceAll("[.]self[.](key|value)$", ".self.query");
  }

  private ActivationScale scale(String site) {
    List<float[]> matrices = new ArrayList<>();
    matrices.add(weights.values(site + ".weight"));
    if (site.endsWith(".self.query")) {
      String self = site.substring(0, site.length() - "query".length());
      matrices.add(weights.values(self + "key.weight"));
      matrices.add(weights.values(self + "value.weight"));
    }
    return ActivationScale.of(ranges.get(site), matrices, isNormalised(site));
  }

  /** Averages of attention and activations of the inner layer are not; what else is read is. */
  private static boolean isNormalised(String site) {
    return !site.endsWith(UNBOUNDED_READER);
  }

  private static String round(
      GraphBuilder graph, String input, String site, ActivationScale scale) {
    String scaled = input;
    if (scale.hasFactors() && !site.endsWith(CONTEXT_READER)) {
      float[] inverse = scale.factors().clone();
      for (int c = 0; c < inverse.length; c++) {
        inverse[c] = 1 / inverse[c];
      }
      String factors = graph.constant(site + ".factors", inverse, inverse.length);
      scaled = graph.node(GraphBuilder.ONNX, "Mul", List.of(input, factors));
    }
    String step = graph.constant(site + ".step", new float[] {scale.step()});
    String zero = bytes(graph, site + ".zero", new byte[] {(byte) scale.zero()}, ElementType.UINT8);
    return graph.node(GraphBuilder.ONNX, "QuantizeLinear", List.of(scaled, step, zero));
  }

  private String outliers(
      GraphBuilder graph, String input, String module, float[] matrix, ActivationScale scale) {
    int count = scale.outliers().length;
    String site = site(module);
    String values =
        leftOut.computeIfAbsent(
            site,
            unused -> {
              long[] channels = new long[count];
              for (int i = 0; i < count; i++) {
                channels[i] = scale.outliers()[i];
              }
              String places = graph.constant(site + ".outliers", channels, count);
              return graph.node(
                  GraphBuilder.ONNX, "Gather", List.of(input, places), Attribute.of("axis", -1));
            });
    int channels = scale.factors().length;
    int outputs = matrix.length / channels;
    float[] columns = new float[count * outputs];
    for (int i = 0; i < count; i++) {
      for (int o = 0; o < outputs; o++) {
        columns[i * outputs + o] = matrix[o * channels + scale.outliers()[i]];
      }
    }
    String name = module + ".weight.outliers";
    return graph.node(
        GraphBuilder.ONNX,
        "MatMul",
        List.of(values, graph.constant(name, columns, count, outputs)));
  }

  private static String bytes(
      GraphBuilder graph, String name, byte[] values, ElementType type, long... shape) {
    List<Long> sizes = new ArrayList<>();
    for (long size : shape) {
      sizes.add(size);
    }
    return graph.exactly(ConstantTensor.of(name, type, sizes, ByteBuffer.wrap(values)));
  }
}
