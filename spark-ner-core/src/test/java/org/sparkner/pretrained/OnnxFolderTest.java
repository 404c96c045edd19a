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

package org.sparkner.pretrained;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxFolderTest {
  @TempDir private Path temporary;

  /** A program that reads an encoder twice. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      System.out.println(TinyEncoder.read().encode(List.of("the")).length);
      System.out.println(TinyEncoder.read().encode(List.of("the", "un")).length);
    }
  }

  @Test
  void nothingStaysInTheTemporaryDirectory() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .redirectErrorStream(true)
            .start();

    String printed = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed).contains("1\n2\n");
    assertThat(temporary).isEmptyDirectory();
  }
}
