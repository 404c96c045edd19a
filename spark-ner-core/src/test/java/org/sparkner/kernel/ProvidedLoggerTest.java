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

package org.sparkner.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

/** A program without logging hears nothing of it. */
class ProvidedLoggerTest {
  /** Chooses kernels, as every tagging does. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      KernelProvider.best();
      ProductProvider.single();
    }
  }

  @Test
  void withoutAProviderNothingIsPrinted() throws IOException, InterruptedException {
    String jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jar -> !jar.contains("slf4j-simple"))
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "--add-modules=jdk.incubator.vector",
                "-cp",
                jars,
                Program.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed.lines()).noneMatch(line -> line.contains("SLF4J"));
  }

  @Test
  void withAProviderItIsTheLoggerOfTheClass() {
    assertThat(ProvidedLogger.of(KernelProvider.class)).isNotSameAs(NOPLogger.NOP_LOGGER);
    assertThat(ProvidedLogger.of(KernelProvider.class).getName())
        .isEqualTo(KernelProvider.class.getName());
  }
}
