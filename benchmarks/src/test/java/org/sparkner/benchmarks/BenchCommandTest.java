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

package org.sparkner.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.RandomModel;

/** Which figures there are and how they hang together; never how large they are. */
class BenchCommandTest {
  private static final Path DATA = Path.of("../sample-data/wikigold/dev.conll").toAbsolutePath();

  @TempDir private static Path directory;
  private static Path model;
  private static Path encoder;

  @BeforeAll
  static void saveTinyModel() throws IOException {
    encoder = SmallEncoderFolder.write(directory.resolve("encoder"));
    model = directory.resolve("model");
    ModelWriter.write(RandomModel.tiny(), model, IfExists.REPLACE);
  }

  @Test
  void engineTellsItsSpeedItsRooflineAndWhereTheTimeGoes() throws IOException {
    JsonNode results =
        bench("engine", "--data", DATA, "--precision", "f32", "--seconds", 0.1, "--rounds", 3);

    assertThat(names(results))
        .containsExactly(
            "tokens_per_cpu_s",
            "tokens_per_wall_s",
            "gemm_gflops",
            "flops_per_token",
            "roofline_fraction",
            "paired_fraction",
            "first_pass_tokens_per_cpu_s",
            "first_pass_fraction",
            "allocated_bytes_per_token",
            "share_projections",
            "share_recurrence",
            "share_emissions",
            "share_crf",
            "share_other",
            "peak_rss_mb");
    double shares = 0;
    for (String phase : List.of("projections", "recurrence", "emissions", "crf", "other")) {
      shares += number(results, "share_" + phase);
    }
    assertThat(shares).isCloseTo(1, within(1e-9));
    double roofline = number(results, "gemm_gflops") * 1e9 / number(results, "flops_per_token");
    assertThat(number(results, "roofline_fraction"))
        .isCloseTo(number(results, "tokens_per_cpu_s") / roofline, within(1e-9));
    assertThat(number(results, "paired_fraction")).isGreaterThan(0);
    assertThat(number(results, "first_pass_fraction"))
        .isCloseTo(
            number(results, "first_pass_tokens_per_cpu_s") / number(results, "tokens_per_cpu_s"),
            within(1e-9));
  }

  @Tag("long")
  @Test
  void engineTellsTheSpeedUpOfThreads() throws IOException {
    JsonNode results =
        bench("engine", "--threads", 2, "--precision", "int8", "--seconds", 0.02, "--rounds", 3);

    assertThat(number(results, "threads")).isEqualTo(2);
    assertThat(number(results, "threads_tokens_per_wall_s")).isPositive();
    assertThat(number(results, "speedup_lower_quartile")).isPositive();
    assertThat(number(results, "speedup"))
        .isBetween(
            number(results, "speedup_lower_quartile"), number(results, "speedup_upper_quartile"));
    assertThat(number(results, "machine_speedup")).isPositive();
  }

  @Test
  void latencyTellsTheMiddleAndTheWorstOfAHundred() throws IOException {
    JsonNode results = bench("latency", "--data", DATA, "--seconds", 0.02);

    assertThat(names(results)).containsExactly("p50_ms", "p99_ms", "peak_rss_mb");
    assertThat(number(results, "p99_ms")).isGreaterThanOrEqualTo(number(results, "p50_ms"));
  }

  @Test
  void encoderTellsItsSpeedItsRooflineAndItsLoad() throws IOException {
    BenchRun run =
        BenchRun.of(
            "encoder",
            "--encoder",
            Path.of("../spark-ner-core/src/test/resources/tiny-encoder").toAbsolutePath(),
            "--data",
            DATA,
            "--device",
            "cpu",
            "--seconds",
            0.02,
            "--rounds",
            3,
            "--json");

    assertThat(run.code()).as(run.err().toString()).isZero();
    JsonNode results = new ObjectMapper().readTree(run.lastOut());
    assertThat(names(results))
        .containsExactly(
            "load_s",
            "tokens_per_cpu_s",
            "tokens_per_wall_s",
            "pieces_per_token",
            "gemm_gflops",
            "flops_per_token",
            "roofline_fraction",
            "largest_difference",
            "p50_ms",
            "p99_ms",
            "peak_rss_mb");
    double roofline = number(results, "gemm_gflops") * 1e9 / number(results, "flops_per_token");
    assertThat(number(results, "roofline_fraction"))
        .isCloseTo(number(results, "tokens_per_cpu_s") / roofline, within(1e-6));
    assertThat(number(results, "largest_difference")).isBetween(0.0, 1e-5);
    assertThat(number(results, "pieces_per_token")).isGreaterThan(1);
  }

