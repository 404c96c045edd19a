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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.jobs.CommandLineRun;

/** What training says of data, vectors and scores. */
@Tag("slow")
class TrainingTruthTest {
  private static final String SENTENCE = "Ada B-PER\nin O\nLondon B-LOC\n\n";

  @TempDir private Path directory;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private CommandLineRun train(Path train, Object... more) {
    Object[] own = {
      "train",
      "--train",
      train,
      "--model",
      directory.resolve("m"),
      "--epochs",
      1,
      "--overwrite",
      "--set",
      "network.hidden=4"
    };
    CommandLineRun run = CommandLineRun.here(Stream.of(own, more).flatMap(Stream::of).toArray());
    assertThat(run.code()).as(run.err().toString()).isZero();
    return run;
  }

  private Path vectors(String... words) throws IOException {
    return file("v.txt", String.join(" 0.1 0.2 0.3 0.4\n", words) + " 0.1 0.2 0.3 0.4\n");
  }

  @Test
  void vectorsOfOtherWordsAreAWarningAndNotFullCoverage() throws IOException {
    Path data = file("t.conll", SENTENCE.repeat(3));

    CommandLineRun run = train(data, "--vectors", vectors("xx1", "xx2"));

    assertThat(run.err())
        .anyMatch(line -> line.startsWith("words  0.0 % of the tokens are pretrained words"))
        .anyMatch(line -> line.startsWith("warning: none of the words of the training data"));
    assertThat(CommandLineRun.here("inspect", "--model", directory.resolve("m")).out())
        .contains("vectors      pretrained for 0.0 % of these tokens");
  }

  @Test
  void bothNumbersOfVectorsAreTold() throws IOException {
    Path data = file("t.conll", SENTENCE.repeat(3) + "Ada B-PER\n");

    CommandLineRun run = train(data, "--vectors", vectors("ada", "in"));

    assertThat(run.err())
        .contains(
            "words  70.0 % of the tokens are pretrained words (30.0 % as they are written), 66.7 % of"
                + " the distinct ones; of the other 30.0 % of the tokens, words that occur twice or"
                + " more get one of their own, 0.0 % of the tokens share that of unknown words")
        .noneMatch(line -> line.contains("among the pretrained vectors"));
    assertThat(CommandLineRun.here("inspect", "--model", directory.resolve("m")).out())
        .contains("vectors      pretrained for 70.0 % of these tokens");
    assertThat(train(data).err()).anyMatch(line -> line.startsWith("words  none pretrained: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"neural", "hmm", "memm", "crf"})
  void withoutValidationThereAreNoColumnsOfZeros(String algorithm) throws IOException {
    CommandLineRun run =
        train(file("t.conll", SENTENCE.repeat(3)), "--set", "algorithm=" + algorithm);

    assertThat(run.err())
        .anyMatch(line -> line.startsWith("valid  none"))
        .anyMatch(line -> line.matches("epoch +loss +tokens/s +time left"))
        .noneMatch(line -> line.contains("F1") || line.contains("best"));
    assertThat(run.out()).anyMatch(line -> line.endsWith(", not validated"));
    List<String> log = Files.readAllLines(directory.resolve("m/training.jsonl"));
    assertThat(log).hasSize(2);
    assertThat(log.get(1)).doesNotContain("valid_", "best", "NaN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"neural", "crf"})
  void whereNothingIsFoundNothingIsTheBest(String algorithm) throws IOException {
    Path valid = file("v.conll", "rye B-FOOD\nis O\ngood O\n");

    CommandLineRun run =
        train(
            file("t.conll", SENTENCE.repeat(3)),
            "--valid",
            valid,
            "--set",
            "algorithm=" + algorithm);

    assertThat(run.err())
        .anyMatch(line -> line.startsWith("warning: nothing that was found in the validation data"))
        .anyMatch(
            line ->
                line.contains("the training data has nothing of what") && line.contains("1 FOOD"))
        .noneMatch(line -> line.endsWith("best"));
    assertThat(run.out()).anyMatch(line -> line.endsWith(", valid F1 0.00"));
  }

  @ParameterizedTest
  @CsvSource({"neural", "hmm"})
  void trainingDataIsNoValidationData(String algorithm) throws IOException {
    Path data = file("t.conll", SENTENCE.repeat(3));
    Path copy = file("copy.conll", SENTENCE.repeat(3));

    for (Path valid : List.of(data, copy)) {
      assertThat(train(data, "--valid", valid, "--set", "algorithm=" + algorithm).err())
          .anyMatch(line -> line.startsWith("warning: the validation data is the training data"));
    }
  }

  @Test
  void workersTellTheSame() throws IOException {
    Path data = file("t.conll", SENTENCE.repeat(4));

    CommandLineRun run =
        train(data, "--valid", data, "--vectors", vectors("xx1", "xx2"), "--workers", 1);

    assertThat(run.err())
        .anyMatch(line -> line.startsWith("words  0.0 % of the tokens are pretrained words"))
        .anyMatch(line -> line.startsWith("warning: none of the words of the training data"))
        .anyMatch(line -> line.startsWith("warning: the validation data is the training data"));
  }

  @Test
  void aMisspeltTypeAndAFileWithoutEntitiesAreTold() throws IOException {
    Files.createDirectories(directory.resolve("all"));
    file("all/a.conll", SENTENCE.repeat(20) + "rye B-LOCC\n");
    Path empty = file("all/b.conll", "in O\nvain O\n");

    assertThat(train(directory.resolve("all")).err())
        .contains(
            "warning: the training data has the type LOCC once; did you mean LOC, which it has 20"
                + " times?",
            "warning: " + empty + ": no entity, all of its tags are O");
    assertThat(train(empty, "--valid", empty).err())
        .anyMatch(line -> line.startsWith("warning: the training data has no entity"))
        .anyMatch(line -> line.startsWith("warning: the validation data has no entity"))
        .noneMatch(line -> line.contains("100.00"));
  }

  @Test
  void rowsOfATableTellItOnceAndAreNotScoredByNothing() throws IOException {
    Path data = file("t.conll", SENTENCE.repeat(3));
    Object[] ablation = {
      "ablate", "--train", data, "--valid", data, "--rows", "hmm,memm", "--output", directory
    };

    assertThat(CommandLineRun.here(ablation).err())
        .filteredOn(line -> line.contains("the validation data is the training data"))
        .hasSize(1);
    ablation[4] = file("empty.conll", "in O\nvain O\n");
    CommandLineRun refused = CommandLineRun.here(ablation);
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.lastErr()).contains("empty.conll: no entity", "no row can be scored");
  }

  @ParameterizedTest
  @ValueSource(strings = {"neural", "hmm", "memm", "crf"})
  void halfOfASurrogatePairIsTrainedOnAndRead(String algorithm) throws IOException {
    Path data =
        file(
            "t.jsonl",
            """
            {"text":"Ada \\ud83d lived \\ud83d in \\udc00London","label":[[0,3,"P\\ud83d"],[20,26,"LOC"]]}
            """
                .repeat(4));

    train(data, "--valid", data, "--set", "algorithm=" + algorithm);

    CommandLineRun run =
        CommandLineRun.here(
            "evaluate",
            "--model",
            directory.resolve("m"),
            "--data",
            data,
            "--report",
            directory.resolve("r"));
    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(directory.resolve("r/predictions.conll"))
        .content(StandardCharsets.UTF_8)
        .contains("\uFFFD");
  }
}
