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

package org.sparkner.jobs.distill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;
import org.sparkner.model.ModelReader;
import org.sparkner.model.NerModel;
import org.sparkner.model.Tensor;

/** A student of a tiny teacher, by the command line. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DistillCommandTest {
  private static final Path TEXT = CommandLineRun.SAMPLE.resolve("raw/1865-Lincoln.txt");

  @TempDir private static Path directory;
  private static Path teacher;
  private static Path train;
  private static Path valid;
  private static Path silver;

  @BeforeAll
  static void haveATeacher() throws IOException {
    teacher = TinyModel.train(directory);
    train = TinyModel.sentences(directory, "wikigold/train.conll", 40);
    valid = TinyModel.sentences(directory, "wikigold/dev.conll", 50);
    silver = directory.resolve("silver table");
  }

  private static CommandLineRun distill(Path model, Object... more) {
    List<Object> args = new ArrayList<>(List.of("distill", "--teacher", teacher));
    args.addAll(List.of("--silver", silver));
    args.addAll(List.of(TinyModel.training(train, valid, model, 2)).subList(1, 7));
    args.addAll(List.of("--epochs", 2, "--set", "network.hidden=24"));
    args.addAll(List.of("--set", "network.word-dimension=20"));
    args.addAll(List.of(more));
    return CommandLineRun.here(args.toArray());
  }

  private static void assertSameWeights(Path found, Path expected) {
    NerModel other = ModelReader.read(expected);
    NerModel model = ModelReader.read(found);
    for (Tensor tensor : other.weights().tensors()) {
      assertThat(model.weights().values(tensor.name()))
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
  }

  private static void assertRefused(CommandLineRun run, String message) {
    assertThat(run.code()).isBetween(2, 4);
    assertThat(run.err()).filteredOn(line -> line.startsWith("error")).hasSize(1);
    assertThat(run.lastErr()).startsWith("error: ").contains(message);
  }

  @Test
  @Order(1)
  void aStudentLearnsFromWhatItsTeacherThinksWhichIsKept() throws IOException {
    Path model = directory.resolve("student");
    CommandLineRun run = distill(model, "--text", TEXT);
    assertThat(run.code()).as(String.join("\n", run.err())).isZero();
    assertThat(run.err()).anyMatch(line -> line.matches(".*silver table: [\\d,]+ sentences of .*"));
    assertThat(Files.readString(silver.resolve("silver.json")))
        .contains("\"version\" : 1")
        .contains("\"teacher\" : \"")
        .contains("S-PER");
    assertThat(silver.resolve("sentences")).isDirectory();
    assertThat(directory.resolve("silver table.unfinished")).doesNotExist();
    // More words than the labelled sentences have: those of the text.
    assertThat(ModelReader.read(model).training().trainingSentences()).isGreaterThan(40);
  }

  @Test
  @Order(2)
  void aSecondStudentCostsNoTaggingAndIsTheSameWhetherDistilledOrTrained() throws IOException {
    Path written = silver.resolve("silver.json");
    Object time = Files.getLastModifiedTime(written);
    Path again = directory.resolve("again");
    CommandLineRun run =
        distill(again, "--text", TEXT, "--workers", 1, "--set", "spark.master=local[2]");
    assertThat(run.code()).as(String.join("\n", run.err())).isZero();
    assertThat(Files.getLastModifiedTime(written)).isEqualTo(time);
    Path trained = directory.resolve("trained");
    CommandLineRun training =
        CommandLineRun.here(
            TinyModel.training(train, valid, trained, 2, "--set", "silver.table=" + silver));
    assertThat(training.code()).as(String.join("\n", training.err())).isZero();
    assertSameWeights(trained, directory.resolve("student"));
    assertSameWeights(again, trained);
  }

  @Test
  @Order(3)
  void refusesATableOfAnotherTextOrTeacher() {
    assertRefused(
        distill(
            directory.resolve("none"),
            "--text",
            CommandLineRun.SAMPLE.resolve("raw/1961-Kennedy.txt")),
        "is a silver table of another text; give another directory, or delete this one");
    assertThat(directory.resolve("none")).doesNotExist();
  }

  @Test
  @Order(4)
  void refusesATeacherOfOtherTypesBeforeItTags() throws IOException {
    Path people = directory.resolve("people.conll");
    Files.writeString(people, Files.readString(train).replaceAll("[BI]-(LOC|ORG|MISC)", "O"));
    Path none = directory.resolve("none silver");
    CommandLineRun run =
        CommandLineRun.here(
            "distill",
            "--teacher",
            teacher,
            "--text",
            TEXT,
            "--train",
            people,
            "--model",
            directory.resolve("none"),
            "--silver",
            none);
    assertRefused(
        run, "The teacher finds LOC, MISC, ORG, PER, the labelled sentences have PER; both need");
    assertThat(none).doesNotExist();
  }

  @Test
  @Order(5)
  void refusesWhatIsNoTableOrLeavesNothingToLearnFrom() {
    Path none = directory.resolve("none");
    assertRefused(
        CommandLineRun.here(
            TinyModel.training(train, valid, none, 1, "--set", "silver.table=" + teacher)),
        "is no silver table, for it has no silver.json; spark-ner distill writes one");
    assertRefused(
        CommandLineRun.here(
            TinyModel.training(
                train,
                valid,
                none,
                1,
                "--set",
                "silver.table=" + silver,
                "--set",
                "silver.minimum-confidence=0.999999999")),
        "lower the minimum confidence");
    assertRefused(
        distill(none, "--text", TEXT, "--set", "silver.table=x"),
        "silver.table is for train, where a teacher has tagged the text already");
    assertRefused(
        distill(none, "--text", TEXT, "--set", "algorithm=crf"),
        "--teacher is for networks; leave it out");
    assertRefused(distill(none, "--text", directory.resolve("nothing.txt")), "nothing.txt");
    assertRefused(
        CommandLineRun.here(
            "distill",
            "--teacher",
            directory.resolve("nobody"),
            "--text",
            TEXT,
            "--train",
            train,
            "--model",
            none),
        "nobody");
  }
}
