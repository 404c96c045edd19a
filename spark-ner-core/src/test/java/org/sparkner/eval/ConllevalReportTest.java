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

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConllevalReportTest {
  @Test
  void printsWhatConllevalPrints() {
    EntityEvaluation evaluation = new EntityEvaluation(SpanReading.CONLLEVAL);
    evaluation.add(
        List.of("B-PER", "I-PER", "O", "B-LOC", "B-LOC", "O"),
        List.of("B-PER", "I-PER", "O", "B-LOC", "I-LOC", "B-MISC"));
    evaluation.add(List.of("I-ORG", "O", "I-PER"), List.of("I-ORG", "I-ORG", "I-PER"));

    assertThat(ConllevalReport.format(evaluation.scores()))
        .isEqualTo(
            """
            processed 9 tokens with 5 phrases; found: 5 phrases; correct: 2.
            accuracy:  66.67%; precision:  40.00%; recall:  40.00%; FB1:  40.00
                          LOC: precision:   0.00%; recall:   0.00%; FB1:   0.00  1
                         MISC: precision:   0.00%; recall:   0.00%; FB1:   0.00  1
                          ORG: precision:   0.00%; recall:   0.00%; FB1:   0.00  1
                          PER: precision: 100.00%; recall: 100.00%; FB1: 100.00  2
            """);
  }

  @Test
  void hasOneLineWhereThereAreNoTokens() {
    assertThat(ConllevalReport.format(new EntityEvaluation(SpanReading.CONLLEVAL).scores()))
        .isEqualTo("processed 0 tokens with 0 phrases; found: 0 phrases; correct: 0.\n");
  }

  @Test
  void roundsTiesToEvenAsPrintfDoes() {
    TreeMap<String, Counts> types = new TreeMap<>();
    types.put("A", new Counts(32, 32, 1));
    types.put("B", new Counts(32, 32, 3));

    assertThat(ConllevalReport.format(new Scores(1, 64, 64, new Counts(64, 64, 4), types)))
        .contains("A: precision:   3.12%")
        .contains("B: precision:   9.38%");
  }

  @Test
  void keepsTypesWithHyphensAndLongNamesWhole() {
    EntityEvaluation evaluation = new EntityEvaluation(SpanReading.CONLLEVAL);
    evaluation.add(
        List.of("B-creative-work", "B-a-rather-long-name-of-a-type"),
        List.of("B-creative-work", "B-a-rather-long-name-of-a-type"));

    assertThat(ConllevalReport.format(evaluation.scores()))
        .contains("\n    creative-work: precision")
        .contains("\na-rather-long-name-of-a-type: precision");
  }
}