  @ParameterizedTest
  @CsvSource({"f32, 0", "mixed, 2"})
  void fineTuningTellsItsSpeedAndItsRoofline(String precision, int frozen) throws IOException {
    JsonNode results =
        bench(
            "fine-tune",
            "--encoder",
            encoder,
            "--data",
            DATA,
            "--precision",
            precision,
            "--set",
            "training.encoder-frozen-layers=" + frozen,
            "--set",
            "training.encoder-capitalisation=true",
            "--window",
            32,
            "--batch",
            3,
            "--seconds",
            0.02,
            "--rounds",
            3);

    assertThat(names(results))
        .containsExactly(
            "tokens_per_cpu_s",
            "tokens_per_wall_s",
            "pieces_per_token",
            "pieces_per_step",
            "gemm_gflops",
            "flops_per_token",
            "roofline_fraction",
            "peak_rss_mb");
    assertThat(number(results, "pieces_per_step")).isBetween(3.0, 96.0);
    double roofline = number(results, "gemm_gflops") * 1e9 / number(results, "flops_per_token") / 3;
    assertThat(number(results, "roofline_fraction"))
        .isCloseTo(number(results, "tokens_per_cpu_s") / roofline, within(1e-6));
  }

  @Test
  void whatCannotBeFineTunedIsOneLine() {
    assertThat(BenchRun.of("fine-tune").lastErr())
        .isEqualTo("error: bench fine-tune needs --encoder, a directory");
    assertThat(BenchRun.of("fine-tune", "--encoder", encoder, "--precision", "int8").lastErr())
        .isEqualTo("error: bench fine-tune needs --precision f32 or mixed, found int8");
    assertThat(BenchRun.of("fine-tune", "--encoder", encoder, "--batch", 0).lastErr())
        .isEqualTo("error: --batch needs 1 or more, found 0");
    assertThat(
            BenchRun.of("fine-tune", "--encoder", encoder, "--data", DATA, "--device", "tpu")
                .lastErr())
        .startsWith("error: Device tpu is not known");
  }

  @Test
  void encoderIsConvertedReadsDocumentsAndGivesSomeLayersIfAsked() throws IOException {
    Path encoder = Path.of("../spark-ner-core/src/test/resources/encoders/mpnet").toAbsolutePath();
    Path folder = Files.createDirectory(directory.resolve("mpnet"));
    for (String file : List.of("config.json", "model.safetensors")) {
      Files.copy(encoder.resolve(file), folder.resolve(file));
    }
    Files.writeString(
        folder.resolve("vocab.txt"),
        "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n" + "abcdefghijklmno".replaceAll("(.)", "$1\n"));
    Path data = directory.resolve("letters.conll");
    String document = "-DOCSTART- O\n\n" + "a O\nb O\nc O\n\n".repeat(3);
    Files.writeString(data, document.repeat(4));
    List<Object> arguments =
        List.of("--encoder", folder, "--data", data, "--seconds", 0.02, "--rounds", 1, "--json");

    double sentences = piecesPerToken(arguments, "--encoder-precision", "int8");
    double documents =
        piecesPerToken(
            arguments,
            "--encoder-precision",
            "int8",
            "--set",
            "input.pretrained-encoder-layers=1",
            "--set",
            "input.pretrained-encoder-document=true");

    assertThat(sentences).isCloseTo(5.0 / 3, within(1e-9));
    assertThat(documents).isCloseTo(11.0 / 9, within(1e-9));
  }

