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

package org.sparkner.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.model.ModelReader;

/** What the stages read and write beside their params. */
class FilesTest extends SparkTest {
  @TempDir private Path folder;

  @Test
  void modelIsSavedToAPathWithAColonAndReplacedThere() throws IOException {
    String path = folder.resolve("model 10:30").toString();
    stage().save(path);
    stage().setInputCol("other").write().overwrite().save(path);

    assertThat(ModelReader.read(Path.of(path)).labels()).isEqualTo(TinyModel.entities().labels());
    assertThat(folder.toFile().list()).containsExactly("model 10:30");
  }

  @Test
  void pathThatCannotBeWrittenIsWrongUsage() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    for (String path : new String[] {file + "/model", "/proc/none/model"}) {
      assertThatThrownBy(() -> stage().save(path))
          .as(path)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(path);
    }
  }

  @Test
  void fileThatIsCutShortIsNamed() throws IOException {
    Path input = folder.resolve("a.txt.gz");
    Random random = new Random(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 20_000; i++) {
        out.write((random.nextLong() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.write(input, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
    Dataset<Row> tagged = stage().setInputCol("value").transform(SPARK.read().text(folder + ""));

    assertThatThrownBy(tagged::collectAsList).rootCause().hasMessageContaining("Unexpected end");
    assertThatThrownBy(tagged::collectAsList)
        .satisfies(
            failure -> {
              Throwable cause = failure;
              while (cause != null && !(cause instanceof BadDataException)) {
                cause = cause.getCause();
              }
              assertThat(cause).hasMessageContaining("a.txt.gz: found a damaged or truncated file");
            });
  }

  private static NerTaggerModel stage() {
    return new NerTaggerModel(TinyModel.entities());
  }
}
