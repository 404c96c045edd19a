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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.Tagger;

@Tag("slow")
public class TagCommandTest {
  private static final String TEXT = "Lincoln spoke in Washington. He was tall.";

  @TempDir private static Path shared;
  @TempDir private Path directory;
  private static Path model;

  @BeforeAll
  static void train() throws IOException {
    model = TinyModel.train(shared);
  }

  @Test
  void textIsADocumentAFile() throws IOException {
    Files.writeString(directory.resolve("a.txt"), TEXT);
    Files.writeString(directory.resolve("b.txt"), TEXT + "\n" + TEXT);

    List<JsonNode> rows = tagToJson(directory + "/*.txt", "--id-col", "file");

    assertThat(rows).hasSize(2).allMatch(row -> row.get("file").asText().endsWith(".txt"));
    assertThat(rows).allSatisfy(TagCommandTest::offsetsSliceTheText);
  }

  @Test
  void linesAreADocumentALine() throws IOException {
    Path input = Files.writeString(directory.resolve("in.txt"), TEXT + "\n\n" + TEXT + "\n");

    List<JsonNode> rows = tagToJson(input, "--input-format", "lines");

    assertThat(rows).extracting(row -> row.get("text").asText()).containsExactly(TEXT, "", TEXT);
    assertThat(rows.get(1).get("entities")).isEmpty();
  }

  @Test
  void jsonLinesKeepEveryColumnAndTheirOrder() throws IOException {
    Path input =
        Files.writeString(
            directory.resolve("in.jsonl"),
            """
            {"id": 1, "body": "%s", "meta": {"year": 1865}}
            {"id": 2, "body": null, "meta": null}
            {"id": 3, "body": "", "meta": {"year": 1961}}
            """
                .formatted(TEXT));

    List<JsonNode> rows = tagToJson(input, "--text-col", "body");

    assertThat(rows).extracting(row -> row.get("id").asInt()).containsExactly(1, 2, 3);
    assertThat(rows.get(0).get("meta").get("year").asInt()).isEqualTo(1865);
    assertThat(rows.get(1).get("entities").isNull()).isTrue();
    assertThat(rows.get(2).get("entities")).isEmpty();
  }

  @Test
  void csvMayHoldLineEndsInQuotes() throws IOException {
    Path input =
        Files.writeString(
            directory.resolve("in.csv"), "id,text\n1,\"Ada met\n\"\"Bob\"\" in Paris\"\n2,x\n");

    List<JsonNode> rows = tagToJson(input);

    assertThat(rows)
        .extracting(row -> row.get("text").asText())
        .containsExactly("Ada met\n\"Bob\" in Paris", "x");
  }

  @Test
  void parquetThatWasWrittenIsReadAgain() throws IOException {
    Path input = Files.writeString(directory.resolve("in.txt"), TEXT + "\n");
    Path parquet = directory.resolve("tagged.parquet");
    CommandLineRun first = tag(input, parquet, "--input-format", "lines");
    assertThat(first.code()).isZero();
    assertThat(first.out()).anyMatch(line -> line.startsWith("1 documents, 9 tokens"));

    CommandLineRun second = tag(parquet, directory.resolve("again"));

    assertThat(second.code()).isEqualTo(2);
    assertThat(second.lastErr()).startsWith("error: ").contains("column entities already");
  }

  @Test
  void conllReadsColumnsAndCommentsAsAskedFor() throws IOException {
    Path input =
        Files.writeString(
            directory.resolve("in.conll"), "# O\n1 x Ada O\n1 x wrote O\n\n1 x it O\n");
    Path output = directory.resolve("out");

    assertThat(
            tag(
                    input,
                    output,
                    "--output-format",
                    "conll",
                    "--token-column",
                    "2",
                    "--comments",
                    "hash")
                .code())
        .isZero();

    assertThat(lines(output).stream().filter(line -> !line.isEmpty()))
        .extracting(line -> line.split("\t")[0])
        .containsExactly("Ada", "wrote", "it");
  }

  @Test
  void conllOfTokensAloneIsTaggedToo() throws IOException {
    Path input = Files.writeString(directory.resolve("in.conll"), "zz\nyy\n\nxx\n");
    Path output = directory.resolve("out");

    assertThat(tag(input, output, "--output-format", "conll").code()).isZero();

    assertThat(lines(output)).allMatch(line -> line.isEmpty() || line.split("\t").length == 2);
  }

  @Test
  void conllKeepsTheTagsOfTheInputBeforeItsOwn() throws IOException {
    Path input = TinyModel.sentences(directory, "wikigold/dev.conll", 5);
    Path output = directory.resolve("out");

    assertThat(tag(input, output, "--output-format", "conll").code()).isZero();

    List<String> lines = lines(output);
    assertThat(lines.get(0)).startsWith("010\tI-MISC\t");
    assertThat(lines.stream().filter(line -> !line.isEmpty()))
        .allMatch(line -> line.split("\t").length == 3);
  }

