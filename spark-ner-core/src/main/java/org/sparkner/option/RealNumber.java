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

/** A finite number. */
public enum RealNumber implements Kind<Double> {
  /** Above 0. */
  POSITIVE("a number above 0", "> 0") {
    @Override
    boolean holds(double value) {
      return value > 0;
    }
  },

  /** 0 or more. */
  NOT_NEGATIVE("a number of at least 0", ">= 0") {
    @Override
    boolean holds(double value) {
      return value >= 0;
    }
  },

  /** A share: from 0 to below 1. */
  BELOW_ONE("a number from 0 to below 1", "in [0, 1)") {
    @Override
    boolean holds(double value) {
      return value >= 0 && value < 1;
    }
  },

  /** A share that may be all: from 0 to 1. */
  SHARE("a number from 0 to 1", "in [0, 1]") {
    @Override
    boolean holds(double value) {
      return value >= 0 && value <= 1;
    }
  },

  /** A factor that makes nothing greater and nothing vanish: above 0, at most 1. */
  UP_TO_ONE("a number above 0, at most 1", "in (0, 1]") {
    @Override
    boolean holds(double value) {
      return value > 0 && value <= 1;
    }
  };

  private final String needs;
  private final String range;

  RealNumber(String needs, String range) {
    this.needs = needs;
    this.range = range;
  }

  abstract boolean holds(double value);

  @Override
  public Class<Double> type() {
    return Double.class;
  }

  @Override
  public String needs() {
    return needs;
  }

  @Override
  public String range() {
    return range;
  }

  @Override
  public boolean accepts(Double value) {
    return Double.isFinite(value) && holds(value);
  }

  @Override
  public Double parse(String text) {
    return Double.valueOf(text.strip());
  }

  /** Without a point where the number is whole: 5, not 5.0. */
  @Override
  public String text(Double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : value.toString();
  }
}
