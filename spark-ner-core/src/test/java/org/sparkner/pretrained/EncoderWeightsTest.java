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
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;

class EncoderWeightsTest {
  private static final SmallEncoder BERT = new SmallEncoder("bert");

  @ParameterizedTest
  @ValueSource(strings = {"F16", "BF16"})
  void readsNumbersOf16Bits(String type) throws IOException {
    EncoderWeights single = BERT.weights();

    EncoderWeights half =
        EncoderWeights.ofSafetensors(
            narrowed(BERT.file("model.safetensors"), type), BERT.config(), "narrow");

    for (String name : single.names()) {
      float[] values = half.values(name);
      float[] expected = single.values(name);
      for (int i = 0; i < values.length; i++) {
        assertThat(values[i]).isCloseTo(expected[i], within(0.02f + Math.abs(expected[i]) / 100));
      }
    }
    assertThat(half.values(EncoderWeights.WORDS)).isNotEqualTo(single.values(EncoderWeights.WORDS));
  }

  /** A file of safetensors with its numbers cut to 16 bits. */
  private static byte[] narrowed(byte[] file, String type) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[(int) in.getLong()];
    in.get(header);
    String json = new String(header, StandardCharsets.UTF_8).replace("\"F32\"", '"' + type + '"');
    StringBuilder halved = new StringBuilder();
    String[] parts = json.split("\"data_offsets\":\\[", -1);
    halved.append(parts[0]);
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      String[] places = part.substring(0, part.indexOf(']')).split(",");
      halved
          .append("\"data_offsets\":[")
          .append(Integer.parseInt(places[0].strip()) / 2)
          .append(',')
          .append(Integer.parseInt(places[1].strip()) / 2)
          .append(part.substring(part.indexOf(']')));
    }
    byte[] written = halved.toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(8 + written.length + in.remaining() / 2).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(written.length).put(written);
    while (in.hasRemaining()) {
      float value = in.getFloat();
      out.putShort(
          type.equals("F16")
              ? org.sparkner.kernel.HalfFloat.of(value)
              : (short) (Float.floatToRawIntBits(value) >>> 16));
    }
    return out.array();
  }

  @Test
  void refusesWeightsOfOtherSizes() throws IOException {
    byte[] file = BERT.file("model.safetensors");
    EncoderConfig config = BERT.config();

    assertThatThrownBy(
            () -> EncoderWeights.ofSafetensors(file, config.withLayers(4), "model.safetensors"))
        .isInstanceOf(BadModelException.class)
        .hasMessage(
            "Encoder model.safetensors cannot be used: found no weight"
                + " encoder.layer.3.attention.self.query.weight, expected"
                + " encoder.layer.3.attention.self.query.weight [8, 8].");
    assertThatThrownBy(() -> EncoderWeights.ofSafetensors(file, config.withVocabulary(21), "w"))
        .hasMessageContaining(
            "found the weight embeddings.word_embeddings.weight [20, 8], expected the shape [21,"
                + " 8]");
  }

  @Test
  void refusesFilesThatAreNoWeights() throws IOException {
    EncoderConfig config = BERT.config();
    byte[] file = BERT.file("model.safetensors");

    assertThatThrownBy(() -> EncoderWeights.ofSafetensors(new byte[3], config, "w"))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("header of -1 bytes in a file of 3");
    byte[] text = "safetensors in name only".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> EncoderWeights.ofSafetensors(text, config, "w"))
        .hasMessageContaining("in a file of 24, expected weights in the format safetensors");
    assertThatThrownBy(
            () -> EncoderWeights.ofSafetensors(Arrays.copyOf(file, file.length - 4), config, "w"))
        .hasMessageContaining("expected a place within the file");
  }

  @Test
  void takesOtherValues() throws IOException {
    EncoderWeights weights = BERT.weights();
    String name = "encoder.layer.1.intermediate.dense.bias";
    float[] values = new float[12];
    values[3] = 5;

    EncoderWeights changed = weights.with(Map.of(name, values));

    assertThat(changed.values(name)).isEqualTo(values);
    assertThat(weights.values(name)).isNotEqualTo(values);
    assertThat(changed.values(EncoderWeights.WORDS))
        .isEqualTo(weights.values(EncoderWeights.WORDS));
    assertThatThrownBy(() -> weights.with(Map.of(name, new float[11])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "4", "3-2", "2-4", "last", "1,2"})
  void refusesLayersThatThereAreNot(String text) {
    assertThatThrownBy(() -> LayerRange.parse(text, 3))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "pretrainedEncoderLayers: found '"
                + text
                + "', expected a layer from 1 to 3 or a range such as '2-3'");
  }

  @Test
  void understandsLayers() {
    assertThat(LayerRange.parse("3", 3)).isEqualTo(new LayerRange(3, 3));
    assertThat(LayerRange.parse(" 2-3 ", 3)).isEqualTo(new LayerRange(2, 3));
    assertThat(new LayerRange(2, 3)).hasToString("2-3");
    assertThat(new LayerRange(2, 2)).hasToString("2");
  }
}
