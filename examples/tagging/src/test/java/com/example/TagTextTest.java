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

package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.RandomModel;

/**
 * What a program brings along that depends on {@code spark-ner-core} alone, and that it tags with
 * it.
 */
class TagTextTest {
  private static final long LARGEST = 25_000_000;

  @TempDir private Path directory;

  @Test
  void bringsSmallJarsWithoutWhatTrains() throws IOException {
    List<Path> jars = classPath();
    long bytes = 0;
    for (Path jar : jars) {
      bytes += size(jar);
    }

    assertThat(jars)
        .noneMatch(
            jar -> jar.toString().matches(".*(deeplearning4j|nd4j|bytedeco|onnxruntime|spark_).*"));
    assertThat(bytes).as("bytes of %s", jars).isLessThanOrEqualTo(LARGEST);
  }

  @Test
  void printsTheEntitiesOfAText() throws IOException, InterruptedException {
    Path model = directory.resolve("model");
    ModelWriter.write(RandomModel.ofDefaultSizes(100, 1), model, IfExists.REFUSE);
    List<Path> classPath = new ArrayList<>(List.of(Path.of("target/classes")));
    classPath.addAll(classPath());

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-cp",
                String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()),
                TagText.class.getName(),
                model.toString(),
                "Ada Lovelace was born in London. Charles Babbage met her there in 1833.")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.lines())
        .anyMatch(line -> line.matches("(LOC|MISC|ORG|PER) .+ [01]\\.\\d+(E-\\d+)?"));
  }

  private static List<Path> classPath() throws IOException {
    String jars = Files.readString(Path.of("target/classpath.txt")).strip();
    return Stream.of(jars.split(File.pathSeparator)).map(Path::of).toList();
  }

  /** Of a jar; of the core, before it is packaged, that of its classes. */
  private static long size(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
