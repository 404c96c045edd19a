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

package org.sparkner.jobs.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;
import org.sparkner.jobs.files.Location;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.lexicon.WordVectorsReader;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.PretrainedEncoderReader;
import org.sparkner.spark.resource.PretrainedEncoderDirectory;

/** With an encoder of random weights and six values, which knows a dozen words. */
class VectorsCommandTest {
  private static final Path ENCODER =
      CommandLineRun.HOME.resolve("spark-ner-core/src/test/resources/tiny-encoder");

  @TempDir private static Path folder;
  private static Path text;

  @BeforeAll
  static void writeText() throws IOException {
    text = folder.resolve("texts.jsonl");
    Files.write(
        text,
        List.of(
            "{\"text\": \"The unaffable in the un a\"}",
            "{\"text\": \"the b in c\"}",
            "{\"text\": \"b the a unaffable c in b\"}"));
  }

  private static CommandLineRun run(String output, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("vectors", "--text", text, "--output", folder.resolve(output), "--min-count"));
    arguments.add(2);
    arguments.addAll(List.of(more));
    return CommandLineRun.here(arguments.toArray());
  }

  private static WordVectors vectors(String output, Object... more) {
    CommandLineRun run = run(output, more);
    assertThat(run.code()).as("%s", run.err()).isZero();
    return WordVectorsReader.read(folder.resolve(output)).vectors();
  }

  private static double distance(WordVectors vectors, String one, String other) {
    int a = vectors.words().indexOf(one) * vectors.dimension();
    int b = vectors.words().indexOf(other) * vectors.dimension();
    double sum = 0;
    for (int i = 0; i < vectors.dimension(); i++) {
      sum += Math.pow(vectors.table()[a + i] - vectors.table()[b + i], 2);
    }
    return Math.sqrt(sum);
  }

  /** Between the means of "b" and another word, by the encoder itself. */
  private static double expected(int sentence, int first, int second) {
    PretrainedEncoder encoder =
        PretrainedEncoderReader.read(
            new PretrainedEncoderDirectory(Location.of(ENCODER.toString())),
            PretrainedEncoderReader.Options.DEFAULT);
    List<float[][]> found =
        encoder.encodeWords(
            List.of(
                List.of("The", "unaffable", "in", "the", "un", "a"),
                List.of("the", "b", "in", "c"),
                List.of("b", "the", "a", "unaffable", "c", "in", "b")));
    double sum = 0;
    for (int i = 0; i < 6; i++) {
      double b = (found.get(1)[1][i] + found.get(2)[0][i] + found.get(2)[6][i]) / 3;
      double other = (found.get(sentence)[first][i] + found.get(2)[second][i]) / 2;
      sum += Math.pow(b - other, 2);
    }
    return Math.sqrt(sum);
  }

  @Test
  void aWordsVectorIsTheMeanOverTheTextOnPrincipalComponents() {
    WordVectors all = vectors("all.txt", "--encoder", ENCODER, "--dimension", 6);

    assertThat(all.words()).containsExactly("b", "in", "the", "a", "c", "unaffable");
    assertThat(all.dimension()).isEqualTo(6);
    double ratio = distance(all, "b", "unaffable") / distance(all, "b", "c");
    assertThat(ratio).isCloseTo(expected(0, 1, 3) / expected(1, 3, 4), within(1e-4));
    WordVectors fewer = vectors("fewer.bin", "--encoder", ENCODER, "--dimension", 2);
    float factor = fewer.table()[0] / all.table()[0];
    for (int row = 0; row < 6; row++) {
      for (int i = 0; i < 2; i++) {
        assertThat(fewer.table()[2 * row + i])
            .isCloseTo(factor * all.table()[6 * row + i], within(1e-5f));
      }
      assertThat(fewer.words().get(row)).isEqualTo(all.words().get(row));
    }
    double squares = 0;
    double mean = 0;
    for (float value : all.table()) {
      squares += value * value;
    }
    for (int row = 0; row < 6; row++) {
      mean += all.table()[6 * row];
    }
    assertThat(Math.sqrt(squares / 36)).isCloseTo(0.5, within(1e-5));
    assertThat(mean).isCloseTo(0, within(1e-5));
    WordVectors again = vectors("again.txt.gz", "--encoder", ENCODER, "--dimension", 6);
    assertThat(again.table()).as("the same again").isEqualTo(all.table());
  }

  @Test
  void tellsHowManyWordsThereWereMoreThanItMayTake() {
    assertThat(run("whole.txt", "--encoder", ENCODER, "--dimension", 2).out())
        .hasSize(2)
        .noneMatch(line -> line.contains("left out"));
    assertThat(run("two.txt", "--encoder", ENCODER, "--dimension", 2, "--max-words", 2).out())
        .contains("4 words more that occur 2 times or more are left out by --max-words");
  }

  @Test
  void lowerCaseCountsAWordInAnyCaseAndOthersComeBeside() throws IOException {
    Path glove = folder.resolve("glove.txt");
    Files.writeString(glove, "the 7 8\noslo 5 6\n");

    WordVectors joined =
        vectors(
            "joined.txt",
            "--encoder",
            ENCODER,
            "--dimension",
            3,
            "--lower-case",
            "--beside",
            glove,
            "--max-words",
            3);

    assertThat(joined.words()).containsExactly("the", "b", "in", "oslo");
    assertThat(joined.dimension()).isEqualTo(5);
    assertThat(joined.table()).containsSubsequence(7f, 8f).containsSubsequence(0, 0, 0, 5, 6);
    assertThat(joined.table()[0]).isNotZero();
    assertThat(List.of(joined.table()[8], joined.table()[9])).containsExactly(0f, 0f);
  }

  @Test
  void saysInOneLineWhatIsWrong() throws IOException {
    assertThat(run("none.txt").lastErr()).contains("'--encoder=DIR', or '--teacher=MODEL'");
    assertThat(run("none.txt", "--encoder", ENCODER, "--teacher", text).lastErr())
        .contains("exclude each other");
    assertThat(run("none.txt", "--encoder", ENCODER, "--dimension", 7).lastErr())
        .contains("have 6 values, found a dimension of 7; give at most 6");
    assertThat(run("none.txt", "--encoder", ENCODER, "--dimension", 0).lastErr())
        .contains("--dimension needs a whole number of 1 to");
    assertThat(
            CommandLineRun.here(
                    "vectors",
                    "--encoder",
                    ENCODER,
                    "--dimension",
                    2,
                    "--text",
                    text,
                    "--output",
                    folder.resolve("none.txt"),
                    "--min-count",
                    50)
                .lastErr())
        .contains("has 0 words that occur 50 times or more");
    Path plain = TinyModel.random(Files.createDirectory(folder.resolve("plain")));
    CommandLineRun teacher = run("none.txt", "--teacher", plain);
    assertThat(teacher.code()).isEqualTo(4);
    assertThat(teacher.lastErr()).contains("found a model without a pretrained encoder");
    assertThat(folder.resolve("none.txt")).doesNotExist();
  }
}
