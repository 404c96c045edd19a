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
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.input.Broken;
import org.sparkner.jobs.input.InputFiles;
import org.sparkner.jobs.input.TextFormat;

/** Every row and file that goes in comes out, is refused by file and line, or is told of. */
@Tag("slow")
class TaggingInputTest {
  private static final String ADA = "{\"id\":1,\"text\":\"Ada\"}\n";
  private static SparkSession spark;
  @TempDir private Path directory;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void linesThatAreNoJsonAreKeptAndCountedWithTheFirst() throws IOException {
    Path input = write("docs.jsonl", ADA + "\n{\"id\":2,\"text\":\"Carl\n[1]\n" + ADA);

    TaggingInput opened = open(input, TextFormat.JSONL);

    assertThat(opened.broken()).isEqualTo(new Broken(2, input + ":3"));
    assertThat(column(opened, "_corrupt_record"))
        .containsExactlyInAnyOrder(null, "{\"id\":2,\"text\":\"Carl", "1", null);
    assertThat(column(opened, "text")).containsExactlyInAnyOrder("Ada", null, null, "Ada");
  }

  @Test
  void wholeLinesHaveNoColumnForBrokenOnes() throws IOException {
    TaggingInput opened = open(write("docs.jsonl", ADA), TextFormat.JSONL);

    assertThat(opened.rows().columns()).containsExactly("id", "text");
    assertThat(opened.warnings(TextFormat.JSONL, TaggedFormat.JSONL)).isEmpty();
  }

  @Test
  void aColumnOfTheInputMayHaveTheNameOfThatForBrokenLines() throws IOException {
    Path input = write("in.jsonl", "{\"text\":\"Ada\",\"_corrupt_record\":\"mine\"}\nx\n");

    assertThat(column(open(input, TextFormat.JSONL), "_corrupt_record"))
        .containsExactlyInAnyOrder("mine", "x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":1,\"text\":\"Ada\"}{\"id\":2,\"text\":\"Bob\"}\n",
        "[{\"id\":1,\"text\":\"Ada\"},{\"id\":2,\"text\":\"Bob\"}]\n",
        "[\n {\"id\":1,\n  \"text\":\"Ada\"},\n {\"id\":2,\"text\":\"Bob\"}\n]\n",
        "{\n \"id\":1,\n \"text\":\"Ada\"\n}\n{\n \"id\":2,\n \"text\":\"Bob\"\n}\n",
        "\ufeff{\"id\":1,\"text\":\"Ada\"}\r\n\r\n{\"id\":2,\"text\":\"Bob\"}"
      })
  void objectsAreReadHoweverTheyAreLaidOut(String content) throws IOException {
    TaggingInput opened = open(write("docs.json", content), TextFormat.JSONL);

    assertThat(column(opened, "text")).containsExactly("Ada", "Bob");
    assertThat(opened.broken()).isEqualTo(Broken.NONE);
  }

  @Test
  void anArrayThatIsCutOffIsRefusedByItsLine() throws IOException {
    String content = "[\n" + "{\"id\":1,\"text\":\"Ada\"},\n".repeat(5000) + "{\"id\":2,";

    refused(
        write("docs.json", content), TextFormat.JSONL, "docs.json:5002: found what is no whole");
  }

  @Test
  void keysThatDifferInCaseAreRefused() throws IOException {
    refused(
        write("docs.jsonl", "{\"Text\":\"A\"}\n{\"text\":\"B\"}\n"),
        TextFormat.JSONL,
        "found fields Text and text");
  }

  @Test
  void whatTheFirstColumnsDoNotHoldIsKept() throws IOException {
    Path first = write("a.jsonl", ADA);
    Path later =
        write(
            "b.jsonl",
            "{\"id\":\"x-3\",\"text\":\"Bob\"}\n{\"id\":12345678901234567890,\"text\":\"Eve\"}\n"
                + "{\"id\":4,\"text\":\"Dan\",\"lang\":\"en\"}\n{\"id\":5}\n{\"id\":6,\"text\":");

    TaggingInput opened = open(later, TextFormat.JSONL, schema(first, TextFormat.JSONL));

    assertThat(opened.broken().rows()).isEqualTo(4);
    assertThat(opened.broken().first()).isEqualTo(later + ":1");
    assertThat(column(opened, "text")).containsExactly("Bob", "Eve", "Dan", null, null);
    assertThat(column(opened, "_corrupt_record"))
        .satisfiesExactly(
            kept -> assertThat(kept).contains("x-3"),
            kept -> assertThat(kept).contains("12345678901234567890"),
            kept -> assertThat(kept).contains("\"lang\":\"en\""),
            kept -> assertThat(kept).isNull(),
            kept -> assertThat(kept).isEqualTo("{\"id\":6,\"text\":"));
  }

