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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users keep is data: training, going on from a checkpoint and evaluating read it in a JVM
 * whose filter (JEP 290) rejects every serialised object.
 */
@Tag("slow")
class SerialFilterTest {
  private static final List<String> REJECT_ALL = List.of("-Djdk.serialFilter=!*");

  @TempDir private Path directory;

  @Test
  void corporaCheckpointsAndModelsAreReadWithoutDeserialisation() throws Exception {
    Path train = TinyModel.sentences(directory, "wikigold/train.conll", 40);
    Path valid = TinyModel.sentences(directory, "wikigold/dev.conll", 20);
    Path model = directory.resolve("model");
    Object[] training = TinyModel.training(train, valid, model, 500);

    JavaProcess stopped = start("train", training);
    Path log = directory.resolve("model.checkpoint/training.jsonl");
    while (Files.notExists(log) || !Files.readString(log).contains("\"epoch\"")) {
      assertThat(stopped.process().isAlive()).as(stopped.errors().toString()).isTrue();
      Thread.sleep(50);
    }
    stopped.signal("TERM");
    assertEnds(stopped, 5);
    assertThat(stopped.errors()).last().asString().startsWith("error: ").contains("resume");
    assertThat(model).doesNotExist();

    assertEnds(
        start(
            "resume",
            TinyModel.training(train, valid, model, 500, "--resume", "--time-limit", "1s")),
        0);
    assertEnds(start("evaluate", "evaluate", "--model", model, "--data", valid), 0);
  }

  @Test
  void filterIsAtWork() throws Exception {
    JavaProcess process =
        JavaProcess.start(directory.resolve("reading"), ObjectReading.class, REJECT_ALL);

    assertThat(process.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.output()).containsExactly("filter status: REJECTED");
  }

  private JavaProcess start(String name, Object... arguments) throws IOException {
    return JavaProcess.start(directory.resolve(name), Main.class, REJECT_ALL, arguments);
  }

  private static void assertEnds(JavaProcess process, int code) throws Exception {
    assertThat(process.process().waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.process().exitValue()).as(process.errors().toString()).isEqualTo(code);
  }

  /** Reads a serialised object, to see that the filter rejects it. */
  static final class ObjectReading {
    public static void main(String... arguments) throws Exception {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(new ArrayList<>(List.of("a")));
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        System.out.println(in.readObject());
      } catch (InvalidClassException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
