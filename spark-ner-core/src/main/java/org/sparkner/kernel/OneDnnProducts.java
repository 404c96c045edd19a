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
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Products by oneDNN. Touch this class only where its jar is; the constructor throws a {@link
 * LinkageError} where the native library cannot be loaded.
 */
final class OneDnnProducts implements ProductLibrary {
  private final Kernels kernels;
  private final engine engine = new engine(org.bytedeco.dnnl.engine.kind.cpu, 0);

  /**
   * @param kernels that round to 8 bits
   */
  OneDnnProducts(Kernels kernels) {
    this.kernels = kernels;
  }

  @Override
  public String name() {
    return "oneDNN " + dnnl.dnnl_version().major() + "." + dnnl.dnnl_version().minor();
  }

  @Override
  public WeightMatrix single(float[] weights, int rows, int columns) {
    try (FloatPointer values = new FloatPointer(weights)) {
      OneDnnShape shape = OneDnnShape.single(engine, rows, columns);
      return new OneDnnMatrix(shape, kernels, packed(shape, values));
    }
  }

  @Override
  public WeightMatrix int8(float[] weights, int rows, int columns) {
    Int8Weights rounded = Int8Weights.of(weights, rows, columns);
    try (BytePointer steps = new BytePointer(rounded.steps())) {
      OneDnnShape shape = OneDnnShape.int8(engine, rounded);
      return new OneDnnMatrix(shape, kernels, packed(shape, steps));
    }
  }

  private memory packed(OneDnnShape shape, Pointer rowMajor) {
    memory from = new memory(shape.rowMajorWeights(), engine, rowMajor);
    memory to = new memory(shape.packedWeights(), engine);
    stream stream = new stream(engine);
    new reorder(from, to).execute(stream, from, to);
    stream._wait();
    return to;
  }
}
