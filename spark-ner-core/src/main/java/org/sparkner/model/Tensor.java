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

package org.sparkner.model;

import java.util.Arrays;

/**
 * A named array of floats, row-major.
 *
 * @param name unique in its {@link Weights}
 * @param shape sizes of the dimensions, slowest first
 * @param values as many as the product of the shape; not copied
 * @param type how they are written, {@link ElementType#F32} or {@link ElementType#F16}, which
 *     rounds them
 */
public record Tensor(String name, int[] shape, float[] values, ElementType type) {
  public Tensor {
    requireSize(name, shape, values.length);
    if (type == ElementType.I8) {
      throw new IllegalArgumentException(name + " are floats, which are not written as " + type);
    }
  }

  /** In single precision. */
  public Tensor(String name, int[] shape, float[] values) {
    this(name, shape, values, ElementType.F32);
  }

  /** Values of a tensor of this shape; more than {@code Long.MAX_VALUE} is an error. */
  static long size(int[] shape) {
    long size = 1;
    for (int dimension : shape) {
      size = Math.multiplyExact(size, dimension);
    }
    return size;
  }

  static void requireSize(String name, int[] shape, int values) {
    long size = size(shape);
    if (size != values) {
      throw new IllegalArgumentException(
          name
              + " of shape "
              + Arrays.toString(shape)
              + " needs "
              + size
              + " values, found "
              + values);
    }
  }
}
