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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small encoder of some architecture, made by HuggingFace's transformers, and what these compute
 * with it. The script that made it is in the folder above.
 */
public record SmallEncoder(String name) {
  /** All there are. */
  public static final List<String> NAMES =
      List.of("bert", "roberta", "mpnet", "distilbert", "electra");

  /**
   * @param pieces of texts of equally many
   * @param layers the vectors of each layer, row-major
   */
  public record Expected(long[][] pieces, List<float[]> layers) {}

  public EncoderConfig config() throws IOException {
    return EncoderConfig.parse(file("config.json"), "config.json");
  }

  public EncoderWeights weights() throws IOException {
    return EncoderWeights.ofSafetensors(file("model.safetensors"), config(), "model.safetensors");
  }

  /** The encoder of a name, with its weights and a tokenizer of letters. */
  public static PretrainedEncoder readIn(Path folder, String name) {
    try {
      return new SmallEncoder(name).read(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The encoder with its weights and a tokenizer of letters: "a" is piece 5. */
  PretrainedEncoder read(Path folder) throws IOException {
    writePieces(folder);
    for (String file : List.of("config.json", "model.safetensors")) {
      Files.write(folder.resolve(file), file(file));
    }
    return PretrainedEncoderReader.read(
        PretrainedEncoderFolder.of(folder), PretrainedEncoderReader.Options.DEFAULT);
  }

  static void writePieces(Path folder) throws IOException {
    String letters = "abcdefghijklmno".replaceAll("(.)", "$1\n");
    Files.writeString(
        folder.resolve("vocab.txt"), "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n" + letters);
  }

  public byte[] file(String name) throws IOException {
    try (InputStream in =
        SmallEncoder.class.getResourceAsStream("/encoders/" + name() + "/" + name)) {
      return in.readAllBytes();
    }
  }

  public List<Expected> expected() throws IOException {
    List<Expected> all = new ArrayList<>();
    for (JsonNode node : new ObjectMapper().readTree(file("expected.json"))) {
      long[][] pieces = new ObjectMapper().convertValue(node.path("pieces"), long[][].class);
      List<float[]> layers = new ArrayList<>();
      for (JsonNode layer : node.path("layers")) {
        layers.add(new ObjectMapper().convertValue(layer, float[].class));
      }
      all.add(new Expected(pieces, layers));
    }
    return all;
  }
}
