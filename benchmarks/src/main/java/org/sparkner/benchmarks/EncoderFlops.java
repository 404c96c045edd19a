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

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sparkner.onnx.ConstantTensor;
import org.sparkner.onnx.Graph;
import org.sparkner.onnx.Node;
import org.sparkner.onnx.OnnxFile;
import org.sparkner.pretrained.PretrainedEncoder;

/**
 * Floating-point operations of an encoder's matrix products, two a multiply-add, as its graph has
 * them.
 *
 * @param perPiece of the products with weights
 * @param perPieceAndPiece of those within attention: for each piece and each piece of its window
 */
record EncoderFlops(double perPiece, double perPieceAndPiece) {
  /** Operations that multiply by a matrix of weights. */
  private static final Set<String> PRODUCTS =
      Set.of(
          "MatMul",
          "Gemm",
          "MatMulInteger",
          "QLinearMatMul",
          "DynamicQuantizeMatMul",
          "MatMulIntegerToFloat",
          "QGemm",
          "Attention",
          "FusedMatMul");

  /** Operations that attention has one of in each layer. */
  private static final Set<String> ATTENTION =
      Set.of("Softmax", "Attention", "MultiHeadAttention", "QAttention");

  /** Operations behind which weights may be. */
  private static final Set<String> VIEWS =
      Set.of("Cast", "Transpose", "Identity", "DequantizeLinear", "QuantizeLinear", "Mul", "Sub");

  static EncoderFlops of(PretrainedEncoder encoder) {
    Graph graph = OnnxFile.read(encoder.files().graph(), "of the encoder").graph();
    Map<String, ConstantTensor> constants = new HashMap<>();
    graph.initializers().forEach(tensor -> constants.put(tensor.name(), tensor));
    double weights = 0;
    int attentions = 0;
    for (Node node : graph.nodes()) {
      if (VIEWS.contains(node.operator()) && constants.containsKey(node.inputs().get(0))) {
        constants.put(node.outputs().get(0), constants.get(node.inputs().get(0)));
      }
      if (PRODUCTS.contains(node.operator())) {
        weights +=
            node.inputs().stream()
                .map(constants::get)
                .filter(tensor -> tensor != null && tensor.shape().size() == 2)
                .mapToDouble(tensor -> 2.0 * tensor.size())
                .sum();
      }
      if (ATTENTION.contains(node.operator())) {
        attentions++;
      }
    }
    return new EncoderFlops(weights, 4.0 * encoder.vectors().dimension() * attentions);
  }

  /** Of a window of so many pieces. */
  double ofWindow(int pieces) {
    return pieces * (perPiece + pieces * perPieceAndPiece);
  }
}
