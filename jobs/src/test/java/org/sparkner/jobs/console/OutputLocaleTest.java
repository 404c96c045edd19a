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

package org.sparkner.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;

/** What the commands print is the same in every locale of the machine. */
class OutputLocaleTest {
  private static final Locale OWN = Locale.getDefault();

  @TempDir private static Path shared;
  @TempDir private Path directory;
  private static Path model;
  private static Path data;

  @BeforeAll
  static void makeModel() throws IOException {
    model = TinyModel.random(shared);
    data = TinyModel.sentences(shared, "wikigold/dev.conll", 20);
  }

  @AfterEach
  void restore() {
    Locale.setDefault(OWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "de-DE", "fa-IR", "hi-IN-u-nu-deva", "tr-TR", "fr-FR"})
  void ofInspect(String locale) {
    assertSame(locale, List.of("inspect", "--model", model));
    assertSame(locale, List.of("inspect", "--help"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "tr-TR"})
  @Tag("slow")
  void ofTrainEvaluateAndTag(String locale) throws IOException {
    Path trained = directory.resolve("trained");
    Path report = directory.resolve("report");
    Path input = Files.writeString(directory.resolve("IN.TXT"), "Lincoln spoke in Illinois.\n");

    assertSame(
        locale,
        command("train --train %s --valid %s --model %s", data, data, trained),
        "--overwrite",
        "--set",
        "algorithm=hmm");
    assertSame(
        locale,
        command("evaluate --model %s --data %s --report %s", trained, data, report),
        "--overwrite",
        "--json");
    assertThat(Files.readString(report.resolve("report.md"))).matches("\\A\\p{ASCII}*\\z");
    assertSame(
        locale,
        command("tag --model %s --input %s --output %s", model, input, directory.resolve("out")),
        "--overwrite");
  }

  private static List<Object> command(String words, Path... paths) {
    Iterator<Path> next = List.of(paths).iterator();
    return Arrays.stream(words.split(" ", -1))
        .map(word -> word.equals("%s") ? (Object) next.next() : word)
        .toList();
  }

  private static void assertSame(String locale, List<Object> command, Object... more) {
    List<Object> arguments = new ArrayList<>(command);
    arguments.addAll(List.of(more));
    Locale.setDefault(Locale.ROOT);
    List<String> expected = run(arguments);
    Locale.setDefault(Locale.forLanguageTag(locale));

    assertThat(run(arguments)).as("%s in %s", arguments.get(0), locale).isEqualTo(expected);
  }

  /** What it prints to both streams, without what was measured in seconds. */
  private static List<String> run(List<Object> arguments) {
    CommandLineRun run = CommandLineRun.here(arguments.toArray());
    assertThat(run.err()).noneMatch(line -> line.startsWith("error"));
    return Stream.concat(run.out().stream(), run.err().stream())
        // How often the status is told depends on the time.
        .filter(line -> !line.contains(" · "))
        .map(line -> line.replaceAll("[0-9.,]+ (m?s\\b|tokens/s)", "TIME"))
        .map(line -> line.replaceAll(" *[0-9,]+ +TIME", " TIME"))
        .toList();
  }
}
