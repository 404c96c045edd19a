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

package org.sparkner.jobs.labeled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.jobs.CommandLineRun;

/** Chunk tags are learnt as chunks, however a file spells them and wherever it has them. */
class TagSpellingsTest {
  private static final String WORDS = "Ada Lovelace met Bank of England in London";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "B-PER L-PER O B-ORG I-ORG L-ORG O U-LOC",
    "B-PER E-PER O B-ORG M-ORG E-ORG O S-LOC",
    "B-PER E-PER O B-ORG M-ORG E-ORG O W-LOC",
    "b-PER i-PER o b-ORG i-ORG i-ORG o b-LOC",
    "B_PER I_PER O B_ORG I_ORG I_ORG O B_LOC",
    "PER-B PER-I O ORG-B ORG-I ORG-I O LOC-B",
    "B-PER I-PER 0 B-ORG I-ORG I-ORG 0 B-LOC",
    "B-PER I-PER - B-ORG I-ORG I-ORG - B-LOC",
  })
  void aModelOfEverySpellingFindsTheSameEntities(String tags) throws IOException {
    Path model = directory.resolve("model");
    Path data = conll(tags);

    CommandLineRun run = train(data, model, "--valid", data);

    assertThat(run.code()).as(String.join("\n", run.err())).isZero();
    assertThat(run.err()).anyMatch(line -> line.matches("tags .*, 13 labels; 1 .*, 1 .*, 1 .*"));
    assertThat(evaluate(model, data).out()).anyMatch(line -> line.contains("FB1: 100.00"));
    assertThat(evaluate(model, json("ner_tags", tags)).code()).isZero();
    assertThat(evaluate(model, conll("B-PER I-PER O B-ORG I-ORG I-ORG O B-LOC")).out())
        .anyMatch(line -> line.contains("FB1: 100.00"));
  }

  @ParameterizedTest
  @CsvSource({"B I O B I I O B", "b i o b i i o b", "B E O B M E O S", "B L 0 B I L 0 U"})
  void aLetterAloneIsAnEntityOfOneType(String tags) throws IOException {
    CommandLineRun run = train(conll(tags), directory.resolve("model"));

    assertThat(run.code()).as(String.join("\n", run.err())).isZero();
    assertThat(run.err()).anyMatch(line -> line.endsWith("3 ENTITY"));
  }

  @ParameterizedTest
  @CsvSource({
    "B-PER I-PER O B-ORG I-ORG ORG O B-LOC, ORG, 6",
    "B-PER I-PER O B-ORG I-ORG I-ORG O X-LOC, X-LOC, 8",
    "B-PER I-PER O B-ORG I-ORG I-ORG O B-, B-, 8",
    "PER-B PER-I O ORG-B ORG-I ORG-I O LOC, LOC, 8",
  })
  void aTagThatIsNoChunkTagAmongThemIsRefusedByItsLine(String tags, String odd, int line)
      throws IOException {
    CommandLineRun run = train(conll(tags), directory.resolve("model"));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.lastErr())
        .startsWith("error: ")
        .contains("data.conll:" + line + ": found the tag " + odd + ", expected", "B-PER");
    assertThat(directory.resolve("model")).doesNotExist();
  }

  @Test
  void anOddTagOfJsonIsRefusedByItsLine() throws IOException {
    Path data = json("tags", "B-PER I-PER O B-ORG I-ORG ORG O B-LOC");

    assertThat(train(data, directory.resolve("model")).lastErr())
        .contains("data.jsonl:1: found the tag ORG");
  }

  @Test
  void oddTagsAreLabelsWhereTheyAreSaidToBePlain() throws IOException {
    Path data = conll("B-PER I-PER O B-ORG I-ORG ORG O B-LOC");

    CommandLineRun run = train(data, directory.resolve("model"), "--scheme", "plain");

    assertThat(run.code()).as(String.join("\n", run.err())).isZero();
    assertThat(run.err()).anyMatch(line -> line.contains("PLAIN, 7 labels"));
    assertThat(run.err()).noneMatch(line -> line.startsWith("warning: "));
  }

  @ParameterizedTest
  @CsvSource({"NNP NNP VBD NNP IN NNP IN NNP", "S S V S E S E B"})
  void plainLabelsAreLearntAsSuchWithoutAWarning(String tags) throws IOException {
    CommandLineRun run = train(conll(tags), directory.resolve("model"));

    assertThat(run.code()).as(String.join("\n", run.err())).isZero();
    assertThat(run.err()).anyMatch(line -> line.contains("PLAIN"));
    assertThat(run.err()).noneMatch(line -> line.startsWith("warning: "));
  }

  @Test
  void entitiesWithoutTheirBeginningsAreLearntAsPlainLabelsWithAWarning() throws IOException {
    CommandLineRun run = train(conll("PER PER O ORG ORG ORG O LOC"), directory.resolve("model"));

    assertThat(run.code()).as(String.join("\n", run.err())).isZero();
    assertThat(run.err())
        .anyMatch(line -> line.contains("PLAIN"))
        .anyMatch(
            line -> line.matches("warning: .*data\\.conll: the tags have O, .* B-LOC would.*"));
  }

  @ParameterizedTest
  @CsvSource({"bilou, 0", "bmes, 0", "BIOES, 0", "iob2, 3", "bilu, 2"})
  void theSchemeMayBeNamedAsItsUsersDo(String scheme, int code) throws IOException {
    Path data = conll("B-PER L-PER O B-ORG I-ORG L-ORG O U-LOC");

    assertThat(train(data, directory.resolve("model"), "--scheme", scheme).code()).isEqualTo(code);
  }

  @Test
  void commentsAreToldOrNamed() throws IOException {
    String line = "# id 0a1\tdomain=en\nAda _ _ B-PER\nmet _ _ O\n\n";
    Path told = Files.writeString(directory.resolve("told.conll"), line);
    Path named = Files.writeString(directory.resolve("named.conll"), "# O\nAda B-PER\nmet O\n\n");

    assertThat(train(told, directory.resolve("a")).err())
        .anyMatch(err -> err.startsWith("train  1 sentences, 2 tokens"));
    assertThat(train(named, directory.resolve("b")).err())
        .anyMatch(err -> err.startsWith("train  1 sentences, 3 tokens"));
    assertThat(train(named, directory.resolve("c"), "--comments", "hash").err())
        .anyMatch(err -> err.startsWith("train  1 sentences, 2 tokens"));
    assertThat(train(named, directory.resolve("d"), "--comments", "some").lastErr())
        .isEqualTo("error: --comments takes auto, hash or none, found some");
  }

  @Test
  void aColumnOfConlluIsTheTagWhereItIsNamed() throws IOException {
    Path data =
        Files.writeString(
            directory.resolve("data.conllu"),
            "1\tAda\t_\tPROPN\tNNP\t_\t2\tnsubj\t_\tNE=B_PER\n"
                + "2\tsees\t_\tVERB\tVBZ\t_\t0\troot\t_\t_\n\n");

    CommandLineRun run = train(data, directory.resolve("m"), "--tag-column", "MISC:NE");

    assertThat(run.err()).anyMatch(line -> line.endsWith("1 PER"));
    assertThat(train(data, directory.resolve("n")).err())
        .anyMatch(line -> line.contains("PLAIN, 2 labels"));
  }

  @ParameterizedTest
  @CsvSource({"Ada\\nmet\\n, found 1 column", "'Ada,B-PER\\nmet,O\\n', apart by ','"})
  void whatHasNoTagsIsRefusedByItsLine(String content, String message) throws IOException {
    Path data = Files.writeString(directory.resolve("data.conll"), content.replace("\\n", "\n"));

    CommandLineRun run = train(data, directory.resolve("model"));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.lastErr()).startsWith("error: ").contains("data.conll:1: ", message);
  }

  private CommandLineRun train(Path data, Path model, Object... more) {
    List<Object> args =
        new ArrayList<>(
            List.of("train", "--train", data, "--model", model, "--set", "algorithm=hmm"));
    args.addAll(Arrays.asList(more));
    return CommandLineRun.here(args.toArray());
  }

  private static CommandLineRun evaluate(Path model, Path data) {
    return CommandLineRun.here("evaluate", "--model", model, "--data", data);
  }

  private Path conll(String tags) throws IOException {
    String[] words = WORDS.split(" ");
    String[] labels = tags.split(" ");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      lines.append(words[i]).append(' ').append(labels[i]).append('\n');
    }
    return Files.writeString(directory.resolve("data.conll"), lines + "\n");
  }

  private Path json(String field, String tags) throws IOException {
    return Files.writeString(
        directory.resolve("data.jsonl"),
        "{\"tokens\": [%s], \"%s\": [%s]}%n".formatted(quoted(WORDS), field, quoted(tags)));
  }

  private static String quoted(String words) {
    return "\"" + words.replace(" ", "\", \"") + "\"";
  }
}
