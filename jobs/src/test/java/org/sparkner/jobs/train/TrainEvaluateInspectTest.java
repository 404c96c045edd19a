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

package org.sparkner.jobs.train;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;
import org.sparkner.tagger.Tagger;

@Tag("slow")
class TrainEvaluateInspectTest {
  private static final Path DEV = CommandLineRun.SAMPLE.resolve("wikigold/dev.conll");
  private static final String ENCODER =
      "input.pretrained-encoder="
          + CommandLineRun.HOME.resolve("spark-ner-core/src/test/resources/tiny-encoder");

  @TempDir private static Path shared;
  @TempDir private Path directory;
  private static Path model;

  @BeforeAll
  static void train() throws IOException {
    model = TinyModel.train(shared);
  }

  @Test
  void trainingLeavesAWholeModelWithItsLogAndNothingElse() throws IOException {
    assertThat(model.resolve("metadata")).isDirectory();
    assertThat(model.resolve("model/manifest.json")).isRegularFile();
    assertThat(Files.readAllLines(model.resolve("training.jsonl")))
        .hasSize(4)
        .allMatch(line -> line.startsWith("{\"event\":"));
    assertThat(shared.toFile().list())
        .containsExactlyInAnyOrder("tiny model", "wikigold-train.conll", "wikigold-dev.conll");
  }

  @Test
  void coreLoadsTheModel() {
    assertThat(Tagger.load(model).labels().types()).contains("LOC", "MISC", "ORG", "PER");
  }

