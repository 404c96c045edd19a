package org.sparkner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the fuzzer found interesting, or once broke something, is read or refused. */
class FuzzedInputsTest {
  private static final Path INPUTS = Path.of("src/test/resources/fuzz");

  @TestFactory
  Stream<DynamicTest> eachInput() {
    return Fuzzer.targets().entrySet().stream()
        .flatMap(
            target ->
                inputs(target.getKey())
                    .map(
                        file ->
                            DynamicTest.dynamicTest(
                                target.getKey() + " " + file.getFileName(),
                                () -> target.getValue().accept(Files.readAllBytes(file)))));
  }

  @Test
  void everyReaderHasInputsToBeginWith() {
    assertThat(Fuzzer.targets().keySet()).allSatisfy(name -> assertThat(inputs(name)).isNotEmpty());
  }

  @Test
  void emptyFilesToo() {
    assertThat(Fuzzer.targets().entrySet())
        .allSatisfy(
            target ->
                assertThatCode(() -> target.getValue().accept(new byte[0]))
                    .as(target.getKey())
                    .doesNotThrowAnyException());
  }

  private static Stream<Path> inputs(String target) {
    Path folder = INPUTS.resolve(target);
    try {
      return Files.isDirectory(folder) ? Files.list(folder).sorted() : Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
