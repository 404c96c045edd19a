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

package org.sparkner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the fuzzer found interesting, or once broke something, is read or refused. */
public abstract class FuzzedInputsContract {
  private static final Path INPUTS = Path.of("src/test/resources/fuzz");

  private final Map<String, Consumer<byte[]>> readers;

  /**
   * @param readers of the module, whose inputs are {@code src/test/resources/fuzz/READER}
   */
  protected FuzzedInputsContract(FuzzedReaders readers) {
    this.readers = readers.all();
  }

  @TestFactory
  Stream<DynamicTest> eachInput() {
    return readers.entrySet().stream()
        .flatMap(
            reader ->
                inputs(reader.getKey())
                    .map(
                        file ->
                            DynamicTest.dynamicTest(
                                reader.getKey() + " " + file.getFileName(),
                                () -> reader.getValue().accept(Files.readAllBytes(file)))));
  }

  @Test
  void everyReaderHasInputsToBeginWith() {
    assertThat(readers.keySet()).allSatisfy(name -> assertThat(inputs(name)).isNotEmpty());
  }

  @Test
  void emptyFilesToo() {
    assertThat(readers.entrySet())
        .allSatisfy(
            reader ->
                assertThatCode(() -> reader.getValue().accept(new byte[0]))
                    .as(reader.getKey())
                    .doesNotThrowAnyException());
  }

  private static Stream<Path> inputs(String reader) {
    Path folder = INPUTS.resolve(reader);
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
