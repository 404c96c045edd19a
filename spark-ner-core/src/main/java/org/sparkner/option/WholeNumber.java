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

import java.math.BigDecimal;

/**
 * A whole number.
 *
 * @param least value
 * @param most value; {@link Integer#MAX_VALUE} for no bound
 * @param odd whether even numbers are refused
 */
public record WholeNumber(int least, int most, boolean odd) implements Kind<Integer> {
  private static final long serialVersionUID = 1L;

  /** A number without an upper bound. */
  static WholeNumber atLeast(int least) {
    return new WholeNumber(least, Integer.MAX_VALUE, false);
  }

  /** A number between bounds, both of which it may be. */
  static WholeNumber within(int least, int most) {
    return new WholeNumber(least, most, false);
  }

  /** An odd number from 1. */
  static WholeNumber odd(int most) {
    return new WholeNumber(1, most, true);
  }

  @Override
  public Class<Integer> type() {
    return Integer.class;
  }

  @Override
  public String needs() {
    String number = odd ? "an odd whole number" : "a whole number";
    return most == Integer.MAX_VALUE
        ? number + " of at least " + least
        : number + " from " + least + " to " + most;
  }

  @Override
  public String range() {
    String bounds = most == Integer.MAX_VALUE ? ">= " + least : least + " to " + most;
    return odd ? "odd, " + bounds : bounds;
  }

  @Override
  public boolean accepts(Integer value) {
    return value >= least && value <= most && (!odd || value % 2 == 1);
  }

  @Override
  public Integer parse(String text) {
    try {
      return new BigDecimal(text.strip()).intValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
