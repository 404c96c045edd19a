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

/**
 * A dimension of an input or output.
 *
 * @param size 0 or more; {@link #ANY} if it is only known when the model runs
 * @param name of a dimension of any size, equal for equal sizes; empty for none
 */
public record Dimension(long size, String name) {
  /** A size that is not fixed. */
  public static final long ANY = -1;

  /** A dimension of a size. */
  public static Dimension of(long size) {
    return new Dimension(size, "");
  }

  /** A dimension of any size. */
  public static Dimension named(String name) {
    return new Dimension(ANY, name);
  }

  void write(ProtobufOutput out) {
    if (size != ANY) {
      out.wholeNumber(1, size);
    } else if (!name.isEmpty()) {
      out.text(2, name);
    }
  }
}
