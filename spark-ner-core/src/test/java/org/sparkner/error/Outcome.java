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

package org.sparkner.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;

/** What may become of bytes from outside: they are read, or refused in one clear line. */
public final class Outcome {
  private static final int LONGEST_MESSAGE = 5_000;

  private Outcome() {}

  /** Reads; fails by whatever is thrown but an error of the project that a person can act on. */
  public static <T> T readOrRefused(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (NerException refused) {
      assertThat(refused.getMessage())
          .isNotBlank()
          .hasSizeLessThan(LONGEST_MESSAGE)
          .doesNotContain("\n", "\r");
      return null;
    }
  }
}