  private static double piecesPerToken(List<Object> arguments, String... more) throws IOException {
    List<Object> all = new ArrayList<>(List.of("encoder"));
    all.addAll(arguments);
    all.addAll(List.of(more));
    BenchRun run = BenchRun.of(all.toArray());
    assertThat(run.code()).as(run.err().toString()).isZero();
    return number(new ObjectMapper().readTree(run.lastOut()), "pieces_per_token");
  }

  @Test
  void encodersThatCannotBeMeasuredAreOneLine() {
    assertThat(
            BenchRun.of(
                    "encoder",
                    "--encoder",
                    directory,
                    "--set",
                    "input.pretrained-encoder-document=true")
                .lastErr())
        .startsWith("error: ")
        .contains("--data");
    assertThat(BenchRun.of("encoder").lastErr())
        .isEqualTo(
            "error: bench encoder needs either --encoder, a directory, or --model, a saved model"
                + " with one");
    assertThat(BenchRun.of("encoder", "--model", model, "--data", DATA).lastErr())
        .startsWith("error: ")
        .contains("has no pretrained encoder");
  }

  @Tag("long")
  @Test
  void sparkTellsItsSpeedAndWhereTheTimeGoes() throws IOException {
    Path texts = directory.resolve("texts.jsonl");
    Files.writeString(texts, "{\"text\": \"Ada Lovelace met w1. They saw w2.\"}\n".repeat(1000));

    JsonNode results = bench("spark", "--data", texts, "--set", "spark.master=local[1]");

    assertThat(number(results, "tokens"))
        .as("of a round, which tags the text several times")
        .isEqualTo(BenchmarkInput.TEXT_REPEATS * 9000);
    assertThat(names(results))
        .contains("tokens_per_cpu_s", "tokens_per_wall_s", "us_network", "us_garbage_collector")
        .doesNotContain("speedup");
    double roofline = number(results, "gemm_gflops") * 1e9 / number(results, "flops_per_token");
    assertThat(number(results, "roofline_fraction"))
        .isCloseTo(number(results, "tokens_per_cpu_s") / roofline, within(1e-9));
  }

  @Tag("long")
  @Test
  void workersTellTheirSpeedUpAndTheShareOfAveraging() throws IOException {
    JsonNode results = bench("workers", "--seconds", "3");

    assertThat(names(results))
        .contains("speedup", "round_overhead_s", "overhead_share", "averaging_share");
    assertThat(number(results, "averaging_share")).isBetween(0.0, 1.0);
  }

  @Tag("long")
  @Test
  void roundsTellTheirCostByEachWayToRunIt() throws IOException {
    JsonNode results = bench("rounds", "--set", "spark.master=local[2]");

    assertThat(names(results)).contains("dl4j_round_overhead_s", "dl4j_bytes_received");
    assertThat(number(results, "round_overhead_s"))
        .isEqualTo(number(results, "spark_round_overhead_s"));
    assertThat(number(results, "spark_bytes_sent")).isPositive();
  }

  @Tag("long")
  @Test
  void soakTellsTheMemoryOfAnExecutor() throws IOException {
    Path texts = directory.resolve("long.jsonl");
    Files.writeString(texts, "{\"text\": \"Ada Lovelace met w1. They saw w2.\"}\n".repeat(1000));
    Path samples = directory.resolve("samples.csv");

    JsonNode results = bench("soak", "--data", texts, "--tokens", 18_000, "--samples", samples);

    assertThat(number(results, "tokens")).isEqualTo(18_000);
    assertThat(number(results, "peak_rss_mb")).isPositive();
    assertThat(names(results)).contains("rss_slope_mb_per_minute");
    assertThat(Files.readAllLines(samples))
        .startsWith("seconds,tokens,rss_mb")
        .hasSizeGreaterThan(1);
  }

