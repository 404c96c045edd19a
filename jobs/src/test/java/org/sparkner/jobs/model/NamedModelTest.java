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

package org.sparkner.jobs.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.catalog.ModelJar;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;
import org.sparkner.model.RandomModel;

/** Commands with the name of a model that the class path has, in place of its path. */
class NamedModelTest {
  @TempDir private static Path folder;
  private static ClassLoader before;
  private static URLClassLoader withModels;

  @BeforeAll
  static void putModelsOnTheClassPath() throws IOException {
    Path jar = ModelJar.of("tiny", RandomModel.tiny()).write(folder.resolve("tiny.jar"));
    before = Thread.currentThread().getContextClassLoader();
    withModels = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before);
    Thread.currentThread().setContextClassLoader(withModels);
  }

  @AfterAll
  static void takeThemAway() throws IOException {
    Thread.currentThread().setContextClassLoader(before);
    withModels.close();
  }

  @Test
  void inspectVerifiesIt() {
    CommandLineRun run = CommandLineRun.here("inspect", "--model", "tiny");

    assertThat(run.code()).isZero();
    assertThat(run.lastOut()).startsWith("verified ");
  }

  @Tag("slow")
  @Test
  void tagAndEvaluateFindWhatTheyFindWithItsPath() throws IOException {
    Path model = TinyModel.random(folder);
    Path gold = TinyModel.sentences(folder, "wikigold/dev.conll", 10);
    Path text = Files.writeString(folder.resolve("a.txt"), "Ada met w1 in w2. They saw w3!");

    CommandLineRun tagged =
        CommandLineRun.here(
            "tag", "--model", "tiny", "--input", text, "--output", folder.resolve("tiny"));
    CommandLineRun named = CommandLineRun.here("evaluate", "--model", "tiny", "--data", gold);
    CommandLineRun compared =
        CommandLineRun.here("evaluate", "--compare", "tiny", model, "--data", gold);

    assertThat(tagged.code()).as(tagged.err().toString()).isZero();
    assertThat(tagged.out().get(0)).startsWith("1 documents");
    assertThat(named.code()).isZero();
    assertThat(named.out()).anyMatch(line -> line.contains("FB1: "));
    assertThat(compared.code()).as(compared.err().toString()).isZero();
    assertThat(compared.lastOut()).startsWith("they differ in 0 sentences");
  }

  @Test
  void aNameThatIsUnknownIsRefusedInOneLineThatListsTheOthers() {
    CommandLineRun run = CommandLineRun.here("inspect", "--model", "en-other");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).hasSize(1);
    assertThat(run.lastErr())
        .startsWith("error: There is no model 'en-other'")
        .contains("the names tiny (file:" + folder.resolve("tiny.jar") + "); to add it, put");
  }

  @Test
  void anOutputInPlaceOfTheModelThatIsReadIsRefused() {
    Path model = TinyModel.random(folder.resolve("apart"));

    CommandLineRun run =
        CommandLineRun.here(
            "tag", "--model", model, "--input", folder, "--output", model, "--overwrite");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).contains("--output " + model + " is --model " + model);
  }
}
