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

package org.sparkner.onnx;

import java.nio.ByteBuffer;
import java.util.List;

/** The value of an attribute of a node, by its type. */
public sealed interface AttributeValue {
  /** A number in single precision. */
  record Real(float value) implements AttributeValue {}

  /** A whole number. */
  record Whole(long value) implements AttributeValue {}

  /** A string of bytes, most often of UTF-8. */
  record Text(ByteBuffer value) implements AttributeValue {}

  /** A constant. */
  record Constant(ConstantTensor value) implements AttributeValue {}

  /** Numbers in single precision. */
  record Reals(List<Float> values) implements AttributeValue {}

  /** Whole numbers. */
  record Wholes(List<Long> values) implements AttributeValue {}

  /**
   * A value of another type, which is among the other fields of the attribute.
   *
   * @param type its number in the format; 0 if none is given
   */
  record Other(long type) implements AttributeValue {}
}
