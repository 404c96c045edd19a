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
import static org.sparkner.spark.ToyTraining.sentences;
import static org.sparkner.spark.ToyTraining.texts;
import static org.sparkner.spark.ToyTraining.tiny;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.model.NeuralModel;

@Tag("slow")
class NerTaggerTest extends SparkTest {
  @TempDir Path folder;

  @Test
  void learnsFromTokensAndTags() {
    NerTaggerModel model = tiny().fit(sentences());

    double f1 = new EntityEvaluator().evaluate(model.transform(sentences()));

    assertThat(f1).isGreaterThan(0.95);
    assertThat(model.labels()).contains("O", "B-PER", "S-LOC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'U-PER', 'O', 'U-LOC', 'O'",
        "'b_PER', 'o', 'b_LOC', 'o'",
        "'B-PER', '-', 'B-LOC', '-'"
      })
  void learnsTagsOfAnySpelling(String tags) {
    Dataset<Row> spelled = sentences().withColumn("tags", functions.expr("array(" + tags + ")"));

    NerTaggerModel model = tiny().setAlgorithm("hmm").setValidationFraction(0.5).fit(spelled);

    assertThat(model.labels()).contains("O", "B-PER", "S-LOC");
    assertThat(new EntityEvaluator().evaluate(model.transform(spelled))).isGreaterThan(0.95);
  }

  @Test
  void refusesATagThatIsNoneAmongChunkTags() {
    Dataset<Row> odd =
        sentences()
            .withColumn(
                "tags", functions.expr("if(id = 7, array('B-PER', 'O', 'LOC', 'O'), tags)"));

    assertThatThrownBy(() -> tiny().setAlgorithm("hmm").fit(odd))
        .isInstanceOf(BadDataException.class)
        .hasMessageContainingAll("sentence that begins with 'Edsger left", "found the tag LOC");
  }

  @Test
  void learnsFromTextAndSpansAndTagsTokensToo() {
    NerTaggerModel model = tiny().setInputCol("text").setLabelCol("spans").fit(texts());

    double onTexts = new EntityEvaluator().setLabelCol("spans").evaluate(model.transform(texts()));
    double onTokens =
        new EntityEvaluator().evaluate(model.setInputCol("tokens").transform(sentences()));

    assertThat(onTexts).isGreaterThan(0.95);
    assertThat(onTokens).isGreaterThan(0.95);
  }

  @Test
  void theModelHasTheParentTheUidAndTheOutputParamsOfItsEstimator() {
    NerTagger estimator =
        tiny().setEpochs(1).setEntitiesCol("found").setTagsCol("predicted").setScheme("BIOES");

    NerTaggerModel model = estimator.fit(sentences());

    assertThat(model.parent()).isSameAs(estimator);
    assertThat(model.uid()).isEqualTo(estimator.uid());
    assertThat(model.getScheme()).isEqualTo("BIOES");
    assertThat(model.transform(sentences()).columns()).endsWith("found", "predicted");
    assertThat(model.copy(new ParamMap()).parent()).isSameAs(estimator);
  }

  @Test
  void validatesOnTheRowsOfTheIndicatorColumn() {
    NerTaggerModel model = tiny().setEpochs(2).setValidationIndicatorCol("held").fit(sentences());

    assertThat(model.model().training().trainingSentences()).isEqualTo(32);
  }

