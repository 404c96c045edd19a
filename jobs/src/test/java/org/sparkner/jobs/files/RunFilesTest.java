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

package org.sparkner.jobs.files;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.error.UsageException;

/** Nothing that is written is, holds or lies within what is read, by whatever name. */
class RunFilesTest {
  @TempDir private Path directory;

  /** Files and links: what is read, and other names for it. */
  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(directory.resolve("data/in/deep"));
    Files.writeString(directory.resolve("data/in/a.jsonl"), "{}");
    Files.createDirectories(directory.resolve("other"));
    Files.createDirectories(directory.resolve("data2"));
    link("link", "data");
    link("link-to-in", "link/in");
    link("file-link", "data/in/a.jsonl");
    Files.createDirectories(directory.resolve("linked"));
    link("linked/b.jsonl", "data/in/a.jsonl");
    link("linked-deep", "linked");
    link("dangling", "data/in/later");
    link("data2/way", "other");
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(directory.resolve(name), directory.resolve(target));
  }

  @ParameterizedTest(name = "{0} written, {1} read: {2}")
  @CsvSource({
    "data/in, data/in, is",
    "data/in/, data/in, is",
    "data//in/., data/in, is",
    "other/../data/in, data/in, is",
    "link/in, data/in, is",
    "data/in, link-to-in, is",
    "link-to-in/../in, data/in, is",
    "file-link, data/in/a.jsonl, is",
    "data/in/a.jsonl, file-link, is",
    "data, data/in, holds",
    "link, data/in/a.jsonl, holds",
    "data, link-to-in/a.jsonl, holds",
    "data2, data2/way/x, holds",
    "data, linked, holds what a link in",
    "data, linked-deep, holds what a link in",
    "data, linked/*.jsonl, holds",
    "data, 'data/in/*', holds",
    "data/in, 'data/i?/a.*', holds",
    "data/in/out, data/in, lies within",
    "data/in/new/out, data/in, lies within",
    "dangling, data/in, lies within",
    "linked/b.jsonl, linked, lies within",
    "link-to-in/out, data, lies within",
    "data/in/out, 'data/in/*', would be read by",
    "data/in/out/deep, 'data/*/*', would be read by",
    "new, new.unfinished, is",
    "data/in/a.jsonl, data/in, lies within"
  })
  void whatWouldHarmWhatIsReadIsRefused(String written, String read, String relation) {
    RunFiles files = files(written, read);

    assertThatThrownBy(files::requireApart)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(relation)
        .hasMessageContaining("--output")
        .hasMessageContaining("--input")
        .hasMessageContaining("nothing was changed");
  }

  @ParameterizedTest(name = "{0} written, {1} read")
  @CsvSource({
    "data/out, data/in",
    "data/in2, data/in",
    "data2, data",
    "data, data2",
    "data/in/out, 'data/in/*.jsonl'",
    "data/in/a.jsonl.out, data/in/a.jsonl",
    "other/new/out, data",
    "linked, data/in/a.jsonl",
    "new, missing"
  })
  void whatLiesApartIsNot(String written, String read) {
    RunFiles files = files(written, read);

    assertThatCode(files::requireApart).doesNotThrowAnyException();
  }

  @Test
  void uriOfAFileIsThatFile() {
    String uri = directory.resolve("data/in").toUri().toString();

    assertThatThrownBy(
            new RunFiles()
                    .reads("--input", "file:" + directory + "/data/in/a.jsonl")
                    .replaces("--output", Location.of(uri))
                ::requireApart)
        .hasMessageContaining("holds --input");
  }

  @Test
  void relativeNameIsWhereTheProcessIs() {
    assertThatThrownBy(
            new RunFiles()
                    .reads("--input", "target/some/where")
                    .replaces("--output", Location.of(Path.of("target/some").toAbsolutePath() + ""))
                ::requireApart)
        .hasMessageContaining("holds --input target/some/where");
  }

  @Test
  void whatIsWrittenLiesApartFromWhatElseIs() {
    Location model = Location.of(directory.resolve("model").toString());

    assertThatThrownBy(
            new RunFiles().replaces("--model", model).writes("--log", model.child("training.jsonl"))
                ::requireApart)
        .hasMessageContaining("--log")
        .hasMessageContaining("lies within --model");
    assertThatCode(
            new RunFiles()
                    .writes("--checkpoint", model)
                    .writesWithin("--log", model.child("training.jsonl"), "--checkpoint")
                ::requireApart)
        .doesNotThrowAnyException();
  }

  @Test
  void directoryThatHoldsTheOneTheProcessRunsInIsNotReplaced() {
    Location above = Location.of(Path.of("").toAbsolutePath().getParent().toString());

    assertThatThrownBy(new RunFiles().replaces("--output", above)::requireApart)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("in use");
  }

  private RunFiles files(String written, String read) {
    return new RunFiles()
        .reads("--input", directory + "/" + read)
        .replaces("--output", Location.of(directory + "/" + written));
  }
}
