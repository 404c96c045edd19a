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

package org.sparkner.spark.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.Supervision;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.spark.SparkTest;
import org.sparkner.train.TrainingData;

class TrainingInputTest extends SparkTest {
  private static final DataOptions TEXTS =
      DataOptionsBuilder.builder()
          .inputCol("text")
          .labelCol("spans")
          .validationCol("held")
          .language("en")
          .validationFraction(0)
          .seed(1)
          .build();

  private static Dataset<Row> texts() {
    return SPARK
        .sql(
            """
            SELECT * FROM VALUES
              ('Ada left. She slept. Bob read.',
                array(named_struct('begin', 0, 'end', 3, 'type', 'PER')), false),
              ('Eve came. Eve left.', array(named_struct('begin', 0, 'end', 3, 'type', 'PER')), true),
              ('Dan won.', array(named_struct('begin', 0, 'end', 3, 'type', 'PER')), false)
              AS t(text, spans, held)
            """)
        .coalesce(1);
  }

  private static List<List<String>> documents(List<LabeledSentence> sentences) {
    return sentences.stream().map(sentence -> sentence.context().tokens()).toList();
  }

  @Test
  void theSentencesOfATextAreADocument() {
    TrainingData data = TrainingInput.of(texts().schema(), TEXTS).gather(texts(), TEXTS);

    List<String> first = List.of("Ada", "left", ".", "She", "slept", ".", "Bob", "read", ".");
    assertThat(documents(data.train()))
        .containsExactly(first, first, first, List.of("Dan", "won", "."));
    assertThat(data.train().get(1).context().begin()).isEqualTo(3);
    assertThat(documents(data.valid()).get(1))
        .containsExactly("Eve", "came", ".", "Eve", "left", ".");
  }

  @Test
  void onTheExecutorsTheSameSentencesStayAndThoseToValidateOnComeWithTheirDocuments() {
    TrainingInput input = TrainingInput.of(texts().schema(), TEXTS);

    TrainingData here = input.gather(texts(), TEXTS);
    DistributedData there = DistributedData.of(texts(), input, TEXTS);

    assertThat(there.train().collect())
        .extracting(carried -> carried.sentence().tokens())
        .containsExactlyElementsOf(here.train().stream().map(LabeledSentence::tokens).toList());
    assertThat(there.valid()).extracting(LabeledSentence::tags).hasSize(2);
    assertThat(documents(there.valid())).isEqualTo(documents(here.valid()));
  }

  private static final DataOptions PARTIAL =
      DataOptionsBuilder.builder()
          .inputCol("tokens")
          .labelCol("tags")
          .weightCol("weight")
          .latentTypesCol("latent")
          .language("en")
          .validationFraction(0)
          .seed(1)
          .build();

  private static Dataset<Row> partial(String weight) {
    return SPARK.sql(
        """
        SELECT array('Ada', 'left') AS tokens, array('B-PER', 'O') AS tags,
          %s AS weight, array('LOC') AS latent
        UNION ALL SELECT array('Bo'), array('B-PER'), null, null"""
            .formatted(weight));
  }

  @Test
  void rowsSayHowMuchTheyCountAndWhatWasNotAnnotated() {
    Dataset<Row> rows = partial("2").coalesce(1);
    assertThat(TrainingInput.of(rows.schema(), PARTIAL).gather(rows, PARTIAL).train())
        .extracting(LabeledSentence::supervision)
        .containsExactlyInAnyOrder(new Supervision(Set.of("LOC"), 2), Supervision.FULL);
  }

  @Test
  void refusesOtherColumnsAndWeights() {
    Dataset<Row> rows = partial("-1.5D");
    assertThatThrownBy(() -> TrainingInput.of(rows.schema(), PARTIAL).gather(rows, PARTIAL))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("1 rows have no number above 0 in 'weight' (weightCol)")
        .hasMessageContaining("-1.5");
    assertThatThrownBy(() -> TrainingInput.of(partial("'x'").schema(), PARTIAL))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("expected a number");
    DataOptions latent = DataOptionsBuilder.builder(PARTIAL).latentTypesCol("weight").build();
    assertThatThrownBy(() -> TrainingInput.of(rows.schema(), latent))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("expected array<string> (entity types");
  }
}
