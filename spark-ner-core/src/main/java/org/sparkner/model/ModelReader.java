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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;
import org.sparkner.feature.FeatureTemplate;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.tags.LabelSet;

/**
 * Loads saved models. Lengths, sizes and digests are checked; an error names the part that is
 * wrong. No more is ever allocated than the files hold.
 */
public final class ModelReader {
  private ModelReader() {}

  /**
   * Loads and verifies a model.
   *
   * @param directory as given to {@link ModelWriter}
   * @throws BadModelException if a part is missing, damaged or of an unknown version
   */
  public static NerModel read(Path directory) {
    return read(storage(directory));
  }

  /**
   * Loads and verifies a model.
   *
   * @param storage the folder of the parts
   * @throws BadModelException if a part is missing, damaged or of an unknown version
   */
  public static NerModel read(ModelStorage storage) {
    Manifest manifest = manifest(storage);
    try {
      return read(manifest, storage);
    } catch (BadModelException e) {
      Manifest now = manifest(storage);
      if (now.equals(manifest)) {
        throw e;
      }
      // The model was replaced while it was being read.
      return read(now, storage);
    }
  }

  private static NerModel read(Manifest manifest, ModelStorage storage) {
    LabelSet labels = labels(manifest, new PartFault(storage.locate(ManifestJson.NAME)));
    try (DigestThread digests = new DigestThread()) {
      // Beside each other where there are cores; of two faults the lexicon's is the one named.
      CompletableFuture<Weights> weights =
          CompletableFuture.supplyAsync(() -> weights(manifest, storage, digests));
      Lexicon lexicon = lexicon(manifest, storage, digests);
      return model(manifest, labels, lexicon, joined(weights), storage);
    }
  }

  private static NerModel model(
      Manifest manifest, LabelSet labels, Lexicon lexicon, Weights weights, ModelStorage storage) {
    if (manifest.sizes() instanceof NetworkSizes network) {
      return new NeuralModel(network.architecture(), labels, lexicon, weights, manifest.training());
    }
    LinearSizes linear = (LinearSizes) manifest.sizes();
    List<FeatureTemplate> templates;
    try {
      templates = linear.templates().stream().map(FeatureTemplate::parse).toList();
    } catch (UsageException e) {
      throw new PartFault(storage.locate(ManifestJson.NAME))
          .of(
              e.getMessage(),
              "templates of this version",
              "use the version of Spark NER that wrote it");
    }
    try {
      return new LinearModel(
          manifest.algorithm(), templates, labels, lexicon, weights, manifest.training());
    } catch (IllegalArgumentException e) {
      throw new PartFault(storage.locate(Safetensors.NAME))
          .of(e.getMessage(), "weights of the lexicon's features", e);
    }
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof BadModelException known) {
        throw known;
      }
      throw e;
    }
  }

  /**
   * Reads what a model says of itself; its parts are not opened.
   *
   * @throws BadModelException if the manifest is missing, malformed or of an unknown version
   */
  public static Manifest manifest(Path directory) {
    return manifest(storage(directory));
  }

  /**
   * Reads what a model says of itself; its parts are not opened.
   *
   * @throws BadModelException if the manifest is missing, malformed or of an unknown version
   */
  public static Manifest manifest(ModelStorage storage) {
    PartFault fault = new PartFault(storage.locate(ManifestJson.NAME));
    return reading(
        fault,
        () -> {
          long length = existing(storage, ManifestJson.NAME, fault);
          if (length > ManifestJson.MOST_BYTES) {
            throw fault.of(length + " bytes", "at most " + ManifestJson.MOST_BYTES);
          }
          try (InputStream in = storage.open(ManifestJson.NAME)) {
            return ManifestJson.read(in.readNBytes(ManifestJson.MOST_BYTES), fault);
          }
        });
  }

  private static ModelStorage storage(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new BadModelException(
          "Model "
              + directory
              + (Files.exists(directory) ? " is a file" : " does not exist")
              + "; wanted the directory of a saved model; check the path or train one.");
    }
    return new LocalModelStorage(directory.resolve(ModelWriter.FOLDER));
  }

  private static LabelSet labels(Manifest manifest, PartFault fault) {
    try {
      return LabelSet.of(manifest.scheme(), manifest.labels());
    } catch (IllegalArgumentException e) {
      throw fault.of(e.getMessage(), "a label set", e);
    }
  }

  private static Lexicon lexicon(Manifest manifest, ModelStorage storage, DigestThread digests) {
    PartFault fault = new PartFault(storage.locate(ModelWriter.LEXICON));
    Lexicon lexicon =
        reading(
            fault,
            () -> {
              try (PartInput in =
                  PartInput.open(manifest, ModelWriter.LEXICON, storage, fault, digests)) {
                byte[] bytes = in.readNBytes(Math.toIntExact(in.length()));
                return verified(in, () -> parseLexicon(bytes, fault));
              }
            });
    ModelSizes sizes = manifest.sizes();
    if (lexicon.wordRows() != sizes.wordRows() || lexicon.characterIds() != sizes.characterIds()) {
      throw fault.of(
          lexicon.wordRows() + " word rows and " + lexicon.characterIds() + " character ids",
          sizes.wordRows() + " and " + sizes.characterIds());
    }
    return lexicon;
  }

  private static Lexicon parseLexicon(byte[] bytes, PartFault fault) throws IOException {
    try {
      return Lexicon.readFrom(new ByteArrayInputStream(bytes));
    } catch (BadModelException e) {
      throw fault.of("what is no lexicon (" + e.getMessage() + ")", "a lexicon", e);
    }
  }

  private static Weights weights(Manifest manifest, ModelStorage storage, DigestThread digests) {
    PartFault fault = new PartFault(storage.locate(Safetensors.NAME));
    return reading(
        fault,
        () -> {
          try (PartInput in = PartInput.open(manifest, Safetensors.NAME, storage, fault, digests)) {
            return verified(in, () -> Safetensors.read(in, in.length(), manifest.shapes(), fault));
          }
        });
  }

  /** What is parsed is given away only once the digest is known to be right. */
  private static <T> T verified(PartInput in, Reading<T> parsing) throws IOException {
    T parsed;
    try {
      parsed = parsing.read();
    } catch (BadModelException e) {
      // Damage in transit is the likelier cause, and the better message.
      in.verify();
      throw e;
    }
    in.verify();
    return parsed;
  }

  static long existing(ModelStorage storage, String name, PartFault fault) throws IOException {
    if (!storage.exists(name)) {
      throw fault.of("no such file", "a part of a saved model");
    }
    return storage.length(name);
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T reading(PartFault fault, Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException | ArithmeticException e) {
      throw fault.of(e.toString(), "a readable file", e);
    }
  }
}
