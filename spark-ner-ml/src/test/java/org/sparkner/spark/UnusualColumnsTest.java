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

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.error.UsageException;
import org.sparkner.spark.column.FieldPath;

/** What stands beside the text comes out as it came: values, types, nullability and metadata. */
class UnusualColumnsTest extends SparkTest {
  @TempDir Path folder;

  private static NerTaggerModel model() {
    return new NerTaggerModel(TinyModel.entities()).setInputCol("text");
  }

  private static Dataset<Row> tag(Dataset<Row> data) {
    return model().setTagsCol("found_tags").setTokensCol("found_tokens").transform(data);
  }

  /** The rows as Spark keeps them, to the bit. */
  private static List<UnsafeRow> bits(Dataset<Row> data) {
    InternalRow[] rows = data.queryExecution().executedPlan().executeCollect();
    return Arrays.stream(rows).map(UnsafeRow.class::cast).toList();
  }

  /** The first columns, by place. */
  private static Dataset<Row> first(Dataset<Row> data, int width) {
    Column[] columns = new Column[width];
    for (int i = 0; i < width; i++) {
      columns[i] = new FieldPath(List.of(new FieldPath.Step(i, width))).in(data);
    }
    return data.select(columns);
  }

  private static void assertPassesThrough(Dataset<Row> data) {
    StructType before = data.schema();
    Dataset<Row> tagged = tag(data);
    StructType after = tagged.schema();

    assertThat(after.length()).isEqualTo(before.length() + 3);
    assertThat(Arrays.asList(after.fields()).subList(0, before.length()))
        .isEqualTo(Arrays.asList(before.fields()));
    assertThat(bits(first(tagged, before.length())))
        .isEqualTo(bits(first(data, before.length())))
        .isNotEmpty();
    assertThat(tagged.where("entities IS NOT NULL").count())
        .isEqualTo(data.where("text IS NOT NULL").count());
  }

  @Test
  void fieldsOfStructsAreTheSameByNameOrWithTheirStruct() {
    Dataset<Row> tagged =
        tag(
            SPARK.sql(
                "SELECT 'Ada met w1' AS text, named_struct('a', 'x', 'b', named_struct('c', 1, 'd',"
                    + " 2)) AS s, array(named_struct('e', 3, 'f', 'y')) AS l, map('k',"
                    + " named_struct('g', 4, 'h', 5)) AS m"));
    List<Row> entities = tagged.select("entities").first().getList(0);
    Row entity = entities.get(0);

    assertThat(tagged.select("s.b.d", "s.b", "text").first()).hasToString("[2,[1,2],Ada met w1]");
    assertThat(tagged.select("s.b.d").first()).hasToString("[2]");
    assertThat(tagged.select("l.f").first().<String>getList(0)).containsExactly("y");
    assertThat(tagged.selectExpr("m['k'].h").first()).hasToString("[5]");
    assertThat(tagged.selectExpr("l[0].f", "s.a").where("s.a = 'x'").first()).hasToString("[y,x]");
    assertThat(tagged.select("entities.type").first().<String>getList(0))
        .isEqualTo(entities.stream().map(found -> found.<String>getAs("type")).toList());
    assertThat(tagged.selectExpr("inline(entities)").first().<String>getAs("text"))
        .isEqualTo(entity.getAs("text"));
    assertThat(tagged.selectExpr("entities.confidence[0]").first().getDouble(0))
        .isEqualTo(entity.<Double>getAs("confidence"));
    assertThat(tagged.select("found_tokens.text").first().<String>getList(0))
        .containsExactly("Ada", "met", "w1");
  }

