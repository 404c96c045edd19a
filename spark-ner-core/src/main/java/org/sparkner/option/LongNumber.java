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

/** Any whole number of 64 bits. */
public record LongNumber() implements Kind<Long> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<Long> type() {
    return Long.class;
  }

  @Override
  public String needs() {
    return "a whole number of at most 64 bits";
  }

  @Override
  public String range() {
    return "";
  }

  @Override
  public boolean accepts(Long value) {
    return true;
  }

  @Override
  public Long parse(String text) {
    try {
      return new BigDecimal(text.strip()).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
