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

package org.sparkner.kernel;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;

/** How oneDNN multiplies with matrices of one size and precision. */
final class OneDnnShape {
  /** oneDNN's mask for a scale a column. */
  private static final int BY_COLUMN = 1 << 1;

  final engine engine;
  final int rows;
  final int columns;
  final boolean int8;
  private final primitive_attr attributes = new primitive_attr();
  private final memory.desc packedWeights;

  private OneDnnShape(engine engine, int rows, int columns, float[] scales) {
    this.engine = engine;
    this.rows = rows;
    this.columns = columns;
    this.int8 = scales != null;
    // A scratchpad of the library's belongs to the thread that made the primitive.
    attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
    if (int8) {
      attributes.set_output_scales(BY_COLUMN, scales);
      attributes.set_zero_points(dnnl.DNNL_ARG_SRC, 0, new int[] {Int8Weights.ZERO_POINT});
    }
    packedWeights =
        description(RowProducts.MOST_ROWS, weights(memory.format_tag.any)).weights_desc();
  }

  static OneDnnShape single(engine engine, int rows, int columns) {
    return new OneDnnShape(engine, rows, columns, null);
  }

  static OneDnnShape int8(engine engine, Int8Weights weights) {
    return new OneDnnShape(engine, weights.rows(), weights.columns(), weights.scales());
  }

  /** The product of {@code m} rows. */
  matmul.primitive_desc product(int m) {
    return description(m, packedWeights);
  }

  private matmul.primitive_desc description(int m, memory.desc weights) {
    return new matmul.primitive_desc(
        new matmul.desc(source(m), weights, destination(m)), attributes, engine);
  }

  memory.desc source(int m) {
    return new memory.desc(
        new long[] {m, rows},
        int8 ? memory.data_type.u8 : memory.data_type.f32,
        memory.format_tag.ab);
  }

  memory.desc destination(int m) {
    return new memory.desc(new long[] {m, columns}, memory.data_type.f32, memory.format_tag.ab);
  }

  memory.desc rowMajorWeights() {
    return weights(memory.format_tag.ab);
  }

  memory.desc packedWeights() {
    return packedWeights;
  }

  private memory.desc weights(memory.format_tag format) {
    return new memory.desc(
        new long[] {rows, columns}, int8 ? memory.data_type.s8 : memory.data_type.f32, format);
  }
}
