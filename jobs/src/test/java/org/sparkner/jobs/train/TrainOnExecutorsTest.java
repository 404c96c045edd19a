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

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.Settings;

@Tag("slow")
class TrainOnExecutorsTest {
  @TempDir private Path directory;

  private CommandLineRun train(Path model, Object... more) throws Exception {
    return CommandLineRun.here(
        TinyModel.training(
            TinyModel.sentences(directory, "wikigold/train.conll", 60),
            TinyModel.sentences(directory, "wikigold/dev.conll", 10),
            model,
            2,
            more));
  }

  @Test
  void oneWorkerTrainsTheModelThatThisMachineWould() throws Exception {
    Path here = directory.resolve("here");
    Path there = directory.resolve("there");

    assertThat(train(here).code()).isZero();
    assertThat(train(there, "--workers", 1).code()).isZero();

    assertThat(there.resolve("model/weights.safetensors"))
        .hasSameBinaryContentAs(here.resolve("model/weights.safetensors"));
    assertThat(here.resolve("rounds.csv")).doesNotExist();
  }

  @Test
  void executorsReadTagsOfAnySpelling() throws Exception {
    Path usual = TinyModel.sentences(directory, "wikigold/train.conll", 60);
    Path valid = TinyModel.sentences(directory, "wikigold/dev.conll", 10);
    String text = Files.readString(usual);
    Path spelled =
        Files.writeString(
            directory.resolve("spelled.conll"),
            text.replaceAll("(?m) ([BI])-([A-Z]+)$", " $2-$1").replaceAll("(?m) O$", " 0"));
    Path odd =
        Files.writeString(directory.resolve("odd.conll"), text + "\nAda I-PER\n\nLondon LOC\n");

    CommandLineRun run =
        CommandLineRun.here(
            TinyModel.training(spelled, valid, directory.resolve("a"), 1, "--workers", 1));
    CommandLineRun refused =
        CommandLineRun.here(
            TinyModel.training(odd, valid, directory.resolve("b"), 1, "--workers", 1));

    assertThat(run.code()).as(String.join("\n", run.err())).isZero();
    assertThat(run.err()).anyMatch(line -> line.startsWith("tags ") && line.contains("PER"));
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.lastErr())
        .contains("odd.conll:" + (text.lines().count() + 4) + ": found the tag LOC");
  }

  @Test
  void theModelHasTheRoundsOfItsTrainingBesideItsLog() throws Exception {
    Path model = directory.resolve("model");

    CommandLineRun run =
        train(
            model,
            "--workers",
            2,
            "--set",
            "spark.master=local[2]",
            "--set",
            "distribution.averaging-interval=2",
            "--set",
            "distribution.half-precision=true",
            "--set",
            "input.pretrained-encoder="
                + CommandLineRun.HOME.resolve("spark-ner-core/src/test/resources/tiny-encoder"),
            "--set",
            "input.pretrained-encoder-document=true");

    assertThat(run.code()).as(String.join("\n", run.err())).isZero();
    List<String> rounds = Files.readAllLines(model.resolve("rounds.csv"));
    assertThat(rounds.get(0)).startsWith("epoch,first_batch,steps,sentences,tokens,bytes_sent");
    String start = Files.readAllLines(model.resolve("training.jsonl")).get(0);
    int sentences =
        rounds.stream().filter(line -> line.startsWith("2,")).mapToInt(this::sentences).sum();
    assertThat(start).contains("\"sentences\":" + sentences + ",");
    BufferedImage chart = ImageIO.read(model.resolve("rounds.png").toFile());
    assertThat(chart.getWidth()).isGreaterThan(chart.getHeight());
  }

  private int sentences(String round) {
    return Integer.parseInt(round.split(",")[3]);
  }

  @Test
  void moreWorkersThanTaskSlotsAreRefusedAndNothingIsWritten() throws Exception {
    Path model = directory.resolve("model");

    CommandLineRun run = train(model, "--workers", 3, "--set", "spark.master=local[2]");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).last().asString().contains("3 workers", "Spark has 2");
    assertThat(model).doesNotExist();
    assertThat(directory.resolve("model.checkpoint")).doesNotExist();
  }

  @Test
  void dataOfAnotherSchemeIsRefused() throws Exception {
    CommandLineRun run = train(directory.resolve("model"), "--workers", 1, "--scheme", "bioes");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).last().asString().contains("--scheme says bioes");
  }

  @Test
  void aMalformedLineIsNamedWithItsFile() throws Exception {
    Path broken = directory.resolve("broken.conll");
    Files.writeString(broken, "Ada B-PER\nwaits\n\n");

    CommandLineRun run =
        CommandLineRun.here(
            "train", "--train", broken, "--model", directory.resolve("model"), "--workers", 1);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).last().asString().contains("broken.conll").contains("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; array('NOUN', NULL); has a null in parts, expected",
        "1; array('NOUN', NULL); has a null in parts, expected",
        "1; array('NOUN'); has 1 in parts, expected as many",
      })
  void aRowOfParquetThatIsNotWholeIsNamedInOneLine(int workers, String parts, String found) {
    Path data = directory.resolve("rows.parquet");
    Sessions.open(Settings.load(null, Map.of(), Map.of()))
        .sql("SELECT array('Ada', 'sings') tokens, array('B-PER', 'O') tags, " + parts + " parts")
        .write()
        .parquet(data.toString());
    Sessions.close();
    List<Object> args =
        new ArrayList<>(List.of("train", "--train", data, "--attribute-column", "parts"));
    args.addAll(List.of("--set", "network.attribute-dimension=3", "--workers", workers));
    args.addAll(List.of("--model", directory.resolve("model")));

    CommandLineRun run = CommandLineRun.here(args.toArray());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.lastErr())
        .contains("rows.parquet: a row of 2 strings in tokens")
        .contains(found);
    assertThat(directory.resolve("model")).doesNotExist();
  }

  @Test
  void dataThatIsNotOfTheFormatIsOneLine() {
    CommandLineRun run =
        CommandLineRun.here(
            "train",
            "--train",
            CommandLineRun.SAMPLE.resolve("wikigold/dev.conll"),
            "--format",
            "parquet",
            "--model",
            directory.resolve("model"),
            "--workers",
            1);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.lastErr()).contains("dev.conll: cannot be read as PARQUET (");
    assertThat(directory.resolve("model")).doesNotExist();
  }
}
