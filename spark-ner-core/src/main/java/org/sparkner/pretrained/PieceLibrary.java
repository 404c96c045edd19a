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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.sparkner.error.UsageException;

/**
 * Loads HuggingFace's tokenizers, as the jar {@code ai.djl.huggingface:tokenizers} brings them. Of
 * that jar only the functions of the native library and its declarations are used: what else is in
 * it keeps a cache in the home directory and reports its use over the network.
 */
final class PieceLibrary {
  private static final String FUNCTIONS = "ai.djl.huggingface.tokenizers.jni.TokenizersLibrary";

  private static boolean loaded;

  private PieceLibrary() {}

  /**
   * Loads the native library, once.
   *
   * @throws UsageException if it is not on the class path, or not for this platform
   */
  static synchronized void require() {
    if (loaded) {
      return;
    }
    ClassLoader loader = PieceLibrary.class.getClassLoader();
    try {
      Class.forName(FUNCTIONS, false, loader);
    } catch (ClassNotFoundException e) {
      throw new UsageException(
          "contextual vectors want HuggingFace's tokenizers on the class path: add the jar"
              + " ai.djl.huggingface:tokenizers, such as by --packages of spark-submit",
          e);
    }
    String name = System.mapLibraryName("tokenizers");
    String resource = "native/lib/" + platform() + "/cpu/" + name;
    try (InputStream library = loader.getResourceAsStream(resource)) {
      if (library == null) {
        throw new UsageException(
            "ai.djl.huggingface:tokenizers has no library "
                + resource
                + "; contextual vectors want Linux on x86-64 or arm64, or macOS on arm64");
      }
      load(library, name);
    } catch (IOException | LinkageError e) {
      throw new UsageException(
          "HuggingFace's tokenizers, which contextual vectors want, cannot be loaded by way of "
              + System.getProperty("java.io.tmpdir")
              + " ("
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("no message")
              + "); set java.io.tmpdir to a directory that may hold libraries",
          e);
    }
    loaded = true;
  }

  /** By way of a file, which is gone before this returns: a loaded library needs it no longer. */
  private static void load(InputStream library, String name) throws IOException {
    Path file =
        Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "spark-ner-", name);
    try {
      Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
      System.load(file.toString());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch");
    return (system.startsWith("mac") ? "osx" : system)
        + "-"
        + (processor.equals("amd64") ? "x86_64" : processor);
  }
}
