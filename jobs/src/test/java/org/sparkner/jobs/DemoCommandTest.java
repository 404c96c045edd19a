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

package org.sparkner.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.catalog.ModelJar;
import org.sparkner.model.RandomModel;

/** The steps of the demo up to its training, which is left out by a time limit that is none. */
class DemoCommandTest {
  private static final String DOCUMENT =
      "{\"id\": \"one\", \"text\": \"Ada met w1 and w2. They saw w3 in w4!\"}\n";

  @TempDir private Path folder;

  @BeforeEach
  void makeASample() throws IOException {
    Files.createDirectories(folder.resolve("sample/wikigold"));
    Files.createDirectories(folder.resolve("sample/raw"));
    Files.writeString(folder.resolve("sample/raw/documents.jsonl"), DOCUMENT);
  }

  @Test
  void itBeginsWithTrainingWhereThereIsNoModelAndSaysSo() {
    assertThat(demo())
        .startsWith("There is no model en-small here, so the demo begins with training.")
        .anyMatch(line -> line.startsWith("1. Train on 1,377 sentences"));
  }

  @Tag("slow")
  @Test
  void itBeginsWithTheModelWhereThereIsOne() throws IOException {
    Path jar = ModelJar.of("en-small", RandomModel.tiny()).write(folder.resolve("models.jar"));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);

      assertThat(demo())
          .anyMatch(line -> line.startsWith("1. Tag 14 speeches and books with the model en-small"))
          .anyMatch(line -> line.contains(" tag --model en-small --input "))
          .anyMatch(line -> line.startsWith("1 documents, "))
          .contains("2. Ten of the entities found")
          .anyMatch(line -> line.startsWith("3. Train on 1,377 sentences"));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private List<String> demo() {
    CommandLineRun run =
        CommandLineRun.here(
            "demo",
            "--data",
            folder.resolve("sample"),
            "--output",
            folder.resolve("output"),
            "--time-limit",
            "soon");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).contains("soon");
    return run.out();
  }
}