  @Test
  void fieldsSelectedAfterwardsAreThoseOfTheirNames() {
    String doc =
        "named_struct('body', 'Lincoln spoke', 'key', 'k-1', 'in', named_struct('a', 1, 'b', 'two'))";
    Dataset<Row> data =
        SPARK.sql("SELECT " + doc + " AS doc, array(" + doc + ") AS all, 'Lincoln spoke' AS text");
    Dataset<Row> tagged = tag(data);

    for (Dataset<Row> each :
        List.of(tagged, tagged.where("size(entities) >= 0"), tagged.limit(1))) {
      assertThat(each.select("doc.key").first().get(0)).isEqualTo("k-1");
      assertThat(each.select("doc.in.b").first().get(0)).isEqualTo("two");
      assertThat(each.select("all.key").first().getList(0)).isEqualTo(List.of("k-1"));
      assertThat(each.select("found_tokens.text").first().getList(0))
          .isEqualTo(List.of("Lincoln", "spoke"));
      assertThat(each.select("found_tokens.end", "doc.in.a").first().getInt(1)).isEqualTo(1);
      assertThat(each.selectExpr("explode(found_tokens) AS t").select("t.text").count())
          .isEqualTo(2);
    }
    assertThat(model().setInputCol("doc.body").transform(data).select("doc.key").first().get(0))
        .isEqualTo("k-1");
  }

  @Test
  void everyTypePassesThrough() {
    List<String> values =
        List.of(
            "DATE'1582-10-10'",
            "DATE'0001-01-01'",
            "DATE'9999-12-31'",
            "TIMESTAMP'1582-10-10 12:00:00'",
            "TIMESTAMP'0001-01-01 00:00:00.123456'",
            "TIMESTAMP_NTZ'1582-10-10 12:00:00.000001'",
            "TIMESTAMP_NTZ'2024-03-31 02:30:00'",
            "INTERVAL '1' DAY",
            "INTERVAL '25' HOUR",
            "INTERVAL '1:30' MINUTE TO SECOND",
            "INTERVAL '1 02:03' DAY TO MINUTE",
            "INTERVAL '7' YEAR",
            "INTERVAL '7' MONTH",
            "INTERVAL '1-2' YEAR TO MONTH",
            "make_interval(1, 2, 3, 4, 5, 6, 7.008)",
            "CAST(12.30 AS DECIMAL(38, 18))",
            "CAST(NULL AS DECIMAL(4, 2))",
            "CAST('NaN' AS FLOAT)",
            "CAST(-0.0 AS DOUBLE)",
            "CAST(-3 AS TINYINT)",
            "CAST(X'00FF80' AS BINARY)",
            "CAST(X'C3' AS STRING)",
            "NULL",
            "array(DATE'1582-10-10', NULL)",
            "array(named_struct('at', TIMESTAMP'1582-10-10 12:00:00', 'for', INTERVAL '1' DAY))",
            "map(DATE'1582-10-10', array(INTERVAL '2' HOUR))",
            "map('a', NULL, 'b', map('c', 1.5))",
            "named_struct('a b', 1, 'a.b', NULL, 'A', DATE'1582-10-10')",
            "array(NULL)",
            "array()");
    StringBuilder columns = new StringBuilder();
    for (String value : values) {
      columns.append(", if(id = 2, NULL, ").append(value).append(")").append(", ").append(value);
    }

    assertPassesThrough(
        SPARK.sql(
            "SELECT if(id = 1, NULL, 'Ada met w1 in w2') AS text" + columns + " FROM range(3)"));
  }

  @Test
  void typesThatOnlyTablesAndLibrariesHavePassThrough() {
    SPARK.sql("CREATE TEMPORARY VIEW chars AS SELECT 'Ada met w1' AS text");
    StructType schema =
        new StructType()
            .add("text", "string")
            .add("vector", new VectorUDT())
            .add("vectors", DataTypes.createArrayType(new VectorUDT()))
            .add("id", DataTypes.LongType, false);
    Row row =
        RowFactory.create(
            "Ada met w1",
            Vectors.dense(1, 2),
            List.of(Vectors.sparse(3, new int[] {1}, new double[] {2})),
            7L);

    assertPassesThrough(SPARK.createDataFrame(List.of(row), schema));
    assertPassesThrough(
        SPARK
            .table("chars")
            .selectExpr("text", "CAST('ab' AS CHAR(4)) c", "CAST('ab' AS VARCHAR(9)) v"));
  }

