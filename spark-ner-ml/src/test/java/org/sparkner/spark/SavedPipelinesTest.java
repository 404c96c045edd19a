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

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pipelines that each line of Spark saved, loaded by the one that the tests run on. {@link #main}
 * made them, once with each line.
 */
@Tag("lines")
class SavedPipelinesTest extends SparkTest {
  private static final Path SAVED = Path.of("src/test/resources/pipelines");

  @ParameterizedTest
  @ValueSource(strings = {"spark-3.5", "spark-4"})
  void aFittedPipelineFindsTheSameWithTheSameConfidencesAsWhereItWasSaved(String line) {
    PipelineModel loaded = PipelineModel.load(SAVED.resolve(line).resolve("fitted").toString());

    assertThat(rows(loaded)).isEqualTo(rows(fitted()));
    assertThat(rows(loaded)).anyMatch(row -> row.contains("\"confidence\":"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark-3.5", "spark-4"})
  void aPipelineToFitHasItsParams(String line) {
    Pipeline loaded = Pipeline.load(SAVED.resolve(line).resolve("unfitted").toString());

    NerTagger saved = (NerTagger) loaded.getStages()[1];
    assertThat(saved.extractParamMap().toSeq().toString())
        .isEqualTo(tagger().extractParamMap().toSeq().toString());
  }

  private static List<String> rows(PipelineModel pipeline) {
    Dataset<Row> texts =
        SPARK.sql("SELECT * FROM VALUES ('Ada met w1. They saw w3 in w4!'), ('w5') AS t(said)");
    return pipeline.transform(texts).toJSON().collectAsList();
  }

  private static SQLTransformer spaces() {
    return new SQLTransformer("spaces")
        .setStatement("SELECT *, replace(said, '_', ' ') AS text FROM __THIS__");
  }

  private static NerTagger tagger() {
    return new NerTagger("tagger").setTokensCol("words").setEpochs(3).setLearningRate(0.02);
  }

  private static PipelineModel fitted() {
    NerTaggerModel model = new NerTaggerModel(TinyModel.entities());
    return new Pipeline("fitted")
        .setStages(new PipelineStage[] {spaces(), model.setInputCol("text")})
        .fit(SPARK.sql("SELECT '' AS said"));
  }

  /** Saves the pipelines; the argument is the directory of a line. */
  public static void main(String[] arguments) throws IOException {
    Path line = Path.of(arguments[0]);
    fitted().write().overwrite().save(line.resolve("fitted").toString());
    new Pipeline("unfitted")
        .setStages(new PipelineStage[] {spaces(), tagger()})
        .write()
        .overwrite()
        .save(line.resolve("unfitted").toString());
    SPARK.stop();
  }
}
