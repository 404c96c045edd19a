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

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafetensorsTest {
  private static final PartFault FAULT = new PartFault("test");

  @Test
  void isLengthThenJsonThenLittleEndianFloats() throws IOException {
    Weights weights =
        new Weights(
            List.of(
                new Tensor("a", new int[] {2, 1}, new float[] {1.5f, -2}),
                new Tensor("b", new int[] {1}, new float[] {Float.MIN_VALUE})));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Safetensors.write(weights, out);

    ByteBuffer file = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    int headerBytes = Math.toIntExact(file.getLong());
    byte[] header = new byte[headerBytes];
    file.get(header);
    JsonNode json = new ObjectMapper().readTree(header);
    assertThat(json.get("a").toString())
        .isEqualTo("{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}");
    assertThat(json.get("b").get("data_offsets").toString()).isEqualTo("[8,12]");
    assertThat(header[0]).isEqualTo((byte) '{');
    assertThat(file.position() % 64).isZero();
    assertThat(new float[] {file.getFloat(), file.getFloat(), file.getFloat()})
        .containsExactly(1.5f, -2, Float.MIN_VALUE);
    assertThat(file.remaining()).isZero();
  }

  @Test
  void readsTensorsInWhateverOrderTheyStand() throws IOException {
    String header =
        """
        {"__metadata__":{"made by":"hand"},
         "late":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},
         "early":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}\
        """;
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(Long.BYTES + json.length + 12).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json).putFloat(1).putFloat(2).putFloat(3);
    Map<String, int[]> expected = new LinkedHashMap<>();
    expected.put("late", new int[] {1});
    expected.put("early", new int[] {2});

    Weights weights = read(file.array(), expected);

    assertThat(weights.tensors()).extracting(Tensor::name).containsExactly("late", "early");
    assertThat(weights.values("early")).containsExactly(1, 2);
    assertThat(weights.values("late")).containsExactly(3);
  }

  @Test
  void keepsTensorsLongerThanAChunk() throws IOException {
    float[] values = new float[200_003];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(
        new Weights(List.of(new Tensor("long", new int[] {values.length}, values))), out);

    Weights read = read(out.toByteArray(), Map.of("long", new int[] {values.length}));

    assertThat(read.values("long")).isEqualTo(values);
  }

  @Test
  void longerValuesStandBeforeShorterOnes() throws IOException {
    Tensor halves = new Tensor("halves", new int[] {3}, new float[] {1, -0.5f, 3}, ElementType.F16);
    Tensor single = new Tensor("single", new int[] {1}, new float[] {0.1f});
    ByteTensor bytes = new ByteTensor("bytes", new int[] {1, 3}, new byte[] {-128, 0, 127});
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Safetensors.write(new Weights(List.of(halves, single), List.of(bytes)), out);

    String file = out.toString(StandardCharsets.ISO_8859_1);
    assertThat(file)
        .contains("\"single\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}")
        .contains("\"halves\":{\"dtype\":\"F16\",\"shape\":[3],\"data_offsets\":[4,10]}")
        .contains("\"bytes\":{\"dtype\":\"I8\",\"shape\":[1,3],\"data_offsets\":[10,13]}");
    Map<String, int[]> expected = new LinkedHashMap<>();
    expected.put("bytes", new int[] {1, 3});
    expected.put("halves", new int[] {3});
    expected.put("single", new int[] {1});
    Weights read = read(out.toByteArray(), expected);
    assertThat(read.values("halves")).containsExactly(1, -0.5f, 3);
    assertThat(read.tensor("halves").type()).isEqualTo(ElementType.F16);
    assertThat(read.values("single")).containsExactly(0.1f);
    assertThat(read.byteTensor("bytes").values()).containsExactly(-128, 0, 127);
  }

  private static Weights read(byte[] file, Map<String, int[]> expected) throws IOException {
    String sha256 = HexFormat.of().formatHex(Sha256.digest().digest(file));
    Manifest.Part part = new Manifest.Part(Safetensors.NAME, file.length, sha256);
    try (DigestThread digests = new DigestThread()) {
      PartInput in = new PartInput(new ByteArrayInputStream(file), part, FAULT, digests);
      Weights read =
          Safetensors.read(in, expected, name -> EnumSet.allOf(ElementType.class), FAULT);
      in.verify();
      return read;
    }
  }
}
