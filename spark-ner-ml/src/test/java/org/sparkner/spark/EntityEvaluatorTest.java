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

package org.sparkner.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;

class EntityEvaluatorTest extends StageContract<EntityEvaluator> {

  @Override
  EntityEvaluator stage() {
    return new EntityEvaluator()
        .setLabelCol("gold")
        .setPredictionCol("found")
        .setMetricName("recall")
        .setReading("strict_iob2")
        .setLatentTypesCol("unknown");
  }

  @Override
  EntityEvaluator load(String path) {
    return EntityEvaluator.load(path);
  }

  private static Dataset<Row> rows(String values) {
    return SPARK.sql("SELECT * FROM VALUES " + values + " AS t(tags, predicted)").repartition(2);
  }

  private static double metric(String name, Dataset<Row> rows) {
    return new EntityEvaluator().setPredictionCol("predicted").setMetricName(name).evaluate(rows);
  }

  @Test
  void countsWholeEntities() {
    // Gold: 3 entities. Predicted: 4, of which 2 are right.
    Dataset<Row> rows =
        rows(
            """
            (array('B-PER', 'I-PER', 'O', 'B-LOC'), array('B-PER', 'I-PER', 'O', 'B-ORG')),
            (array('B-LOC', 'O', 'O'), array('B-LOC', 'B-LOC', 'O')),
            (array('O'), array('O'))
            """);

    assertThat(metric("precision", rows)).isEqualTo(2.0 / 4);
    assertThat(metric("recall", rows)).isEqualTo(2.0 / 3);
    assertThat(metric("f1", rows)).isCloseTo(4.0 / 7, within(1e-12));
    assertThat(metric("accuracy", rows)).isEqualTo(6.0 / 8);
    assertThat(new EntityEvaluator().isLargerBetter()).isTrue();
  }

  @Test
  void schemesMayDiffer() {
    Dataset<Row> rows =
        rows("(array('I-PER', 'I-PER', 'O', 'I-LOC'), array('B-PER', 'E-PER', 'O', 'S-LOC'))");

    assertThat(metric("f1", rows)).isEqualTo(1);
  }

