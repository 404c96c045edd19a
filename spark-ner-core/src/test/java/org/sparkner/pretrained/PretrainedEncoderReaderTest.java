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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;

class PretrainedEncoderReaderTest {
  private static final SmallEncoder BERT = new SmallEncoder("bert");

  /** "c d" with the pieces that begin and end a text. */
  private static final long[][] PIECES = {{2, 7, 8, 3}};

  @TempDir private Path folder;

  @BeforeEach
  void writePieces() throws IOException {
    SmallEncoder.writePieces(folder);
    copy("config.json");
  }

  private void copy(String name) throws IOException {
    Files.write(folder.resolve(name), BERT.file(name));
  }

  private PretrainedEncoder read(String output, String layers) {
    return PretrainedEncoderReader.read(
        PretrainedEncoderFolder.of(folder),
        new PretrainedEncoderReader.Options(output, layers, null, false));
  }

  @Test
  void weightsNeedNoGraph() throws IOException, OrtException {
    copy("model.safetensors");

    PretrainedEncoder encoder = read(null, "1-2");

    assertThat(encoder.vectors().dimension()).isEqualTo(8);
    assertThat(encoder.vectors().positions()).isEqualTo(16);
    byte[] graph = TransformerGraph.write(BERT.weights().withLayers(new LayerRange(1, 2)));
    float[] expected = GraphRunner.run(graph, TransformerGraph.VECTORS, PIECES, null);
    float[][] vectors = encoder.encode(List.of("c", "d"));
    for (int i = 0; i < 8; i++) {
      assertThat(vectors[0][i]).isEqualTo(expected[8 + i]);
      assertThat(vectors[1][i]).isEqualTo(expected[16 + i]);
    }
  }

  @Test
  void graphsWhoseWeightsAreRecognisedAreReplaced() throws IOException {
    copy("model.onnx");

    PretrainedEncoder encoder = read(null, null);

    assertThat(encoder.vectors().output()).isEqualTo(TransformerGraph.VECTORS);
    EncoderWeights weights = EncoderWeights.of(encoder.files(), "encoder");
    assertThat(weights.layers()).isEqualTo(new LayerRange(3, 3));
    assertThat(weights.values(EncoderWeights.WORDS))
        .isEqualTo(BERT.weights().values(EncoderWeights.WORDS));
  }

  @Test
  void graphsThatComputeSomethingElseAreRunAsTheyAre() throws IOException {
    copy("model.onnx");
    String otherHeads =
        new String(BERT.file("config.json"), StandardCharsets.UTF_8)
            .replace("\"num_attention_heads\": 2", "\"num_attention_heads\": 4");
    Files.writeString(folder.resolve("config.json"), otherHeads);

    PretrainedEncoder encoder = read(null, null);

    assertThat(encoder.files().graph()).isEqualTo(BERT.file("model.onnx"));
    assertThat(encoder.vectors().output()).isEqualTo("last_hidden_state");
    assertThatThrownBy(() -> read(null, "1-2"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is for encoders whose weights are recognised, which those of")
        .hasMessageEndingWith("name an output by pretrainedEncoderOutput instead");
  }

  @Test
  void anOutputIsOfTheGraphAsItIs() throws IOException {
    copy("model.onnx");

    PretrainedEncoder encoder = read("last_hidden_state", null);

    assertThat(encoder.files().graph()).isEqualTo(BERT.file("model.onnx"));
    assertThatThrownBy(() -> read("last_hidden_state", "1"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "pretrainedEncoderLayers and pretrainedEncoderOutput exclude each other; leave one out");
  }

  @Test
  void refusesWeightsOfUnknownArchitecture() throws IOException {
    copy("model.safetensors");
    Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"gpt2\"}");

    assertThatThrownBy(() -> read(null, null))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(
            "config.json cannot be used: found model_type gpt2, expected one whose weights are"
                + " known (bert, roberta, xlm-roberta, camembert, mpnet, distilbert, electra)");
  }

  @Test
  void refusesADirectoryWithoutGraphAndWeights() {
    assertThatThrownBy(() -> read(null, null))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(
            "model.onnx cannot be used: found no such file, expected the encoder's graph, or its"
                + " weights in model.safetensors");
  }
}
