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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.UsageException;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.spark.tagging.ModelBroadcast;
import org.sparkner.spark.tagging.SharedTagger;
import org.sparkner.spark.tagging.TaggingCounts;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.Tagger;
import org.sparkner.tags.TagScheme;
import scala.reflect.ClassTag$;

class NerTaggerModelTest extends SparkTest {
  private static final String TEXT = "Ada \uD83D\uDE80 met w1 and w2. They saw w3 in w4!";

  @TempDir Path folder;

  private static NerTaggerModel model() {
    return new NerTaggerModel(TinyModel.entities());
  }

  private static Dataset<Row> texts() {
    return SPARK.sql(
        "SELECT * FROM VALUES (1, '"
            + TEXT
            + "'), (2, null), (3, ''), (4, 'w5 w6') AS t(id, text)");
  }

  private static Dataset<Row> tokens() {
    return SPARK.sql(
        """
        SELECT * FROM VALUES (1, array('Ada', 'met', 'w1', 'in', 'w4')), (2, null),
          (3, cast(array() AS array<string>)), (4, array('w2', null, 'w3')) AS t(id, tokens)
        """);
  }

  @Test
  void findsInTextWhatTheCoreFinds() {
    List<Entity> expected = Tagger.of(TinyModel.entities()).tag(TEXT);

    Row row = model().setInputCol("text").transform(texts()).first();

    assertThat(expected).isNotEmpty();
    assertThat(row.<Row>getList(2)).map(NerTaggerModelTest::entity).isEqualTo(expected);
  }

  @Test
  void sparksMetricsSystemCountsWhatIsTagged() {
    model().setInputCol("text").transform(texts()).count();
    var registry =
        SPARK
            .sparkContext()
            .env()
            .metricsSystem()
            .getSourcesByName("sparkner")
            .head()
            .metricRegistry();
    long documents = registry.counter("documents").getCount();
    long tokens = registry.counter("tokens").getCount();
    long entities = registry.counter("entities").getCount();
    long unknown = registry.counter("unknown_words").getCount();

    model().setInputCol("text").transform(texts()).collectAsList();

    assertThat(registry.counter("documents").getCount()).isEqualTo(documents + 4);
    assertThat(registry.counter("tokens").getCount())
        .isEqualTo(
            tokens
                + Tagger.of(TinyModel.entities()).tagTexts(List.of(TEXT), false).get(0).tokenCount()
                + 2);
    assertThat(registry.counter("entities").getCount()).isGreaterThan(entities);
    assertThat(registry.counter("unknown_words").getCount())
        .as("all but w1 to w6")
        .isEqualTo(unknown + registry.counter("tokens").getCount() - tokens - 6);
  }

  @Test
  void findsInTokensWhatTheCoreFinds() {
    List<Entity> expected =
        Tagger.of(TinyModel.entities())
            .tagSentences(List.of(List.of("Ada", "met", "w1", "in", "w4")), false)
            .get(0)
            .entities();

    Row row = model().transform(tokens()).first();

    assertThat(row.<Row>getList(2)).map(NerTaggerModelTest::entity).isEqualTo(expected);
  }

