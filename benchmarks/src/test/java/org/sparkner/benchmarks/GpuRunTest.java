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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal of {@code benchmarks/gpu/run} on the processor. */
@Tag("long")
class GpuRunTest {
  @TempDir Path directory;

  @Test
  void everythingThatAGpuIsToShowRunsOnTheProcessor() throws Exception {
    Path table = directory.resolve("table.md");
    Path log = directory.resolve("log");
    Process process =
        new ProcessBuilder(
                "../benchmarks/gpu/run",
                "--device=cpu",
                "--batches=10",
                "--callers=2",
                "--windows=4",
                "--seconds=2",
                "--limit=560",
                "--class-path=" + System.getProperty("java.class.path"),
                "--data=../sample-data/wikigold",
                "--encoder=" + SmallEncoderFolder.write(directory.resolve("small-encoder")),
                "--output=" + table)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor(590, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    assertThat(Files.readString(table))
        .containsPattern("BiLSTM-CNN-CRF, batches of 10 \\| [\\d,]+ tokens/s")
        .containsPattern("small-encoder, f32: vectors for tagging, 2 at once \\| [\\d,]+ tokens/s")
        .containsPattern("small-encoder: fine-tuning, batches of 4 windows \\| [\\d,]+ tokens/s")
        .containsPattern("F1 after two epochs on cpu \\| [\\d.]+")
        .contains("two workers on one GPU | error: Device cuda:0 is asked for")
        .doesNotContain("not run");
  }
}
