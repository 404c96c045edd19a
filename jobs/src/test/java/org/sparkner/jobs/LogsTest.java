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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is logged at INFO, by Spark and all other libraries too, holds nothing of the documents. */
@Tag("long")
class LogsTest {
  private static final String PLANTED = "Zyxwvutsia";

  @TempDir private Path directory;
  private Path logging;

  @BeforeEach
  void logAtInfo() throws IOException {
    logging =
        Files.writeString(
            directory.resolve("log4j2.properties"),
            """
            appender.console.type = Console
            appender.console.name = console
            appender.console.target = SYSTEM_ERR
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %p %c: %m%n
            rootLogger.level = info
            rootLogger.appenderRef.console.ref = console
            """);
  }

  @Test
  void trainingAndTaggingLogNoText() throws Exception {
    Path train = planted(TinyModel.sentences(directory, "wikigold/train.conll", 40));
    Path valid = planted(TinyModel.sentences(directory, "wikigold/dev.conll", 20));
    Path text =
        Files.writeString(
            directory.resolve("text.jsonl"), "{\"text\":\"Ada went to " + PLANTED + ".\"}\n");
    Path model = directory.resolve("model");

    run("train", TinyModel.training(train, valid, model, 1));
    List<String> tagging =
        run(
            "tag",
            "tag",
            "--model",
            model,
            "--input",
            text,
            "--output",
            directory.resolve("tagged"),
            "--output-format",
            "jsonl");

    assertThat(tagging).anyMatch(line -> line.startsWith("INFO org.apache.spark."));
  }

  private static Path planted(Path corpus) throws IOException {
    return Files.writeString(corpus, PLANTED + " I-LOC\n. O\n\n", StandardOpenOption.APPEND);
  }

  private List<String> run(String name, Object... arguments) throws Exception {
    JavaProcess process =
        JavaProcess.start(
            directory.resolve(name),
            Main.class,
            List.of("-Dlog4j2.configurationFile=" + logging),
            arguments);

    assertThat(process.process().waitFor(2, TimeUnit.MINUTES)).as(name).isTrue();
    List<String> errors = process.errors();
    assertThat(process.process().exitValue()).as(errors.toString()).isZero();
    assertThat(errors).as(name).isNotEmpty().noneMatch(line -> line.contains(PLANTED));
    assertThat(process.output()).noneMatch(line -> line.contains(PLANTED));
    return errors;
  }
}
