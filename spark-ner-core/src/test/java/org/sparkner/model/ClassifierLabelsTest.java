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

package org.sparkner.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagScheme;

class ClassifierLabelsTest {
  private static final List<String> COLUMNS = List.of("I-PER", "B-PER", "I-LOC", "B-LOC", "O");

  private static List<String> chain(TagScheme scheme, String... columns) {
    return new ClassifierLabels(scheme, List.of(columns)).labels().labels();
  }

  @ParameterizedTest
  @CsvSource({
    "O, B-PER, I-PER",
    "O, S-LOC, I-LOC",
    "E-PER, B-PER, B-PER",
    "S-PER, S-PER, B-PER",
    "S-LOC, B-LOC, B-LOC",
    "S-LOC, B-PER, I-PER",
    "E-PER, S-LOC, I-LOC",
    "B-PER, I-PER, I-PER",
    "B-PER, S-PER, I-PER",
    "I-PER, E-PER, I-PER",
    "E-PER, I-PER, I-PER",
    "E-PER, O, O",
  })
  void ofIob1ABeginIsMarkedAfterAnEntityOfTheSameTypeOnly(
      String previous, String label, String column) {
    ClassifierLabels labels = new ClassifierLabels(TagScheme.IOB1, COLUMNS);

    assertThat(labels.column(previous, label)).isEqualTo(COLUMNS.indexOf(column));
  }

  @ParameterizedTest
  @CsvSource({
    "O, B-PER, B-PER",
    "O, S-LOC, B-LOC",
    "S-LOC, B-PER, B-PER",
    "B-PER, I-PER, I-PER",
    "I-PER, E-PER, I-PER",
    "E-LOC, O, O",
  })
  void ofIob2EveryBeginIsMarked(String previous, String label, String column) {
    ClassifierLabels labels = new ClassifierLabels(TagScheme.IOB2, COLUMNS);

    assertThat(labels.column(previous, label)).isEqualTo(COLUMNS.indexOf(column));
  }

  @Test
  void labelsOfBioesAndPlainOnesAreColumnsThemselves() {
    ClassifierLabels bioes =
        new ClassifierLabels(TagScheme.BIOES, List.of("O", "S-PER", "E-PER", "B-PER"));
    ClassifierLabels plain = new ClassifierLabels(TagScheme.PLAIN, List.of("NOUN", "B-ED"));

    assertThat(bioes.column("O", "S-PER")).isEqualTo(1);
    assertThat(bioes.column("B-PER", "E-PER")).isEqualTo(2);
    assertThat(plain.column("NOUN", "B-ED")).isEqualTo(1);
  }

  @Test
  void whatAClassifierCannotSayHasNoColumn() {
    assertThat(new ClassifierLabels(TagScheme.IOB2, List.of("O", "I-PER")).column("O", "B-PER"))
        .isEqualTo(ClassifierLabels.NONE);
    assertThat(new ClassifierLabels(TagScheme.BIOES, List.of("O", "S-PER")).column("O", "I-PER"))
        .isEqualTo(ClassifierLabels.NONE);
  }

  @Test
  void theColumnDependsOnThePreviousLabelInIob1Only() {
    for (TagScheme scheme : TagScheme.values()) {
      assertThat(new ClassifierLabels(scheme, COLUMNS).dependsOnPrevious())
          .as(scheme.name())
          .isEqualTo(scheme == TagScheme.IOB1);
    }
  }

  @Test
  void theChainHasTheLabelsThatTheClassifierCanTell() {
    assertThat(chain(TagScheme.IOB1, "I-PER", "O"))
        .containsExactly("O", "B-PER", "I-PER", "E-PER", "S-PER");
    assertThat(chain(TagScheme.IOB2, "O", "B-PER", "I-PER", "B-DAY"))
        .as("nothing continues a DAY")
        .containsExactly("O", "S-DAY", "B-PER", "I-PER", "E-PER", "S-PER");
    assertThat(chain(TagScheme.BIOES, "S-LOC", "E-PER", "B-PER", "O"))
        .as("no I is needed")
        .containsExactly("O", "S-LOC", "B-PER", "E-PER");
  }

  @Test
  void plainLabelsAreTheChains() {
    assertThat(new ClassifierLabels(TagScheme.PLAIN, List.of("VERB", "NOUN")).labels())
        .isEqualTo(LabelSet.of(TagScheme.PLAIN, List.of("VERB", "NOUN")));
  }
}
