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

package org.sparkner.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityEvaluationTest {
  @ParameterizedTest(name = "{0} against {1}: {2} gold, {3} predicted, {4} correct")
  @CsvSource({
    "I-A I-A O,    I-A I-A O,    1, 1, 1",
    "I-A B-A O,    I-A I-A O,    2, 1, 0",
    "B-A I-A O,    I-A I-A O,    1, 1, 1",
    "O I-A I-B,    O I-A I-B,    2, 2, 2",
    "I-A I-B I-A,  B-A B-B B-A,  3, 3, 3",
    "B-A I-B O,    B-A B-B O,    2, 2, 2",
    "B-A I-A I-A,  B-A I-A O,    1, 1, 0",
    "B-A B-A B-A,  I-A B-A I-A,  3, 2, 1",
    "S-A S-A O,    B-A B-A O,    2, 2, 2",
    "B-A I-A E-A,  B-A I-A I-A,  1, 1, 1",
    "B-A E-A S-A,  I-A I-A B-A,  2, 2, 2",
    "B-A E-A E-A,  B-A I-A B-A,  2, 2, 2",
    "O-A I-A O,    O I-A O,      1, 1, 1",
    "O O O,        O O O,        0, 0, 0",
  })
  void readsSpansAsConllevalDoes(
      String gold, String predicted, long inGold, long inPrediction, long correct) {
    assertThat(overall(SpanReading.CONLLEVAL, gold, predicted))
        .isEqualTo(new Counts(inGold, inPrediction, correct));
  }

  @ParameterizedTest(name = "{0} against {1}: {2} gold, {3} predicted, {4} correct")
  @CsvSource({
    "B-A I-A O,    B-A I-A O,    1, 1, 1",
    "B-A I-A O,    I-A I-A O,    1, 0, 0",
    "B-A I-B O,    B-A O O,      1, 1, 1",
    "B-A O I-A,    B-A O O,      1, 1, 1",
    "B-A B-A I-A,  B-A I-A I-A,  2, 1, 0",
  })
  void countsOnlyWellFormedSpansInStrictIob2(
      String gold, String predicted, long inGold, long inPrediction, long correct) {
    assertThat(overall(SpanReading.STRICT_IOB2, gold, predicted))
        .isEqualTo(new Counts(inGold, inPrediction, correct));
  }

  @ParameterizedTest(name = "{0} against {1}: {2} gold, {3} predicted, {4} correct")
  @CsvSource({
    "B-A E-A S-B,  B-A E-A S-B,  2, 2, 2",
    "B-A I-A E-A,  B-A I-A I-A,  1, 0, 0",
    "B-A E-A O,    B-A E-B O,    1, 0, 0",
    "S-A O O,      B-A O O,      1, 0, 0",
    "B-A S-A E-A,  O S-A O,      1, 1, 1",
    "B-A B-A E-A,  O B-A E-A,    1, 1, 1",
  })
  void countsOnlyWellFormedSpansInStrictBioes(
      String gold, String predicted, long inGold, long inPrediction, long correct) {
    assertThat(overall(SpanReading.STRICT_BIOES, gold, predicted))
        .isEqualTo(new Counts(inGold, inPrediction, correct));
  }

  @Test
  void scoresPlainLabelsByTokenAndByLabel() {
    EntityEvaluation evaluation = new EntityEvaluation(SpanReading.LABELS);
    evaluation.add(List.of("NOUN", "VERB", "NOUN", "DET"), List.of("NOUN", "NOUN", "NOUN", "DET"));

    Scores scores = evaluation.scores();

    assertThat(scores.accuracy()).isEqualTo(0.75).isEqualTo(scores.f1());
    assertThat(scores.byType())
        .containsEntry("DET", new Counts(1, 1, 1))
        .containsEntry("NOUN", new Counts(2, 3, 2))
        .containsEntry("VERB", new Counts(1, 0, 0));
    assertThat(evaluation.confusion().matched("VERB", "NOUN")).isEqualTo(1);
  }

  @Test
  void comparesTokenAccuracyByTheTagsAsTheyAreWritten() {
    EntityEvaluation evaluation = new EntityEvaluation(SpanReading.CONLLEVAL);
    evaluation.add(List.of("I-A", "O"), List.of("B-A", "O"));

    assertThat(evaluation.scores().accuracy()).isEqualTo(0.5);
    assertThat(evaluation.scores().f1()).isEqualTo(1);
  }

  @Test
  void tellsWhichGoldTypesAModelCannotFind() {
    EntityEvaluation evaluation = new EntityEvaluation(SpanReading.CONLLEVAL);
    evaluation.add(List.of("B-PER", "B-EVENT", "B-EVENT"), List.of("B-PER", "B-NEW", "O"));

    assertThat(evaluation.scores().goldSpansOutside(Set.of("PER", "NEW")))
        .containsOnlyKeys("EVENT")
        .containsEntry("EVENT", 2L);
    assertThat(evaluation.scores().overall()).isEqualTo(new Counts(3, 2, 1));
  }

  @Test
  void refusesSequencesOfDifferentLength() {
    EntityEvaluation evaluation = new EntityEvaluation(SpanReading.CONLLEVAL);

    assertThatThrownBy(() -> evaluation.add(List.of("O", "O"), List.of("O")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 gold tags")
        .hasMessageContaining("found 1");
  }

  @Test
  void refusesToMergeDifferentReadings() {
    assertThatThrownBy(
            () ->
                new EntityEvaluation(SpanReading.CONLLEVAL)
                    .merge(new EntityEvaluation(SpanReading.LABELS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CONLLEVAL and LABELS");
  }

  private static Counts overall(SpanReading reading, String gold, String predicted) {
    EntityEvaluation evaluation = new EntityEvaluation(reading);
    evaluation.add(List.of(gold.split(" ")), List.of(predicted.split(" ")));
    return evaluation.scores().overall();
  }
}
