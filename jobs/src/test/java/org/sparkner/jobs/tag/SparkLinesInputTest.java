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

package org.sparkner.jobs.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sparkner.jobs.input.Broken;
import org.sparkner.jobs.input.TextFormat;

/** What the lines of Spark read and refuse in ways of their own. */
@Tag("lines")
class SparkLinesInputTest extends OpenedInput {
  @Test
  void csvIsReadAsItIsWrittenEachFileByItself() throws IOException {
    Files.createDirectory(directory.resolve("in"));
    write("in/a.csv", "id,text\n1,\"Ada said \\\"hi\\\", in London\"\n");
    write("in/b.csv", "\ufefftext;id\n\"Bob said \"\"ho\"\", in Paris\";2\n");

    TaggingInput opened = open(directory.resolve("in"), TextFormat.CSV);

    assertThat(column(opened, "text"))
        .containsExactlyInAnyOrder("Ada said \"hi\", in London", "Bob said \"ho\", in Paris");
    assertThat(column(opened, "id")).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void rowsOfCsvWithOtherFieldsThanTheHeaderAreKeptAndCounted() throws IOException {
    Path input = write("in.csv", "id,text\n1,\"two\nlines\"\n2,too,many\n3\n4,d\n");

    TaggingInput opened = open(input, TextFormat.CSV);

    assertThat(opened.broken()).isEqualTo(new Broken(2, input + ":4"));
    assertThat(column(opened, "_corrupt_record")).containsExactly(null, "2,too,many", "3", null);
    assertThat(column(opened, "text")).containsExactly("two\nlines", "too", null, "d");
  }

  @Test
  void filesOfCsvWithBlankLinesAloneHaveNoRows() throws IOException {
    Files.createDirectory(directory.resolve("in"));
    Path blank = write("in/a.csv", "\n \r\n");

    refused(blank, TextFormat.CSV, "found no file with a line, expected a header at least");
    write("in/b.csv", "id,text\n1,Ada\n");
    assertThat(column(open(directory.resolve("in"), TextFormat.CSV), "text"))
        .containsExactly("Ada");
  }

  @Test
  void directoriesThatAreNotNamedAlikeAreRefused() throws IOException {
    Files.createDirectories(directory.resolve("in/year=2026/month=1"));
    Files.createDirectories(directory.resolve("in/year=2026/plain"));
    write("in/year=2026/month=1/a.jsonl", ADA);
    write("in/year=2026/plain/b.jsonl", ADA);

    refused(
        directory.resolve("in"), TextFormat.JSONL, "found directories that are not named alike");
  }
}