  @Test
  void validatesOnAShareOfTheRows() {
    NerTaggerModel model = tiny().setEpochs(2).setValidationFraction(0.25).fit(sentences());

    assertThat(model.model().training().trainingSentences()).isEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hmm", "memm", "crf"})
  void learnsLinearModelsThatAreSavedAndTagLikeAnyOther(String algorithm) throws IOException {
    NerTaggerModel model =
        tiny().setAlgorithm(algorithm).setPasses(5).setTagsCol("predicted").fit(sentences());
    String path = folder.resolve("linear").toUri().toString();
    model.write().overwrite().save(path);

    NerTaggerModel loaded = NerTaggerModel.load(path);

    assertThat(loaded.model().algorithm()).hasToString(algorithm);
    assertThat(new EntityEvaluator().evaluate(loaded.transform(sentences()))).isGreaterThan(0.95);
    assertThat(loaded.transform(sentences()).collectAsList())
        .isEqualTo(model.transform(sentences()).collectAsList());
  }

  @Test
  void fitsTheConfidencesToTheSentencesToValidateOnUnlessToldNotTo() {
    NerTagger hmm = tiny().setAlgorithm("hmm").setValidationFraction(0.5);
    Dataset<Row> manySentences =
        sentences().join(SPARK.range(0, 6).withColumnRenamed("id", "copy")).repartition(2);

    assertThat(hmm.fit(manySentences).model().temperature()).isNotEqualTo(1);
    assertThat(hmm.setCalibrate(false).fit(manySentences).model().temperature()).isEqualTo(1);
  }

  @Test
  void refusesForALinearModelWhatOnlyANetworkHeeds() {
    assertThatThrownBy(() -> tiny().setAlgorithm("crf").setVectorsPath("v.txt").fit(sentences()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("vectorsPath is for networks");
    assertThatThrownBy(() -> tiny().setAlgorithm("hmm").setNumWorkers(2).fit(sentences()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("numWorkers is for networks");
  }

  @Test
  void theSameSeedGivesTheSameModel() {
    NerTagger estimator = tiny().setEpochs(2).setSeed(5);

    List<Row> first = estimator.fit(sentences()).transform(sentences()).collectAsList();
    List<Row> second = estimator.fit(sentences()).transform(sentences()).collectAsList();

    assertThat(second).isEqualTo(first);
  }

  @Test
  void rowsWithoutTokensOrLabelAreLeftOut() {
    Dataset<Row> holes =
        sentences()
            .select("tokens", "tags")
            .union(
                SPARK.sql(
                    """
                    SELECT * FROM VALUES (cast(null AS array<string>), array('O')),
                      (array('Ada'), null),
                      (cast(array() AS array<string>), cast(array() AS array<string>))
                    """));

    NerTaggerModel model = tiny().setEpochs(1).fit(holes);

    assertThat(model.model().training().trainingSentences()).isEqualTo(40);
  }

  @Test
  void misalignedSpansAreReportedOrFail() {
    Dataset<Row> crooked =
        texts()
            .union(
                SPARK.sql(
                    "SELECT 'Ada left.', array(named_struct('begin', 1, 'end', 3, 'type', 'PER'))"));
    NerTagger stage = tiny().setEpochs(1).setInputCol("text").setLabelCol("spans");

    assertThat(stage.fit(crooked).model().training().trainingSentences()).isEqualTo(41);
    assertThatThrownBy(() -> stage.setMisalignedSpans("fail").fit(crooked))
        .isInstanceOf(BadDataException.class)
        .hasMessageContainingAll("1 spans", "'da' [1, 3)", "misalignedSpans");
  }

  @Test
  void theTextThatASpanIsSaidToCoverIsCompared() {
    Dataset<Row> rows =
        SPARK.sql(
            """
            SELECT text, array(named_struct('begin', b, 'end', e, 'type', 'PER', 'text', said)) spans
            FROM VALUES ('Ada left.', 4, 8, 'Ada'), ('Eve left.', 0, 3, 'Eve'),
              ('\uD83D\uDE00 Bob left.', 3, 6, 'Bob'), ('Eve left.', 4, 8, 'Bob') AS t(text, b, e, said)
            """);
    NerTagger stage = tiny().setEpochs(1).setInputCol("text").setLabelCol("spans");

    assertThat(stage.fit(rows).model().training().trainingSentences()).isEqualTo(4);
    assertThatThrownBy(() -> stage.setMisalignedSpans("fail").fit(rows))
        .isInstanceOf(BadDataException.class)
        .hasMessageContainingAll(
            "2 spans", "'left' [4, 8), expected the text 'Ada'", "moved to [0, 3)");
  }

  @Test
  void tokensOfWhiteSpaceAreNoneOfASentence() {
    Dataset<Row> spaced =
        sentences()
            .selectExpr(
                "concat(array('\u00A0'), tokens) AS tokens", "concat(array('O'), tags) AS tags")
            .union(SPARK.sql("SELECT array('\u3000'), array('O')"));

    assertThat(tiny().setEpochs(1).fit(spaced).model().training().trainingFingerprint())
        .isEqualTo(tiny().setEpochs(1).fit(sentences()).model().training().trainingFingerprint());
  }

  @Test
  void refusesWhatItCannotTrainOn() {
    Dataset<Row> uneven = SPARK.sql("SELECT array('a', 'b') AS tokens, array('O') AS tags");

    assertThatThrownBy(() -> tiny().fit(uneven))
        .isInstanceOf(BadDataException.class)
        .hasMessageContainingAll("2 tokens (a b", "1 tags", "'tokens'", "'tags'");
    assertThatThrownBy(() -> tiny().fit(sentences().limit(0)))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("no sentence");
    assertThatThrownBy(() -> tiny().setVectorsPath(folder + "/none.txt").fit(sentences()))
        .isInstanceOf(BadDataException.class)
        .hasMessageContainingAll("none.txt", "vectorsPath");
    assertThatThrownBy(() -> tiny().setCheckpointDir("hdfs:///c").fit(sentences()))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("hdfs:///c", "checkpoint");
    assertThatThrownBy(() -> tiny().setLanguage("english!").fit(sentences()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("english!");
    assertThatThrownBy(() -> tiny().setResume(true).fit(sentences()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("checkpointDir");
  }

  @Test
  void refusesPartsOfSpeechThatDoNotFit() {
    Dataset<Row> data = sentences().withColumn("pos", expr("slice(tokens, 1, 3)"));
    NerTagger stage = tiny().setAttributeCol("pos");

    assertThatThrownBy(() -> stage.transformSchema(data.schema()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "attributeCol and attributeDimension want each other; found attributeDimension 0 and attributeCol 'pos'.");
    assertThatThrownBy(() -> stage.setAttributeDimension(3).fit(data))
        .isInstanceOf(BadDataException.class)
        .hasMessageContainingAll("'pos'", "4 tokens (Ada visited London . …) and 3 attributes");
    assertThatThrownBy(() -> stage.setAlgorithm("hmm").fit(data))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("An hmm reads tokens alone");
  }

  @Test
  void namesTheColumnItsTypeAndTheTypeWanted() {
    StructType schema = sentences().selectExpr("concat_ws(' ', tokens) AS text", "tags").schema();

    assertThatThrownBy(() -> tiny().setInputCol("text").setLabelCol("tags").transformSchema(schema))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("'tags'", "array<string>", "spans in code points");
    assertThatThrownBy(
            () ->
                tiny()
                    .setInputCol("tags")
                    .setLabelCol("tags")
                    .setValidationIndicatorCol("text")
                    .transformSchema(schema))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("'text'", "string", "boolean");
  }

  @Test
  void resumesFromACheckpoint() {
    NerTagger stage = tiny().setCheckpointDir(folder.toString());
    List<Row> unbroken = stage.setEpochs(3).fit(sentences()).transform(sentences()).collectAsList();

    List<Row> resumed =
        stage.setResume(true).fit(sentences()).transform(sentences()).collectAsList();

    assertThat(resumed).isEqualTo(unbroken);
  }

  @Test
  void isTunedByCrossValidation() throws IOException {
    NerTagger stage = tiny().setEpochs(3);
    ParamMap[] grid = new ParamGridBuilder().addGrid(stage.hidden(), new int[] {2, 16}).build();
    CrossValidatorModel tuned =
        new CrossValidator()
            .setEstimator(stage)
            .setEvaluator(new EntityEvaluator())
            .setEstimatorParamMaps(grid)
            .setNumFolds(2)
            .setSeed(1)
            .fit(sentences());

    String path = folder.resolve("tuned").toString();
    tuned.save(path);

    double[] f1 = tuned.avgMetrics();
    NeuralModel best = (NeuralModel) ((NerTaggerModel) tuned.bestModel()).model();
    assertThat(best.architecture().hidden()).isEqualTo(f1[0] >= f1[1] ? 2 : 16);
    assertThat(CrossValidatorModel.load(path).transform(sentences()).collectAsList())
        .isEqualTo(tuned.transform(sentences()).collectAsList());
  }

  @Test
  void isAStageOfAPipeline() throws IOException {
    Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {tiny().setEpochs(2)});
    String unfitted = folder.resolve("pipeline").toString();
    String fitted = folder.resolve("model").toString();
    pipeline.save(unfitted);

    PipelineModel model = Pipeline.load(unfitted).fit(sentences());
    model.save(fitted);

    assertThat(PipelineModel.load(fitted).transform(sentences()).collectAsList())
        .isEqualTo(model.transform(sentences()).collectAsList());
  }
}
