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

package org.sparkner.jobs.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.Main;
import org.sparkner.jobs.TinyModel;
import picocli.CommandLine;

/** Models that are signed, and commands that load only such. */
@Tag("slow")
class SignCommandTest {
  private static final Path DEV = CommandLineRun.SAMPLE.resolve("wikigold/dev.conll");

  @TempDir private static Path shared;
  private static Path signed;
  private static Path unsigned;
  private static Path keys;

  @BeforeAll
  static void signOne() throws IOException {
    keys = shared.resolve("keys");
    assertThat(CommandLineRun.here("sign", "--new-key", keys).code()).isZero();
    unsigned = TinyModel.random(Files.createDirectory(shared.resolve("unsigned")));
    signed = TinyModel.random(Files.createDirectory(shared.resolve("signed")));
    CommandLineRun run = CommandLineRun.here("sign", "--key", keys.resolve("private.pem"), signed);
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(run.lastOut()).matches("signed .* by the key [0-9a-f]{64}");
  }

  @Test
  void eachCommandThatLoadsAModelHasTheOption() {
    List<String> without =
        Main.commandLine().getSubcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(
                command ->
                    command.options().stream()
                        .anyMatch(option -> option.paramLabel().equals("MODEL")))
            .filter(command -> command.findOption("--trusted-keys") == null)
            .map(CommandLine.Model.CommandSpec::name)
            .toList();

    assertThat(without).isEmpty();
  }

  static Stream<List<Object>> commands() {
    Path text = shared.resolve("text.txt");
    Path new1 = shared.resolve("new");
    return Stream.of(
        List.of("inspect", "--model", unsigned),
        List.of("evaluate", "--model", unsigned, "--data", DEV),
        List.of("evaluate", "--compare", signed, unsigned, "--data", DEV),
        List.of("calibrate", "--model", unsigned, "--data", DEV, "--output", new1),
        List.of("compress", "--model", unsigned, "--output", new1, "--bits", "8"),
        List.of("quantise", "--model", unsigned, "--data", DEV, "--output", new1),
        List.of("try", "--model", unsigned),
        List.of("serve", "--model", unsigned, "--port", "0"),
        List.of("vectors", "--teacher", unsigned, "--text", text, "--output", new1),
        List.of("tag", "--model", unsigned, "--input", text, "--output", new1),
        List.of("distill", "--teacher", unsigned, "--text", text, "--train", DEV, "--model", new1));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aModelThatIsNotSignedIsRefusedInOneLine(List<Object> arguments) throws IOException {
    Files.writeString(shared.resolve("text.txt"), "Ada met Bob in Rome.");
    Stream<Object> more = Stream.of("--trusted-keys", keys.resolve("public.pem"));

    CommandLineRun run = CommandLineRun.here(Stream.concat(arguments.stream(), more).toArray());

    assertThat(run.err().stream().filter(line -> line.startsWith("error: ")))
        .singleElement()
        .asString()
        .contains("only models signed by a trusted key are, and it is not signed");
    assertThat(run.lastErr()).startsWith("error: ");
    assertThat(run.code()).isEqualTo(4);
    assertThat(shared.resolve("new")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"--trusted-keys=, --trusted-keys", "--set=models.trusted-keys=, models.trusted-keys"})
  void noKeysAreNotTrustInEverybody(String option, String named) {
    CommandLineRun run = CommandLineRun.here("inspect", "--model", signed, option);

    assertThat(run.lastErr()).startsWith("error: " + named + " is empty; ");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void aSignedModelTags() throws IOException {
    Path text = Files.writeString(shared.resolve("other.txt"), "Ada met Bob in Rome.");
    Path output = shared.resolve("tagged");

    CommandLineRun run =
        CommandLineRun.here(
            "tag",
            "--model",
            signed,
            "--input",
            text,
            "--output",
            output,
            "--set",
            "models.trusted-keys=" + keys.resolve("public.pem"));

    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(output).isNotEmptyDirectory();
  }

  @Test
  void whatRewritesAModelDropsItsSignature() {
    Path small = shared.resolve("small");
    Object[] trusted = {"--trusted-keys", keys.resolve("public.pem")};
    CommandLineRun run =
        CommandLineRun.here(
            "compress",
            "--model",
            signed,
            "--output",
            small,
            "--bits",
            "8",
            trusted[0],
            trusted[1]);

    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(CommandLineRun.here("inspect", "--model", small).code()).isZero();
    assertThat(CommandLineRun.here("inspect", "--model", small, trusted[0], trusted[1]).lastErr())
        .contains("it is not signed");
  }

  @Test
  void theSettingIsTakenWhereTheOptionIsNotGiven() {
    CommandLineRun run =
        CommandLineRun.here(
            "inspect",
            "--model",
            unsigned,
            "--set",
            "models.trusted-keys=" + keys.resolve("public.pem"));

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.lastErr()).contains("it is not signed");
  }

  @Test
  void theDirectoryOfANewPairIsNoPlaceOfTrustedKeys() {
    CommandLineRun run = CommandLineRun.here("inspect", "--model", signed, "--trusted-keys", keys);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).contains("private.pem: found PRIVATE KEY");
  }

  @Test
  void signingLeavesNothingElseBehindAndReplacesASignature() throws IOException {
    Path model = TinyModel.random(Files.createDirectory(shared.resolve("twice")));
    Path other = shared.resolve("other keys");
    CommandLineRun.here("sign", "--new-key", other);
    CommandLineRun.here("sign", "--key", other.resolve("private.pem"), model);

    CommandLineRun run = CommandLineRun.here("sign", "--key", keys.resolve("private.pem"), model);

    assertThat(run.code()).as("%s", run.err()).isZero();
    try (Stream<Path> files = Files.list(model.resolve("model"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "manifest.json", "manifest.sig", "lexicon.txt", "weights.safetensors");
    }
    assertThat(
            CommandLineRun.here(
                    "inspect", "--model", model, "--trusted-keys", keys.resolve("public.pem"))
                .code())
        .isZero();
  }

  @Test
  void whatCannotBeSignedIsRefused() throws IOException {
    Path key = keys.resolve("private.pem");
    Path none = shared.resolve("none");

    assertThat(CommandLineRun.here("sign", "--key", key, none).code()).isEqualTo(4);
    assertThat(CommandLineRun.here("sign", "--key", keys.resolve("public.pem"), signed).lastErr())
        .contains("found PUBLIC KEY, expected one private key");
    assertThat(CommandLineRun.here("sign", signed).code()).isEqualTo(2);
    assertThat(CommandLineRun.here("sign").code()).isEqualTo(2);
    assertThat(CommandLineRun.here("sign", "--new-key", keys).lastErr()).contains("exists");
    assertThat(CommandLineRun.here("sign", "--new-key", none, "--key", key).code()).isEqualTo(2);
  }
}
