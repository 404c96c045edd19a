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

package org.sparkner.jobs.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;

/** The project that {@code init} writes does what its README says. */
@Tag("long")
class ProjectIT {
  @TempDir private Path directory;

  @Test
  void checksTrainsEvaluatesAndTags() throws IOException {
    Path project = directory.resolve("project");
    CommandLineRun written =
        CommandLineRun.launch(
            CommandLineRun.HOME.resolve("bin/spark-ner"), Map.of(), "init", project);
    assertThat(written.code()).as(written.err().toString()).isZero();
    Files.copy(
        TinyModel.sentences(directory, "wikigold/train.conll", 60),
        project.resolve("data/train/sentences.conll"));
    Files.copy(
        TinyModel.sentences(directory, "wikigold/dev.conll", 30),
        project.resolve("data/valid/sentences.conll"));
    Files.writeString(project.resolve("data/texts/a.txt"), "Ada Lovelace was born in London.");

    assertThat(run(project, "check").out().get(0)).startsWith("train  58 sentences");
    assertThat(run(project, "train", "--epochs", "2", "--set", "network.hidden=16").lastOut())
        .contains("evaluate --model output/model");
    assertThat(run(project, "evaluate").lastOut()).isEqualTo("report written to output/report");
    assertThat(run(project, "tag").lastOut()).isEqualTo("written to output/tagged");
    assertThat(run(project, "tag-new").out().get(0)).startsWith("1 documents");
    assertThat(project.resolve("output/report/errors.md")).exists();
  }

  private static CommandLineRun run(Path project, Object... arguments) {
    CommandLineRun run = CommandLineRun.launch(project.resolve("run"), Map.of(), arguments);
    assertThat(run.code()).as(run.err().toString()).isZero();
    return run;
  }
}
