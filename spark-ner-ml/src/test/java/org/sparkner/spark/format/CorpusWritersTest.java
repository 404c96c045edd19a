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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.spark.SparkTest;

/** What {@code df.write().format("conll" | "annotations")} writes. */
@Tag("lines")
class CorpusWritersTest extends SparkTest {
  private static final String WORDS =
      "array('Ada', 'Lovelace', 'a b', '') AS tokens, array('B-PER', 'I-PER', 'O', 'O') AS tags";
  private static final String TAGGED =
      "'Ada  came. 😀 It' AS text, 7 AS doc,"
          + " array(named_struct('begin', 0, 'end', 3, 'type', 'PER')) AS entities,"
          + " array('B-PER', 'O', 'O', 'O', 'O') AS tags,"
          + " array(named_struct('begin', 0, 'end', 3, 'text', 'Ada', 'sentence', 0),"
          + " named_struct('begin', 5, 'end', 9, 'text', 'came', 'sentence', 0),"
          + " named_struct('begin', 9, 'end', 10, 'text', '.', 'sentence', 0),"
          + " named_struct('begin', 11, 'end', 12, 'text', '😀', 'sentence', 1),"
          + " named_struct('begin', 13, 'end', 15, 'text', 'It', 'sentence', 1)) AS tokens";

  @TempDir private Path folder;

  @Test
  void conllHasTokensOtherArraysAndTags() throws IOException {
    rows("3 AS n, " + WORDS + ", array('NNP', 'NNP', 'X', null) AS pos")
        .write()
        .format("conll")
        .save(path("out"));

    assertThat(lines("out", ".conll"))
        .containsExactly("Ada\tNNP\tB-PER", "Lovelace\tNNP\tI-PER", "a_b\tX\tO", "_\t_\tO", "");
  }

  @Test
  void conllIsReadAsItWasWritten() throws IOException {
    Path data = folder.resolve("data.conll");
    Files.writeString(data, "Ada NNP x B-PER\nwrote VBD x O\n\nLondon NNP x B-LOC\n");
    Map<String, String> columns = Map.of("columns", "token,pos,_,tag");
    Dataset<Row> read = SPARK.read().format("conll").options(columns).load(data.toString());

    read.write().format("conll").options(columns).save(path("out"));
    Dataset<Row> again = SPARK.read().format("conll").options(columns).load(path("out"));

    assertThat(again.select("tokens", "tags", "pos").collectAsList())
        .isEqualTo(read.select("tokens", "tags", "pos").collectAsList())
        .hasSize(2);
  }

  @Test
  void conllOfTaggedTextHasItsSentencesAndItsName() throws IOException {
    rows(TAGGED).write().format("conll").option("idCol", "doc").save(path("out"));

    assertThat(lines("out", ".conll"))
        .containsExactly("# id = 7", "Ada\tB-PER", "came\tO", ".\tO", "", "😀\tO", "It\tO", "");
  }

  @Test
  void conllIsCompressedOnDemand() {
    rows(WORDS).write().format("conll").option("compression", "gzip").save(path("out"));

    assertThat(names("out")).singleElement().asString().endsWith(".conll.gz");
    assertThat(SPARK.read().format("conll").load(path("out")).count()).isEqualTo(1);
  }

  @Test
  void annotationsAreDocumentsOfSpacy() throws IOException {
    rows(TAGGED).write().format("annotations").option("idCol", "doc").save(path("out"));

    assertThat(lines("out", ".jsonl"))
        .containsExactly(
            "{\"text\":\"Ada  came. 😀 It\",\"ents\":[{\"start\":0,\"end\":3,\"label\":\"PER\"}],"
                + "\"sents\":[{\"start\":0,\"end\":10},{\"start\":11,\"end\":15}],"
                + "\"tokens\":[{\"id\":0,\"start\":0,\"end\":3},{\"id\":1,\"start\":4,\"end\":5},"
                + "{\"id\":2,\"start\":5,\"end\":9},{\"id\":3,\"start\":9,\"end\":10},"
                + "{\"id\":4,\"start\":11,\"end\":12},{\"id\":5,\"start\":13,\"end\":15}],"
                + "\"meta\":{\"id\":\"7\"}}");
    assertThat(SPARK.read().format("annotations").load(path("out")).select("tags").first())
        .satisfies(row -> assertThat(row.<String>getList(0)).containsExactly("B-PER", "O", "O"));
  }

  @Test
  void entitiesMayBeGivenByTags() throws IOException {
    rows(TAGGED).drop("entities").write().format("annotations").save(path("text"));
    rows(WORDS).write().format("annotations").save(path("words"));

    assertThat(lines("text", ".jsonl").get(0))
        .contains("\"ents\":[{\"start\":0,\"end\":3,\"label\":\"PER\"}]");
    assertThat(lines("words", ".jsonl").get(0))
        .startsWith(
            "{\"text\":\"Ada Lovelace a b \","
                + "\"ents\":[{\"start\":0,\"end\":12,\"label\":\"PER\"}]");
  }

  @Test
  void annotationsAreSentencesOfDataSets() throws IOException {
    rows(TAGGED)
        .write()
        .format("annotations")
        .option("style", "bio")
        .option("idCol", "doc")
        .save(path("out"));

    assertThat(lines("out", ".jsonl"))
        .containsExactly(
            "{\"id\":\"7\",\"tokens\":[\"Ada\",\"came\",\".\"],\"ner_tags\":[\"B-PER\",\"O\",\"O\"]}",
            "{\"id\":\"7\",\"tokens\":[\"😀\",\"It\"],\"ner_tags\":[\"O\",\"O\"]}");
  }

  @Test
  void aColumnThatIsMissingOrOfAnotherTypeIsNamed() {
    Dataset<Row> rows = rows("array(1) AS tokens, 'x' AS other, array('O') AS tags");

    assertThatThrownBy(() -> rows.write().format("conll").save(path("out")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("Column 'tokens' is array<int>; format conll needs array<string>");
    assertThatThrownBy(() -> rows.drop("tokens").write().format("annotations").save(path("out")))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("Format annotations needs a column 'tokens'", "other, tags");
    assertThatThrownBy(
            () ->
                rows(WORDS).write().format("annotations").option("style", "iob").save(path("out")))
        .isInstanceOf(UsageException.class)
        .hasMessage("Option style of format annotations is 'iob'; it needs spacy or bio.");
  }

  @Test
  void valuesThatAreNotAsManyAsTheTokensEndTheJob() {
    assertThatThrownBy(
            () ->
                rows("array('a', 'b') AS tokens, array('O') AS tags")
                    .write()
                    .format("conll")
                    .save(path("out")))
        .rootCause()
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("found 2 tokens with 1 values in the column tags");
  }

  private static Dataset<Row> rows(String columns) {
    return SPARK.sql("SELECT " + columns).coalesce(1);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private List<String> names(String name) {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.startsWith("part-"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> lines(String name, String ending) throws IOException {
    assertThat(names(name)).singleElement().asString().endsWith(ending);
    return Files.readAllLines(folder.resolve(name).resolve(names(name).get(0)));
  }
}
