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

package org.sparkner.jobs.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadDataException;

class CsvDialectTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,\"Ada said \\\"hi\\\", in London\"\n",
        "1,\"\\\"Hi\\\"\"\n",
        "1,\"a \\\"b\\\"\"\r\n2,plain\r\n",
        "1,\"two\nlines \\\"x\\\", y\"\n2,\"z\"",
        "1,\"a, \\\"b\\\", c\\\\\"\n"
      })
  void aBackslashEscapesWhereSparkWroteTheFile(String rows) throws IOException {
    assertThat(of("id,text\n" + rows).escape()).isEqualTo('\\');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,plain\n",
        "1,\"Ada said \"\"hi\"\", in London\"\n",
        "1,\"C:\\\"\n2,\"D:\\\"\n",
        "1,\"ends with \"\"C:\\\"\"\"\n",
        "1,\"\"\n2,\"two\nlines\"\n"
      })
  void aQuoteEscapesWhereItIsWrittenAsTheStandardSays(String rows) throws IOException {
    assertThat(of("id,text\n" + rows).escape()).isEqualTo('"');
  }

  @Test
  void separatorIsThatOfTheHeader() throws IOException {
    assertThat(of("id;text\n1;a, b\n").separator()).isEqualTo(';');
    assertThat(of("id\ttext\n1\ta\n").separator()).isEqualTo('\t');
    assertThat(of("id|text\n").separator()).isEqualTo('|');
    assertThat(of("\"a;b\",text\n").separator()).isEqualTo(',');
    assertThat(of("a,b;text\n").separator()).isEqualTo(';');
    assertThat(of("text\na;b\n").separator()).isEqualTo(',');
  }

  @Test
  void headerHasNoByteOrderMark() throws IOException {
    assertThat(of("\ufefftext,\"id\"\n").header()).containsExactly("text", "id");
  }

  @Test
  void aQuoteThatIsNeverClosedIsNamedByItsLine() {
    assertThatThrownBy(() -> of("id,text\n1,\"two\nlines\"\n2,\"never closed\n3,b\n"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("in.csv:4: found a quote that is never closed");
  }

  @Test
  void whatIsNotUtf8IsNamedByItsLine() throws IOException {
    Path latin =
        Files.write(
            directory.resolve("in.csv"),
            "id,text\n1,x\n2,München\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> CsvDialect.of(new org.apache.hadoop.fs.Path(latin.toUri()), "text"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("in.csv:3: found bytes that are not UTF-8");
  }

  private CsvDialect of(String content) throws IOException {
    Path file = Files.writeString(directory.resolve("in.csv"), content);
    return CsvDialect.of(new org.apache.hadoop.fs.Path(file.toUri()), "text");
  }
}
