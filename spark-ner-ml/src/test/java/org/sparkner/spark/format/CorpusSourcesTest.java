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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.spark.CheckedFileSystem;
import org.sparkner.spark.NerTagger;
import org.sparkner.spark.SparkTest;

/** The sources of conllu, annotations and brat; {@link ConllSourceTest} has that of conll. */
class CorpusSourcesTest extends SparkTest {
  private static final String WORD = "%d\t%s\t_\t%s\t%s\t_\t0\troot\t_\t%s\n";

  @TempDir private Path folder;

  /** A format, with two sentences and a malformed record between them. */
  private enum Sample {
    CONLLU("conllu", "data.conllu") {
      @Override
      void write(Path folder) throws IOException {
        Files.writeString(
            folder.resolve(file),
            "# newdoc\n"
                + WORD.formatted(1, "Ada", "PROPN", "NNP", "NE=B-PER")
                + WORD.formatted(2, "wrote", "VERB", "VBD", "_")
                + "\n1\tto\n\n# newdoc\n"
                + WORD.formatted(1, "London", "PROPN", "NNP", "NE=B-LOC"));
      }
    },
    ANNOTATIONS("annotations", "data.jsonl") {
      @Override
      void write(Path folder) throws IOException {
        Files.writeString(
            folder.resolve(file),
            """
            {"text": "Ada wrote", "label": [[0, 3, "PER"]]}
            {"text": "to
            {"tokens": ["London"], "ner_tags": ["B-LOC"]}
            """);
      }
    },
    BRAT("brat", "b.ann") {
      @Override
      void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("a.txt"), "Ada wrote");
        Files.writeString(folder.resolve("a.ann"), "T1\tPER 0 3\tAda\n");
        Files.writeString(folder.resolve("b.txt"), "to");
        Files.writeString(folder.resolve("b.ann"), "T1 0 2\n");
        Files.writeString(folder.resolve("c.txt"), "London");
        Files.writeString(folder.resolve("c.ann"), "T1\tLOC 0 6\tLondon\n");
        Files.writeString(folder.resolve("alone.txt"), "left out");
      }
    };

    final String format;
    final String file;

    Sample(String format, String file) {
      this.format = format;
      this.file = file;
    }

    abstract void write(Path folder) throws IOException;

    DataFrameReader read() {
      DataFrameReader reader = SPARK.read().format(format);
      return this == CONLLU ? reader.option("tagColumn", "MISC:NE") : reader;
    }

    /** Where in the file the malformed record is. */
    String malformed() {
      return switch (this) {
        case CONLLU -> file + ":5: found 2 columns, expected 10 apart by tabs, as CoNLL-U has.";
        case ANNOTATIONS -> file + ":2: found text that is not JSON";
        case BRAT -> file + ":1: found 'T1 0 2', expected a line such as T1<tab>PER 0 12<tab>Ada";
      };
    }

    String corrupt() {
      return switch (this) {
        case CONLLU -> "1\tto";
        case ANNOTATIONS -> "{\"text\": \"to";
        case BRAT -> "T1 0 2\n";
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void failfastNamesFileAndLine(Sample sample) throws IOException {
    sample.write(folder);

    assertThatThrownBy(() -> sample.read().load(folder.toString()).collectAsList())
        .rootCause()
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(sample.malformed());
  }

  @ParameterizedTest
  @EnumSource
  void dropmalformedLeavesTheRecordOut(Sample sample) throws IOException {
    sample.write(folder);

    List<Row> rows =
        sample
            .read()
            .option("mode", "DROPMALFORMED")
            .load(folder.toString())
            .orderBy("tokens")
            .collectAsList();

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).<String>getList(2)).containsExactly("Ada", "wrote");
    assertThat(rows.get(0).<String>getList(3)).containsExactly("B-PER", "O");
    assertThat(rows.get(1).<String>getList(2)).containsExactly("London");
    assertThat(rows.get(1).<String>getList(3)).containsExactly("B-LOC");
  }

  @ParameterizedTest
  @EnumSource
  void permissiveKeepsTheRecordInTheCorruptRecordColumn(Sample sample) throws IOException {
    sample.write(folder);

    Dataset<Row> rows =
        sample
            .read()
            .option("mode", "PERMISSIVE")
            .option("columnNameOfCorruptRecord", "broken")
            .load(folder.toString());

    assertThat(rows.columns()).containsExactly("document", "sentence", "tokens", "tags", "broken");
    assertThat(rows.count()).isEqualTo(3);
    Row broken = rows.where("broken IS NOT NULL").first();
    assertThat(broken.getString(4)).isEqualTo(sample.corrupt());
    assertThat(broken.isNullAt(2)).isTrue();
    assertThat(broken.isNullAt(3)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aTaggerLearnsFromIt(Sample sample) throws IOException {
    sample.write(folder);
    Dataset<Row> rows = sample.read().option("mode", "DROPMALFORMED").load(folder.toString());

    List<String> found =
        new NerTagger()
                .setAlgorithm("hmm")
                .setValidationFraction(0.0)
                .fit(rows)
                .transform(rows)
                .selectExpr("explode(entities.type)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();

    assertThat(found).containsExactlyInAnyOrder("PER", "LOC");
  }

  @ParameterizedTest
  @EnumSource
  void tagsAreConvertedAndOnlyTheColumnsAskedForAreBuilt(Sample sample) throws IOException {
    sample.write(folder);

    Dataset<Row> tags =
        sample
            .read()
            .option("mode", "DROPMALFORMED")
            .option("scheme", "BIOES")
            .load(folder.toString())
            .select("tags");

    assertThat(tags.queryExecution().executedPlan().toString())
        .contains("ReadSchema: struct<tags:array<string>>");
    assertThat(tags.selectExpr("explode(tags)").distinct().collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("S-PER", "O", "S-LOC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"with a space", "a[0]{b}", "10:30", "ü 😀"})
  void directoriesHaveAnyName(String name) throws IOException {
    Path directory = Files.createDirectory(folder.resolve(name));
    for (Sample sample : Sample.values()) {
      sample.write(directory);
      String escaped = directory.toString().replaceAll("([\\[\\]{}])", "\\\\$1");

      assertThat(
              sample
                  .read()
                  .option("mode", "DROPMALFORMED")
                  .option("pathGlobFilter", sample == Sample.BRAT ? "*" : sample.file)
                  .load(escaped)
                  .count())
          .as(sample + " in " + name)
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void filesAreOpenedOnTheirOwnFileSystem(Sample sample) throws IOException {
    sample.write(folder);

    try (CheckedFileSystem.OnlyOne only = CheckedFileSystem.only(SPARK)) {
      assertThat(only).isNotNull();
      assertThat(
              sample
                  .read()
                  .option("mode", "DROPMALFORMED")
                  .load(CheckedFileSystem.uri(folder))
                  .count())
          .isEqualTo(2);
    }
  }

  @Test
  void documentsAndSentencesAreNumbered() throws IOException {
    for (Sample sample : List.of(Sample.CONLLU, Sample.ANNOTATIONS)) {
      Path directory = Files.createDirectory(folder.resolve(sample.name()));
      sample.write(directory);

      List<Row> rows =
          sample.read().option("mode", "PERMISSIVE").load(directory.toString()).collectAsList();

      assertThat(rows).extracting(row -> row.getInt(1)).containsExactly(0, 1, 2);
      assertThat(rows)
          .extracting(row -> row.getInt(0))
          .containsExactly(0, sample == Sample.CONLLU ? 0 : 1, sample == Sample.CONLLU ? 1 : 2);
    }
  }

  @Test
  void conlluGivesTheColumnAskedForAsTagsAndAsAttributes() throws IOException {
    Sample.CONLLU.write(folder);

    Row row =
        SPARK
            .read()
            .format("conllu")
            .option("mode", "DROPMALFORMED")
            .option("tagColumn", "XPOS")
            .option("attributeColumn", "UPOS")
            .load(folder.toString())
            .first();

    assertThat(row.<String>getList(3)).containsExactly("NNP", "VBD");
    assertThat(row.<String>getList(4)).containsExactly("PROPN", "VERB");
    assertThatThrownBy(
            () -> SPARK.read().format("conllu").option("tagColumn", "2").load(folder.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "CoNLL-U has no tag '2'; give UPOS, XPOS, DEPREL or MISC:key, or ENTITY for its named"
                + " entities.");
  }

  @Test
  void enamexGivesTheEntitiesMarkedInXml() throws IOException {
    Files.writeString(
        folder.resolve("a.xml"),
        "<doc><s><ENAMEX type='PER'>Ada</ENAMEX> wrote</s><s>to London</s></doc>");

    List<Row> rows =
        SPARK.read().format("enamex").load(folder.toString()).select("tags").collectAsList();

    assertThat(rows)
        .extracting(row -> row.<String>getList(0))
        .containsExactly(List.of("B-PER", "O"), List.of("O", "O"));
  }

  @Test
  void annotationsOfEveryToolAreReadGzippedAndInArrays() throws IOException {
    Files.writeString(
        folder.resolve("labelstudio.json"),
        """
        [
          {"id": 1, "data": {"text": "Ada wrote"}, "annotations": [{"result": [
            {"value": {"start": 0, "end": 3, "labels": ["PER"]}}]}]},
          {"id": 2, "data": {"text": "in London"}, "annotations": [{"result": [
            {"value": {"start": 3, "end": 9, "labels": ["LOC"]}}]}]}
        ]
        """);
    String prodigy =
        "{\"text\": \"Ada\", \"spans\": [{\"start\": 0, \"end\": 3, \"label\": \"PER\"}],"
            + " \"answer\": \"accept\"}\n{\"text\": \"no\", \"answer\": \"reject\"}\n";
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("prodigy.jsonl.gz")))) {
      out.write(prodigy.getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(
        folder.resolve("spacy.jsonl"),
        "{\"text\": \"😀 Ada\", \"ents\": [{\"start\": 2, \"end\": 5, \"label\": \"PER\"}]}\n");
    Files.writeString(
        folder.resolve("doccano.jsonl"), "{\"text\": \"😀 Ada\", \"label\": [[3, 6, \"PER\"]]}\n");

    Dataset<Row> rows = SPARK.read().format("annotations").load(folder.toString());

    assertThat(rows.selectExpr("explode(filter(tokens, (t, i) -> tags[i] != 'O'))").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("Ada", "London", "Ada", "Ada", "Ada");
  }

  @Test
  void bratIsReadByItsAnnotationsAlone() throws IOException {
    Sample.BRAT.write(folder);

    assertThat(SPARK.read().format("brat").load(folder + "/[ac].ann").count()).isEqualTo(2);
    assertThatThrownBy(() -> SPARK.read().format("brat").load(folder + "/alone.txt"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("alone.txt: found no file that format brat reads");
    Files.delete(folder.resolve("b.txt"));
    assertThatThrownBy(() -> SPARK.read().format("brat").load(folder.toString()).collectAsList())
        .rootCause()
        .hasMessageContainingAll("b.ann: found no", "b.txt, expected the text that it annotates");
  }

  @Test
  void anOptionOfAnotherFormatIsRefused() throws IOException {
    Sample.CONLLU.write(folder);

    assertThatThrownBy(
            () -> SPARK.read().format("conllu").option("docstart", "keep").load(folder.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Option docstart is not for format conllu, which takes attributeColumn, tagColumn,"
                + " scheme, mode and columnNameOfCorruptRecord; leave it out.");
  }

  @Test
  void whatIsOnlyReadIsNotWritten() throws IOException {
    Sample.CONLLU.write(folder);
    Dataset<Row> rows =
        SPARK.read().format("conllu").option("mode", "DROPMALFORMED").load(folder.toString());

    assertThatThrownBy(() -> rows.write().format("conllu").save(folder.resolve("out").toString()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Format conllu is only read; write with format conll or annotations, or Parquet.");
  }
}
