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

package org.sparkner.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.jobs.CommandLineRun;

/** What {@code evaluate} tells beside the scores. */
@Tag("slow")
class ErrorsInContextTest {
  private static final String LEARNED = "Ada B-PER\nsaw O\nLund B-LOC\n. O\n\n";

  @TempDir private static Path shared;
  @TempDir private Path directory;
  private static Path train;
  private static Path model;

  /** An HMM knows the words that it has counted, and so makes mistakes that can be foretold. */
  @BeforeAll
  static void train() throws IOException {
    train = Files.writeString(shared.resolve("train.conll"), LEARNED.repeat(10));
    model = shared.resolve("model");
    CommandLineRun run =
        CommandLineRun.here("train", "--train", train, "--model", model, "--set", "algorithm=hmm");
    assertThat(run.code()).as(run.err().toString()).isZero();
  }

  private CommandLineRun evaluate(Path data, Object... more) {
    Object[] args = {"evaluate", "--model", model, "--data", data};
    Object[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return CommandLineRun.here(all);
  }

  private Path data(String text) throws IOException {
    return Files.writeString(directory.resolve("data.conll"), text);
  }

  private List<String> errors(Path data, Object... more) throws IOException {
    Path report = directory.resolve("report");
    Object[] options = {"--report", report, "--overwrite"};
    Object[] all = java.util.Arrays.copyOf(options, options.length + more.length);
    System.arraycopy(more, 0, all, options.length, more.length);
    CommandLineRun run = evaluate(data, all);
    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(run.lastOut()).isEqualTo("report written to " + report);
    assertThat(report.resolve("report.md")).content().contains("(errors.md)");
    return Files.readAllLines(report.resolve("errors.md"));
  }

  @Test
  void wrongSpansStandInTheirSentencesByKindsTheCommonestFirst() throws IOException {
    Path data =
        data(
            "Ada B-PER\nsaw O\nLund B-PER\n. O\n\n".repeat(2)
                + "Ada O\nsaw O\nLund B-LOC\n. O\n\n");

    assertThat(errors(data, "--train", train))
        .containsSubsequence(
            "3 in 3 of 3 sentences. A gold span and the predicted one that overlaps it count once.",
            "| [PER → LOC](#kind-1) | 2 |",
            "| [spurious PER](#kind-2) | 1 |",
            "## PER → LOC: 2",
            "- "
                + data.toString().replace("_", "\\_")
                + ":1, sentence 1, seen in training, but only as LOC 10 times",
            "  - gold PER: Ada saw **Lund** .",
            "## spurious PER: 1",
            "- "
                + data.toString().replace("_", "\\_")
                + ":11, sentence 3, seen in training as PER 10 times",
            "  - gold: nothing")
        .anyMatch(line -> line.matches(" {2}- predicted LOC, confidence [01]\\.\\d\\d"))
        .anyMatch(
            line ->
                line.matches(
                    " {2}- predicted PER, confidence [01]\\.\\d\\d: \\*\\*Ada\\*\\* saw Lund \\."));
  }

  @Test
  void longSentencesAreShortenedAroundTheSpan() throws IOException {
    Path data =
        data(
            "saw O\n".repeat(40)
                + "x".repeat(500)
                + " B-PER\n"
                + "rye I-PER\n".repeat(200)
                + ". O\n".repeat(40));

    String text = String.join("\n", errors(data, "--train", train));

    assertThat(text).contains("  - gold PER: … saw ", "not seen in training").hasSizeLessThan(3000);
    assertThat(text)
        .contains("**" + "x".repeat(60) + "… rye")
        .contains("rye … rye")
        .contains(". …");
  }

  @Test
  void dataWithoutMistakesHasNone() throws IOException {
    assertThat(errors(data(LEARNED))).contains("None in 1 sentences.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'tokens':['a|b','`c`','*d*'],'tags':['B-PER','B-<b>','O']}",
        "{'tokens':['a\\nb','c\\td','e\\u00a0f','g\\u2028h'],'tags':['B-PER','O','O','O']}",
        "{'tokens':['\\ud83d','a\\u0000','\\u001b[31m','b\\u202e'],'tags':['B-PER','B-PER','O','B-PER']}",
        "{'tokens':['a'],'tags':['B-PER\\u0007']}",
        "{'text':'Ada \\ud83d lived in London','label':[[0,3,'PER'],[15,21,'LOC']]}",
      })
  void oddCharactersEndNoReportAndBreakNoLine(String json) throws IOException {
    Path data =
        Files.writeString(
            directory.resolve("data.jsonl"),
            json.replace('\'', '"') + "\n{\"tokens\":[\"Ada\"],\"tags\":[\"B-PER\"]}\n");

    List<String> errors = errors(data);

    assertThat(errors).noneMatch(line -> line.matches(".*[\\p{Cntrl}\\u2028\\u202E].*"));
    List<String> predictions = Files.readAllLines(directory.resolve("report/predictions.conll"));
    assertThat(predictions)
        .allMatch(line -> line.isEmpty() || line.split("[\\s\\u00a0]+").length == 3);
    int tokens = json.contains("text") ? 5 : json.split("tags")[1].split(",").length;
    assertThat(predictions).hasSize(tokens + 1 + 2);
  }

  @Test
  void noTableIsPrintedTwice() throws IOException {
    CommandLineRun run = evaluate(data("Ada B-PER\nsaw O\nLund B-PER\n. O\n"));

    assertThat(run.out())
        .filteredOn(line -> line.contains("50.00"))
        .as(run.out().toString())
        .isNotEmpty();
    assertThat(run.out()).noneMatch(line -> line.startsWith("| type"));
    assertThat(run.out())
        .anyMatch(line -> line.contains("95 % interval of F1"))
        .anyMatch(line -> line.startsWith("| gold"))
        .anyMatch(line -> line.equals("## Confidence"));
  }

  @Test
  void jsonStaysTheLastLine() throws IOException {
    Path report = directory.resolve("report");
    CommandLineRun run = evaluate(data(LEARNED), "--report", report, "--json");

    JsonNode json = new ObjectMapper().readTree(run.lastOut());
    assertThat(json.get("f1").asDouble()).isEqualTo(100);
    assertThat(run.out()).contains("report written to " + report);
  }

  @Test
  void warnsOfScoresThatSayNothing() throws IOException {
    assertThat(evaluate(train).err())
        .anyMatch(
            line -> line.startsWith("warning: " + train + ": the model was trained on these"));
    Path nothing = data("saw O\n. O\n");
    assertThat(evaluate(nothing).err())
        .contains("warning: " + nothing + ": no entity, so recall and F1 are of nothing");
    assertThat(evaluate(data(LEARNED), "--train", train).lastErr())
        .isEqualTo("error: --train is for the report; give --report DIR too");
    assertThat(evaluate(nothing, "--train", nothing, "--report", directory.resolve("r")).err())
        .anyMatch(
            line -> line.contains("these are not the sentences that the model was trained on"));
  }

  /** What a page shows, read from it as a browser would. */
  private static JsonNode shown(Path page) throws IOException {
    Matcher data =
        Pattern.compile("id=\"data-report\">(.*?)</script>").matcher(Files.readString(page));
    assertThat(data.find()).as("data in %s", page).isTrue();
    return new ObjectMapper().readTree(data.group(1));
  }

  @Test
  void theReportIsAPageWithScoresAndTheMistakesOfWhichTheModelWasSurest() throws IOException {
    Path data =
        data(
            "Ada B-PER\nsaw O\nLund B-PER\n. O\n\n".repeat(60)
                + "Ada B-PER\nsaw O\nGrace B-PER\n. O\n\n");
    errors(data, "--train", train);
    JsonNode report = shown(directory.resolve("report/report.html"));
    JsonNode evaluation = report.get("evaluation");

    assertThat(report.get("command").asText())
        .startsWith("spark-ner evaluate --model " + model)
        .contains("--train " + train);
    assertThat(evaluation.get("mistakes")).hasSize(50);
    JsonNode first = evaluation.get("mistakes").get(0);
    assertThat(first.get("kind").asText()).isEqualTo("PER → LOC");
    assertThat(first.get("place").asText()).isEqualTo(data + ":1, sentence 1");
    assertThat(first.get("known").asText()).contains("only as LOC 10 times");
    assertThat(first.get("tokens").toString()).isEqualTo("[\"Ada\",\"saw\",\"Lund\",\".\"]");
    assertThat(first.get("wrong_gold").toString()).isEqualTo("[2,3,\"PER\"]");
    assertThat(first.get("wrong_predicted").toString()).isEqualTo("[2,3,\"LOC\"]");
    JsonNode groups = evaluation.get("groups").get("training");
    assertThat(groups.get("same type").get("correct").asInt()).isEqualTo(61);
    assertThat(groups.get("other types only").get("gold").asInt()).isEqualTo(60);
    assertThat(groups.get("not seen").get("gold").asInt()).isEqualTo(1);
    assertThat(evaluation.get("precision_recall").get(0).get("predicted").asLong())
        .isEqualTo(evaluation.get("predicted").asLong());
  }

  @Test
  void trainingLeavesItsReportInTheModelUnlessToldNotTo() throws IOException {
    JsonNode report = shown(model.resolve("report.html"));
    assertThat(report.get("training").get("start").get("sentences").asInt()).isEqualTo(10);
    assertThat(report.get("training").get("epochs")).isNotEmpty();
    assertThat(report.has("evaluation")).as("scores without --valid").isFalse();

    Path other = directory.resolve("other");
    Object[] args = {
      "train", "--train", train, "--valid", train, "--model", other, "--set", "algorithm=hmm"
    };
    CommandLineRun.here(args);
    assertThat(shown(other.resolve("report.html")).get("evaluation").get("f1").asDouble())
        .isEqualTo(100);
    Object[] without = java.util.Arrays.copyOf(args, args.length + 2);
    without[args.length] = "--overwrite";
    without[args.length + 1] = "--no-report";
    assertThat(CommandLineRun.here(without).code()).isZero();
    assertThat(other.resolve("report.html")).doesNotExist();
    assertThat(other.resolve("training.jsonl")).content().contains("\"heap_bytes\":");
  }

  @Test
  void twoModelsAreComparedSentenceBySentence() throws IOException {
    Path shifted =
        Files.writeString(
            directory.resolve("shifted.conll"), LEARNED.replace("B-LOC", "B-ORG").repeat(10));
    Path other = directory.resolve("other");
    CommandLineRun.here(
        "train", "--train", shifted, "--model", other, "--set", "algorithm=hmm", "--no-report");
    Path report = directory.resolve("report");
    Path data = data(LEARNED.repeat(8));
    CommandLineRun run =
        CommandLineRun.here(
            "evaluate", "--compare", other, model, "--data", data, "--report", report, "--json");

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(run.out())
        .contains(
            "all        50.00     100.00      +50.00",
            "they differ in 8 sentences: the first is better in 0, the second in 8")
        .anyMatch(line -> line.startsWith("difference of F1 +50.00, 95 % interval +50.00"));
    JsonNode page = shown(report.resolve("report.html")).get("comparison");
    assertThat(page.get("sentences")).hasSize(8);
    assertThat(page.get("sentences").get(0).get("first").toString())
        .isEqualTo("[[0,1,\"PER\"],[2,3,\"ORG\"]]");
    JsonNode json = new ObjectMapper().readTree(run.lastOut());
    assertThat(json.get("difference").get("p_value").asDouble()).isLessThan(0.01);
    assertThat(report.toFile().list()).containsExactlyInAnyOrder("report.html", "report.json");
  }

  @Test
  void oneModelOrTwoAreNeeded() throws IOException {
    Path data = data(LEARNED);

    assertThat(CommandLineRun.here("evaluate", "--data", data).lastErr())
        .isEqualTo(
            "error: Missing required option: '--model=MODEL'; or give --compare with two models");
    assertThat(evaluate(data, "--compare", model, model).lastErr())
        .isEqualTo("error: --model and --compare exclude each other; leave one of them out");
  }
}
