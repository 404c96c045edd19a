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

package org.sparkner.jobs.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;

class CheckDataTest {
  private static final String GOOD =
      "Ada B-PER\nlives O\nin O\nParis B-LOC\n. O\n\nBob B-PER\nleft O\nRome B-LOC\n. O\n\n";

  @TempDir private Path directory;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  @Test
  void findingsComeWithFileAndLine() throws IOException {
    Path train = file("train.conll", GOOD + "Ada B-LOC\nlives O\nin O\nParis B-LOC\n. O\n");

    CommandLineRun run = CommandLineRun.here("check-data", train);

    assertThat(run.code()).isZero();
    assertThat(run.out().get(0)).startsWith("train  3 sentences, 14 tokens, IOB2, 6 entities");
    assertThat(run.out())
        .contains("    " + train + ":12 and " + train + ":1: \u201cAda lives in Paris .\u201d")
        .anyMatch(line -> line.startsWith("PER ") && line.endsWith("too few"));
    assertThat(run.lastOut()).startsWith("no errors, ");
  }

  @Test
  void strictEndsWithBadDataWhereThereIsMoreThanNotes() throws IOException {
    Path train = file("train.conll", GOOD);

    CommandLineRun run = CommandLineRun.here("check-data", "--strict", train, "--valid", train);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).anyMatch(line -> line.startsWith("error  leak: "));
  }

  @Test
  void jsonIsOneObject() throws IOException {
    Path train = file("train.conll", GOOD);
    Path valid = file("valid.conll", "Eve B-PER\nis O\nin O\nOslo B-LOC\n. O\n");

    CommandLineRun run = CommandLineRun.here("check-data", train, "--valid", valid, "--json");
    JsonNode report = new ObjectMapper().readTree(run.lastOut());

    assertThat(report.at("/parts/1/sentences").asInt()).isEqualTo(1);
    assertThat(report.at("/types/0/valid_entities").asInt()).isEqualTo(1);
    assertThat(report.at("/findings/0/check").asText()).isEqualTo("amount");
  }

  @Test
  void severalFilesAreReadAsOneInTheFormatsThatTrainReads() throws IOException {
    Path train = file("train.conll", GOOD);
    Path json =
        file(
            "more.jsonl",
            "{\"text\": \"Ada met Eve.\", \"label\": [[0, 3, \"PER\"], [8, 11, \"PER\"]]}\n");

    CommandLineRun run = CommandLineRun.here("check-data", train, json);

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(run.out().get(0)).startsWith("train  3 sentences, 13 tokens, IOB2, 6 entities");
  }

  @Test
  void sourcesOfACorporaFileAreMappedBeforeTheyAreChecked() throws IOException {
    file("train.conll", GOOD);
    file("dev.conll", "Eve B-person\nleft O\n. O\n");
    Path corpora =
        file(
            "corpora.conf",
            "train { a { path = train.conll, labels { PER = PER, LOC = LOC } } }\n"
                + "valid { b { path = dev.conll, labels { person = PER } } }\n");

    CommandLineRun run = CommandLineRun.here("check-data", "--corpora", corpora);

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(run.out().get(1)).startsWith("valid  1 sentences, 3 tokens, IOB2, 1 entities");
    assertThat(run.out()).noneMatch(line -> line.contains("person"));
  }

  @Test
  void vectorsAreComparedWithTheTokens() throws IOException {
    Path vectors = file("vectors.txt", "ada 0.1 0.2\nlives 0.1 0.2\nin 0.3 0.1\n. 0.1 0.1\n");

    CommandLineRun run =
        CommandLineRun.here(
            "check-data",
            file("train.conll", GOOD),
            "--vectors",
            vectors,
            "--set",
            "network.word-dimension=2");

    assertThat(run.out())
        .anyMatch(line -> line.startsWith("vectors  55.6 % of the training tokens have one"));
  }

  @Test
  void theSampleDataIsCheckedInASecondPassOfLittleMemory() {
    List<Object> arguments = new ArrayList<>(List.of("check-data", "--valid"));
    arguments.add(CommandLineRun.SAMPLE.resolve("wikigold/dev.conll"));
    arguments.add(CommandLineRun.SAMPLE.resolve("wikigold/train.conll"));

    CommandLineRun run = CommandLineRun.here(arguments.toArray());

    assertThat(run.out().get(0)).startsWith("train  1,377 sentences");
    assertThat(run.out()).anyMatch(line -> line.matches("note  conflicting-name: .*"));
  }

  @Test
  void withoutDataItIsRefused() {
    CommandLineRun run = CommandLineRun.here("check-data");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).contains("DATA", "--corpora");
  }
}
