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
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sparkner.error.UsageException;
import org.sparkner.pretrained.EncoderFiles;

/** Saves models. The same model gives the same bytes. */
public final class ModelWriter {
  /** The folder of a saved model's directory that holds its parts. */
  static final String FOLDER = "model";

  /** The part that holds the words and characters. */
  static final String LEXICON = "lexicon.txt";

  /** The same of a compressed model, as gzip. */
  static final String COMPRESSED_LEXICON = "lexicon.txt.gz";

  /** The parts that hold a pretrained encoder, where there is one. */
  static final String ENCODER = "encoder.onnx";

  static final String ENCODER_TOKENIZER = "encoder-tokenizer.json";
  static final String ENCODER_CONFIG = "encoder-config.json";

  private ModelWriter() {}

  /**
   * Saves a model as a directory, whose folder {@code model} holds its parts. The directory gets
   * its name only when it is complete. Where one is replaced, the old one is renamed away first,
   * because Java cannot exchange two directories; should the second rename fail, the old one gets
   * its name back.
   *
   * @throws UsageException if the directory exists and must not be replaced, or cannot be written
   * @throws org.sparkner.error.BadModelException if a weight is NaN or infinite
   * @throws IllegalArgumentException if the weights' shapes are not those of the architecture
   */
  public static void write(NerModel model, Path directory, IfExists ifExists) {
    DirectoryReplacement.write(
        directory,
        ifExists,
        temporary -> write(model, new LocalModelStorage(temporary.resolve(FOLDER))));
  }

  /**
   * Writes the parts of a model, the manifest last. To be seen as a whole, the target should be a
   * temporary place that is renamed afterwards.
   *
   * @throws IOException if a part cannot be written
   * @throws org.sparkner.error.BadModelException if a weight is NaN or infinite
   * @throws IllegalArgumentException if the weights' shapes are not those of the architecture
   */
  public static void write(NerModel model, ModelTarget target) throws IOException {
    Weights weights = checked(model, target.locate(Safetensors.NAME));
    List<Manifest.Part> parts = new ArrayList<>();
    parts.add(
        model.lexicon().compression() == null
            ? writePart(target, LEXICON, model.lexicon()::writeTo)
            : writePart(target, COMPRESSED_LEXICON, model.lexicon()::writeCompressedTo));
    parts.add(writePart(target, Safetensors.NAME, out -> Safetensors.write(weights, out)));
    if (model.encoder() != null) {
      EncoderFiles encoder = model.encoder().files();
      parts.add(writePart(target, ENCODER, out -> out.write(encoder.graph())));
      parts.add(writePart(target, ENCODER_TOKENIZER, out -> out.write(encoder.tokenizer())));
      parts.add(writePart(target, ENCODER_CONFIG, out -> out.write(encoder.config())));
    }
    Manifest manifest =
        ManifestBuilder.builder()
            .format(Manifest.FORMAT)
            .formatVersion(Manifest.FORMAT_VERSION)
            .algorithm(model.algorithm())
            .sizes(model.sizes())
            .scheme(model.labels().scheme())
            .labels(model.labels().labels())
            .temperature(model.temperature())
            .training(model.training())
            .software(Software.versions())
            .parts(parts)
            .build();
    writePart(target, ManifestJson.NAME, out -> out.write(ManifestJson.write(manifest)));
  }

  private interface PartContent {
    void writeTo(OutputStream out) throws IOException;
  }

  private static Manifest.Part writePart(ModelTarget target, String name, PartContent content)
      throws IOException {
    try (PartOutput out = new PartOutput(name, target.create(name))) {
      content.writeTo(out);
      return out.part();
    }
  }

  /** The weights in the order of the sizes' shapes. */
  private static Weights checked(NerModel model, String location) {
    ModelSizes sizes = model.sizes();
    List<Tensor> tensors = new ArrayList<>();
    List<ByteTensor> byteTensors = new ArrayList<>();
    for (Map.Entry<String, int[]> expected : sizes.shapes(model.labels().size()).entrySet()) {
      String name = expected.getKey();
      int[] shape;
      if (sizes.types(name).contains(ElementType.I8)) {
        ByteTensor tensor = model.weights().byteTensor(name);
        shape = tensor.shape();
        byteTensors.add(tensor);
      } else {
        Tensor tensor = model.weights().tensor(name);
        shape = tensor.shape();
        Safetensors.checkFinite(tensor, new PartFault(location));
        tensors.add(tensor);
      }
      if (!Arrays.equals(shape, expected.getValue())) {
        throw new IllegalArgumentException(
            name
                + " has shape "
                + Arrays.toString(shape)
                + ", the architecture needs "
                + Arrays.toString(expected.getValue()));
      }
    }
    return new Weights(tensors, byteTensors);
  }
}
