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

package org.sparkner.spark.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.spark.SparkTest;

@Tag("lines")
class ConllSourceTest extends SparkTest {
  private static final String TWO_DOCUMENTS =
      """
      -DOCSTART- -X- O O

      Ada NNP I-NP I-PER
      Lovelace NNP I-NP I-PER
      wrote VBD I-VP O

      To TO I-PP O
      Babbage NNP I-NP I-PER

      -DOCSTART- -X- O O

      London NNP I-NP I-LOC
      """;
  private static final String SECOND_IS_SHORT =
      """
      Ada B-PER
      wrote O

      to O
      Babbage

      London B-LOC
      """;

  @TempDir Path folder;

  @Test
  void givesARowASentenceWithItsPlace() throws IOException {
    write("a.txt", TWO_DOCUMENTS);

    List<Row> rows = read().load(folder.toString()).collectAsList();

    assertThat(rows).extracting(r -> r.getInt(0)).containsExactly(0, 0, 1);
    assertThat(rows).extracting(r -> r.getInt(1)).containsExactly(0, 1, 2);
    assertThat(rows.get(0).<String>getList(2)).containsExactly("Ada", "Lovelace", "wrote");
    assertThat(rows.get(0).<String>getList(3)).containsExactly("I-PER", "I-PER", "O");
    assertThat(rows.get(2).<String>getList(2)).containsExactly("London");
  }

  @Test
  void readsGzipGlobsAndDirectories() throws IOException {
    write("a.conll", TWO_DOCUMENTS);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.gz")))) {
      out.write(TWO_DOCUMENTS.getBytes(StandardCharsets.UTF_8));
    }
    write("c.other", TWO_DOCUMENTS);

