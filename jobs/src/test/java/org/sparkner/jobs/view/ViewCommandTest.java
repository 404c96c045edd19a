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

package org.sparkner.jobs.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;
import org.sparkner.jobs.tag.TaggedFormat;

class ViewCommandTest {
  private static final Pattern PART =
      Pattern.compile("id=\"data-part-\\d+\">(.*?)</script>", Pattern.DOTALL);

  @TempDir private Path directory;

  /** The documents of a page. */
  private static List<JsonNode> documents(Path page) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    Matcher parts = PART.matcher(Files.readString(page));
    while (parts.find()) {
      new ObjectMapper().readTree(parts.group(1)).forEach(documents::add);
    }
    return documents;
  }

  private static String entities(JsonNode document) {
    StringBuilder found = new StringBuilder();
    for (JsonNode entity : document.get("entities")) {
      found.append(
          document.get("text").asText().substring(entity.get(0).asInt(), entity.get(1).asInt()));
      found.append(';');
    }
    return found.toString();
  }

  private Path output(String name, String content) throws IOException {
    Path output = Files.createDirectories(directory.resolve("tagged"));
    Files.writeString(output.resolve("_SUCCESS"), "");
    Files.writeString(output.resolve(name), content.replace('\'', '"'));
    return output;
  }

  private List<JsonNode> view(Path output, Object... more) throws IOException {
    List<Object> args = new ArrayList<>(List.of("view", output, "--overwrite"));
    args.addAll(List.of(more));
    CommandLineRun run = CommandLineRun.here(args.toArray());
    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(run.lastOut()).endsWith(" in " + output + ".html; open it in a browser");
    return documents(Path.of(output + ".html"));
  }

  @Test
  void rowsOfJsonAreDocuments() throws IOException {
    Path output =
        output(
            "part-0.json",
            "{'id':'a','text':'See Ada','entities':[{'begin':4,'end':7,'type':'PER','text':'Ada',"
                + "'confidence':0.5}]}\n{'id':'b','text':'None','entities':[]}\n");

    assertThat(view(output)).extracting(ViewCommandTest::entities).containsExactly("Ada;", "");
    assertThat(view(output, "--documents", 1)).hasSize(1);
    assertThat(Files.readString(Path.of(output + ".html")))
        .contains("There are more in " + output + " than the first 1");
  }

  @Test
  void anOutputWithoutDocumentsIsWarnedOf() throws IOException {
    Path output = output("part-0.json", "");

    CommandLineRun run = CommandLineRun.here("view", output);

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .containsExactly("warning: " + output + " has no documents, so the page shows none");
    assertThat(run.lastOut()).startsWith("0 documents in ");
  }

  @Test
  void sentencesOfConllStandTogetherUnderTheirDocumentsName() throws IOException {
    String sentences = "See\tO\nAda\tB-PER\n\nIn\tO\nLund\tB-LOC\n\n";
    List<JsonNode> named = view(output("part-0.conll", "# id = d 1\n" + sentences));

    assertThat(named).hasSize(1);
    assertThat(named.get(0).get("title").asText()).isEqualTo("d 1");
    assertThat(named.get(0).get("text").asText()).isEqualTo("See Ada\nIn Lund");
    assertThat(entities(named.get(0))).isEqualTo("Ada;Lund;");
    assertThat(view(output("part-0.conll", sentences)))
        .extracting(ViewCommandTest::entities)
        .containsExactly("Ada;", "Lund;");
  }

  @Test
  void batchesFollowEachOtherInTheOrderOfTheirNumbers() throws IOException {
    Path output = directory.resolve("tagged");
    for (int batch : new int[] {9, 10}) {
      Path place = Files.createDirectories(output.resolve("batch=" + batch));
      Files.writeString(
          place.resolve("part-0.json"), "{\"text\":\"" + batch + "\",\"entities\":[]}\n");
    }

    assertThat(view(output))
        .extracting(document -> document.get("text").asText())
        .containsExactly("9", "10");
  }

  @Test
  void whatTaggingDoesNotWriteIsRefusedAndNoPageIsLeft() throws IOException {
    Path output = output("notes.json", "{'text':'See Ada','entities':[{'begin':0,'end':99}]}\n");
    CommandLineRun outside = CommandLineRun.here("view", output, "--text-col", "text");
    assertThat(outside.code()).isEqualTo(3);
    assertThat(outside.lastErr()).contains("notes.json:1", "0 to 99 of a text of 7 characters");
    assertThat(directory.toFile().list()).containsExactly("tagged");

    output("notes.json", "See Ada\n");
    assertThat(CommandLineRun.here("view", output).lastErr()).contains("found no JSON object");
    assertThat(CommandLineRun.here("view", directory.resolve("none")).code()).isEqualTo(3);
    assertThat(CommandLineRun.here("view", output, "--output", directory).lastErr())
        .startsWith("error: ");
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(TaggedFormat.class)
  void taggingShowsWhatItWritesInEveryFormat(TaggedFormat format) throws IOException {
    Path model = TinyModel.random(directory);
    Path input =
        Files.writeString(
            directory.resolve("in.jsonl"),
            "{\"text\":\"Ada saw Lund. \\ud83d\\ude80 It was Paris.\",\"key\":\"k\"}\n"
                + "{\"text\":\"Grace saw Rome.\",\"key\":\"l\"}\n");
    Path output = directory.resolve("out");
    Path page = directory.resolve("page.html");
    CommandLineRun run =
        CommandLineRun.here(
            "tag",
            "--model",
            model,
            "--input",
            input,
            "--output",
            output,
            "--id-col",
            "key",
            "--output-format",
            format,
            "--view",
            page);

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(run.out())
        .anyMatch(line -> line.matches("\\d documents in .*page.html; open it in a browser"));
    List<JsonNode> shown = documents(page);
    if (format == TaggedFormat.BIO) {
      assertThat(shown).as("sentences").hasSizeGreaterThanOrEqualTo(2);
    } else {
      assertThat(shown)
          .extracting(document -> document.get("title").asText())
          .containsExactly("k", "l");
    }
    assertThat(shown.get(0).get("text").asText().replaceAll("\\s", "")).startsWith("AdasawLund.");
  }
}
