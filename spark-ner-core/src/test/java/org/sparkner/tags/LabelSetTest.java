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

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSetTest {
  @Test
  void labelsAreOutsideThenFourOfEachTypeInAlphabeticalOrder() {
    LabelSet labels = LabelSet.bioes(List.of("PER", "LOC", "PER"));

    assertThat(labels.labels())
        .containsExactly(
            "O", "B-LOC", "I-LOC", "E-LOC", "S-LOC", "B-PER", "I-PER", "E-PER", "S-PER");
    assertThat(labels.types()).containsExactly("LOC", "PER");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aPathIsLegalExactlyIfItsTagsAreWellFormed(int length) {
    LabelSet labels = LabelSet.bioes(Set.of("X", "Y"));
    int[] path = new int[length];
    List<List<String>> differing = new ArrayList<>();
    int paths = (int) Math.pow(labels.size(), length);
    for (int number = 0; number < paths; number++) {
      for (int i = 0, rest = number; i < length; i++, rest /= labels.size()) {
        path[i] = rest % labels.size();
      }
      List<String> tags = labels.decode(path);
      if (isLegal(labels, path) != TagScheme.BIOES.accepts(tags)) {
        differing.add(tags);
      }
    }
    assertThat(differing).isEmpty();
  }

  private static boolean isLegal(LabelSet labels, int[] path) {
    boolean legal = labels.mayBegin(path[0]) && labels.mayEnd(path[path.length - 1]);
    for (int i = 1; i < path.length; i++) {
      legal &= labels.mayFollow(path[i - 1], path[i]);
    }
    return legal;
  }

  @Test
  void plainLabelsAllowEveryPath() {
    LabelSet labels = LabelSet.of(TagScheme.PLAIN, List.of("DET", "NOUN", "I-X"));

    for (int a = 0; a < labels.size(); a++) {
      assertThat(labels.mayBegin(a)).isTrue();
      assertThat(labels.mayEnd(a)).isTrue();
      for (int b = 0; b < labels.size(); b++) {
        assertThat(labels.mayFollow(a, b)).isTrue();
      }
    }
    assertThat(labels.types()).containsExactly("DET", "I-X", "NOUN");
  }

  @Test
  void aLabelTellsItsTypeAndWhetherASpanBeginsAtIt() {
    LabelSet labels = LabelSet.bioes(List.of("X", "Y"));

    assertThat(labels.scheme()).isEqualTo(TagScheme.BIOES);
    assertThat(labels.size()).isEqualTo(9);
    assertThat(labels.label(3)).isEqualTo("E-X");
    for (String label : labels.labels()) {
      int id = labels.id(label);
      assertThat(labels.isOutside(id)).isEqualTo(label.equals("O"));
      assertThat(labels.type(id)).isEqualTo(label.replaceFirst("^(O|.-)", ""));
      assertThat(labels.startsSpan(labels.id("B-X"), id))
          .isEqualTo(!List.of("O", "I-X", "E-X").contains(label));
    }
  }

  @Test
  void setsOfTheSameSchemeAndLabelsAreEqual() {
    LabelSet labels = LabelSet.bioes(List.of("X"));
    LabelSet plain = LabelSet.of(TagScheme.PLAIN, List.of("NOUN", "VERB"));

    assertThat(labels)
        .isEqualTo(LabelSet.bioes(List.of("X")))
        .hasSameHashCodeAs(LabelSet.bioes(List.of("X")))
        .isNotEqualTo(LabelSet.bioes(List.of("Y")))
        .isNotEqualTo(LabelSet.of(TagScheme.PLAIN, labels.labels()))
        .isNotEqualTo("BIOES");
    assertThat(labels.hashCode()).isNotEqualTo(plain.hashCode()).isNotZero();
    assertThat(plain).hasToString("PLAIN[NOUN, VERB]");
  }

  @Test
  void encodingGivesMinusOneForAnUnknownLabel() {
    LabelSet labels = LabelSet.bioes(List.of("X"));

    assertThat(labels.encode(List.of("O", "S-X", "S-Y"))).containsExactly(0, 4, -1);
  }

  @Test
  void aLabelSetThatCannotBeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelSet.of(TagScheme.BIOES, List.of("O", "O")));
    assertThatIllegalArgumentException().isThrownBy(() -> LabelSet.of(TagScheme.PLAIN, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelSet.of(TagScheme.IOB2, List.of("O", "B-X")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelSet.of(TagScheme.BIOES, List.of("O", "NOUN")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelSet.of(TagScheme.BIOES, List.of("O", "O-X")));
  }
}
