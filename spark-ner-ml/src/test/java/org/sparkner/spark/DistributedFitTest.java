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

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.model.NerModel;
import org.sparkner.model.Tensor;

/** Training across executors through the stage. */
class DistributedFitTest extends SparkTest {
  @TempDir Path folder;

  private static NerTagger tiny() {
    return new NerTagger()
        .setWordDimension(12)
        .setCharacterDimension(6)
        .setCharacterFilters(6)
        .setHidden(16)
        .setDropout(0.2)
        .setLearningRate(0.05)
        .setEpochs(4)
        .setBatchSize(4)
        .setAveragingWarmUp(3)
        .setAveragingInterval(4);
  }

  private static Dataset<Row> sentences() {
    return SPARK
        .range(0, 61, 1, 3)
        .selectExpr(
            """
            array(element_at(array('Ada', 'Alan', 'Grace', 'Edsger'), cast(id % 4 AS int) + 1),
                  element_at(array('visited', 'left'), cast(id % 2 AS int) + 1),
                  concat('town', cast(id % 7 AS string)),
                  '.') AS tokens
            """,
            "array('B-PER', 'O', 'B-LOC', 'O') AS tags", "id % 5 = 0 AS held", "id");
  }

  private static void assertSameWeights(NerModel found, NerModel expected) {
    assertThat(found.lexicon().words()).isEqualTo(expected.lexicon().words());
    for (Tensor tensor : expected.weights().tensors()) {
      assertThat(found.weights().values(tensor.name()))
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
  }

  @AfterEach
  void nothingStaysCached() {
    assertThat(SPARK.sparkContext().getPersistentRDDs().isEmpty()).isTrue();
  }

  @Tag("lines")
  @Test
  void oneWorkerLearnsWhatTheDriverWouldBitForBit() {
    NerModel here = tiny().fit(sentences()).model();
    NerModel there = tiny().setNumWorkers(1).fit(sentences()).model();

    assertSameWeights(there, here);
    assertThat(there.training().trainingSentences()).isEqualTo(here.training().trainingSentences());
    assertThat(there.training().metrics()).isEqualTo(here.training().metrics());
  }

  @Tag("slow")
  @Test
  void partsOfSpeechReachTheWorkersAndOthersAreAnotherRun() {
    Dataset<Row> data =
        sentences().withColumn("pos", expr("transform(tags, tag -> if(tag = 'O', 'X', 'PROPN'))"));
    NerTagger stage = tiny().setEpochs(1).setAttributeDimension(3).setAttributeCol("pos");
    NerModel here = stage.fit(data).model();
    NerTagger workers =
        stage.setNumWorkers(1).setCheckpointDir("file:" + folder.resolve("state")).setResume(true);

    assertSameWeights(workers.fit(data).model(), here);
    assertThat(here.lexicon().attributeValues().names()).containsExactly("PROPN", "X");
    assertThatThrownBy(() -> workers.fit(data.withColumn("pos", expr("tokens"))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("of another run");
  }

  @Tag("slow")
  @Test
  void weightsAndLatentTypesReachTheWorkers() {
    Dataset<Row> data =
        sentences()
            .withColumn("weight", expr("if(id % 2 = 0, 0.5, null)"))
            .withColumn("latent", expr("if(id % 3 = 0, array('LOC'), null)"))
            .withColumn("tags", expr("if(id % 3 = 0, array('B-PER', 'O', 'O', 'O'), tags)"));
    NerTagger stage = tiny().setWeightCol("weight").setLatentTypesCol("latent");
    NerModel here = stage.fit(data).model();

    assertSameWeights(stage.copy(new ParamMap()).setNumWorkers(1).fit(data).model(), here);
    assertThat(tiny().fit(data).model().training().trainingFingerprint())
        .isNotEqualTo(here.training().trainingFingerprint());
  }

  @Tag("slow")
  @Test
  void rowsMarkedForValidationAreNotTrainedOn() {
    NerModel here = tiny().setValidationIndicatorCol("held").setEpochs(1).fit(sentences()).model();
    NerModel there =
        tiny()
            .setValidationIndicatorCol("held")
            .setEpochs(1)
            .setNumWorkers(1)
            .fit(sentences())
            .model();

    assertSameWeights(there, here);
    assertThat(there.training().trainingSentences()).isEqualTo(48);
  }

  @Tag("slow")
  @Test
  void twoWorkersLearnAndTheSameSeedGivesTheSameModel() {
    NerTagger stage = tiny().setNumWorkers(2).setEpochs(20).setValidationFraction(0);
    NerTaggerModel model = stage.fit(sentences());

    assertThat(new EntityEvaluator().evaluate(model.transform(sentences()))).isGreaterThan(0.95);
    assertSameWeights(stage.fit(sentences()).model(), model.model());
  }

  @Tag("slow")
  @Test
  void aRunGoesOnFromACheckpointOfAnyFileSystem() {
    NerTagger stage =
        tiny()
            .setNumWorkers(2)
            .setOuterMomentum(0.3)
            .setCheckpointDir("file:" + folder.resolve("state"));
    NerModel unbroken = tiny().setNumWorkers(2).setOuterMomentum(0.3).fit(sentences()).model();
    stage.copy(new org.apache.spark.ml.param.ParamMap()).setEpochs(2).fit(sentences());
    NerModel resumed = stage.setResume(true).fit(sentences()).model();

    assertSameWeights(resumed, unbroken);
    assertThatThrownBy(() -> stage.setNumWorkers(1).fit(sentences()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("of another run");
  }

  @Tag("slow")
  @Test
  void moreWorkersThanTaskSlotsAreRefusedAtOnce() {
    assertThatThrownBy(() -> tiny().setNumWorkers(3).fit(sentences()))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("3 workers", "has 2", "local[2]");
  }

  @Tag("slow")
  @Test
  void anUnknownDistributionIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> tiny().setNumWorkers(1).setWorkerRuntime("rings").fit(sentences()))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("'rings'", "spark");
  }

  @Tag("slow")
  @Test
  void rowsThatAreNoSentencesAreRefusedAsOnOneMachine() {
    Dataset<Row> unequal = sentences().selectExpr("tokens", "slice(tags, 1, 3) AS tags");
    assertThatThrownBy(() -> tiny().setNumWorkers(2).fit(unequal))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("as many tags as tokens");
    assertThatThrownBy(() -> tiny().setNumWorkers(2).fit(sentences().where("false")))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("no sentence to train on");
  }
}
