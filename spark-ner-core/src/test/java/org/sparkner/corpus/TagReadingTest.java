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

package org.sparkner.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadDataException;

class TagReadingTest {
  private static List<LabeledSentence> sentences(String tags) {
    List<String> all = List.of(tags.split(" "));
    return List.of(new LabeledSentence(Collections.nCopies(all.size(), "word"), all));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(PERSON* *) * * (GPE) *",
        "(PER*) * *",
        "(GPE) *",
        "* (ORG* * * *) *",
        "(A*(B*) *"
      })
  void bracketsAreNoPlainLabels(String tags) {
    for (TagReading reading : List.of(TagReading.DETECT, TagReading.CHUNKS)) {
      assertThatThrownBy(() -> reading.read(sentences(tags)))
          .isInstanceOf(BadDataException.class)
          .hasMessageStartingWith("the sentence that begins with 'word word")
          .hasMessageContaining(": found the tag (")
          .hasMessageEndingWith(
              "expected tags such as B-PER, I-PER and O in place of brackets and stars; convert the"
                  + " file.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"O", "o", "0", "OTHER", "none", "NA", "[O]", "(O)", "O-"})
  void aLabelForNoEntityBesideTypesIsTold(String outside) {
    assertThat(TagReading.warning(List.of("PER", outside)))
        .hasValueSatisfying(
            warning ->
                assertThat(warning)
                    .startsWith("the tags have " + outside + ", but none says where")
                    .contains("as B-PER would"));
    assertThat(TagReading.warning(List.of(outside))).isEmpty();
    assertThat(TagReading.warning(List.of("NOUN", "INTJ", "X", "_", "."))).isEmpty();
  }

  @Test
  void bracketsAreLabelsWhereTheyAreSaidToBeOrAreParts() {
    assertThat(TagReading.AS_WRITTEN.read(sentences("(GPE) *")).get(0).tags())
        .containsExactly("(GPE)", "*");
    assertThat(TagReading.DETECT.read(sentences("( ) NN")).get(0).tags())
        .containsExactly("(", ")", "NN");
    assertThat(TagReading.DETECT.read(sentences("* ( (-HL NN")).get(0).tags())
        .containsExactly("*", "(", "(-HL", "NN");
  }
}
