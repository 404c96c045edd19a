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
import static org.sparkner.spark.ToyTraining.texts;
import static org.sparkner.spark.ToyTraining.tiny;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Tensor;
import org.sparkner.spark.training.DistributedTraining;

/** An encoder that learns, on the driver and on executors: one whose gradients are exact. */
@Tag("slow")
class FineTuningTest extends SparkTest {
  private static final String ENCODER =
      Path.of("../spark-ner-core/src/test/resources/tiny-encoder").toUri().toString();

  private static NerTagger stage() {
    return tiny()
        .setInputCol("text")
        .setLabelCol("spans")
        .setEpochs(2)
        .setOptimiser("adamw")
        .setLearningRate(0.01)
        .setLearningRateSchedule("linear")
        .setPretrainedEncoder(ENCODER)
        .setPretrainedEncoderDocument(true)
        .setFineTuneEncoder(true)
        .setEncoderLearningRate(0.02);
  }

  /** Of two sentences each. */
  private static Dataset<Row> documents() {
    return texts().selectExpr("concat(text, ' They slept.') AS text", "spans");
  }

  private static NeuralModel fit(NerTagger stage) {
    return (NeuralModel) stage.fit(documents()).model();
  }

  private static void assertSame(NeuralModel found, NeuralModel expected) {
    for (Tensor tensor : expected.weights().tensors()) {
      assertThat(found.weights().values(tensor.name()))
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
    assertThat(found.contextual().fingerprint()).isEqualTo(expected.contextual().fingerprint());
  }

  @ParameterizedTest
  @MethodSource("org.sparkner.spark.training.DistributedTraining#names")
  void oneWorkerTeachesTheEncoderWhatTheDriverWouldTeachIt(String runtime) {
    NeuralModel driver = fit(stage());

    NeuralModel worker = fit(stage().setNumWorkers(1).setWorkerRuntime(runtime));

    assertSame(worker, driver);
    assertThat(driver.contextual().fingerprint())
        .isNotEqualTo(fit(stage().setFineTuneEncoder(false)).contextual().fingerprint());
  }

  @Test
  void workersHaveWholeDocumentsAndTeachOneEncoderInEitherWay() {
    NerTagger stage = stage().setNumWorkers(2).setAveragingInterval(3).setAveragingWarmUp(0);

    NerTaggerModel fitted = stage.fit(documents());

    NeuralModel model = (NeuralModel) fitted.model();
    assertSame((NeuralModel) stage.fit(documents()).model(), model);
    for (String runtime : DistributedTraining.names()) {
      assertSame(fit(stage.setWorkerRuntime(runtime)), model);
    }
    assertThat(model.contextual().vectors().wholeDocument()).isTrue();
    assertThat(fitted.transform(documents().limit(3)).where("entities IS NOT NULL").count())
        .as("rows that the executors, who are sent what the encoder has learned, tag")
        .isEqualTo(3);
  }

  @Test
  void tellsOfTheEncoderAndItsWindows() {
    TrainingLines lines = new TrainingLines();

    stage().setEpochs(1).fit(documents(), lines);

    List<String> told = lines.take();
    assertThat(told)
        .anyMatch(
            line ->
                line.matches(
                    "encoder learns: [0-9,]+ parameters with [0-9,]+ of the network, from 80"
                        + " windows of at most 12 word pieces in 20 steps an epoch"));
  }
}
