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
 * Products in the graph's floats. The matrices stay as they are, [outputs × inputs]; ONNX Runtime
 * turns and packs them when it loads the graph.
 *
 * @param weights where the matrices are
 */
record FloatProducts(EncoderWeights weights) implements Products {
  @Override
  public String product(GraphBuilder graph, String input, String module) {
    String matrix = graph.constant(weights.tensor(module + ".weight"));
    return graph.node(
        GraphBuilder.RUNTIME, "FusedMatMul", List.of(input, matrix), Attribute.of("transB", 1));
  }

  @Override
  public String biasLeft(GraphBuilder graph, String module) {
    return graph.constant(weights.tensor(module + ".bias"));
  }

  @Override
  public String productWithBias(GraphBuilder graph, String input, String module) {
    String product = product(graph, input, module);
    return graph.node(GraphBuilder.ONNX, "Add", List.of(product, biasLeft(graph, module)));
  }
}
