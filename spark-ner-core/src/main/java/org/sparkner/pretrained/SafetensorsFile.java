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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.onnx.ConstantTensor;
import org.sparkner.onnx.ElementType;

/**
 * Weights in the format safetensors as others publish them, of any names: the length of the header
 * in 8 bytes, the header in JSON, the values. Other types than numbers of 16 and 32 bits are left
 * out.
 */
final class SafetensorsFile {
  private static final int MOST_HEADER_BYTES = 1 << 24;
  private static final Map<String, ElementType> TYPES =
      Map.of("F32", ElementType.FLOAT, "F16", ElementType.FLOAT16, "BF16", ElementType.BFLOAT16);
  private static final ObjectMapper JSON = new ObjectMapper();

  private SafetensorsFile() {}

  /**
   * The tensors by their names, as views of the file.
   *
   * @throws org.sparkner.error.BadModelException if it is no such file
   */
  static Map<String, ConstantTensor> read(byte[] file, PretrainedEncoderFault fault) {
    long headerBytes =
        file.length < Long.BYTES
            ? -1
            : ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    int most = Math.min(MOST_HEADER_BYTES, file.length - Long.BYTES);
    if (headerBytes < 2 || headerBytes > most) {
      throw fault.of(
          "a header of " + headerBytes + " bytes in a file of " + file.length,
          "weights in the format safetensors");
    }
    int begin = Long.BYTES + (int) headerBytes;
    ByteBuffer values = ByteBuffer.wrap(file, begin, file.length - begin).slice();
    Map<String, ConstantTensor> tensors = new LinkedHashMap<>();
    header(file, (int) headerBytes, fault)
        .fields()
        .forEachRemaining(
            field -> {
              ElementType type = TYPES.get(field.getValue().path("dtype").asText());
              if (type != null) {
                tensors.put(
                    field.getKey(), tensor(field.getKey(), type, field.getValue(), values, fault));
              }
            });
    return tensors;
  }

  private static JsonNode header(byte[] file, int headerBytes, PretrainedEncoderFault fault) {
    try {
      JsonNode header = JSON.readTree(file, Long.BYTES, headerBytes);
      if (header.isObject()) {
        return header;
      }
      throw fault.of("a header that is no JSON object", "names, types and places of tensors");
    } catch (IOException e) {
      throw fault.of("a header that is no JSON", "names, types and places of tensors", e);
    }
  }

  private static ConstantTensor tensor(
      String name,
      ElementType type,
      JsonNode entry,
      ByteBuffer values,
      PretrainedEncoderFault fault) {
    List<Long> shape = new ArrayList<>();
    entry.path("shape").forEach(size -> shape.add(size.asLong(-1)));
    JsonNode offsets = entry.path("data_offsets");
    long from = offsets.path(0).asLong(-1);
    long to = offsets.path(1).asLong(-1);
    if (from < 0 || to < from || to > values.limit()) {
      throw fault.of(
          name + " at bytes " + offsets + " of " + values.limit(), "a place within the file");
    }
    try {
      return ConstantTensor.of(name, type, shape, values.slice((int) from, (int) (to - from)));
    } catch (IllegalArgumentException e) {
      throw fault.of(
          (to - from) + " bytes for " + name + " " + entry.path("shape"),
          "as many as its shape says",
          e);
    }
  }
}