  @Test
  void tagsInThePrecisionThatIsAskedFor() {
    for (Precision precision : List.of(Precision.F32, Precision.INT8)) {
      List<Entity> expected = Tagger.of(TinyModel.entities(), precision).tag(TEXT);

      NerTaggerModel stage = model().setInputCol("text").setPrecision(precision.toString());

      assertThat(stage.transform(texts()).first().<Row>getList(2))
          .map(NerTaggerModelTest::entity)
          .isEqualTo(expected);
    }
    assertThatThrownBy(() -> model().setPrecision("fp64"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("precision");
  }

  @Test
  void countsRowsTokensAndEntitiesOnTheExecutors() {
    TaggingCounts counts = new TaggingCounts();
    SPARK.sparkContext().register(counts);

    List<Row> rows =
        model().setInputCol("text").transform(texts(), counts).select("entities").collectAsList();

    long entities =
        rows.stream().filter(row -> !row.isNullAt(0)).mapToInt(row -> row.getList(0).size()).sum();
    assertThat(counts.value().documents()).isEqualTo(4);
    assertThat(counts.value().unread()).isEqualTo(1);
    assertThat(counts.value().tokens()).isEqualTo(15);
    assertThat(counts.value().found()).isEqualTo(entities).isPositive();
  }

  @Test
  void offsetsSliceTheTextInSql() {
    Dataset<Row> slices =
        model()
            .setInputCol("text")
            .transform(texts())
            .selectExpr("text AS whole", "explode(entities) AS e")
            .selectExpr("substring(whole, e.begin + 1, e.end - e.begin)", "e.text");

    assertThat(slices.collectAsList())
        .isNotEmpty()
        .allMatch(row -> row.getString(0).equals(row.getString(1)));
  }

  @Test
  void nullGivesNullAndEmptyGivesEmpty() {
    for (NerTaggerModel stage : List.of(model().setInputCol("text"), model())) {
      stage.setTagsCol("found").setTokensCol("words").setMarginalsCol("posteriors");
      Dataset<Row> data = stage.getInputCol().equals("text") ? texts() : tokens();

      List<Row> rows =
          stage.transform(data).select("entities", "found", "words", "posteriors").collectAsList();

      assertThat(rows).hasSize(4);
      for (int column = 0; column < 4; column++) {
        assertThat(rows.get(1).isNullAt(column)).isTrue();
        assertThat(rows.get(2).getList(column)).isEmpty();
        assertThat(rows.get(3).isNullAt(column)).isFalse();
      }
    }
  }

  @Test
  void tagsTokensAndMarginalsComeOnRequest() {
    Row row =
        model()
            .setInputCol("text")
            .setTagsCol("tags")
            .setTokensCol("words")
            .setMarginalsCol("marginals")
            .transform(texts())
            .first();

    List<Row> words = row.getList(row.fieldIndex("words"));
    List<String> tags = row.getList(row.fieldIndex("tags"));
    List<scala.collection.Seq<Float>> marginals = row.getList(row.fieldIndex("marginals"));
    assertThat(words).extracting(w -> w.getString(2)).contains("Ada", "w1", "They");
    assertThat(words.get(words.size() - 1).getInt(3)).isEqualTo(1);
    assertThat(tags).hasSameSizeAs(words);
    assertThat(TagScheme.IOB2.accepts(tags)).isTrue();
    assertThat(marginals).hasSameSizeAs(words);
    assertThat(marginals.get(0).size()).isEqualTo(9);
  }

  @Test
  void theSchemeOfTheTagsIsChosen() {
    List<String> tags =
        model()
            .setTagsCol("found")
            .setScheme("BIOES")
            .transform(tokens())
            .select("found")
            .first()
            .getList(0);

    assertThat(TagScheme.BIOES.accepts(tags)).isTrue();
  }

  @Test
  void plainLabelsHaveTagsAndNoEntities() {
    Row row =
        new NerTaggerModel(TinyModel.plain())
            .setTagsCol("pos")
            .transform(tokens())
            .select("pos", "entities")
            .first();

    assertThat(row.<String>getList(0)).hasSize(5).isSubsetOf("DET", "NOUN", "VERB");
    assertThat(row.getList(1)).isEmpty();
  }

  @Test
  void readsPartsOfSpeechBesideTheTokens() {
    List<String> tokens = List.of("Ada", "met", "w1", "in", "w4");
    List<String> attributes = Arrays.asList("NOUN", "VERB", "NOUN", null, "no such");
    List<String> expected =
        Tagger.of(TinyModel.withAttributes(), Precision.F32)
            .tagSentences(List.of(tokens), List.of(attributes), false)
            .get(0)
            .tags();
    Dataset<Row> data =
        SPARK.sql(
            """
            SELECT *, named_struct('attributes', attributes) AS inner FROM VALUES
              (array('Ada', 'met', 'w1', 'in', 'w4'), array('NOUN', 'VERB', 'NOUN', null, 'no such')),
              (array('Ada', 'met', 'w1', 'in', 'w4'), cast(null AS array<string>)),
              (array('Ada'), array('NOUN', 'VERB')),
              (null, array('NOUN')) AS t(tokens, attributes)
            """);
    NerTaggerModel stage =
        new NerTaggerModel(TinyModel.withAttributes())
            .setPrecision("f32")
            .setTagsCol("found")
            .setScheme("BIOES")
            .setAttributeCol("attributes");

    List<Row> rows = stage.transform(data).select("found").collectAsList();

    assertThat(rows.get(0).<String>getList(0)).isEqualTo(expected);
    assertThat(rows.get(1).<String>getList(0)).as("all unknown").hasSize(5).isNotEqualTo(expected);
    assertThat(rows.get(2).isNullAt(0)).as("more attributes than tokens").isTrue();
    assertThat(rows.get(3).isNullAt(0)).isTrue();
    assertThat(
            stage
                .setAttributeCol("inner.attributes")
                .transform(data)
                .select("found")
                .collectAsList())
        .isEqualTo(rows);
  }

  @Test
  void refusesAModelThatReadsPartsOfSpeechWhatLacksThem() {
    NerTaggerModel stage = new NerTaggerModel(TinyModel.withAttributes());
    StructType schema = tokens().schema().add("attributes", DataTypes.StringType);

    assertThatThrownBy(() -> stage.transform(tokens()))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("reads an attribute", "set attributeCol");
    assertThatThrownBy(() -> stage.setAttributeCol("attributes").transformSchema(schema))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Column 'attributes' (attributeCol) has type string; expected array<string> (an attribute for each token).");
    assertThatThrownBy(() -> stage.setInputCol("text").transformSchema(texts().schema()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Column 'text' (inputCol) has type string; expected array<string>");
    assertThatThrownBy(() -> stage.function(SPARK, Precision.F32, EncoderDevice.AUTO))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("use NerTaggerModel with attributeCol");
  }

  @Test
  void theSchemaHoldsTheLabelsAndKeepsTheMetadataOfOtherColumns() {
    Metadata mine = new MetadataBuilder().putString("owner", "me").build();
    Dataset<Row> data = texts().withColumn("id", col("id").as("id", mine));
    NerTaggerModel stage = model().setInputCol("text").setTagsCol("tags");

    StructType schema = stage.transform(data).schema();

    assertThat(schema).isEqualTo(stage.transformSchema(data.schema()));
    assertThat(schema.apply("id").metadata()).isEqualTo(mine);
    Metadata ner = schema.apply("entities").metadata().getMetadata("ner");
    assertThat(ner.getStringArray("types")).containsExactly("LOC", "PER");
    assertThat(ner.getStringArray("labels")).startsWith("O", "B-LOC").hasSize(9);
    assertThat(schema.apply("entities").dataType().catalogString())
        .isEqualTo("array<struct<begin:int,end:int,type:string,text:string,confidence:double>>");
  }

  @Test
  void namesTheColumnItsTypeAndTheTypeWanted() {
    StructType schema =
        new StructType().add("text", DataTypes.IntegerType).add("entities", DataTypes.StringType);

    assertThatThrownBy(() -> model().setInputCol("text").transformSchema(schema))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Column 'text' (inputCol) has type int; expected string (text) or array<string> (the"
                + " tokens of a sentence).");
    assertThatThrownBy(() -> model().setInputCol("body").transformSchema(schema))
        .isInstanceOf(UsageException.class)
        .hasMessage("No column 'body' to read; inputCol needs one of text, entities.");
    StructType taken = new StructType().add("tokens", "string").add("entities", "string");
    assertThatThrownBy(() -> model().transformSchema(taken))
        .isInstanceOf(UsageException.class)
        .hasMessage("Column 'entities' exists; entitiesCol needs the name of a new one.");
  }

  @Test
  void readsAFieldOfAStructAndKeepsNestedColumns() {
    Dataset<Row> nested =
        texts()
            .selectExpr(
                "named_struct('body', text, 'meta', map('k', array(id))) AS doc",
                "cast(id AS decimal(10, 2)) AS price",
                "current_date() AS day");

    List<Row> rows = model().setInputCol("doc.body").transform(nested).collectAsList();

    assertThat(rows.get(0).getStruct(0).getString(0)).isEqualTo(TEXT);
    assertThat(rows.get(0).getStruct(0).getJavaMap(1)).containsKey("k");
    assertThat(rows.get(0).getList(3)).isNotEmpty();
  }

  @Test
  void aColumnWithADotInItsNameIsFoundFirst() {
    Dataset<Row> dotted = texts().withColumnRenamed("text", "doc.body");

    assertThat(model().setInputCol("doc.body").transform(dotted).columns())
        .containsExactly("id", "doc.body", "entities");
  }

  @Test
  void orderAndPartitionsStay() {
    Dataset<Row> data =
        SPARK.range(0, 1000, 1, 3).selectExpr("id", "concat('w', id % 20, ' met w1') AS text");

    Dataset<Row> tagged = model().setInputCol("text").setBatchRows(7).transform(data);

    assertThat(tagged.javaRDD().getNumPartitions()).isEqualTo(3);
    assertThat(tagged.select("id").collectAsList())
        .extracting(row -> row.getLong(0))
        .isSorted()
        .hasSize(1000);
  }

  @Test
  void addsNeitherShuffleNorSortAndLeavesEveryRowInItsPlace() {
    Dataset<Row> data =
        SPARK
            .range(0, 1000, 1, 3)
            .selectExpr("id", "if(id % 5 = 0, null, concat('w', id % 20, ' met w1')) AS text")
            .sortWithinPartitions(col("id").desc())
            .selectExpr("*", "spark_partition_id() AS place", "monotonically_increasing_id() AS n")
            .localCheckpoint();

    Dataset<Row> tagged = model().setInputCol("text").setBatchRows(7).transform(data);

    assertThat(tagged.queryExecution().executedPlan().toString())
        .doesNotContain("Exchange", "Sort");
    assertThat(
            tagged
                .selectExpr("id", "text", "spark_partition_id()", "monotonically_increasing_id()")
                .collectAsList())
        .isEqualTo(data.collectAsList());
  }

  @Test
  void batchesDoNotChangeTheResult() {
    Dataset<Row> data =
        SPARK.range(0, 50, 1, 2).selectExpr("concat('Ada met w', id, ' in w', id % 7) AS text");
    NerTaggerModel stage = model().setInputCol("text");

    List<Row> together = stage.transform(data).collectAsList();
    List<Row> alone = stage.setBatchRows(1).transform(data).collectAsList();

    assertThat(spans(together)).isEqualTo(spans(alone));
  }

  @Test
  void selectingColumnsAfterwardsWorks() throws IOException {
    String parquet = folder.resolve("p").toString();
    texts().write().parquet(parquet);
    Dataset<Row> tagged =
        model().setInputCol("text").setTagsCol("tags").transform(SPARK.read().parquet(parquet));

    assertThat(tagged.select("tags").count()).isEqualTo(4);
    assertThat(tagged.select("id").collectAsList()).hasSize(4);
    assertThat(tagged.where("size(entities) > 0").select("entities.type").count()).isPositive();
  }

  @Test
  void theBroadcastSurvivesEitherSerializer() throws Exception {
    SharedTagger original = new SharedTagger(TinyModel.entities());
    List<Entity> expected = original.tagger(Precision.AUTO, EncoderDevice.AUTO).tag(TEXT);

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(original);
    }
    SharedTagger java;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      java = (SharedTagger) in.readObject();
    }
    var kryo = new KryoSerializer(new SparkConf(false)).newInstance();
    SharedTagger kryoed =
        kryo.deserialize(
            kryo.serialize(original, ClassTag$.MODULE$.apply(SharedTagger.class)),
            ClassTag$.MODULE$.apply(SharedTagger.class));

    assertThat(java.tagger(Precision.AUTO, EncoderDevice.AUTO).tag(TEXT)).isEqualTo(expected);
    assertThat(kryoed.tagger(Precision.AUTO, EncoderDevice.AUTO).tag(TEXT)).isEqualTo(expected);
  }

  @Test
  void tasksShareOneTaggerAndCopiesOneBroadcast() {
    ModelBroadcast model = new ModelBroadcast(TinyModel.entities());
    var broadcast = model.in(SPARK);

    Set<Integer> taggers =
        Set.copyOf(
            SPARK
                .range(0, 8, 1, 8)
                .javaRDD()
                .map(
                    id ->
                        System.identityHashCode(
                            broadcast.value().tagger(Precision.AUTO, EncoderDevice.AUTO)))
                .collect());

    assertThat(taggers).hasSize(1);
    assertThat(model.in(SPARK)).isSameAs(broadcast);
  }

  private static List<String> spans(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> row.<Row>getList(1).stream())
        .map(e -> e.getInt(0) + "-" + e.getInt(1) + e.getString(2))
        .toList();
  }

  private static Entity entity(Row row) {
    return new Entity(
        row.getInt(0), row.getInt(1), row.getString(2), row.getString(3), row.getDouble(4));
  }
}