    assertThat(read().load(folder.toString()).count()).isEqualTo(9);
    assertThat(read().load(folder + "/{a.conll,*.gz}").count()).isEqualTo(6);
  }

  @Test
  void namedColumnsBecomeArrays() throws IOException {
    write("a.txt", TWO_DOCUMENTS);

    Dataset<Row> data = read().option("columns", "token,pos,_,tag").load(folder.toString());

    assertThat(data.columns()).containsExactly("document", "sentence", "tokens", "tags", "pos");
    assertThat(data.select("pos").first().<String>getList(0)).containsExactly("NNP", "NNP", "VBD");
  }

  @Test
  void partsOfSpeechAreAColumnWhereTheyAreAskedFor() throws IOException {
    write("a.txt", TWO_DOCUMENTS);

    Dataset<Row> byNumber = read().option("attributeColumn", "-3").load(folder.toString());
    Dataset<Row> byName =
        read()
            .option("columns", "token,xpos,_,tag")
            .option("attributeColumn", "xpos")
            .load(folder.toString());

    for (Dataset<Row> data : List.of(byNumber, byName)) {
      assertThat(data.columns())
          .containsExactly("document", "sentence", "tokens", "tags", "attributes");
      assertThat(data.select("attributes").first().<String>getList(0))
          .containsExactly("NNP", "NNP", "VBD");
    }
  }

  @Test
  void tagsOfAnySpellingAreConverted() throws IOException {
    write("bilou.txt", "Ada U-PER\nLondon U-LOC\nParis U-LOC\n\nit O\n");

    assertThat(firstTags(read())).containsExactly("U-PER", "U-LOC", "U-LOC");
    assertThat(firstTags(read().option("scheme", "IOB2")))
        .containsExactly("B-PER", "B-LOC", "B-LOC");
    write("bilou.txt", "Ada PER-B\nLovelace PER-I\nin -\nLondon LOC-B\n");
    assertThat(firstTags(read().option("scheme", "BIOES")))
        .containsExactly("B-PER", "E-PER", "O", "S-LOC");
  }

  @Test
  void aTagThatCannotBeConvertedIsNamedByFileAndLine() throws IOException {
    write("odd.txt", "Ada B-PER\nLovelace I-PER\n\nLondon LOC\n");

    assertThat(firstTags(read())).containsExactly("B-PER", "I-PER");
    assertThatThrownBy(() -> firstTags(read().option("scheme", "IOB2")))
        .hasStackTraceContaining("odd.txt:4: found the tag LOC, expected O or a tag such as B-PER");
  }

  @Test
  void commentsAreToldOrAskedFor() throws IOException {
    write("a.txt", "# id 1\tdomain=en\nAda _ _ B-PER\n\n# _ _ O\nit _ _ O\n");

    assertThat(tokens(read())).containsExactly("Ada", "#", "it");
    assertThat(tokens(read().option("comments", "hash"))).containsExactly("Ada", "it");
    assertThat(tokens(read().option("comments", "none"))).containsExactly("#", "Ada", "#", "it");
    assertThatThrownBy(() -> tokens(read().option("comments", "all")))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("comments", "'all'", "auto, hash or none");
  }

  @Test
  void tokensWithoutTagsHaveNone() throws IOException {
    write("a.txt", "Ada\nwrote\n\nit\n");

    assertThat(tokens(read())).containsExactly("Ada", "wrote", "it");
    assertThat(read().load(folder.toString()).where("tags IS NULL").count()).isEqualTo(2);
  }

  private List<String> firstTags(DataFrameReader reader) {
    return reader.load(folder.toString()).select("tags").first().getList(0);
  }

  private List<String> tokens(DataFrameReader reader) {
    return reader.load(folder.toString()).selectExpr("explode(tokens)").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void tokenAndTagColumnsAreChosenByNumberOrName() throws IOException {
    write("a.txt", TWO_DOCUMENTS);

    Row byNumber = read().option("tagColumn", "1").load(folder.toString()).select("tags").first();
    Row byName =
        read()
            .option("columns", "token,pos,chunk,tag")
            .option("tagColumn", "chunk")
            .load(folder.toString())
            .select("tags")
            .first();

    assertThat(byNumber.<String>getList(0)).containsExactly("NNP", "NNP", "VBD");
    assertThat(byName.<String>getList(0)).containsExactly("I-NP", "I-NP", "I-VP");
  }

  @Test
  void tagsAreConvertedToTheSchemeAskedFor() throws IOException {
    write("a.txt", TWO_DOCUMENTS);

    Row tags = read().option("scheme", "BIOES").load(folder.toString()).select("tags").first();

    assertThat(tags.<String>getList(0)).containsExactly("B-PER", "E-PER", "O");
  }

  @Test
  void documentStartsAreKeptOnDemand() throws IOException {
    write("a.txt", TWO_DOCUMENTS);

    List<Row> rows =
        read()
            .option("docstart", "keep")
            .load(folder.toString())
            .select("tokens", "tags", "document")
            .collectAsList();

    assertThat(rows).hasSize(5);
    assertThat(rows.get(0).<String>getList(0)).containsExactly("-DOCSTART-");
    assertThat(rows.get(0).<String>getList(1)).containsExactly("O");
    assertThat(rows).extracting(r -> r.getInt(2)).containsExactly(0, 0, 0, 1, 1);
  }

  @Test
  void failfastNamesFileAndLine() throws IOException {
    write("bad.txt", SECOND_IS_SHORT);

    assertThatThrownBy(() -> read().load(folder.toString()).collectAsList())
        .hasRootCauseInstanceOf(BadDataException.class)
        .rootCause()
        .hasMessageContainingAll("bad.txt:5", "1 column", "2");
  }

  @Test
  void dropmalformedLeavesTheSentenceOut() throws IOException {
    write("bad.txt", SECOND_IS_SHORT);

    List<Row> rows = read().option("mode", "DROPMALFORMED").load(folder.toString()).collectAsList();

    assertThat(rows).extracting(r -> r.getInt(1)).containsExactly(0, 2);
  }

  @Test
  void permissiveKeepsTheLinesInTheCorruptRecordColumn() throws IOException {
    write("bad.txt", SECOND_IS_SHORT);

    List<Row> rows =
        read()
            .option("mode", "PERMISSIVE")
            .option("columnNameOfCorruptRecord", "broken")
            .load(folder.toString())
            .select("tokens", "tags", "broken", "sentence")
            .collectAsList();

    assertThat(rows).extracting(r -> r.getString(2)).containsExactly(null, "to O\nBabbage", null);
    assertThat(rows.get(1).isNullAt(0)).isTrue();
    assertThat(rows.get(1).isNullAt(1)).isTrue();
    assertThat(rows).extracting(r -> r.getInt(3)).containsExactly(0, 1, 2);
  }

  @Test
  void buildsOnlyTheColumnsAskedFor() throws IOException {
    write("a.txt", TWO_DOCUMENTS);
    Dataset<Row> data = read().load(folder.toString());

    assertThat(data.select("tags").queryExecution().executedPlan().toString())
        .contains("ReadSchema: struct<tags:array<string>>");
    assertThat(data.select("sentence").collectAsList())
        .extracting(r -> r.getInt(0))
        .containsExactly(0, 1, 2);
  }

  @Test
  void filtersAndFileMetadataAreSparks() throws IOException {
    write("a.txt", TWO_DOCUMENTS);

    List<Row> rows =
        read()
            .load(folder.toString())
            .where("size(tokens) = 1")
            .select("_metadata.file_name")
            .collectAsList();

    assertThat(rows).extracting(r -> r.getString(0)).containsExactly("a.txt");
  }

  @Test
  void takesASchemaOfSomeOfItsColumns() throws IOException {
    write("a.txt", TWO_DOCUMENTS);
    StructType tokens =
        new StructType().add("tokens", DataTypes.createArrayType(DataTypes.StringType));

    assertThat(read().schema(tokens).load(folder.toString()).count()).isEqualTo(3);
    assertThatThrownBy(
            () ->
                read()
                    .schema(new StructType().add("words", DataTypes.StringType))
                    .load(folder.toString())
                    .collectAsList())
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("words", "string", "tokens");
  }

  @Test
  void refusesUnknownOptionValues() throws IOException {
    write("a.txt", TWO_DOCUMENTS);

    assertThatThrownBy(() -> read().option("scheme", "BILOU").load(folder.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("scheme", "BILOU", "BIOES");
    assertThatThrownBy(() -> read().option("mode", "LAX").load(folder.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("mode", "LAX", "FAILFAST");
    assertThatThrownBy(() -> read().option("tagColumn", "ner").load(folder.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("tagColumn", "ner");
  }

  @Test
  void aColumnThatTheFileDoesNotHaveIsNamed() throws IOException {
    write("a.txt", TWO_DOCUMENTS);

    assertThatThrownBy(
            () -> read().option("tagColumn", "7").load(folder.toString()).collectAsList())
        .hasRootCauseInstanceOf(BadDataException.class)
        .rootCause()
        .hasMessageContainingAll("a.txt", "4 columns", "7");
  }

  @Test
  void aFileWithoutTokensHasNoRows() throws IOException {
    write("empty.txt", "");
    write("blank.txt", "\n\n \n");

    assertThat(read().load(folder.toString()).count()).isZero();
  }

  @Test
  void streamsNewFiles() throws Exception {
    write("a.txt", TWO_DOCUMENTS);
    StructType schema = read().load(folder.toString()).schema();

    StreamingQuery query =
        SPARK
            .readStream()
            .format("conll")
            .schema(schema)
            .load(folder.toString())
            .writeStream()
            .format("memory")
            .queryName("conllStream")
            .start();
    try {
      query.processAllAvailable();
    } finally {
      query.stop();
    }

    assertThat(SPARK.table("conllStream").count()).isEqualTo(3);
  }

  private DataFrameReader read() {
    return SPARK.read().format("conll");
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