  @Test
  void namesPassThroughWhateverTheyAre() {
    Dataset<Row> data =
        SPARK
            .sql("SELECT 'Ada met w1 in w2' AS text, 1 AS a, 2 AS b, 3 AS c, 4 AS d, 5 AS e")
            .toDF("text", "same", "same", "a.b", "`odd` ,;{}()\n\t=", "");

    assertPassesThrough(data);
    assertPassesThrough(data.toDF("text", "__ner_input", "Same", "same", "obj", "value"));
  }

  @Test
  void aNameThatTwoColumnsHaveIsRefusedOnlyWhereItIsToBeRead() {
    Dataset<Row> data = SPARK.sql("SELECT 'Ada' AS text, 'w1' AS Text, 2 AS text");

    assertThatThrownBy(() -> model().transform(data))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "2 columns are called 'text', and inputCol needs one; give the one to read another"
                + " name.");
    Dataset<Row> tagged = model().setInputCol("Text").transform(data);
    assertThat(tagged.first().<Row>getList(3))
        .isEqualTo(model().transform(SPARK.sql("SELECT 'w1' AS text")).first().<Row>getList(1));
  }

  @Test
  void theInputMayBeAnywhereInNestedStructs() {
    Dataset<Row> data =
        SPARK.sql(
            "SELECT DATE'1582-10-10' AS day, named_struct('x.y', named_struct('n', 1, 'Body',"
                + " if(id = 1, NULL, 'Ada met w1 in w2'))) AS doc, 'w3' AS body,"
                + " INTERVAL '1' DAY AS i FROM range(2)"
                + " UNION ALL SELECT NULL, NULL, 'w3', NULL");

    Dataset<Row> tagged = model().setInputCol("doc.`x.y`.body").transform(data);

    assertThat(tagged.columns()).containsExactly("day", "doc", "body", "i", "entities");
    assertThat(bits(first(tagged, 4))).isEqualTo(bits(data));
    Row alone = model().transform(SPARK.sql("SELECT 'Ada met w1 in w2' AS text")).first();
    assertThat(tagged.select("entities").collectAsList())
        .extracting(row -> row.isNullAt(0) ? null : row.<Row>getList(0))
        .containsExactly(alone.getList(1), null, null);
  }

  @Test
  void theMetadataOfFilesAndColumnsPassThrough() {
    String parquet = folder.resolve("with metadata").toString();
    SPARK.sql("SELECT 'Ada met w1' AS text, DATE'2000-01-01' AS d").write().parquet(parquet);
    Metadata mine = new MetadataBuilder().putString("owner", "me").putLong("n", 1).build();
    Dataset<Row> data =
        SPARK
            .read()
            .parquet(parquet)
            .selectExpr("*", "_metadata", "_metadata.file_name AS name")
            .withColumn("d", col("d").as("d", mine));

    assertPassesThrough(data);
    Dataset<Row> tagged = tag(data);
    assertThat(tagged.schema().apply("d").metadata()).isEqualTo(mine);
    String again = folder.resolve("again").toString();
    tagged.write().parquet(again);
    assertThat(SPARK.read().parquet(again).select("_metadata.file_name", "name").count())
        .isEqualTo(1);
  }

  @Test
  void manyColumnsPassThrough() {
    Column[] columns = new Column[150];
    columns[0] = lit("Ada met w1").as("text");
    for (int i = 1; i < columns.length; i++) {
      columns[i] = lit(i % 3 == 0 ? null : "value " + i).as("c" + i);
    }

    assertPassesThrough(SPARK.range(40).select(columns));
  }

  @ParameterizedTest
  @CsvSource({
    "spark.sql.codegen.wholeStage, false",
    "spark.sql.codegen.factoryMode, NO_CODEGEN",
    "spark.sql.caseSensitive, true",
    "spark.sql.ansi.enabled, true"
  })
  void theSessionsSettingsChangeNothing(String setting, String value) {
    Dataset<Row> data =
        SPARK.sql(
            "SELECT concat('Ada met w', id) AS text, 'beside' AS Beside, 2 AS BESIDE, INTERVAL '1'"
                + " DAY AS i, DATE'1582-10-10' AS d, array(map('k', id)) AS m FROM range(40)");
    String before = SPARK.conf().get(setting);
    SPARK.conf().set(setting, value);
    try {
      assertThat(first(tag(data), 6).schema()).isEqualTo(data.schema());
      assertThat(first(tag(data), 6).collectAsList()).isEqualTo(data.collectAsList());
      assertThat(tag(data).where("entities IS NULL").count()).isZero();
    } finally {
      SPARK.conf().set(setting, before);
    }
  }

  @Test
  void withLetterCaseThatCountsAnotherSpellingIsANewColumn() {
    Dataset<Row> data = SPARK.sql("SELECT 'Ada met w1' AS text, 1 AS Entities");

    assertThatThrownBy(() -> model().transform(data))
        .hasMessage("Column 'entities' exists; entitiesCol needs the name of a new one.");
    SPARK.conf().set("spark.sql.caseSensitive", true);
    try {
      assertThat(model().transform(data).columns()).containsExactly("text", "Entities", "entities");
    } finally {
      SPARK.conf().unset("spark.sql.caseSensitive");
    }
  }

  @Test
  void whatIsSelectedBetweenTwoModelsStaysSelected() {
    Dataset<Row> data =
        SPARK.sql(
            "SELECT id, DATE'1582-10-10' AS day, concat('Ada met w', id) AS text, 'w1' AS more"
                + " FROM range(5)");
    NerTaggerModel second = model().setInputCol("more").setEntitiesCol("others");

    Dataset<Row> tagged =
        second.transform(model().transform(data).select("more", "entities", "day"));

    assertThat(tagged.columns()).containsExactly("more", "entities", "day", "others");
    assertThat(bits(tagged.select("more", "day"))).isEqualTo(bits(data.select("more", "day")));
    assertThat(bits(tagged.select("entities")))
        .isEqualTo(bits(model().transform(data).select("entities")));
    assertThat(bits(tagged.select("others")))
        .isEqualTo(bits(second.transform(data).select("others")));
    assertThat(bits(second.transform(model().transform(data)).select("entities", "others")))
        .hasSize(5)
        .isEqualTo(bits(tagged.select("entities", "others")));
  }

  @Test
  void aStreamsColumnsPassThrough() throws Exception {
    String parquet = folder.resolve("stream").toString();
    Dataset<Row> data =
        SPARK
            .sql(
                "SELECT concat('Ada met w', id) AS text, INTERVAL '2' HOUR AS i,"
                    + " TIMESTAMP_NTZ'2024-03-31 02:30:00' AS at,"
                    + " map('k', named_struct('a.b', id)) AS m FROM range(3)")
            .coalesce(1);
    data.write().parquet(parquet);
    Dataset<Row> files = SPARK.readStream().schema(data.schema()).parquet(parquet);
    Dataset<Row> tagged = tag(files);

    StreamingQuery query =
        tagged.writeStream().format("memory").queryName("unusualColumns").start();
    try {
      query.processAllAvailable();
      Dataset<Row> found = SPARK.table("unusualColumns");
      assertThat(found.schema()).isEqualTo(tagged.schema());
      assertThat(bits(first(found, 4))).isEqualTo(bits(data));
      assertThat(found.where("entities IS NOT NULL").count()).isEqualTo(3);
    } finally {
      query.stop();
    }
  }
}
