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

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sparkner.onnx.AttributeValue;
import org.sparkner.onnx.ConstantTensor;
import org.sparkner.onnx.Graph;
import org.sparkner.onnx.Node;

/**
 * Finds an encoder's weights among the constants of a graph. Exporters give the matrices of
 * products names of their own, such as {@code onnx::MatMul_1525}, and turn them; what they are is
 * seen from the bias that is added to the product, or from the name of the product.
 */
final class GraphWeights {
  private static final Set<String> PRODUCTS = Set.of("MatMul", "Gemm", "FusedMatMul");

  private final EncoderArchitecture architecture;
  private final Map<String, ConstantTensor> constants = new HashMap<>();
  private final Map<String, String> biasOfProduct = new HashMap<>();
  private final Map<String, ConstantTensor> found = new HashMap<>();

  private GraphWeights(Graph graph, EncoderArchitecture architecture) {
    this.architecture = architecture;
    graph.initializers().forEach(constant -> constants.put(constant.name(), constant));
    for (Node node : graph.nodes()) {
      if (node.operator().equals("Add") && node.inputs().size() == 2) {
        addBias(node.inputs().get(0), node.inputs().get(1));
        addBias(node.inputs().get(1), node.inputs().get(0));
      }
    }
  }

  private void addBias(String product, String bias) {
    if (constants.containsKey(bias)) {
      biasOfProduct.put(product, bias);
    }
  }

  /** The constants by canonical names, matrices of products as [outputs × inputs]. */
  static Map<String, ConstantTensor> of(Graph graph, EncoderArchitecture architecture) {
    GraphWeights weights = new GraphWeights(graph, architecture);
    Set<String> multiplied = new HashSet<>();
    for (Node node : graph.nodes()) {
      if (PRODUCTS.contains(node.operator()) && node.inputs().size() > 1) {
        String matrix = node.inputs().get(1);
        if (weights.constants.containsKey(matrix)) {
          multiplied.add(matrix);
          weights.addProduct(node, weights.constants.get(matrix));
        }
      }
    }
    for (ConstantTensor constant : graph.initializers()) {
      if (!multiplied.contains(constant.name())) {
        WeightNames.of(architecture, constant.name())
            .ifPresent(name -> weights.found.putIfAbsent(name, constant));
      }
    }
    return weights.found;
  }

  private void addProduct(Node node, ConstantTensor matrix) {
    boolean turned =
        node.attribute("transB")
            .map(value -> value.equals(new AttributeValue.Whole(1)))
            .orElse(false);
    List<Long> shape = matrix.shape();
    if (shape.size() == 2) {
      name(node, matrix)
          .ifPresent(name -> found.put(name, turned ? matrix : TransposedMatrix.of(matrix)));
    }
  }

  private Optional<String> name(Node node, ConstantTensor matrix) {
    String output = node.outputs().get(0);
    String bias =
        node.operator().equals("Gemm") && node.inputs().size() > 2
            ? node.inputs().get(2)
            : biasOfProduct.getOrDefault(output, "");
    return canonical(matrix.name())
        .or(() -> canonical(bias).filter(name -> name.endsWith(".bias")).map(GraphWeights::weight))
        .or(() -> canonical(ofPath(output)));
  }

  private Optional<String> canonical(String name) {
    return WeightNames.of(architecture, name);
  }

  private static String weight(String bias) {
    return bias.substring(0, bias.length() - "bias".length()) + "weight";
  }

  /** {@code /encoder/layer.0/intermediate/dense/MatMul_output_0} is of a module's weight. */
  private static String ofPath(String output) {
    int end = output.lastIndexOf('/');
    return end < 0 ? "" : output.substring(0, end).replace('/', '.') + ".weight";
  }
}