  @Test
  void typesThatWereNotAnnotatedDoNotCount() {
    Dataset<Row> rows =
        SPARK.sql(
            """
            SELECT * FROM VALUES
            (array('B-PER', 'O', 'O', 'O'), array('B-PER', 'O', 'B-LOC', 'I-LOC'), array('LOC')),
            (array('B-PER', 'O', 'O', 'O'), array('B-PER', 'O', 'B-LOC', 'I-LOC'), null)
            AS t(tags, predicted, unknown)
            """);
    EntityEvaluator evaluator =
        new EntityEvaluator().setPredictionCol("predicted").setLatentTypesCol("unknown");

    assertThat(evaluator.setMetricName("precision").evaluate(rows)).isEqualTo(2.0 / 3);
    assertThat(evaluator.setMetricName("recall").evaluate(rows)).isEqualTo(1);
    assertThat(evaluator.setMetricName("accuracy").evaluate(rows)).isEqualTo(6.0 / 8);
    Dataset<Row> spans =
        SPARK.sql(
            """
            SELECT array(named_struct('begin', 0, 'end', 3, 'type', 'PER')) AS tags,
                   array(named_struct('begin', 0, 'end', 3, 'type', 'PER'),
                         named_struct('begin', 5, 'end', 9, 'type', 'LOC')) AS predicted,
                   array('LOC') AS unknown
            """);
    assertThat(evaluator.setMetricName("precision").evaluate(spans)).isEqualTo(1);
    assertThatThrownBy(() -> evaluator.setLatentTypesCol("missing").evaluate(spans))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void comparesTagsWithSpansOverTokens() {
    Dataset<Row> rows =
        rows(
            """
            (array('B-PER', 'I-PER', 'O', 'B-LOC'),
             array(named_struct('begin', 0, 'end', 2, 'type', 'PER', 'confidence', 0.9D),
                   named_struct('begin', 2, 'end', 4, 'type', 'LOC', 'confidence', 0.5D)))
            """);

    assertThat(metric("f1", rows)).isEqualTo(0.5);
  }

  @Test
  void comparesSpansWithSpans() {
    Dataset<Row> rows =
        rows(
            """
            (array(named_struct('begin', 5L, 'end', 9L, 'type', 'LOC')),
             array(named_struct('begin', 5, 'end', 9, 'type', 'LOC')))
            """);

    assertThat(metric("f1", rows)).isEqualTo(1);
  }

  @Test
  void aRowWithoutGoldDoesNotCountAndOneWithoutPredictionMissesAll() {
    Dataset<Row> rows =
        rows(
            """
            (array('B-PER', 'O'), array('B-PER', 'O')),
            (cast(null AS array<string>), array('B-PER')),
            (array('B-PER', 'O'), cast(null AS array<string>))
            """);

    assertThat(metric("precision", rows)).isEqualTo(1);
    assertThat(metric("recall", rows)).isEqualTo(0.5);
    assertThat(metric("accuracy", rows)).isEqualTo(0.5);
  }

  @Test
  void aNullAmongTheTagsIsNoEntity() {
    Dataset<Row> rows = rows("(array('B-PER', null), array('B-PER', 'O'))");

    assertThat(metric("f1", rows)).isEqualTo(1);
    assertThat(metric("accuracy", rows)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "array('B-PER', 'L-PER', 'O', 'U-LOC', 'U-LOC')",
        "array('PER-B', 'PER-I', '-', 'LOC-B', 'LOC-B')",
        "array('b_PER', 'i_PER', 'o', 'b_LOC', 'b_LOC')",
        "array('B-PER', 'E-PER', '0', 'W-LOC', 'W-LOC')",
      })
  void eachColumnMaySpellItsTagsInItsOwnWay(String tags) {
    String usual = "array('B-PER', 'I-PER', 'O', 'B-LOC', 'B-LOC')";

    assertThat(metric("f1", rows("(%s, %s)".formatted(tags, usual)))).isEqualTo(1);
    assertThat(metric("f1", rows("(%s, %s)".formatted(usual, tags)))).isEqualTo(1);
  }

  @Test
  void aColumnOfFewTagsIsReadLikeTheOther() {
    Dataset<Row> rows = rows("(array('PER-B', 'PER-I', 'LOC-B'), array('O', 'O', 'LOC-B'))");

    assertThat(metric("precision", rows)).isEqualTo(1);
    assertThat(metric("recall", rows)).isEqualTo(0.5);
  }

  @Test
  void aTagThatIsNoneAmongChunkTagsIsRefusedWithItsColumn() {
    Dataset<Row> rows = rows("(array('B-PER', 'I-PER', 'PER'), array('O', 'O', 'O'))");

    assertThatThrownBy(() -> metric("f1", rows))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith(
            "column 'tags': found the tag PER, expected O or a tag such as B-PER");
  }

  @Test
  void nothingToCountIsZero() {
    assertThat(metric("f1", rows("(array('O'), array('O'))"))).isZero();
  }

  @Test
  void refusesRowsOfDifferentLength() {
    Dataset<Row> rows = rows("(array('O', 'O'), array('O'))");

    assertThatThrownBy(() -> metric("f1", rows))
        .isInstanceOf(BadDataException.class)
        .hasMessageContainingAll("1 rows", "tags", "predicted");
  }

  @Test
  void namesTheColumnItsTypeAndTheTypeWanted() {
    Dataset<Row> rows = rows("(array('O'), 7)");

    assertThatThrownBy(() -> metric("f1", rows))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("'predicted'", "int", "array<string>");
    assertThatThrownBy(() -> new EntityEvaluator().setPredictionCol("none").evaluate(rows))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("'none'", "predictionCol", "tags, predicted");
  }
}