  @Test
  void csvIsReadAsItIsWrittenEachFileByItself() throws IOException {
    Files.createDirectory(directory.resolve("in"));
    write("in/a.csv", "id,text\n1,\"Ada said \\\"hi\\\", in London\"\n");
    write("in/b.csv", "\ufefftext;id\n\"Bob said \"\"ho\"\", in Paris\";2\n");

    TaggingInput opened = open(directory.resolve("in"), TextFormat.CSV);

    assertThat(column(opened, "text"))
        .containsExactlyInAnyOrder("Ada said \"hi\", in London", "Bob said \"ho\", in Paris");
    assertThat(column(opened, "id")).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void rowsOfCsvWithOtherFieldsThanTheHeaderAreKeptAndCounted() throws IOException {
    Path input = write("in.csv", "id,text\n1,\"two\nlines\"\n2,too,many\n3\n4,d\n");

    TaggingInput opened = open(input, TextFormat.CSV);

    assertThat(opened.broken()).isEqualTo(new Broken(2, input + ":4"));
    assertThat(column(opened, "_corrupt_record")).containsExactly(null, "2,too,many", "3", null);
    assertThat(column(opened, "text")).containsExactly("two\nlines", "too", null, "d");
  }

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

  private Path write(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
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
  void emptyObjectsStayAsMaps() throws IOException {
    String line =
        "{\"text\":\"{}\",\"meta\":{},\"doc\":{\"more\":{ },\"n\":1},\"all\":[{}],\"x\":NaN}\n";
    TaggingInput opened = open(write("a.jsonl", line + "{\"text\":\"b\"}\n{}\n"), TextFormat.JSONL);

    assertThat(opened.rows().toJSON().collectAsList().get(0))
        .contains("\"meta\":{}", "\"more\":{}", "\"all\":[{}]", "\"x\":\"NaN\"");
    assertThat(column(opened, "text")).containsExactly("{}", "b", null);
    assertThat(opened.broken()).isEqualTo(Broken.NONE);
  }

  @Test
  void anObjectThatIsEmptyInSomeRowsHasTheFieldsOfOthers() throws IOException {
    String content = "{\"text\":\"a\",\"m\":{}}\n{\"text\":\"b\",\"m\":{\"n\":2}}\n";

    assertThat(column(open(write("a.jsonl", content), TextFormat.JSONL), "m.n"))
        .containsExactly(null, "2");
  }

  @Test
  void anObjectWithAnEmptyKeyIsKept() throws IOException {
    Path input = write("a.jsonl", ADA + "{\"id\":2,\"text\":\"Bob\",\"\":3}\n");

    TaggingInput opened = open(input, TextFormat.JSONL);

    assertThat(opened.broken()).isEqualTo(new Broken(1, input + ":2"));
    assertThat(column(opened, "text")).containsExactly("Ada", "Bob");
    assertThat(column(opened, "_corrupt_record").get(1)).contains("\"\":3");
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

  @Test
  void directoriesThatAreNotNamedAlikeAreRefused() throws IOException {
    Files.createDirectories(directory.resolve("in/year=2026/month=1"));
    Files.createDirectories(directory.resolve("in/year=2026/plain"));
    write("in/year=2026/month=1/a.jsonl", ADA);
    write("in/year=2026/plain/b.jsonl", ADA);

    refused(
        directory.resolve("in"), TextFormat.JSONL, "found directories that are not named alike");
  }

  private static TaggingInput open(Path input, TextFormat format) {
    return TaggingInput.open(
        spark, Location.of(input.toString()), format, TaggingInput.Columns.USUAL);
  }

  private static TaggingInput open(Path input, TextFormat format, StructType known) {
    Location location = Location.of(input.toString());
    return TaggingInput.open(
        location, InputFiles.of(spark, location), format, TaggingInput.Columns.USUAL, known);
  }

  private static StructType schema(Path input, TextFormat format) {
    Location location = Location.of(input.toString());
    return TaggingInput.schema(
        location, InputFiles.of(spark, location), format, TaggingInput.Columns.USUAL);
  }

  private static List<String> column(TaggingInput input, String name) {
    return input.rows().select(name).collectAsList().stream()
        .map((Row row) -> row.isNullAt(0) ? null : row.get(0).toString())
        .toList();
  }

  private static void refused(Path input, TextFormat format, String message) {
    assertThatThrownBy(() -> open(input, format).rows().collectAsList())
        .satisfies(
            failure -> {
              Throwable cause = failure;
              while (!(cause instanceof BadDataException) && cause.getCause() != null) {
                cause = cause.getCause();
              }
              assertThat(cause).isInstanceOf(BadDataException.class).hasMessageContaining(message);
            });
  }
}
