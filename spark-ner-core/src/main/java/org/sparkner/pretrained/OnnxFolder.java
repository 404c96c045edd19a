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

package org.sparkner.pretrained;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The temporary directory that ONNX Runtime unpacks its native libraries into. It has the JVM
 * delete the directory before the files, which leaves it there, empty; and it tells nobody its
 * name.
 */
final class OnnxFolder {
  private static final AtomicBoolean KNOWN = new AtomicBoolean();

  private OnnxFolder() {}

  /** To be called once the library is loaded; has the directory deleted when the JVM ends. */
  static void deleteAtExit() {
    if (KNOWN.getAndSet(true)) {
      return;
    }
    try {
      Field field =
          Class.forName("ai.onnxruntime.OnnxRuntime", false, OnnxFolder.class.getClassLoader())
              .getDeclaredField("tempDirectory");
      field.setAccessible(true);
      if (field.get(null) instanceof Path directory) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Another version of the library, or a JVM that is ending: an empty directory stays.
    }
  }

  private static void delete(Path directory) {
    try {
      List<Path> files;
      try (Stream<Path> found = Files.list(directory)) {
        files = found.toList();
      }
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      // Gone already, or of a system that keeps libraries that are in use.
    }
  }
}
