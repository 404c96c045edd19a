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

package org.sparkner.option;

import java.io.Serializable;

/**
 * The values that an option takes: their type, their range, and how they are written as text. What
 * is said here is what every door says of a wrong value.
 *
 * @param <T> of the values
 */
public sealed interface Kind<T> extends Serializable
    permits Choice, DeviceName, Flag, LongNumber, RealNumber, Text, TimeSpan, WholeNumber, Widths {

  /** The type of the values. */
  Class<?> type();

  /** What a value needs to be, as it stands after "needs". */
  String needs();

  /** The range in short, as it stands in parentheses after the documentation; empty for none. */
  String range();

  /** Whether a value of the type is in the range. */
  boolean accepts(T value);

  /**
   * The value that a text stands for, whether in the range or not.
   *
   * @throws IllegalArgumentException if it stands for none
   */
  T parse(String text);

  /** The text that stands for a value. */
  default String text(T value) {
    return value.toString();
  }
}