  @Test
  void thePhasesOfTheSparkBenchmarkNameWhatThereIs() {
    for (String beginning : SparkBenchmark.PHASES.keySet()) {
      if (beginning.startsWith("org.sparkner.") && !beginning.endsWith(".")) {
        String type = beginning.replaceAll("\\.[a-z][A-Za-z]*$", "");
        assertThatCode(() -> Class.forName(type)).as(beginning).doesNotThrowAnyException();
      }
    }
  }

  @Tag("slow")
  @Tag("long")
  @Test
  void startLoadsInAProcessOfItsOwn() throws IOException {
    JsonNode results = bench("start");

    assertThat(names(results))
        .containsExactly("load_s", "first_entity_s", "peak_rss_mb", "reload_s");
    assertThat(number(results, "first_entity_s")).isGreaterThan(number(results, "load_s"));
  }

  @Test
  void dataWithoutSentencesIsRefused() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty.conll"));

    BenchRun run = BenchRun.of("engine", "--data", empty);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.lastErr()).startsWith("error: ").contains("empty.conll");
  }

  @Test
  void impossibleOptionsAreRefused() {
    assertThat(BenchRun.of("engine", "--threads", 0).lastErr())
        .isEqualTo("error: --threads needs 1 or more, found 0");
    assertThat(BenchRun.of("engine", "--seconds", -1).lastErr())
        .isEqualTo("error: --seconds needs more than 0, found -1.0");
    BenchRun run = BenchRun.of("engine", "--precision", "f16");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).startsWith("error: ").contains("f16", "int8");
  }

  @Test
  void linearModelsAreMeasuredWithoutARoofline() throws IOException {
    Path linear = directory.resolve("linear");
    String[] training = {
      "train", "--train", DATA.toString(), "--model", linear.toString(), "--set", "algorithm=hmm"
    };
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    assertThat(org.sparkner.jobs.Main.run(nowhere, nowhere, training)).isZero();

    BenchRun run =
        BenchRun.of(
            "engine",
            "--model",
            linear,
            "--data",
            DATA,
            "--seconds",
            0.05,
            "--rounds",
            3,
            "--json");

    assertThat(run.code()).as(run.err().toString()).isZero();
    JsonNode results = new ObjectMapper().readTree(run.lastOut());
    assertThat(number(results, "tokens_per_cpu_s")).isPositive();
    assertThat(names(results)).doesNotContain("roofline_fraction");
  }

  @Test
  void hasHelpUnderTheNameOfTheCommand() {
    BenchRun run = BenchRun.of("--help");

    assertThat(run.code()).isZero();
    assertThat(run.out()).first().asString().startsWith("Usage: spark-ner bench");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "foo://there/x"})
  void modelThatIsNotThereIsOneLine(String place) {
    BenchRun run = BenchRun.of("latency", "--model", place);

    assertThat(run.code()).isBetween(2, 4);
    assertThat(run.err()).singleElement().asString().startsWith("error: " + place + ": ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--model", "--data", "--vectors", "--config"})
  void samplesThatWouldReplaceWhatIsReadAreRefused(String read) throws IOException {
    Path file = Files.writeString(directory.resolve("read.txt"), "training.seed = 1");

    BenchRun run = BenchRun.of("soak", "--samples", file, read, file);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString().startsWith("error: --samples");
    assertThat(run.lastErr()).contains(read).contains("nothing was changed");
    assertThat(file).hasContent("training.seed = 1");
  }

  private static JsonNode bench(String what, Object... more) throws IOException {
    List<Object> args = new ArrayList<>(List.of(what, "--model", model, "--json"));
    args.addAll(List.of(more));
    BenchRun run = BenchRun.of(args.toArray());
    assertThat(run.err()).noneMatch(line -> line.startsWith("error"));
    assertThat(run.code()).isZero();
    return new ObjectMapper().readTree(run.lastOut());
  }

  private static List<String> names(JsonNode results) {
    List<String> names = new ArrayList<>();
    results.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static double number(JsonNode results, String name) {
    assertThat(results.has(name)).as(name).isTrue();
    return results.get(name).asDouble();
  }
}
