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
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLWritable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;

/**
 * What every stage keeps, in the manner of SynapseML's fuzzing: a test class gives a stage and gets
 * these tests.
 *
 * @param <S> the stage
 */
abstract class StageContract<S extends Params & MLWritable> extends SparkTest {
  @TempDir Path folder;

  /** A stage with every param set that has no default, and some others changed. */
  abstract S stage();

  abstract S load(String path);

  @Test
  void everyParamIsDocumented() {
    S stage = stage();

    assertThat(stage.params()).isNotEmpty();
    for (Param<?> param : stage.params()) {
      assertThat(param.parent()).isEqualTo(stage.uid());
      assertThat(param.doc()).as(param.name()).hasSizeGreaterThan(10);
      assertThat(stage.explainParam(param)).startsWith(param.name() + ": ");
    }
  }

  @Test
  void everyParamHasADefaultOrIsSetInTheExample() {
    S stage = stage();

    assertThat(stage.params()).allMatch(stage::isDefined);
  }

  @Test
  void everyParamHasAGetterAndAChainingSetter() throws ReflectiveOperationException {
    S stage = stage();

    for (Param<?> param : stage.params()) {
      String suffix = Character.toUpperCase(param.name().charAt(0)) + param.name().substring(1);
      Method getter = stage.getClass().getMethod("get" + suffix);
      Object value = stage.getOrDefault(param);
      Method setter = stage.getClass().getMethod("set" + suffix, getter.getReturnType());

      assertThat(setter.invoke(stage, value)).isSameAs(stage);
      assertThat(stage.isSet(param)).as(param.name()).isTrue();
      assertThat(getter.invoke(stage)).as(param.name()).isEqualTo(value);
    }
  }

  @Test
  void uidAndParamsOutliveSaveAndLoad() throws IOException {
    S stage = stage();
    String path = folder.resolve("stage").toString();

    stage.save(path);
    S loaded = load(path);

    assertThat(loaded).isNotSameAs(stage).hasSameClassAs(stage);
    assertThat(loaded.uid()).isEqualTo(stage.uid());
    assertSameParams(loaded, stage);
  }

  @Test
  void copyHasTheParamsAndLeavesTheOriginalAlone() {
    S stage = stage();
    Param<Object> param = firstStringParam(stage);
    Object before = stage.getOrDefault(param);

    Params copy = stage.copy(new ParamMap().put(param, "changed"));

    assertThat(copy).isNotSameAs(stage).hasSameClassAs(stage);
    assertThat(copy.uid()).isEqualTo(stage.uid());
    assertThat(copy.getOrDefault(copy.getParam(param.name()))).isEqualTo("changed");
    assertThat(stage.getOrDefault(param)).isEqualTo(before);
    assertSameParams(stage.copy(new ParamMap()), stage);
  }

  @Test
  void isSavedThroughThePathsOwnFileSystem() throws IOException {
    S stage = stage();
    String path = CheckedFileSystem.uri(folder.resolve("elsewhere"));

    try (CheckedFileSystem.OnlyOne only = CheckedFileSystem.only(SPARK)) {
      stage.write().save(path);
      stage.write().overwrite().save(path);
      assertSameParams(load(path), stage);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b",
        "c[1]",
        "d{e,f}",
        "g h",
        "i%20j%",
        "k#l",
        "m\\n",
        "o*p?",
        "q:r",
        "{[",
        "ä\u2603'\"\t"
      })
  void isLoadedFromEveryNameThatItIsSavedUnder(String name) throws IOException {
    // Hadoop gives names to programs such as chmod, which get them in Java's encoding.
    assumeThat(Charset.defaultCharset().newEncoder().canEncode(name)).isTrue();
    S stage = stage();
    String path = "file:" + folder.resolve(name);

    stage.save(path);
    stage.write().overwrite().save(folder.resolve(name) + "/");

    assertSameParams(load(path), stage);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve(name));
    }
  }

  @Test
  void aRelativeNameIsOneInTheWorkingDirectory() throws IOException {
    String relative =
        Path.of("").toAbsolutePath().relativize(folder).resolve("in, here").toString();

    stage().save(relative);

    assertThat(folder.resolve("in, here/metadata")).isDirectory();
    assertThat(load(relative).uid()).isNotEmpty();
  }

  @Test
  void aNameThatIsNoneIsRefusedInOneLine() {
    assertThatThrownBy(() -> stage().save("  "))
        .isInstanceOf(UsageException.class)
        .hasMessage("The path is empty; give that of a directory.");
    assertThatThrownBy(() -> load("")).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> stage().save("none-such:/x"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("No FileSystem for scheme");
    assertThatThrownBy(() -> load(folder.resolve("x,y").toString()))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(folder.resolve("x,y") + " does not exist; check the path");
  }

  @Test
  void whatIsThereGoesOnlyIfItMay() throws IOException {
    String path = folder.resolve("a,b").toString();
    S stage = stage();
    stage.save(path);

    assertThatThrownBy(() -> stage.save(path))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith(
            path + " exists; give another or use write().overwrite().save(path).");
    assertThat(load(path).uid()).isEqualTo(stage.uid());
  }

  @Test
  void damagedMetadataAreNamed() throws IOException {
    Path path = folder.resolve("stage");
    stage().save(path.toString());
    Path metadata = path.resolve("metadata/part-00000");
    Files.delete(path.resolve("metadata/.part-00000.crc"));

    Files.writeString(metadata, "no JSON");
    assertThatThrownBy(() -> load(path.toString()))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("damaged metadata");
    Files.writeString(metadata, "");
    assertThatThrownBy(() -> load(path.toString()))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("metadata is empty");
  }

  private static void assertSameParams(Params found, Params expected) {
    assertThat(found.params()).hasSameSizeAs(expected.params());
    for (Param<?> param : expected.params()) {
      assertThat(found.getOrDefault(found.getParam(param.name())))
          .as(param.name())
          .isEqualTo(expected.getOrDefault(param));
      assertThat(found.isSet(found.getParam(param.name())))
          .as(param.name())
          .isEqualTo(expected.isSet(param));
    }
  }

  private static Param<Object> firstStringParam(Params stage) {
    for (Param<?> param : stage.params()) {
      if (param.name().endsWith("Col")) {
        return stage.getParam(param.name());
      }
    }
    throw new AssertionError("no column param");
  }
}
