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
import java.util.Map;
import org.sparkner.onnx.Attribute;
import org.sparkner.onnx.ConstantTensor;
import org.sparkner.onnx.Dimension;
import org.sparkner.onnx.ElementType;
import org.sparkner.onnx.Graph;
import org.sparkner.onnx.Node;
import org.sparkner.onnx.OnnxFile;
import org.sparkner.onnx.OnnxModel;
import org.sparkner.onnx.OperatorSet;
import org.sparkner.onnx.ValueInfo;

/** Graphs of a few nodes, whose vectors have two floats: those of tables by piece. */
final class TinyGraphs {
  private static final int HALF = 10;

  private TinyGraphs() {}

  /** Rows of a table of pieces. */
  static byte[] ofPieces(ElementType ids, float... table) {
    return write(
        List.of(Node.of("", "Gather", List.of("table", "input_ids"), List.of("vectors"))),
        List.of(table("table", table)),
        List.of(input("input_ids", ids)),
        ElementType.FLOAT);
  }

  /** Sums of the rows of a piece and of its capitalisation. */
  static byte[] ofCapitalisation(float[] pieces, float[] capitalisation) {
    return write(
        List.of(
            Node.of("", "Gather", List.of("pieces", "input_ids"), List.of("of_piece")),
            Node.of("", "Gather", List.of("classes", "capitalisation"), List.of("of_class")),
            Node.of("", "Add", List.of("of_piece", "of_class"), List.of("vectors"))),
        List.of(table("pieces", pieces), table("classes", capitalisation)),
        List.of(input("input_ids", ElementType.INT64), input("capitalisation", ElementType.INT64)),
        ElementType.FLOAT);
  }

  /** Rows of a table in half precision, where what is too large is infinite. */
  static byte[] inHalfPrecision(float... table) {
    return write(
        List.of(
            Node.of("", "Gather", List.of("table", "input_ids"), List.of("single")),
            Node.of(
                "",
                "Cast",
                List.of("single"),
                List.of("vectors"),
                Attribute.of("to", (long) HALF))),
        List.of(table("table", table)),
        List.of(input("input_ids", ElementType.INT64)),
        ElementType.FLOAT16);
  }

  private static ConstantTensor table(String name, float[] values) {
    return ConstantTensor.of(name, values, values.length / 2, 2);
  }

  private static ValueInfo input(String name, ElementType elements) {
    return ValueInfo.of(name, elements, Dimension.named("windows"), Dimension.named("pieces"));
  }

  private static byte[] write(
      List<Node> nodes,
      List<ConstantTensor> constants,
      List<ValueInfo> inputs,
      ElementType output) {
    ValueInfo vectors =
        ValueInfo.of(
            "vectors",
            output,
            Dimension.named("windows"),
            Dimension.named("pieces"),
            Dimension.of(2));
    Graph graph = Graph.of("tiny", nodes, constants, inputs, List.of(vectors));
    return OnnxFile.write(OnnxModel.of(8, "", List.of(new OperatorSet("", 17)), Map.of(), graph));
  }
}
