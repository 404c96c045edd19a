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

package org.sparkner.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.UsageException;

class FeatureTemplateTest {
  private static final List<String> TOKENS = List.of("in", "New", "York");

  @ParameterizedTest
  @ValueSource(strings = {"word[0]", "lower[-1]|shape[0]|brief[2]", "lower[-4..-1]", "prefix4[1]"})
  void isWrittenAsItIsRead(String text) {
    assertThat(FeatureTemplate.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "word", "word[9]", "word[2..1]", "word[0]|", "lower[-2..-1]|word[0]", "[0]"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> FeatureTemplate.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void namesAFeatureByTemplateAndValue() {
    assertThat(names("word[0]", 1)).containsExactly("word[0]=New");
    assertThat(names("word[0]|lower[1]", 1)).containsExactly("word[0]|lower[1]=New|york");
  }

  @Test
  void namesTheEdgesOfTheSentenceAndNothingBeyond() {
    assertThat(names("word[-1]", 0)).containsExactly("word[-1]=<s>");
    assertThat(names("word[1]", 2)).containsExactly("word[1]=</s>");
    assertThat(names("word[2]", 2)).isEmpty();
    assertThat(names("word[2]|word[0]", 2)).isEmpty();
  }

  @Test
  void givesOneNameToAWordAtAnyPlaceOfARange() {
    assertThat(names("lower[-2..-1]", 2)).containsExactly("lower[-2..-1]=in", "lower[-2..-1]=new");
  }

  @Test
  void leavesOutAConjunctionOneOfWhosePartsHasNoValue() {
    assertThat(names("prefix3[0]|word[1]", 1)).isEmpty();
  }

  private static List<String> names(String template, int token) {
    List<String> names = new ArrayList<>();
    new FeatureNames(FeatureTemplate.parseAll(template)).of(TOKENS, token, names::add);
    return names;
  }
}
