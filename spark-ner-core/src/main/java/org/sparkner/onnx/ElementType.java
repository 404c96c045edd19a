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

import java.util.Optional;

/** What a tensor consists of, as the format numbers it. */
public enum ElementType {
  UNDEFINED(0),
  FLOAT(4),
  UINT8(1),
  INT8(1),
  UINT16(2),
  INT16(2),
  INT32(4),
  INT64(8),
  STRING(0),
  BOOL(1),
  FLOAT16(2),
  DOUBLE(8),
  UINT32(4),
  UINT64(8),
  COMPLEX64(0),
  COMPLEX128(0),
  BFLOAT16(2),
  FLOAT8E4M3FN(0),
  FLOAT8E4M3FNUZ(0),
  FLOAT8E5M2(0),
  FLOAT8E5M2FNUZ(0),
  UINT4(0),
  INT4(0),
  FLOAT4E2M1(0);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of an element; 0 if {@link ConstantTensor#values} does not hold elements of the type. */
  public int bytes() {
    return bytes;
  }

  /** Its number in the format. */
  int code() {
    return ordinal();
  }

  static Optional<ElementType> of(long code) {
    return code < 0 || code >= values().length
        ? Optional.empty()
        : Optional.of(values()[(int) code]);
  }
}
