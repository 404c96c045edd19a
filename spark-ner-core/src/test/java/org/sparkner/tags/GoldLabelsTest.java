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

package org.sparkner.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparkner.error.BadDataException;

/** What is known of a sentence's labels: all, some, or what a teacher thinks. */
class GoldLabelsTest {
  private static final LabelSet LABELS = LabelSet.bioes(List.of("LOC", "PER"));
  private static final int OUTSIDE = LABELS.id("O");
  private static final int SINGLE_LOC = LABELS.id("S-LOC");
  private static final int SINGLE_PER = LABELS.id("S-PER");
  private static final double NONE = Double.NEGATIVE_INFINITY;

  @Test
  void labelsThatAreAllKnownAllowThemselvesAlone() {
    GoldLabels gold = GoldLabels.of(new int[] {OUTSIDE, SINGLE_LOC}, null, 0.5);

    assertThat(gold.size()).isEqualTo(2);
    assertThat(gold.weight()).isEqualTo(0.5);
    assertThat(gold.isPartial()).isFalse();
    for (int label = 0; label < LABELS.size(); label++) {
      assertThat(gold.allows(0, label)).isEqualTo(label == OUTSIDE);
      assertThat(gold.allows(1, label)).isEqualTo(label == SINGLE_LOC);
    }
  }

  @Test
  void outsideMayStandForTypesThatWereNotAnnotated() {
    LatentLabels latent = LatentLabels.of(LABELS, Set.of("PER", "ANIMAL"));
    GoldLabels gold = GoldLabels.of(new int[] {SINGLE_LOC, OUTSIDE}, latent, 1);

    assertThat(latent.size()).isEqualTo(LABELS.size());
    assertThat(gold.isPartial()).isTrue();
    for (int label = 0; label < LABELS.size(); label++) {
      boolean person = LABELS.label(label).endsWith("-PER");
      assertThat(gold.allows(0, label)).isEqualTo(label == SINGLE_LOC);
      assertThat(gold.allows(1, label)).isEqualTo(label == OUTSIDE || person);
      assertThat(latent.allows(SINGLE_PER, label)).isEqualTo(label == SINGLE_PER);
    }
  }

  @Test
  void thereAreNoLatentLabelsWithoutATypeOfTheLabels() {
    assertThat(LatentLabels.of(LABELS, Set.of())).isNull();
    assertThat(LatentLabels.of(LABELS, Set.of("ANIMAL"))).isNull();
    LabelSet plain = LabelSet.of(TagScheme.PLAIN, List.of("O", "PER"));
    assertThat(LatentLabels.of(plain, Set.of())).isNull();
    assertThatThrownBy(() -> LatentLabels.of(plain, Set.of("PER")))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("PER is not annotated", "its tags are plain labels");
  }

  @Test
  void latentLabelsOfTheSameTypesAreEqual() {
    LatentLabels people = LatentLabels.of(LABELS, Set.of("PER"));
    LabelSet reordered =
        LabelSet.of(
            TagScheme.BIOES, LABELS.labels().stream().sorted((a, b) -> b.compareTo(a)).toList());

    assertThat(people)
        .isEqualTo(LatentLabels.of(LABELS, Set.of("PER", "ANIMAL")))
        .hasSameHashCodeAs(LatentLabels.of(LABELS, Set.of("PER", "ANIMAL")))
        .isNotEqualTo(LatentLabels.of(LABELS, Set.of("LOC")))
        .isNotEqualTo(LatentLabels.of(reordered, Set.of("PER")))
        .isNotEqualTo("PER");
    assertThat(people.hashCode())
        .isNotEqualTo(LatentLabels.of(LABELS, Set.of("LOC")).hashCode())
        .isNotZero();
  }

  @Test
  void scoresOfLabelsThatATokenMayNotBearAreTakenOut() {
    LabelSet labels = LabelSet.of(TagScheme.PLAIN, List.of("a", "b"));
    boolean[] allowed = {true, false, true, true};
    GoldLabels gold = new GoldLabels(new int[] {labels.id("a"), labels.id("b")}, allowed, 1);
    // Before the sentence one number of another; beside each row one that is of no label.
    double[] scores = {9, 1, 2, 7, 3, 4, 8};

    assertThat(gold.restrict(scores, 1, 3, 2)).containsExactly(1, NONE, 7, 3, 4, 8);
    assertThat(new GoldLabels(0, 1).restrict(scores, 1, 3, 2))
        .containsExactly(1, NONE, 7, NONE, 4, 8);
    assertThat(scores).as("those that were given").containsExactly(9, 1, 2, 7, 3, 4, 8);
  }

  @Test
  void aTeachersLabelsAreOfAsManyTokens() {
    PathDistribution taught = PathDistribution.certain(OUTSIDE, SINGLE_PER);

    GoldLabels gold = GoldLabels.taught(new int[] {OUTSIDE, SINGLE_PER}, taught, 2);

    assertThat(gold.taught()).isSameAs(taught);
    assertThat(gold.weight()).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GoldLabels.taught(new int[] {OUTSIDE}, taught, 1))
        .withMessageContaining("of 2 tokens, the sentence has 1");
  }

  @Test
  void labelsThatCannotBeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(GoldLabels::new);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GoldLabels(new int[2], new boolean[3], 1));
    for (double weight : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new GoldLabels(new int[] {0}, null, weight))
          .withMessageContaining("above 0, found " + weight);
    }
  }
}
