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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {
  @Test
  void isJsonWithPercentagesOfTwoDecimals() {
    JsonNode json = new ObjectMapper().valueToTree(report().toMap());

    assertThat(json.get("f1").doubleValue()).isEqualTo(33.33);
    assertThat(json.get("precision").doubleValue()).isEqualTo(33.33);
    assertThat(json.get("accuracy").doubleValue()).isEqualTo(70);
    assertThat(json.get("sentences").intValue()).isEqualTo(2);
    assertThat(json.get("types").get("PER").get("f1").doubleValue()).isEqualTo(66.67);
    assertThat(json.get("confusion").get("matched").get("LOC").get("ORG").intValue()).isEqualTo(1);
    assertThat(json.get("unknown_types").get("LOC").intValue()).isEqualTo(1);
    assertThat(json.get("macro_f1").doubleValue()).isEqualTo(22.22);
    // Two sentences, of which one has a span that is right: drawn twice, or not at all.
    assertThat(json.get("f1_low").doubleValue()).isZero();
    assertThat(json.get("f1_high").doubleValue()).isEqualTo(50);
    assertThat(json.has("reliability")).isFalse();
  }

  @Test
  void tellsWhatConllevalDoesNot() {
    assertThat(report().beyondConlleval())
        .startsWith(
            "2 sentences, 10 tokens, spans read as CONLLEVAL. 95 % interval of F1 0.00 to 50.00,"
                + " macro F1 of 3 types 22.22.\n\nThe model does not know these types")
        .contains("## Confusion\n\nRows are gold types")
        .doesNotContain("## Confidence");
  }

  @Test
  void ofPlainLabelsItSpeaksOfLabels() {
    EntityEvaluation evaluation = new EntityEvaluation(SpanReading.LABELS);
    evaluation.add(List.of("NOUN", "VERB"), List.of("NOUN", "NOUN"));
    Reliability.Builder confidences = new Reliability.Builder();
    confidences.add(0.75, true);
    EvaluationReport report =
        EvaluationReport.of(evaluation, Set.of("NOUN", "VERB"), confidences.build());

    assertThat(report.beyondConlleval())
        .contains("## Confusion\n\nRows are gold labels, columns predicted ones.")
        .contains("## Confidence")
        .doesNotContain("does not know");
    assertThat(report.toMap()).containsKey("reliability");
  }

  @Test
  void isMarkdownWithAlignedTables() {
    assertThat(report().toMarkdown())
        .startsWith("# Evaluation\n\n2 sentences, 10 tokens, spans read as CONLLEVAL. F1 33.33 (95")
        .contains(
            """
            | type | precision | recall |    F1 | gold | predicted | correct |
            |:-----|----------:|-------:|------:|-----:|----------:|--------:|
            | LOC  |         - |   0.00 |  0.00 |    1 |         0 |       0 |
            | ORG  |      0.00 |      - |  0.00 |    0 |         2 |       0 |
            | PER  |    100.00 |  50.00 | 66.67 |    2 |         1 |       1 |
            | all  |     33.33 |  33.33 | 33.33 |    3 |         3 |       1 |
            """)
        .contains("{LOC=1}")
        .contains(
            """
            | gold     | LOC | ORG | PER | boundary | missed |
            |:---------|----:|----:|----:|---------:|-------:|
            | LOC      |   0 |   1 |   0 |        0 |      0 |
            | ORG      |   0 |   0 |   0 |        0 |      0 |
            | PER      |   0 |   0 |   1 |        1 |      0 |
            | boundary |   0 |   1 |   0 |          |        |
            | spurious |   0 |   0 |   0 |          |        |
            """);
  }

  private static EvaluationReport report() {
    EntityEvaluation evaluation = new EntityEvaluation(SpanReading.CONLLEVAL);
    evaluation.add(
        List.of("B-PER", "I-PER", "O", "B-LOC", "O"), List.of("B-PER", "I-PER", "O", "B-ORG", "O"));
    evaluation.add(List.of("O", "B-PER", "I-PER", "O", "O"), List.of("O", "O", "B-ORG", "O", "O"));
    return EvaluationReport.of(evaluation, Set.of("ORG", "PER"), new Reliability.Builder().build());
  }
}
