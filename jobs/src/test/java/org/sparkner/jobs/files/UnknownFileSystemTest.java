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

package org.sparkner.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.util.VersionInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.Settings;

/** File systems that are not there: one line that says what to do, before any work is done. */
class UnknownFileSystemTest {
  @TempDir private static Path directory;
  private static Path model;
  private static Path data;

  @BeforeAll
  static void make() throws IOException {
    model = TinyModel.random(directory);
    data = Files.writeString(directory.resolve("data.conll"), "Ada B-PER\nmet O\nBob B-PER\n\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train --train URI --model OUT",
        "train --train DATA --valid URI --model OUT",
        "train --train DATA --vectors URI --model OUT",
        "train --train DATA --gazetteer URI --model OUT",
        "train --train DATA --gazetteer PER=URI --model OUT",
        "train --train DATA --set input.pretrained-encoder=URI --model OUT",
        "train --train DATA --model URI",
        "train --train DATA --model URI --overwrite",
        "train --train DATA --model OUT --checkpoint URI",
        "train --train DATA --model OUT --log URI",
        "train --train DATA --model OUT --config URI",
        "tag --model URI --input DATA --output OUT",
        "tag --model MODEL --input URI --output OUT --input-format text",
        "tag --model MODEL --input DATA --output URI --overwrite",
        "tag --model MODEL --input DATA --output OUT --incremental --checkpoint URI",
        "evaluate --model URI --data DATA",
        "evaluate --model MODEL --data URI",
        "evaluate --model MODEL --data DATA --report URI",
        "evaluate --model MODEL --data DATA --report URI --overwrite",
        "calibrate --model URI --data DATA --output OUT",
        "calibrate --model MODEL --data URI --output OUT",
        "calibrate --model MODEL --data DATA --output URI --overwrite",
        "inspect --model URI",
        "ablate --train URI --valid DATA --output OUT",
        "ablate --train DATA --valid URI --output OUT",
        "ablate --train DATA --valid DATA --vectors URI --output OUT"
      })
  void everyPathOfEveryCommandIsRefusedInOneLine(String command) {
    String[] arguments =
        command
            .replace("URI", "foo://there/x")
            .replace("DATA", data.toString())
            .replace("MODEL", model.toString())
            .replace("OUT", directory.resolve("out").toString())
            .split(" ");

    CommandLineRun run = CommandLineRun.here((Object[]) arguments);

    assertThat(run.lastErr()).startsWith("error: ").contains("there/x");
    assertThat(run.code()).as(run.lastErr()).isBetween(2, 3);
    assertThat(run.err()).noneMatch(line -> line.startsWith("\tat"));
    assertThat(run.err().stream().filter(line -> line.startsWith("error: "))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "s3a://bucket/x, --packages org.apache.hadoop:hadoop-aws:HADOOP",
    "s3://bucket/x, write s3a:",
    "s3n://bucket/x, write s3a:",
    "gs://bucket/x, no file system for gs:",
    "abfss://box@account.dfs.core.windows.net/x, org.apache.hadoop:hadoop-azure:HADOOP",
    "foo:/x, no file system for foo:",
    "hdfs://no.such.host.invalid:8020/x, the host no.such.host.invalid:8020 is not known",
    "hdfs://no.such.host.invalid/x, the host no.such.host.invalid is not known",
    "hdfs:///x, no host"
  })
  void saysWhatIsMissingAndWhatToDo(String uri, String message) {
    assertThatThrownBy(() -> Location.of(uri).exists())
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(uri + ": ")
        .hasMessageContaining(message.replace("HADOOP", VersionInfo.getVersion()));
  }

  @Test
  void fileThatIsNamedLikeAUriIsReadWhereItsPathIsSaid() throws IOException {
    Files.createDirectories(directory.resolve("foo:"));
    Path file = Files.writeString(directory.resolve("foo:/x"), "text");

    assertThat(Location.of(file.toString()).exists()).isTrue();
    assertThat(Location.of("./foo:/x").isLocal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yarn", "k8s://https://host:443", "local[0]", "local[", "lcoal"})
  void embeddedSparkHasNoOtherMaster(String master) {
    assertThatThrownBy(
            () ->
                Sessions.open(Settings.load(null, java.util.Map.of(), java.util.Map.of()), master))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(master)
        .hasMessageContaining("SPARK_HOME");
  }
}
