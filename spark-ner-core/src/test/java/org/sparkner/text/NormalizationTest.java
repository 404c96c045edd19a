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

package org.sparkner.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormalizationTest {
  @Test
  void decimalDigitsOfAnyScriptBecomeZero() {
    assertThat(Normalization.digitsToZero("1996-08-22")).isEqualTo("0000-00-00");
    assertThat(Normalization.digitsToZero("٣x४")).isEqualTo("0x0");
    assertThat(Normalization.digitsToZero("a\uD835\uDFD8b")).isEqualTo("a0b");
  }

  @Test
  void whatHasNoDigitsStaysTheSameObject() {
    String token = "naïve²\uD83D";
    assertThat(Normalization.digitsToZero(token)).isSameAs(token);
  }
}
