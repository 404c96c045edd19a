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

package org.sparkner.tagger;

import java.util.Locale;
import org.sparkner.error.UsageException;

/** The arithmetic of a {@link Tagger}. The saved model is the same for all. */
public enum Precision {
  /** Single precision throughout. */
  F32,

  /**
   * The recurrent product on 8-bit integers: weights in 127 steps a column, states in steps of
   * 1/127, exact 32-bit sums, so the result is the same with and without a native library. Word
   * vectors in half precision. Everything else in single precision. Networks of more than {@value
   * org.sparkner.kernel.ProductLibrary#MOST_INT8_ROWS} units a direction, and those without
   * recurrent weights, stay in {@link #F32}.
   */
  INT8,

  /**
   * Chosen at start: {@link #INT8} where oneDNN is there and multiplies 8-bit integers natively,
   * {@link #F32} elsewhere.
   */
  AUTO;

  /**
   * The precision of a name in a setting.
   *
   * @param name {@code f32}, {@code int8} or {@code auto}
   * @throws UsageException for any other name
   */
  public static Precision named(String name) {
    for (Precision precision : values()) {
      if (precision.toString().equals(name)) {
        return precision;
      }
    }
    throw new UsageException("Precision needs f32, int8 or auto, found " + name + ".");
  }

  /** The name in a setting, lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
