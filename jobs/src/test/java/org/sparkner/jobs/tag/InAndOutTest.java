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
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;
import org.sparkner.text.AnalyzedSentence;
import org.sparkner.text.TextAnalyzer;

/** Formats of other tools: what {@code tag} writes is read again, and what they write is read. */
@Tag("slow")
class InAndOutTest {
  private static final String TEXT = "Lincoln 😀 spoke in  Washington.\n\nHe was tall. ";

  @TempDir private static Path shared;
  @TempDir private Path directory;
  private static Path model;
  private static Path documents;

  @BeforeAll
  static void makeModelAndDocuments() throws IOException {
    model = TinyModel.random(shared);
    List<String> lines = Files.readAllLines(CommandLineRun.SAMPLE.resolve("raw/documents.jsonl"));
    JsonNode own = new ObjectMapper().createObjectNode().put("id", "x").put("text", TEXT);
    JsonNode spaces =
        new ObjectMapper()
            .createObjectNode()
            .put("id", "y")
            .put(
                "text",
                "Ada\u00A0Lovelace\u200B met\u202F\u2007Bob\u3000there\u200E .\r\nHe\uFEFFleft.");
    documents =
        Files.write(
            shared.resolve("in.jsonl"), List.of(lines.get(1), spaces.toString(), own.toString()));
  }

  @ParameterizedTest
  @CsvSource({"jsonl, jsonl", "spacy, jsonl", "bio, jsonl", "conll, conll"})
  void whatWasTaggedIsReadWithTheSameEntities(String written, String read) throws IOException {
    Path output = tag(written);

    CommandLineRun run =
        CommandLineRun.here(
            "evaluate", "--model", model, "--data", output, "--format", read, "--json");

    assertThat(run.err()).noneMatch(line -> line.startsWith("warning"));
    JsonNode overall = new ObjectMapper().readTree(run.lastOut());
    assertThat(overall.findValue("gold").asInt()).isPositive();
    assertThat(overall.findValue("f1").asDouble()).as(run.lastOut()).isEqualTo(100);
    assertThat(run.out().get(0)).startsWith("processed " + tokens() + " tokens");
  }

  /** As our own splitter finds them. */
  private static int tokens() throws IOException {
    int tokens = 0;
    for (String line : Files.readAllLines(documents)) {
      String text = new ObjectMapper().readTree(line).get("text").asText();
      for (AnalyzedSentence sentence : TextAnalyzer.forLanguage("en").analyze(text)) {
        tokens += sentence.size();
      }
    }
    return tokens;
  }

  @Test
  void tokensForSpacyCoverTheTextButForSingleSpaces() throws IOException {
    JsonNode document = rows(tag("spacy")).get(2);

    StringBuilder text = new StringBuilder();
    int end = 0;
    for (JsonNode token : document.get("tokens")) {
      int begin = token.get("start").asInt();
      text.append(begin == end ? "" : " ");
      assertThat(begin - end).isBetween(0, 1);
      end = token.get("end").asInt();
      text.append(slice(TEXT, begin, end));
    }
    assertThat(text).hasToString(TEXT.stripTrailing());
    assertThat(document.get("meta").get("id").asText()).isEqualTo("x");
    assertThat(document.get("sents")).hasSize(2);
  }

  @Test
  void aSentenceForADataSetHasATagAToken() throws IOException {
    assertThat(rows(tag("bio")))
        .isNotEmpty()
        .allMatch(row -> row.get("tokens").size() == row.get("ner_tags").size())
        .last()
        .matches(row -> row.get("id").asText().equals("x"));
  }

  @Test
  void aDirectoryOfBratAndAnArrayOfLabelStudioAreEvaluatedAlike() throws IOException {
    Path brat = Files.createDirectory(directory.resolve("brat"));
    Files.writeString(brat.resolve("a.txt"), "Lincoln spoke in Washington.");
    Files.writeString(brat.resolve("a.ann"), "T1\tPER 0 7\tLincoln\nT2\tLOC 17 27\tWashington\n");
    Path labelStudio =
        Files.writeString(
            directory.resolve("project-1.json"),
            """
            [
              {"id": 1, "data": {"text": "Lincoln spoke in Washington."}, "annotations": [{"result": [
                {"value": {"start": 0, "end": 7, "text": "Lincoln", "labels": ["PER"]}},
                {"value": {"start": 17, "end": 27, "text": "Washington", "labels": ["LOC"]}}]}]}
            ]
            """);

    CommandLineRun ofBrat = CommandLineRun.here("evaluate", "--model", model, "--data", brat);
    CommandLineRun ofArray =
        CommandLineRun.here("evaluate", "--model", model, "--data", labelStudio);

    assertThat(ofBrat.code()).as(ofBrat.err().toString()).isZero();
    assertThat(ofBrat.out()).isEqualTo(ofArray.out());
    assertThat(ofBrat.out().get(0)).contains("processed 5 tokens with 2 phrases");
  }

  private Path tag(String format) {
    Path output = directory.resolve(format);
    CommandLineRun run =
        CommandLineRun.here(
            "tag",
            "--model",
            model,
            "--input",
            documents,
            "--output",
            output,
            "--output-format",
            format,
            "--id-col",
            "id");
    assertThat(run.code()).as(run.err().toString()).isZero();
    return output;
  }

  private static List<JsonNode> rows(Path output) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    try (Stream<Path> parts = Files.list(output)) {
      for (Path part :
          parts.filter(p -> p.getFileName().toString().startsWith("part-")).sorted().toList()) {
        for (String line : Files.readAllLines(part)) {
          rows.add(new ObjectMapper().readTree(line));
        }
      }
    }
    return rows;
  }

  private static String slice(String text, int begin, int end) {
    return text.substring(text.offsetByCodePoints(0, begin), text.offsetByCodePoints(0, end));
  }
}
