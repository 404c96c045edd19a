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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;

/** Linear models, reached the way networks are. */
@Tag("slow")
class LinearModelsTest {
  private static final Path POS = CommandLineRun.SAMPLE.resolve("ud-ewt/dev.conllu");

  private static final Path DEV = CommandLineRun.SAMPLE.resolve("wikigold/dev.conll");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"hmm", "memm", "crf"})
  void trainEvaluateTagAndInspect(String algorithm) throws IOException {
    Path train = TinyModel.sentences(directory, "wikigold/train.conll", 200);
    Path dev = TinyModel.sentences(directory, "wikigold/dev.conll", 50);
    Path model = directory.resolve("model");

    CommandLineRun training = train(algorithm, train, "--valid", dev, "--epochs", "3");

    assertThat(training.code()).as(training.err().toString()).isZero();
    assertThat(training.err()).anyMatch(line -> line.endsWith("distinct"));
    CommandLineRun evaluation =
        CommandLineRun.here("evaluate", "--model", model, "--data", dev, "--json");
    JsonNode scores = new ObjectMapper().readTree(evaluation.lastOut());
    assertThat(scores.get("f1").asDouble()).isGreaterThan(5);
    CommandLineRun inspection = CommandLineRun.here("inspect", "--model", model);
    assertThat(inspection.out())
        .contains("algorithm    " + algorithm)
        .anyMatch(line -> line.startsWith("templates    ") && line.contains("word[0]"))
        .anyMatch(line -> line.startsWith("features     "))
        .anyMatch(line -> line.startsWith("verified"));
    CommandLineRun tagging =
        CommandLineRun.here(
            "tag",
            "--model",
            model,
            "--input",
            CommandLineRun.SAMPLE.resolve("wnut17/dev.conll"),
            "--input-format",
            "conll",
            "--output",
            directory.resolve("tagged.conll"),
            "--output-format",
            "conll");
    assertThat(tagging.code()).as(tagging.err().toString()).isZero();
  }

  @Test
  void partsOfSpeechAreScoredByTheirTokens() throws IOException {
    CommandLineRun training = train("hmm", POS, "--format", "conllu");
    assertThat(training.code()).as(training.err().toString()).isZero();

    CommandLineRun evaluation =
        CommandLineRun.here(
            "evaluate",
            "--model",
            directory.resolve("model"),
            "--data",
            POS,
            "--format",
            "conllu",
            "--json");

    JsonNode scores = new ObjectMapper().readTree(evaluation.lastOut());
    assertThat(scores.get("accuracy").asDouble()).isGreaterThan(80);
    assertThat(scores.get("f1").asDouble()).isEqualTo(scores.get("accuracy").asDouble());
  }

  @Test
  void confidencesAreFittedToTheValidationDataUnlessTheSettingSaysNot() throws IOException {
    Path train = TinyModel.sentences(directory, "wikigold/train.conll", 200);

    CommandLineRun fitted = train("hmm", train, "--valid", DEV);
    CommandLineRun asIs =
        train("hmm", train, "--valid", DEV, "--overwrite", "--set", "training.calibrate=false");

    assertThat(fitted.err())
        .anyMatch(line -> line.matches("temperature [0-9.]+ instead of 1\\.00: calibration .*"));
    assertThat(asIs.err()).noneMatch(line -> line.startsWith("temperature"));
    assertThat(temperature(directory.resolve("model"))).isEqualTo("1.00");
  }

  @Test
  void calibrationWritesAModelThatFindsTheSameEntitiesWithOtherConfidences() throws IOException {
    Path model = directory.resolve("model");
    Path calibrated = directory.resolve("calibrated");
    train("hmm", TinyModel.sentences(directory, "wikigold/train.conll", 200));

    CommandLineRun run =
        CommandLineRun.here("calibrate", "--model", model, "--data", DEV, "--output", calibrated);

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(temperature(model)).isEqualTo("1.00");
    assertThat(temperature(calibrated)).isNotEqualTo("1.00");
    JsonNode before = report(model);
    JsonNode after = report(calibrated);
    assertThat(after.get("f1")).isEqualTo(before.get("f1"));
    assertThat(after.at("/reliability/bins")).hasSize(10);
    assertThat(after.at("/reliability/log_loss").asDouble())
        .isLessThan(before.at("/reliability/log_loss").asDouble());

    Path sentence = TinyModel.sentences(directory, "wikigold/dev.conll", 5);
    CommandLineRun tooFew =
        CommandLineRun.here(
            "calibrate",
            "--model",
            model,
            "--data",
            sentence,
            "--output",
            calibrated,
            "--overwrite");
    assertThat(tooFew.code()).isEqualTo(3);
    assertThat(tooFew.lastErr()).contains("entities, expected at least 100");
    assertThat(calibrated).exists();

    CommandLineRun seen =
        CommandLineRun.here(
            "calibrate",
            "--model",
            model,
            "--data",
            TinyModel.sentences(directory, "wikigold/train.conll", 200),
            "--output",
            calibrated,
            "--overwrite");
    assertThat(seen.err())
        .anyMatch(line -> line.startsWith("warning: ") && line.contains("was trained on these"));
  }

  private JsonNode report(Path model) throws IOException {
    Path report = model.resolveSibling(model.getFileName() + "-report");
    CommandLineRun run =
        CommandLineRun.here("evaluate", "--model", model, "--data", DEV, "--report", report);
    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(report.resolve("reliability.png")).isNotEmptyFile();
    assertThat(report.resolve("report.md")).content().contains("## Confidence");
    return new ObjectMapper().readTree(report.resolve("report.json").toFile());
  }

  private static String temperature(Path model) {
    return CommandLineRun.here("inspect", "--model", model).out().stream()
        .filter(line -> line.startsWith("temperature"))
        .map(line -> line.replaceAll(".* ", ""))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "--vectors, glove.txt, --vectors is for networks",
    "--workers, 2, --workers is for networks",
    "--set, linear.l2=-1, linear.l2 needs a number of at least 0",
    "--set, linear.passes=0, linear.passes needs a whole number",
    "--set, linear.feature-templates=stem[0], no attribute 'stem'",
    "--set, algorithm=svm, 'algorithm needs one of neural, hmm, memm, crf, found svm'",
  })
  void refusesWhatItCannotHeed(String option, String value, String message) {
    CommandLineRun run = train("crf", POS, option, value);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).contains(message);
    assertThat(directory.resolve("model")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"memm", "crf"})
  void gazetteersTellOfWordsThatTheTrainingDataDoNotHave(String algorithm) throws IOException {
    String seen =
        "in O\n%s B-LOC\n. O\n\n".repeat(4).formatted("Ulm", "Jena", "Bonn", "Trier")
            + "in O\n%s B-PER\n. O\n\n".repeat(4).formatted("Otto", "Emma", "Anna", "Karl");
    Path train = Files.writeString(directory.resolve("train.conll"), seen.repeat(5));
    Path towns =
        Files.writeString(directory.resolve("towns.txt"), "Ulm\nJena\nBonn\nTrier\nWarka\n");

    CommandLineRun run = train(algorithm, train, "--gazetteer", "TOWN=" + towns);

    assertThat(run.code()).as(run.err().toString()).isZero();
    Files.delete(towns);
    Path unseen = Files.writeString(directory.resolve("dev.conll"), "in O\nWarka B-LOC\n. O\n");
    CommandLineRun evaluation =
        CommandLineRun.here(
            "evaluate", "--model", directory.resolve("model"), "--data", unseen, "--json");
    assertThat(new ObjectMapper().readTree(evaluation.lastOut()).get("f1").asDouble())
        .isEqualTo(100);
  }

  @Test
  void anHmmReadsNoGazetteers() throws IOException {
    Path towns = Files.writeString(directory.resolve("towns.txt"), "Ulm\n");

    CommandLineRun run = train("hmm", DEV, "--gazetteer", "TOWN=" + towns);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).contains("An hmm reads no gazetteers");
    assertThat(directory.resolve("model")).doesNotExist();
  }

  private CommandLineRun train(String algorithm, Path train, Object... more) {
    Object[] args = {
      "train",
      "--train",
      train,
      "--model",
      directory.resolve("model"),
      "--set",
      "algorithm=" + algorithm
    };
    Object[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return CommandLineRun.here(all);
  }
}
