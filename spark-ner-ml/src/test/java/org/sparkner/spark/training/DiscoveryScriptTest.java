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

package org.sparkner.spark.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.resource.ResourceInformation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code conf/gpu-discovery.sh} tells Spark. */
class DiscoveryScriptTest {
  private static final Path SCRIPT = Path.of("..", "conf", "gpu-discovery.sh");

  @TempDir Path bin;

  private record Outcome(int exitCode, String out, String error) {}

  /** The script sees the command that it uses and, if a test wrote one, nvidia-smi. */
  @BeforeEach
  void linkCommand() throws IOException {
    Files.createSymbolicLink(bin.resolve("awk"), Path.of("/usr/bin/awk"));
  }

  private void nvidiaSmi(String lines) throws IOException {
    Path command = bin.resolve("nvidia-smi");
    Files.writeString(command, "#!/bin/sh\n" + lines + "\n");
    assertThat(command.toFile().setExecutable(true)).isTrue();
  }

  private Outcome run() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("/bin/bash", SCRIPT.toString());
    builder.environment().put("PATH", bin.toString());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, error);
  }

  @Test
  void theIndicesOfNvidiaSmiAreTheAddresses() throws Exception {
    nvidiaSmi("echo 0; echo 3");
    ResourceInformation found = ResourceInformation.parseJson(run().out());
    assertThat(found.name()).isEqualTo("gpu");
    assertThat(found.addresses()).containsExactly("0", "3");
  }

  @Test
  void aHostWithoutNvidiaSmiIsNamed() throws Exception {
    Outcome outcome = run();
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.error()).contains("error: nvidia-smi is not on the PATH");
  }

  @Test
  void whatNvidiaSmiComplainsOfIsToldInOneLine() throws Exception {
    nvidiaSmi("echo 'NVIDIA-SMI has failed'; echo 'no driver'; exit 9");
    Outcome outcome = run();
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.error()).contains("NVIDIA-SMI has failed no driver").hasLineCount(1);
  }

  @Test
  void aHostWithoutGpusIsAnError() throws Exception {
    nvidiaSmi("true");
    assertThat(run().error()).contains("lists no GPU");
  }
}
