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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.model.NerModel;
import org.sparkner.model.Tensor;
import org.sparkner.spark.silver.SilverTable;

/** Teachers and students as stages. */
@Tag("slow")
class DistillationTest extends SparkTest {
  @TempDir private static Path folder;
  private static NerTaggerModel teacher;
  private static String table;

  @BeforeAll
  static void haveATeacherTagText() {
    teacher = ToyTraining.tiny().fit(ToyTraining.sentences());
    table = folder.resolve("silver").toString();
    Distillation.tag(ofTexts(), texts(), table);
  }

  private static NerTaggerModel ofTexts() {
    return teacher.copy(ParamMap.empty()).setInputCol("text");
  }

  private static Dataset<Row> texts() {
    return ToyTraining.texts().select("text");
  }

  /** Both types, but one town alone. */
  private static Dataset<Row> gold() {
    return ToyTraining.sentences().where("id = 0");
  }

  private static NerTagger student() {
    return ToyTraining.tiny().setSilverTable(table);
  }

  private static double f1(NerTaggerModel model) {
    return new EntityEvaluator().evaluate(model.transform(ToyTraining.sentences()));
  }

  private static void assertSameWeights(NerModel found, NerModel expected) {
    for (Tensor tensor : expected.weights().tensors()) {
      assertThat(found.weights().values(tensor.name()))
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
  }

  @Test
  void theTableHasWhatTheTeacherThinksOfEachSentence() {
    List<Row> rows = SPARK.read().parquet(table + "/sentences").collectAsList();
    assertThat(rows).hasSize(40);
    for (Row row : rows) {
      assertThat(row.getList(row.fieldIndex("tokens"))).hasSize(4);
      assertThat(row.getList(row.fieldIndex("tags"))).hasSize(4).contains("S-PER");
      assertThat(row.<Double>getAs("confidence")).isBetween(0.0, 1.0);
      double sum = 0;
      for (Object pair : row.getList(row.fieldIndex("pairs"))) {
        sum += ((Row) pair).<Float>getAs("probability");
      }
      assertThat(sum).isCloseTo(4, within(1e-4));
    }
  }

  @Test
  void aStudentLearnsFromItOnTheDriverAndOnExecutorsAlike() {
    double alone = f1(ToyTraining.tiny().setEpochs(3).fit(gold()));
    NerTaggerModel taught = student().setEpochs(3).fit(gold());
    assertThat(f1(taught)).isGreaterThan(0.95).isGreaterThan(alone);
    assertSameWeights(student().setEpochs(3).setNumWorkers(1).fit(gold()).model(), taught.model());
    assertThat(
            f1(student().setNumWorkers(2).setSilverEpochs(10).setAveragingInterval(2).fit(gold())))
        .isGreaterThan(0);
  }

  @Test
  void weightTemperatureAndConfidenceSayWhatIsLearned() {
    NerModel plain = student().setEpochs(1).fit(gold()).model();
    for (NerTagger other :
        List.of(
            student().setSilverWeight(0.25),
            student().setSilverTemperature(3),
            student().setSilverTemperature(0))) {
      assertThat(other.setEpochs(1).fit(gold()).model().training().trainingFingerprint())
          .isNotEqualTo(plain.training().trainingFingerprint());
    }
    assertThatThrownBy(() -> student().setSilverMinimumConfidence(0.9999999999).fit(gold()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("lower the minimum confidence");
  }

  @Test
  void aTableOfTheSameTeacherAndTextIsFoundAndOthersAreRefused() throws IOException {
    Path written = Path.of(table, "silver.json");
    Object time = Files.getLastModifiedTime(written);
    SilverTable found = Distillation.tag(ofTexts(), texts().repartition(3), table);
    assertThat(found.sentences()).isEqualTo(40);
    assertThat(found.tokens()).isEqualTo(160);
    assertThat(Files.getLastModifiedTime(written)).isEqualTo(time);
    assertThatThrownBy(() -> Distillation.tag(ofTexts(), texts().limit(10), table))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is a silver table of another text");
    NerTaggerModel other = ToyTraining.tiny().setEpochs(1).fit(ToyTraining.sentences());
    assertThatThrownBy(() -> Distillation.tag(other.setInputCol("text"), texts(), table))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is a silver table of another teacher");
    assertThatThrownBy(() -> Distillation.tag(ofTexts(), texts(), folder.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("exists and is no silver table");
  }

  @Test
  void tokensAreTaughtAsTextIs() {
    String path = folder.resolve("of tokens").toString();
    Distillation.tag(teacher, ToyTraining.sentences(), path);
    assertThat(SPARK.read().parquet(path + "/sentences").drop("begin").collectAsList())
        .containsExactlyInAnyOrderElementsOf(
            SPARK.read().parquet(table + "/sentences").drop("begin").collectAsList());
  }

  @Test
  void refusesWhatCannotBeLearned() throws IOException {
    assertThatThrownBy(() -> student().setSilverTable(folder.toString()).fit(gold()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is no silver table");
    assertThatThrownBy(() -> student().setAlgorithm("crf").fit(gold()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("silverTable is for networks");
    Dataset<Row> people = gold().selectExpr("tokens", "array('B-PER', 'O', 'O', 'O') AS tags");
    assertThatThrownBy(() -> student().fit(people))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("The teacher finds LOC, PER, the labelled sentences have PER");
    Path damaged = folder.resolve("damaged");
    Files.createDirectories(damaged);
    Files.writeString(damaged.resolve("silver.json"), "{\"version\" : 2}");
    assertThatThrownBy(() -> student().setSilverTable(damaged.toString()).fit(gold()))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("found version 2, expected 1");
    Files.writeString(damaged.resolve("silver.json"), "{\"version\" : 1");
    assertThatThrownBy(() -> student().setSilverTable(damaged.toString()).fit(gold()))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("cannot be read");
  }
}
