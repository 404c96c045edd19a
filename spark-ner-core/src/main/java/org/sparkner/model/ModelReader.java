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

package org.sparkner.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.sparkner.error.BadModelException;

/**
 * Loads saved models. Lengths, sizes and digests are checked; an error names the part that is
 * wrong. No more is ever allocated than the files hold.
 */
public final class ModelReader {
  /** The part that says what a model is, and has the digests of the others. */
  public static final String MANIFEST = ManifestJson.NAME;

  private ModelReader() {}

  /**
   * Loads and verifies a model.
   *
   * @param directory as given to {@link ModelWriter}
   * @throws BadModelException if a part is missing, damaged or of an unknown version
   */
  public static NerModel read(Path directory) {
    return read(source(directory));
  }

  /**
   * Loads and verifies a model.
   *
   * @param source the folder of the parts
   * @throws BadModelException if a part is missing, damaged or of an unknown version
   */
  public static NerModel read(ModelSource source) {
    return read(source, UnverifiedModel::model);
  }

  /**
   * Builds something from a model while its digests are still being computed.
   *
   * @param source the folder of the parts
   * @param builder may be called a second time, where the model was replaced while it was read
   * @return what was built, once the digests are known to be right
   * @throws BadModelException if a part is missing, damaged or of an unknown version
   */
  public static <T> T read(ModelSource source, Function<UnverifiedModel, T> builder) {
    Manifest manifest = manifest(source);
    try {
      return UnverifiedModel.read(manifest, source, builder);
    } catch (BadModelException e) {
      Manifest now = manifest(source);
      if (now.equals(manifest)) {
        throw e;
      }
      // The model was replaced while it was being read.
      return UnverifiedModel.read(now, source, builder);
    }
  }

  /**
   * Reads what a model says of itself; its parts are not opened.
   *
   * @throws BadModelException if the manifest is missing, malformed or of an unknown version
   */
  public static Manifest manifest(Path directory) {
    return manifest(source(directory));
  }

  /**
   * Reads what a model says of itself; its parts are not opened.
   *
   * @throws BadModelException if the manifest is missing, malformed or of an unknown version
   */
  public static Manifest manifest(ModelSource source) {
    return ManifestJson.read(manifestBytes(source), new PartFault(source.locate(MANIFEST)));
  }

  /**
   * Reads the bytes of the manifest as they are.
   *
   * @throws BadModelException if it is missing or too long to be one
   */
  public static byte[] manifestBytes(ModelSource source) {
    PartFault fault = new PartFault(source.locate(MANIFEST));
    return reading(
        fault,
        () -> {
          long length = existing(source, MANIFEST, fault);
          if (length > ManifestJson.MOST_BYTES) {
            throw fault.of(length + " bytes", "at most " + ManifestJson.MOST_BYTES);
          }
          try (InputStream in = source.open(MANIFEST)) {
            return in.readNBytes(ManifestJson.MOST_BYTES);
          }
        });
  }

  /** Whether a directory is that of a saved model, whole or damaged. */
  public static boolean isModel(Path directory) {
    return Files.isDirectory(directory.resolve(ModelWriter.FOLDER));
  }

  /**
   * The parts of a saved model.
   *
   * @param directory as given to {@link ModelWriter}
   * @throws BadModelException if there is no such directory
   */
  public static ModelSource source(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new BadModelException(
          "Model "
              + directory
              + (Files.exists(directory) ? " is a file" : " does not exist")
              + "; expected the directory of a saved model; check the path or train one.");
    }
    return new LocalModelStorage(directory.resolve(ModelWriter.FOLDER));
  }

  static long existing(ModelSource source, String name, PartFault fault) throws IOException {
    if (!source.exists(name)) {
      throw fault.of("no such file", "a part of a saved model");
    }
    return source.length(name);
  }

  interface Reading<T> {
    T read() throws IOException;
  }

  static <T> T reading(PartFault fault, Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException | ArithmeticException e) {
      throw fault.of(e.toString(), "a readable file", e);
    }
  }
}
