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

package org.sparkner.jobs.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.input.TextFormat;

/** Every row and file that goes in comes out, is refused by file and line, or is told of. */
@Tag("slow")
class TaggingInputTest extends OpenedInput {
  @Test
  void aColumnOfCsvThatTheFirstFilesDidNotHaveIsRefused() throws IOException {
    StructType known = schema(write("a.csv", "id,text\n1,Ada\n"), TextFormat.CSV);
    Path later = write("b.csv", "id,text,lang\n2,Bob,en\n");

    assertThatThrownBy(() -> open(later, TextFormat.CSV, known))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("b.csv: found a column lang");
    assertThat(column(open(write("c.csv", "text\nEve\n"), TextFormat.CSV, known), "id"))
        .containsExactly((String) null);
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-8859-1, TEXT, in:2: found bytes that are not UTF-8",
    "ISO-8859-1, LINES, in:2: found bytes that are not UTF-8",
    "ISO-8859-1, JSONL, in:2: found bytes that are not UTF-8",
    "ISO-8859-1, CSV, in:2: found bytes that are not UTF-8",
    "UTF-16, TEXT, in: found a UTF-16 byte-order mark",
    "UTF-16, LINES, in: found a UTF-16 byte-order mark",
    "UTF-16, JSONL, in: found a UTF-16 byte-order mark",
    "UTF-16, CSV, in: found a UTF-16 byte-order mark",
    "UTF-16LE, TEXT, in:1: found many NUL bytes",
    "UTF-16LE, LINES, in:1: found many NUL bytes",
    "UTF-16LE, JSONL, in:1: found many NUL bytes",
    "UTF-16BE, CSV, in:1: found many NUL bytes"
  })
  void otherEncodingsAreRefusedByFileAndLine(Charset charset, TextFormat format, String message)
      throws IOException {
    String content = format == TextFormat.JSONL ? ADA + "{\"text\":\"ü\"}\n" : "text\nMünchen\n";
    Path input = Files.write(directory.resolve("in"), content.getBytes(charset));

    refused(input, format, message);
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT, in.gz",
    "LINES, in.gz",
    "JSONL, in.gz",
    "CSV, in.gz",
    "TEXT, in",
    "LINES, in",
    "JSONL, in",
    "CSV, in"
  })
  void compressedFilesAreReadOrTheirNameIsRefused(TextFormat format, String name)
      throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write((format == TextFormat.CSV ? "text\nAda\n" : ADA).getBytes(StandardCharsets.UTF_8));
    }
    Path input = Files.write(directory.resolve(name), zipped.toByteArray());

    if (name.endsWith(".gz")) {
      assertThat(open(input, format).rows().count()).isOne();
    } else {
      refused(input, format, "in: found gzip");
    }
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws IOException {
    Path input = write("in.txt", "\ufeffAda\n");

    assertThat(column(open(input, TextFormat.TEXT), "text")).containsExactly("Ada\n");
    assertThat(column(open(input, TextFormat.LINES), "text")).containsExactly("Ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_notes.txt",
        ".notes.txt",
        "my file #1 100%.txt",
        "a[1],{b}*?.txt",
        "back\\slash.txt",
        "%20.txt"
      })
  void theFileOfTheNameIsReadAndNamedAsItIs(String name) throws IOException {
    Path input = write(name, "Ada");

    TaggingInput opened = open(input, TextFormat.TEXT);

    assertThat(column(opened, "text")).containsExactly("Ada");
    assertThat(column(opened, "path")).containsExactly("file:" + input);
    assertThat(column(open(write(name, ADA), TextFormat.JSONL), "text")).containsExactly("Ada");
  }

  @Test
  void filesOfADirectoryThatAreNotReadAreToldOf() throws IOException {
    Files.createDirectories(directory.resolve("in[1]/sub/more"));
    write("in[1]/a.txt", "Ada");
    write("in[1]/empty.txt", "");
    write("in[1]/_b.txt", "Bob");
    write("in[1]/_SUCCESS", "x");
    write("in[1]/sub/c.txt", "Carl");
    write("in[1]/sub/more/d.txt", "Dan");

    TaggingInput opened = open(directory.resolve("in[1]"), TextFormat.TEXT);

    assertThat(column(opened, "text")).containsExactlyInAnyOrder("Ada", "");
    assertThat(opened.warnings(TextFormat.TEXT, TaggedFormat.JSONL))
        .satisfiesExactly(
            line ->
                assertThat(line).contains("in directories below", ": 2, the first", "sub/c.txt"),
            line -> assertThat(line).contains("begin with _ or .", ": 1, the first", "_b.txt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JSONL", "LINES", "CSV", "PARQUET"})
  void directoriesNamedForAValueGiveAColumn(TextFormat format) throws IOException {
    for (int day = 1; day <= 2; day++) {
      Path part = Files.createDirectories(directory.resolve("in/day=" + day));
      if (format == TextFormat.PARQUET) {
        spark.sql("SELECT 'Ada' AS text").write().mode("overwrite").parquet(part.toString());
      } else {
        Files.writeString(part.resolve("a"), format == TextFormat.JSONL ? ADA : "text\nAda\n");
      }
    }

    TaggingInput opened = open(directory.resolve("in"), format);

    assertThat(column(opened, "day")).contains("1", "2");
    assertThat(column(opened, "text")).contains("Ada");
  }

  @Test
  void parquetHasEveryColumnThatAFileHas() throws IOException {
    Files.createDirectory(directory.resolve("in"));
    parquet("in/a.parquet", "SELECT 1 AS id, 'Ada' AS text");
    parquet("in/b.parquet", "SELECT 'Bob' AS text, 'en' AS lang");

    TaggingInput opened = open(directory.resolve("in"), TextFormat.PARQUET);

    assertThat(column(opened, "lang")).containsExactlyInAnyOrder(null, "en");
    assertThat(column(opened, "id")).containsExactlyInAnyOrder("1", null);
  }

  @Test
  void aColumnOfParquetOfTwoTypesIsRefusedByFile() throws IOException {
    Files.createDirectory(directory.resolve("in"));
    parquet("in/a.parquet", "SELECT 1 AS id, 'Ada' AS text");
    parquet("in/b.parquet", "SELECT 'x-3' AS id, 'Bob' AS text");

    refused(
        directory.resolve("in"),
        TextFormat.PARQUET,
        "in/b.parquet: column id is string, expected int as in the files before it");
  }

  @Test
  void parquetWithOtherColumnsThanTheFirstIsRefusedByFile() throws IOException {
    parquet("a.parquet", "SELECT 1 AS id, 'Ada' AS text");
    parquet("_b.parquet", "SELECT 'x' AS extra, 'Bob' AS text");
    StructType known = schema(directory.resolve("a.parquet"), TextFormat.PARQUET);

    assertThatThrownBy(() -> open(directory.resolve("_b.parquet"), TextFormat.PARQUET, known))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("_b.parquet: found a column extra");
  }

  @ParameterizedTest
  @CsvSource({"doc.body, Ada", "a.b, Bob", "`a.b`, Bob", "DOC.Body, Ada", "id, 1"})
  void columnsAreFoundAsAStageFindsThem(String name, String value) throws IOException {
    Path input = write("in.jsonl", "{\"id\":\"1\",\"doc\":{\"body\":\"Ada\"},\"a.b\":\"Bob\"}\n");

    TaggingInput opened =
        TaggingInput.open(
            spark,
            Location.of(input.toString()),
            TextFormat.JSONL,
            new TaggingInput.Columns(name, "doc.body", null, java.util.Map.of()));

    assertThat(opened.isText()).isTrue();
    assertThat(
            opened.rows().select(TaggingInput.columnOf(opened.rows(), name)).first().getString(0))
        .isEqualTo(value);
  }

  /** A single file. */
  private void parquet(String name, String query) throws IOException {
    Path written = directory.resolve("written");
    spark.sql(query).coalesce(1).write().mode("overwrite").parquet(written.toString());
    try (var files = Files.list(written)) {
      Path part = files.filter(file -> file.toString().endsWith(".parquet")).findFirst().get();
      Files.copy(part, directory.resolve(name));
    }
  }

  @Test
  void columnsThatAreToldApartByNobodyAreRefused() throws IOException {
    refused(
        write("a.csv", "text,Text\nx,y\n"), TextFormat.CSV, "a.csv: found columns text and Text");
    refused(write("b.csv", "n,text,text\n1,x,y\n"), TextFormat.CSV, "found columns text and text");
    Files.createDirectories(directory.resolve("in/key=a"));
    write("in/key=a/a.jsonl", "{\"text\":\"a\",\"KEY\":1}\n");
    refused(directory.resolve("in"), TextFormat.JSONL, "found columns KEY and key");
  }

  @Tag("long")
  @Test
  void aHeaderOfVeryManyColumnsIsRead() throws IOException {
    String columns = ",x".repeat(20_500);

    assertThat(open(write("a.csv", "text" + columns + "\n"), TextFormat.CSV).rows().columns())
        .hasSize(20_501);
  }

  @Test
  void whatStandsBesideDirectoriesThatGiveColumnsIsTold() throws IOException {
    Files.createDirectories(directory.resolve("in/year=2025/_old"));
    Files.createDirectories(directory.resolve("in/year=2026"));
    Files.createDirectories(directory.resolve("in/other/deep"));
    write("in/year=2025/a.jsonl", ADA);
    write("in/year=2025/_hidden.jsonl", ADA);
    write("in/year=2025/_old/a.jsonl", ADA);
    write("in/year=2026/b.jsonl", ADA);
    Path top = write("in/top.jsonl", ADA);
    write("in/other/deep/c.jsonl", ADA);

    TaggingInput opened = open(directory.resolve("in"), TextFormat.JSONL);

    assertThat(column(opened, "year")).containsExactlyInAnyOrder("2025", "2026");
    assertThat(opened.warnings(TextFormat.JSONL, TaggedFormat.JSONL))
        .satisfiesExactly(
            beside ->
                assertThat(beside)
                    .contains("files beside directories named as in year=2026 are not read: 2"),
            hidden -> assertThat(hidden).contains("are not read: 1", "year=2025/_hidden.jsonl"));
    assertThat(top).exists();
  }
}
