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

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;

@Tag("slow")
@Tag("lines")
class SqlFunctionTest extends SparkTest {
  private static final NerTaggerModel MODEL = new NerTaggerModel(TinyModel.entities());

  @TempDir static Path folder;
  private static Dataset<Row> documents;

  @BeforeAll
  static void registerFunctionAndView() {
    NerFunctions.register(SPARK, MODEL);
    documents =
        SPARK
            .createDataset(List.of("Ada met w1.", "", "w2 🙂 in w3. w4!"), Encoders.STRING())
            .toDF("body");
    documents.createOrReplaceTempView("documents");
  }

  @Test
  void nerOfATextIsTheEntitiesColumn() {
    Dataset<Row> column = MODEL.copy(ParamMap.empty()).setInputCol("body").transform(documents);

    Dataset<Row> function = SPARK.sql("SELECT body, ner(body) AS entities FROM documents");

    assertThat(function.collectAsList()).isEqualTo(column.collectAsList());
    assertThat(function.schema().apply("entities").dataType())
        .isEqualTo(column.schema().apply("entities").dataType());
  }

  @Test
  void entitiesExplodeToRowsThatSliceTheText() {
    List<Row> rows =
        SPARK
            .sql(
                "SELECT e.text, substring(body, e.begin + 1, e.end - e.begin) AS slice"
                    + " FROM (SELECT body, explode(ner(body)) AS e FROM documents)")
            .collectAsList();

    assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.get(0)).isEqualTo(row.get(1)));
  }

  @Test
  void nerOfTokensCountsTokens() {
    Dataset<Row> tokens = documents.select(functions.split(functions.col("body"), " ").as("t"));

    assertThat(tokens.selectExpr("t", "ner(t) AS entities").collectAsList())
        .isEqualTo(MODEL.copy(ParamMap.empty()).setInputCol("t").transform(tokens).collectAsList());
  }

  @Test
  void nullGivesNullAndEmptyTextAnEmptyArray() {
    Row row = SPARK.sql("SELECT ner(NULL), ner(CAST(NULL AS STRING)), size(ner(''))").first();

    assertThat(row.isNullAt(0)).isTrue();
    assertThat(row.isNullAt(1)).isTrue();
    assertThat(row.getInt(2)).isZero();
  }

  @Test
  void argumentsOfAnotherTypeAreRefused() {
    assertThatThrownBy(() -> SPARK.sql("SELECT ner(3)"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("needs a string (text) or an array<string>")
        .hasMessageEndingWith("found int");
    assertThatThrownBy(() -> SPARK.sql("SELECT ner('a', 'b', 'c')"))
        .isInstanceOf(UsageException.class)
        .hasMessage("ner needs a text, and may be given a model; found 3 arguments");
    assertThatThrownBy(() -> SPARK.sql("SELECT ner(body, body) FROM documents"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("ner needs the name of a model as a constant string, such as 'en'");
  }

  @Test
  void eachModelMayHaveAFunctionOfItsOwn() {
    NerFunctions.register(SPARK, "plain_ner", new NerTaggerModel(TinyModel.plain()));

    assertThat(SPARK.sql("SELECT plain_ner('a b'), ner('a b')").columns()).hasSize(2);
    assertThatThrownBy(() -> NerFunctions.register(SPARK, "a-b", MODEL))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("'a-b' is no name of a function");
  }

  @Test
  void theExtensionTakesTheModelOfTheSessionsSetting() throws Exception {
    String path = folder.resolve("model").toString();
    MODEL.write().save(path);
    SparkSession session = withExtension();

    assertThatThrownBy(() -> session.sql("SELECT ner('Ada met w1.')"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("ner has no model: SET spark.sparkner.model=MODEL");
    session.sql("SET spark.sparkner.model=" + path + "-missing");
    assertThatThrownBy(() -> session.sql("SELECT ner('Ada met w1.')"))
        .isInstanceOf(BadModelException.class);
    session.sql("SET spark.sparkner.model=" + path);
    assertThat(session.sql("SELECT ner('Ada met w1.')").first())
        .isEqualTo(SPARK.sql("SELECT ner('Ada met w1.')").first());
    assertThat(session.sql("DESCRIBE FUNCTION ner").collectAsList())
        .anyMatch(row -> row.getString(0).contains("ner(text[, model]) - the named entities"));
  }

  @Test
  void aCallMayNameItsModel() throws Exception {
    MODEL.write().save(folder.resolve("models/tiny").toString());
    new NerTaggerModel(TinyModel.plain())
        .write()
        .save(folder.resolve("models/tiny-plain").toString());
    SparkSession session = withExtension();
    session.sql("SET spark.sparkner.models=" + folder.resolve("models"));
    Row expected = SPARK.sql("SELECT ner('Ada met w1.')").first();

    assertThat(session.sql("SELECT ner('Ada met w1.', 'tiny')").first()).isEqualTo(expected);
    session.sql("SET spark.sparkner.model=tiny");
    assertThat(session.sql("SELECT ner('Ada met w1.')").first()).isEqualTo(expected);
    assertThat(session.sql("SELECT ner('Ada met w1.', 'tiny-' || 'plain')").first())
        .isNotEqualTo(expected);
    assertThatThrownBy(() -> session.sql("SELECT ner('Ada met w1.', 'other')"))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("the names tiny (");
    SPARK.conf().set("spark.sparkner.models", folder.resolve("models").toString());
    assertThat(SPARK.sql("SELECT ner('Ada met w1.', 'tiny')").first()).isEqualTo(expected);
    SPARK.conf().unset("spark.sparkner.models");
  }

  /** A session of its own in the same Spark context. */
  private static SparkSession withExtension() {
    SparkSession.clearActiveSession();
    SparkSession.clearDefaultSession();
    try {
      SparkSession session =
          SparkSession.builder().withExtensions(new NerExtensions()).getOrCreate();
      assertThat(session.sparkContext()).isSameAs(SPARK.sparkContext());
      return session;
    } finally {
      SparkSession.setDefaultSession(SPARK);
      SparkSession.setActiveSession(SPARK);
    }
  }
}
