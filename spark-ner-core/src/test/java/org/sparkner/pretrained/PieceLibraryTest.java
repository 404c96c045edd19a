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

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads the library in processes of their own. */
class PieceLibraryTest {
  private static final String LIBRARY =
      TokenizersLibrary.class.getProtectionDomain().getCodeSource().getLocation().getPath();

  @TempDir private Path folder;

  /** Prints the pieces of a word. */
  static final class Cut {
    public static void main(String[] arguments) throws IOException {
      byte[] json = Files.readAllBytes(Path.of(arguments[0]));
      try {
        PieceTokenizer pieces = PieceTokenizer.open(json, new PretrainedEncoderFault(arguments[0]));
        System.out.print(Arrays.toString(pieces.pieces(List.of(arguments[1]))[0]));
      } catch (RuntimeException e) {
        System.out.print(e.getClass().getSimpleName() + ": " + e.getMessage());
      }
    }
  }

  private Process start(List<String> classPath, Path temporary, Path home) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Duser.home=" + home);
    command.addAll(List.of("-cp", String.join(System.getProperty("path.separator"), classPath)));
    command.add(Cut.class.getName());
    command.add(TinyEncoder.DIRECTORY.resolve("tokenizer-unigram.json").toString());
    command.add("unaffable");
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static List<String> classPath() {
    return new ArrayList<>(
        List.of(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(System.getProperty("path.separator"))));
  }

  private static String output(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  @Test
  void leavesNothingBehindAndServesProcessesSideBySide() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path home = Files.createDirectory(folder.resolve("home"));

    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(start(classPath(), temporary, home));
    }

    for (Process process : processes) {
      assertThat(output(process)).isEqualTo("[101, 103, 102]");
    }
    assertThat(temporary).isEmptyDirectory();
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void saysWhereItCannotBeUnpackedTo() throws Exception {
    Path missing = folder.resolve("missing");

    assertThat(output(start(classPath(), missing, folder)))
        .startsWith(
            "UsageException: HuggingFace's tokenizers, which contextual vectors want, cannot")
        .contains("by way of " + missing + " (")
        .endsWith("set java.io.tmpdir to a directory that may hold libraries");
  }

  @Test
  void saysWhatToAddWhereItIsMissing() throws Exception {
    List<String> without = classPath();
    assertThat(without.removeIf(entry -> entry.equals(LIBRARY))).isTrue();

    assertThat(output(start(without, folder, folder)))
        .isEqualTo(
            "UsageException: contextual vectors want HuggingFace's tokenizers on the class path: add"
                + " the jar ai.djl.huggingface:tokenizers, such as by --packages of spark-submit");
  }
}
