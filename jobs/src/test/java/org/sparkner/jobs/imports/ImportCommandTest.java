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

package org.sparkner.jobs.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.model.TinyClassifier;

class ImportCommandTest {
  private static final Map<String, float[]> SCORES =
      Map.of("ada", new float[] {0, 5, 0}, "lovelace", new float[] {0, 0, 5});

  @TempDir private static Path folder;
  private static Path classifier;
  private static Path model;

  @BeforeAll
  static void importClassifier() throws IOException {
    classifier = folder.resolve("classifier");
    model = folder.resolve("model");
    TinyClassifier.write(classifier, List.of("O", "B-PER", "I-PER"), SCORES);
    CommandLineRun run = CommandLineRun.here("import", "--onnx", classifier, "--model", model);
    assertThat(run.err()).noneMatch(line -> line.startsWith("error"));
    assertThat(run.code()).isZero();
    assertThat(run.out()).containsExactly("model " + model + ", of labels in IOB2: O B-PER I-PER");
  }

  private static Path labeled(int sentences) throws IOException {
    Path data = folder.resolve("gold" + sentences + ".conll");
    String right = "Then O\nAda B-PER\nLovelace I-PER\ncame O\n\n";
    String wrong = "an O\nAda O\n\n";
    return Files.writeString(data, right.repeat(sentences) + wrong.repeat(sentences / 2));
  }

  @Test
  void theModelIsEvaluatedLikeAnyOther() throws IOException {
    CommandLineRun run =
        CommandLineRun.here("evaluate", "--model", model, "--data", labeled(4), "--json");

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(run.out().get(run.out().size() - 1)).contains("\"recall\":100");
  }

  @Test
  void theModelIsInspected() {
    CommandLineRun run = CommandLineRun.here("inspect", "--model", model);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("algorithm    classifier", "classifier   3 labels in IOB2: O B-PER I-PER")
        .last()
        .asString()
        .startsWith("verified");
  }

  @Test
  void itsTemperatureIsFitted() throws IOException {
    Path calibrated = folder.resolve("calibrated");

    CommandLineRun run =
        CommandLineRun.here(
            "calibrate", "--model", model, "--data", labeled(150), "--output", calibrated);

    assertThat(run.code()).as(run.err().toString()).isZero();
    List<String> inspected = CommandLineRun.here("inspect", "--model", calibrated).out();
    assertThat(inspected)
        .filteredOn(line -> line.startsWith("temperature"))
        .noneMatch(line -> line.endsWith(" 1.00"));
  }

  @Test
  void theModelTagsWithSpark() throws IOException {
    Path texts = Files.writeString(folder.resolve("texts.txt"), "Then Ada Lovelace came.\n");
    Path tagged = folder.resolve("tagged");

    CommandLineRun run =
        CommandLineRun.here(
            "tag",
            "--model",
            model,
            "--input",
            texts,
            "--output",
            tagged,
            "--output-format",
            "jsonl",
            "--device",
            "cpu");

    assertThat(run.code()).as(run.err().toString()).isZero();
    try (var files = Files.walk(tagged)) {
      assertThat(
              files
                  .filter(
                      file ->
                          file.toString().endsWith(".jsonl") || file.toString().endsWith(".json"))
                  .map(ImportCommandTest::content)
                  .reduce("", String::concat))
          .contains("\"text\":\"Ada Lovelace\"", "\"type\":\"PER\"");
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aGpuThatCannotBeHadIsOneLine() throws IOException {
    CommandLineRun run =
        CommandLineRun.here("evaluate", "--model", model, "--data", labeled(4), "--device", "cuda");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().get(run.err().size() - 1))
        .startsWith("error: A GPU is asked for (device = cuda)")
        .contains("onnxruntime_gpu");
  }

  @Test
  void classifiersThatCannotBeReadAreOneLine() throws IOException {
    Path nameless = folder.resolve("nameless");
    TinyClassifier.write(nameless, List.of("LABEL_0", "LABEL_1"), Map.of());
    assertRefused(4, "LABEL_0 in id2label, which says nothing", nameless);
    assertRefused(4, "model.onnx cannot be used: found no such file", folder.resolve("nowhere"));
    CommandLineRun run =
        CommandLineRun.here(
            "import", "--onnx", classifier, "--model", model, "--scheme", "BIO", "--overwrite");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).last().asString().contains("--scheme needs IOB1, IOB2, BIOES or PLAIN");
  }

  private static void assertRefused(int code, String line, Path onnx) {
    CommandLineRun run =
        CommandLineRun.here("import", "--onnx", onnx, "--model", folder.resolve("refused"));
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.err()).last().asString().startsWith("error: ").contains(line);
    assertThat(folder.resolve("refused")).doesNotExist();
  }

  @Test
  void trainingOneIsRefused() throws IOException {
    CommandLineRun run =
        CommandLineRun.here(
            "train",
            "--train",
            labeled(4),
            "--model",
            folder.resolve("trained"),
            "--set",
            "algorithm=classifier");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).last().asString().contains("algorithm").contains("classifier");
  }
}