  @Test
  void trainingReportsTheDataAndALineAnEpoch() throws IOException {
    Path model = directory.resolve("model");
    CommandLineRun run =
        CommandLineRun.here(
            TinyModel.training(
                TinyModel.sentences(directory, "wikigold/train.conll", 60),
                TinyModel.sentences(directory, "wikigold/dev.conll", 20),
                model,
                2,
                "--preset",
                "fast",
                "--set",
                "network.capitalisation-dimension=4",
                "--set",
                "network.affix-dimension=3",
                "--set",
                "training.word-dropout=0.1",
                "--set",
                "training.vector-channels=2",
                "--set",
                ENCODER,
                "--set",
                "input.pretrained-encoder-output=embeddings",
                "--set",
                "input.pretrained-encoder-document=true",
                "--gazetteer",
                "PLACE=" + Files.writeString(directory.resolve("towns.txt"), "New York\nParis\n")));

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .anyMatch(line -> line.startsWith("train  ") && line.contains("sentences"))
        .anyMatch(line -> line.startsWith("tags   IOB1"))
        .anyMatch(line -> line.startsWith("    1  "))
        .anyMatch(line -> line.startsWith("    2  "));
    assertThat(run.out()).anyMatch(line -> line.startsWith("next: spark-ner evaluate"));
    assertThat(CommandLineRun.here("inspect", "--model", model).out())
        .as("the encoder is the preset's, the units are those that were set")
        .contains("encoder      sru, 1 layer, hidden 2 x 24")
        .anyMatch(
            line ->
                line.matches(
                    "features     capitalisation 4, affixes 8 x 3 of \\d+, gazetteers 1 x 5,"
                        + " attributes 0 of 0"))
        .anyMatch(line -> line.startsWith("network      words 40, "))
        .contains("contextual   6 floats of embeddings, 12 positions, whole documents")
        .anyMatch(line -> line.startsWith("verified"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bpe", "unigram"})
  void aSavedModelCutsTextAsTheTokenizerOfItsEncoder(String kind) throws IOException {
    Path tiny = CommandLineRun.HOME.resolve("spark-ner-core/src/test/resources/tiny-encoder");
    Path encoder = Files.createDirectory(directory.resolve("encoder"));
    Files.copy(tiny.resolve("model.onnx"), encoder.resolve("model.onnx"));
    Files.copy(tiny.resolve("tokenizer-" + kind + ".json"), encoder.resolve("tokenizer.json"));
    Files.writeString(encoder.resolve("config.json"), "{\"max_position_embeddings\": 12}");
    Path dev = TinyModel.sentences(directory, "wikigold/dev.conll", 20);
    Path saved = directory.resolve("model");
    CommandLineRun run =
        CommandLineRun.here(
            TinyModel.training(
                TinyModel.sentences(directory, "wikigold/train.conll", 40),
                dev,
                saved,
                1,
                "--set",
                "input.pretrained-encoder=" + encoder));

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(saved.resolve("model/encoder-tokenizer.json"))
        .hasSameBinaryContentAs(encoder.resolve("tokenizer.json"));
    assertThat(saved.resolve("model/encoder-config.json"))
        .hasSameBinaryContentAs(encoder.resolve("config.json"));
    assertThat(CommandLineRun.here("evaluate", "--model", saved, "--data", dev).code()).isZero();

    CommandLineRun refused =
        CommandLineRun.here(
            TinyModel.training(
                dev,
                dev,
                directory.resolve("none"),
                1,
                "--set",
                "input.pretrained-encoder=" + encoder,
                "--set",
                "input.pretrained-encoder-lower-case=true"));
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.lastErr()).contains("pretrainedEncoderLowerCase is for encoders with vocab");
  }

  @Test
  void evaluationPrintsConllevalsLinesAndOneJsonObjectLast() throws IOException {
    CommandLineRun run = CommandLineRun.here("evaluate", "--model", model, "--data", DEV, "--json");

    assertThat(run.code()).isZero();
    assertThat(run.out().get(0))
        .matches("processed 7160 tokens with \\d+ phrases; found: \\d+ phrases; correct: \\d+\\.");
    JsonNode json = new ObjectMapper().readTree(run.lastOut());
    assertThat(json.get("tokens").asInt()).isEqualTo(7160);
    assertThat(json.get("f1").asDouble()).isBetween(0.0, 100.0);
    assertThat(json.get("f1_low").asDouble()).isLessThanOrEqualTo(json.get("f1_high").asDouble());
    assertThat(json.get("types").fieldNames()).toIterable().contains("PER");
  }

  @Test
  void evaluationRunsInThePrecisionAskedFor() {
    assertThat(evaluate(DEV, "--precision", "int8").code()).isZero();
    assertThat(evaluate(DEV, "--precision", "fp64").lastErr())
        .startsWith("error: tagging.precision needs one of auto, f32, int8, found fp64");
  }

  @Test
  void reportHoldsTheScoresAndThePredictions() throws IOException {
    Path report = directory.resolve("report");

    assertThat(evaluate(DEV, "--report", report).code()).isZero();

    assertThat(report.toFile().list())
        .containsExactlyInAnyOrder("report.md", "report.json", "errors.md", "predictions.conll");
    assertThat(Files.readAllLines(report.resolve("predictions.conll")).get(0))
        .startsWith("010 I-MISC ");
    assertThat(evaluate(DEV, "--report", report).code()).isEqualTo(2);
    assertThat(evaluate(DEV, "--report", report, "--overwrite").code()).isZero();
  }

  @Test
  void refusesWhatTheInputOfTheNetworkCannotBe() {
    assertThat(refusal("--set", "algorithm=crf"))
        .isEqualTo(
            "error: input.pretrained-encoder is for the training of one network, not for algorithm=crf");
    assertThat(refusal("--set", "training.vector-channels=3"))
        .startsWith("error: training.vector-channels needs a whole number from 1 to 2, found 3");
    assertThat(refusal("--set", "input.pretrained-encoder-output=layer.3"))
        .contains("no output layer.3", "embeddings, last_hidden_state");
  }

  private String refusal(Object... more) {
    List<Object> options = new ArrayList<>(List.of("--set", ENCODER));
    options.addAll(List.of(more));
    Path refused = directory.resolve("refused");
    CommandLineRun run =
        CommandLineRun.here(TinyModel.training(DEV, DEV, refused, 1, options.toArray()));
    assertThat(run.code()).isIn(2, 4);
    assertThat(refused).doesNotExist();
    return run.lastErr();
  }

  @Test
  void aDirectoryWithoutGazetteersIsRefused() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("gazetteers"));

    CommandLineRun run =
        CommandLineRun.here(
            TinyModel.training(DEV, DEV, directory.resolve("m"), 1, "--gazetteer", empty));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.lastErr())
        .contains(
            "found no file in this directory; --gazetteer needs files of one phrase per line, named"
                + " for their type, such as LOC.txt");
  }

  @Test
  void aGazetteerIsAFileOfATypeOrADirectory() {
    CommandLineRun run =
        CommandLineRun.here(
            TinyModel.training(DEV, DEV, directory.resolve("m"), 1, "--gazetteer", DEV));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).contains("--gazetteer needs TYPE=FILE or a directory");
    assertThat(directory.resolve("m")).doesNotExist();
  }

  @Test
  void someUnknownTypesAreAWarning() throws IOException {
    Path data = write("Ada B-PER\nate O\nrye B-FOOD\n\n");

    CommandLineRun run = evaluate(data);

    assertThat(run.code()).isZero();
    assertThat(run.err()).anyMatch(line -> line.startsWith("warning: ") && line.contains("1 FOOD"));
  }

  @Test
  void onlyUnknownTypesAreBadData() {
    CommandLineRun run = evaluate(CommandLineRun.SAMPLE.resolve("wnut17/dev.conll"));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.lastErr()).startsWith("error: ").contains("knows none", "person", "LOC");
  }

  @Test
  void plainLabelsAreBadDataForAModelOfEntities() {
    CommandLineRun run = evaluate(CommandLineRun.SAMPLE.resolve("ud-ewt/dev.conllu"));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.lastErr()).startsWith("error: ").contains("expected O or a tag such as B-PER");
  }

  @Test
  void strictReadingOfAnotherSchemeIsWrongUsage() {
    CommandLineRun run = evaluate(DEV, "--strict");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).startsWith("error: ").contains("IOB1");
  }

  @Test
  void inspectionDescribesAndVerifies() {
    CommandLineRun run = CommandLineRun.here("inspect", "--model", model);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .anyMatch(line -> line.equals("encoder      lstm, 1 layer, hidden 2 x 24"))
        .anyMatch(line -> line.startsWith("part ") && line.contains("SHA-256"))
        .anyMatch(line -> line.startsWith("verified"));
  }

  @Test
  void flippedByteIsABadModelThatNamesThePart() throws IOException {
    Path broken = copyOfModel();
    Path part =
        parts(broken).stream().filter(p -> p.toString().contains("weights")).findFirst().get();
    byte[] bytes = Files.readAllBytes(part);
    bytes[bytes.length / 2] ^= 1;
    Files.write(part, bytes);

    CommandLineRun run = CommandLineRun.here("inspect", "--model", broken);

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.lastErr()).startsWith("error: ").contains(part.getFileName().toString());
  }

  @Test
  void missingPartIsABadModelThatNamesThePart() throws IOException {
    for (Path part : parts(model)) {
      Path broken = copyOfModel();
      Files.delete(broken.resolve("model").resolve(part.getFileName()));

      CommandLineRun run = CommandLineRun.here("evaluate", "--model", broken, "--data", DEV);

      assertThat(run.code()).isEqualTo(4);
      assertThat(run.lastErr()).startsWith("error: ").contains(part.getFileName().toString());
    }
  }

  @Test
  void oneSentenceAndOneLabelAreEnoughToTrain() throws IOException {
    trains("Ada B-PER\nmet O\n\n");
    trains("so O\nit O\n\nis O\n\n");
  }

  @Test
  void veryLongSentenceAndVeryLongTokenAreTrainedOnAndTagged() throws IOException {
    trains("word O\nAda B-PER\n".repeat(5000) + "\n" + "x".repeat(100_000) + " O\nAda B-PER\n\n");
  }

  private void trains(String corpus) throws IOException {
    Path data = write(corpus);
    Path trained = directory.resolve("model");
    CommandLineRun run =
        CommandLineRun.here(TinyModel.training(data, data, trained, 1, "--overwrite"));
    assertThat(run.err()).noneMatch(line -> line.startsWith("error"));
    assertThat(run.code()).isZero();
    assertThat(Files.isDirectory(trained)).isTrue();
  }

  private CommandLineRun evaluate(Path data, Object... more) {
    return CommandLineRun.here(
        Stream.concat(Stream.of("evaluate", "--model", model, "--data", data), Stream.of(more))
            .toArray());
  }

  private Path write(String corpus) throws IOException {
    return Files.writeString(directory.resolve("data.conll"), corpus);
  }

  private Path copyOfModel() throws IOException {
    Path copy = Files.createTempDirectory(directory, "model").resolve("copy");
    try (Stream<Path> files = Files.walk(model)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(model.relativize(file).toString()));
      }
    }
    return copy;
  }

  private static List<Path> parts(Path ofModel) throws IOException {
    try (Stream<Path> files = Files.list(ofModel.resolve("model"))) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
    }
  }
}
