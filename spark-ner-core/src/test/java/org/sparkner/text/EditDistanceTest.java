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

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({"'',abc,3", "abc,abc,0", "kitten,sitting,3", "flaw,lawn,2", "ab,ba,2", "a,xax,2"})
  void isTheFewestChanges(String a, String b, int distance) {
    assertThat(EditDistance.of(a, b)).isEqualTo(distance);
    assertThat(EditDistance.of(b, a)).isEqualTo(distance);
  }

  @Property
  void isWhatTheDefinitionSays(
      @ForAll @StringLength(max = 5) @CharRange(from = 'a', to = 'c') String a,
      @ForAll @StringLength(max = 5) @CharRange(from = 'a', to = 'c') String b) {
    assertThat(EditDistance.of(a, b)).isEqualTo(byDefinition(a, b));
  }

  private static int byDefinition(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    String restOfA = a.substring(1);
    String restOfB = b.substring(1);
    int changed = byDefinition(restOfA, restOfB) + (a.charAt(0) == b.charAt(0) ? 0 : 1);
    return Math.min(changed, 1 + Math.min(byDefinition(restOfA, b), byDefinition(a, restOfB)));
  }
}
