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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadModelException;

/** The bounds of what a file of tensors may say and hold. */
class SafetensorsHeaderTest {
  private static final PartFault FAULT = new PartFault("test");
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  private static byte[] file(long headerBytes, String header, int dataBytes) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + json.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(headerBytes)
        .put(json)
        .array();
  }

  private static byte[] file(String header, int dataBytes) {
    return file(header.length(), header, dataBytes);
  }

  private static Weights read(byte[] file, Map<String, int[]> expected) throws IOException {
    Manifest.Part part = new Manifest.Part(Safetensors.NAME, file.length, "");
    try (DigestThread digests = new DigestThread()) {
      PartInput in = new PartInput(new ByteArrayInputStream(file), part, FAULT, digests);
      return Safetensors.read(in, expected, name -> EnumSet.allOf(ElementType.class), FAULT);
    }
  }

  @Test
  void theShortestFileHasAnEmptyHeaderAlone() throws IOException {
    assertThat(read(file("{}", 0), Map.of()).tensors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1, 3, 18})
  void aHeaderDoesNotEndBeyondTheFile(long bytes) {
    assertThatThrownBy(() -> read(file(bytes, "{}", 0), Map.of()))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("found a header of " + bytes + " bytes in a file of 10,");
  }

  @Test
  void tensorsWithoutValuesStandBetweenOthers() throws IOException {
    String header =
        """
        {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},
         "b":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},
         "c":{"dtype":"F32","shape":[0],"data_offsets":[8,8]},
         "d":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""";
    Map<String, int[]> expected =
        Map.of("a", new int[] {1}, "b", new int[] {0}, "c", new int[] {0}, "d", new int[] {1});

    Weights weights = read(file(header, 8), expected);

    assertThat(weights.values("a")).containsExactly(0);
    assertThat(weights.values("b")).isEmpty();
    assertThat(weights.values("c")).isEmpty();
  }

  @Test
  void aTensorHasNoMoreValuesThanAnArray() {
    assertThatThrownBy(() -> read(file(ofSize(MOST_VALUES), 0), shape(MOST_VALUES)))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("found 0 bytes of values, expected 2147483639 bytes;");
    assertThatThrownBy(() -> read(file(ofSize(MOST_VALUES + 1), 0), shape(MOST_VALUES + 1)))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("expected at most 2147483639 values a tensor;");
  }

  private static String ofSize(int size) {
    return String.format(
        "{\"a\":{\"dtype\":\"I8\",\"shape\":[%d],\"data_offsets\":[0,%d]}}", size, size);
  }

  private static Map<String, int[]> shape(int size) {
    return Map.of("a", new int[] {size});
  }

  @Test
  void theValuesBeginAtTheNextMultipleOf64() throws IOException {
    for (int length = 1; length <= 64; length++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Tensor tensor = new Tensor("n".repeat(length), new int[] {1}, new float[] {1});

      Safetensors.write(new Weights(List.of(tensor)), out);

      byte[] file = out.toByteArray();
      int end = file.length - Float.BYTES;
      String header = new String(file, Long.BYTES, end - Long.BYTES, StandardCharsets.UTF_8);
      assertThat(end % 64).as("name of %d letters", length).isZero();
      assertThat(header.length() - header.strip().length())
          .as("spaces after the header with a name of %d letters", length)
          .isLessThan(64);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void whateverItsPlaceAValueThatIsNotFiniteIsNamed(float value) {
    for (int place = 0; place < 7; place++) {
      float[] values = {1, -2, 0, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, 3};
      Tensor tensor = new Tensor("a", new int[] {7}, values);
      Safetensors.checkFinite(tensor, FAULT);
      values[place] = value;

      assertThatThrownBy(() -> Safetensors.checkFinite(tensor, FAULT))
          .isInstanceOf(BadModelException.class)
          .hasMessageContaining("found a[" + place + "] = " + value + ", expected finite numbers;");
    }
  }
}
