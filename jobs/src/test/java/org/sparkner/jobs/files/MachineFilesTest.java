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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineFilesTest {
  @TempDir private Path directory;

  @BeforeEach
  void fill() throws IOException {
    for (String name : new String[] {"10:00.jsonl", "a.jsonl", "x:y.log", ":", "a:b/c.txt"}) {
      Files.createDirectories(directory.resolve(name).getParent());
      Files.writeString(directory.resolve(name), name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "*.jsonl, 10:00.jsonl a.jsonl",
    "*.log, x:y.log",
    "a.*, a.jsonl",
    "[0-9]*:*, 10:00.jsonl",
    "'{x,10}:*', 10:00.jsonl x:y.log",
    "a:b/*, c.txt",
    "a:?/*.txt, c.txt",
    "'?', ':'",
    "*.csv, ''"
  })
  void patternsSeeNamesWithAColon(String pattern, String names) throws IOException {
    for (FileSystem files : new FileSystem[] {MachineFiles.raw(new Configuration()), checked()}) {
      assertThat(
              Arrays.stream(files.globStatus(Location.of(directory + "/" + pattern).hadoop()))
                  .map(status -> status.getPath().getName()))
          .containsExactlyInAnyOrder(names.isEmpty() ? new String[0] : names.split(" "));
    }
    assertThat(Location.of(directory + "/" + pattern).exists()).isEqualTo(!names.isEmpty());
  }

  @Test
  void checksumsOfNamesWithAColonAreWrittenAndRead() throws IOException {
    Location file = Location.of(directory.resolve("11:30").toString());
    FileSystem files = checked();
    try (FSDataOutputStream out = files.create(file.hadoop())) {
      out.writeBytes("text");
    }

    assertThat(directory.resolve(".11:30.crc")).exists();
    assertThat(files.open(file.hadoop()).readAllBytes()).asString().isEqualTo("text");
  }

  private static FileSystem checked() throws IOException {
    FileSystem files = new MachineFiles();
    files.initialize(URI.create("file:///"), new Configuration());
    return files;
  }
}