  @Test
  void textIsWrittenAsConllWithASentenceABlock() throws IOException {
    Path input =
        Files.writeString(
            directory.resolve("in.jsonl"), "{\"id\": \"a\", \"text\": \"" + TEXT + "\"}\n");
    Path output = directory.resolve("out");

    assertThat(tag(input, output, "--output-format", "conll", "--id-col", "id").code()).isZero();

    List<String> lines = lines(output);
    assertThat(lines.get(0)).isEqualTo("# id = a");
    assertThat(lines).filteredOn(line -> line.contains("\t")).hasSize(9);
    assertThat(lines.indexOf("")).isEqualTo(6);
  }

  @Test
  void outputThatExistsIsRefusedUnlessOverwritten() throws IOException {
    Path input = Files.writeString(directory.resolve("in.txt"), TEXT + "\n");
    Path output = Files.createDirectory(directory.resolve("out"));
    Path kept = Files.writeString(output.resolve("mine"), "mine");

    CommandLineRun refused = tag(input, output);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.lastErr()).startsWith("error: ").contains("--overwrite");
    assertThat(kept).exists();

    assertThat(tag(input, output, "--overwrite").code()).isZero();
    assertThat(kept).doesNotExist();
  }

  @Test
  void aLinkThatLeadsNowhereIsAnOutputThatExists() throws IOException {
    Path input = Files.writeString(directory.resolve("in.jsonl"), "{\"text\":\"Ada\"}\n");
    Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("none"));

    CommandLineRun run = tag(input, link);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).last().asString().contains("link exists; give another path");
  }

  @Test
  void entitiesAreThoseOfThePrecisionAskedFor() throws IOException {
    Path input = Files.writeString(directory.resolve("in.txt"), TEXT + "\n");

    JsonNode entities =
        tagToJson(input, "--input-format", "lines", "--precision", "int8").get(0).get("entities");

    assertThat(entities)
        .extracting(entity -> entity.get("confidence").asDouble())
        .isEqualTo(
            Tagger.load(model, Precision.INT8).tag(TEXT).stream().map(Entity::confidence).toList());
  }

  @Test
  void unknownPrecisionIsWrongUsage() throws IOException {
    Path input = Files.writeString(directory.resolve("in.txt"), TEXT + "\n");

    CommandLineRun run = tag(input, directory.resolve("refused"), "--precision", "fp64");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr())
        .startsWith("error: tagging.precision needs one of auto, f32, int8, found fp64");
  }

  @Test
  void brokenLinesAreTold() throws IOException {
    Path input =
        Files.writeString(
            directory.resolve("in.jsonl"), "{\"text\": \"Ada\"}\n{\"text\": \"Carl in\n");

    CommandLineRun run = tag(input, directory.resolve("out"), "--output-format", "jsonl");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("broken rows: 1, the first " + input + ":2");
    assertThat(run.err())
        .anyMatch(line -> line.startsWith("warning: broken rows: 1, the first " + input + ":2"));
    assertThat(lines(directory.resolve("out"))).anyMatch(line -> line.contains("Carl in"));
  }

  @Test
  void textThatIsNotUtf8IsRefusedByFileAndLine() throws IOException {
    Path input = directory.resolve("in.txt");
    Files.write(input, "Ada\nMünchen\n".getBytes(StandardCharsets.ISO_8859_1));

    refused(3, "in.txt:2: found bytes that are not UTF-8", input);
  }

  @ParameterizedTest
  @ValueSource(strings = {"conll", "spacy", "bio"})
  void columnsMayHaveTheNamesThatAreOurs(String format) throws IOException {
    Path input =
        Files.writeString(
            directory.resolve("in.jsonl"),
            "{\"text\":\"%s\",\"__tokens\":1,\"___TOKENS\":2,\"__tags\":3,\"__id\":4,\"__text\":5}\n"
                .formatted(TEXT));
    Path output = directory.resolve("out");

    assertThat(tag(input, output, "--id-col", "__id", "--output-format", format).code()).isZero();
    assertThat(lines(output)).anyMatch(line -> line.contains("4"));
  }

  @Test
  void conllTellsATokenOfNothingAndLeavesNumbersAlone() throws IOException {
    Path input =
        Files.writeString(
            directory.resolve("in.jsonl"),
            "{\"tokens\":[\"Ada\",\"\",null,\" \"],\"tags\":[1,2]}\n");
    Path output = directory.resolve("out");

    CommandLineRun run = tag(input, output, "--tokens-col", "tokens", "--output-format", "conll");

    assertThat(run.code()).isZero();
    assertThat(lines(output)).filteredOn(line -> line.startsWith("_\t")).hasSize(3);
  }

  @Test
  void conllRefusesTagsThatAreNotThoseOfTheTokens() throws IOException {
    Path input =
        Files.writeString(
            directory.resolve("in.jsonl"), "{\"tokens\":[\"Ada\",\"met\"],\"tags\":[\"news\"]}\n");

    CommandLineRun run =
        tag(input, directory.resolve("out"), "--tokens-col", "tokens", "--output-format", "conll");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .last()
        .asString()
        .contains("found 2 tokens with 1 values in the column tags");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "lines", "jsonl", "csv", "conll"})
  void bytesThatAreNotUtf8AreRefusedInEachFormat(String format) throws IOException {
    Path input = directory.resolve("in.txt");
    Files.write(input, "text\nM\u00fcnchen\n".getBytes(StandardCharsets.ISO_8859_1));

    CommandLineRun run = tag(input, directory.resolve("out"), "--input-format", format);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).last().asString().contains("in.txt:2", "UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "conll", "spacy", "bio"})
  void fieldsOfStructsAreNamedWithDots(String format) throws IOException {
    Path input =
        Files.writeString(
            directory.resolve("in.jsonl"),
            "{\"doc\": {\"body\": \"%s\", \"key\": \"k-1\"}}\n".formatted(TEXT));
    Path output = directory.resolve("out");

    CommandLineRun run =
        tag(
            input,
            output,
            "--text-col",
            "doc.body",
            "--id-col",
            "doc.key",
            "--output-format",
            format);

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(lines(output)).anyMatch(line -> line.contains("k-1"));
    assertThat(lines(output)).anyMatch(line -> line.contains("Lincoln"));
  }

  @Test
  void aRunOfAFewTokensTellsNoRate() throws IOException {
    Path input = Files.writeString(directory.resolve("in.txt"), TEXT);

    CommandLineRun run = tag(input, directory.resolve("out"));

    assertThat(run.out().get(0)).startsWith("1 documents, 9 tokens in ").endsWith(" s");
  }

  @Test
  void missingColumnNamesTheColumnsThatAreThere() throws IOException {
    Path input = Files.writeString(directory.resolve("in.jsonl"), "{\"body\": \"x\"}\n");

    refused(3, "no column text among body", input);
  }

  @Test
  void columnOfTheWrongTypeNamesTheTypeWanted() throws IOException {
    Path input = Files.writeString(directory.resolve("in.jsonl"), "{\"text\": 3}\n");

    refused(2, "string", input);
  }

  @Test
  void fileThatIsNotOfItsFormatIsBadData() throws IOException {
    refused(3, "no line is a JSON object", Files.writeString(directory.resolve("a.jsonl"), "x\n"));
    refused(3, "cannot be read as PARQUET", Files.writeString(directory.resolve("a.parquet"), "x"));
    refused(3, "no such file", directory.resolve("none.csv"));
  }

  private void refused(int code, String message, Path input) {
    Path output = directory.resolve("refused");

    CommandLineRun run = tag(input, output);

    assertThat(run.lastErr()).startsWith("error: ").contains(message);
    assertThat(run.code()).isEqualTo(code);
    assertThat(directory.toFile().list()).noneMatch(name -> name.startsWith("refused"));
  }

  private static void offsetsSliceTheText(JsonNode row) {
    String text = row.get("text").asText();
    for (JsonNode entity : row.get("entities")) {
      assertThat(text.substring(entity.get("begin").asInt(), entity.get("end").asInt()))
          .isEqualTo(entity.get("text").asText());
    }
  }

  private List<JsonNode> tagToJson(Object input, Object... more) throws IOException {
    Path output = directory.resolve("out");
    List<Object> options = new ArrayList<>(List.of(more));
    options.addAll(List.of("--output-format", "jsonl"));
    CommandLineRun run = tag(input, output, options.toArray());
    assertThat(run.err()).noneMatch(line -> line.startsWith("error"));
    assertThat(run.code()).isZero();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : lines(output)) {
      rows.add(new ObjectMapper().readTree(line));
    }
    return rows;
  }

  private static CommandLineRun tag(Object input, Path output, Object... more) {
    return CommandLineRun.here(
        Stream.concat(
                Stream.of("tag", "--model", model, "--input", input, "--output", output),
                Stream.of(more))
            .toArray());
  }

  public static List<String> lines(Path output) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> parts = Files.list(output)) {
      for (Path part :
          parts.filter(p -> p.getFileName().toString().startsWith("part-")).sorted().toList()) {
        lines.addAll(Files.readAllLines(part));
      }
    }
    return lines;
  }
}
