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

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The safetensors format: the length of the header in 8 bytes, little-endian; the header, a JSON
 * object of name to type, shape and place; the values, little-endian, in one piece without gaps.
 * Only {@code F32} is written and read.
 */
final class Safetensors {
  static final String NAME = "weights.safetensors";

  /** Many times what the tensors of a model want. */
  static final int MOST_HEADER_BYTES = 1 << 20;

  private static final String METADATA = "__metadata__";
  private static final String FLOAT = "F32";

  /** Bytes and their floats stay in the second-level cache. */
  private static final int CHUNK_BYTES = 1 << 18;

  /** Values begin at a multiple of a cache line; the format needs 8. */
  private static final int ALIGNMENT = 64;

  private Safetensors() {}

  /** A tensor's entry of the header; its place is in bytes from the end of the header. */
  private record Entry(String type, int[] shape, long[] place) {
    static Entry of(JsonFields fields) {
      return new Entry(
          fields.text("dtype"),
          fields.list("shape", size -> size.integer("")).stream().mapToInt(i -> i).toArray(),
          fields.list("data_offsets", at -> at.longInteger("")).stream()
              .mapToLong(i -> i)
              .toArray());
    }

    void putInto(ObjectNode node) {
      node.put("dtype", type);
      ArrayNode sizes = node.putArray("shape");
      Arrays.stream(shape).forEach(sizes::add);
      ArrayNode offsets = node.putArray("data_offsets");
      Arrays.stream(place).forEach(offsets::add);
    }
  }

  static void write(Weights weights, OutputStream out) throws IOException {
    byte[] header = header(weights);
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(header.length).array());
    out.write(header);
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int most = CHUNK_BYTES / Float.BYTES;
    for (Tensor tensor : weights.tensors()) {
      float[] values = tensor.values();
      for (int from = 0; from < values.length; from += most) {
        int count = Math.min(most, values.length - from);
        chunk.asFloatBuffer().put(values, from, count);
        out.write(chunk.array(), 0, count * Float.BYTES);
      }
    }
  }

  private static byte[] header(Weights weights) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.putObject(METADATA).put("format", Manifest.FORMAT);
    long begin = 0;
    for (Tensor tensor : weights.tensors()) {
      long end = begin + (long) tensor.values().length * Float.BYTES;
      new Entry(FLOAT, tensor.shape(), new long[] {begin, end})
          .putInto(header.putObject(tensor.name()));
      begin = end;
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    int padded = (Long.BYTES + json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - Long.BYTES;
    byte[] bytes = Arrays.copyOf(json, padded);
    Arrays.fill(bytes, json.length, padded, (byte) ' ');
    return bytes;
  }

  /**
   * Reads tensors of known names and shapes. Everything is checked against them and the length
   * before any tensor is allocated.
   *
   * @param in from the first byte of the file
   * @param expected shape by name, all of which must be there and nothing else
   */
  static Weights read(PartInput in, Map<String, int[]> expected, PartFault fault)
      throws IOException {
    long length = in.length();
    byte[] prefix = in.readNBytes(Long.BYTES);
    long headerBytes =
        prefix.length < Long.BYTES
            ? -1
            : ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (headerBytes < 2 || headerBytes > Math.min(MOST_HEADER_BYTES, length - Long.BYTES)) {
      throw fault.of(
          "a header of " + headerBytes + " bytes in a file of " + length,
          "at most " + MOST_HEADER_BYTES + " bytes within the file");
    }
    Map<String, Entry> entries = entries(in.readNBytes((int) headerBytes), fault);
    checkShapes(entries, expected, fault);
    List<String> order = new ArrayList<>(entries.keySet());
    order.sort(Comparator.comparingLong(name -> entries.get(name).place()[0]));
    checkPlaces(order, entries, length - Long.BYTES - headerBytes, fault);

    Map<String, Tensor> tensors = new HashMap<>();
    byte[] chunk = new byte[CHUNK_BYTES];
    for (String name : order) {
      int[] shape = expected.get(name);
      float[] values = new float[(int) Tensor.size(shape)];
      readValues(in, name, values, chunk, fault);
      tensors.put(name, new Tensor(name, shape, values));
    }
    return new Weights(expected.keySet().stream().map(tensors::get).toList());
  }

  private static Map<String, Entry> entries(byte[] header, PartFault fault) {
    JsonFields fields = JsonFields.parse(header, fault);
    Map<String, Entry> entries = new HashMap<>();
    for (String name : fields.names()) {
      if (!name.equals(METADATA)) {
        entries.put(name, Entry.of(fields.object(name)));
      }
    }
    return entries;
  }

  private static void checkShapes(
      Map<String, Entry> entries, Map<String, int[]> expected, PartFault fault) {
    for (Map.Entry<String, int[]> want : expected.entrySet()) {
      String description = FLOAT + " " + want.getKey() + " " + Arrays.toString(want.getValue());
      Entry entry = entries.get(want.getKey());
      if (entry == null) {
        throw fault.of("no tensor " + want.getKey(), description);
      }
      if (!entry.type().equals(FLOAT) || !Arrays.equals(entry.shape(), want.getValue())) {
        throw fault.of(
            entry.type() + " " + want.getKey() + " " + Arrays.toString(entry.shape()), description);
      }
      if (Tensor.size(want.getValue()) > Integer.MAX_VALUE - 8) {
        throw fault.of(description, "at most " + (Integer.MAX_VALUE - 8) + " values a tensor");
      }
    }
    for (String name : entries.keySet()) {
      if (!expected.containsKey(name)) {
        throw fault.of("a tensor " + name, "only " + expected.keySet());
      }
    }
  }

  private static void checkPlaces(
      List<String> order, Map<String, Entry> entries, long dataBytes, PartFault fault) {
    long begin = 0;
    for (String name : order) {
      Entry entry = entries.get(name);
      long end = begin + Tensor.size(entry.shape()) * Float.BYTES;
      if (!Arrays.equals(entry.place(), new long[] {begin, end})) {
        throw fault.of(
            name + " at bytes " + Arrays.toString(entry.place()), "[" + begin + ", " + end + "]");
      }
      begin = end;
    }
    if (begin != dataBytes) {
      throw fault.of(dataBytes + " bytes of values", begin + " bytes");
    }
  }

  private static void readValues(
      PartInput in, String name, float[] values, byte[] chunk, PartFault fault) throws IOException {
    int from = 0;
    while (from < values.length) {
      int to = from + in.readFloats(values, from, chunk);
      checkFinite(name, values, from, to, fault);
      from = to;
    }
  }

  /**
   * @throws org.sparkner.error.BadModelException naming the first value that is NaN or infinite
   */
  static void checkFinite(Tensor tensor, PartFault fault) {
    checkFinite(tensor.name(), tensor.values(), 0, tensor.values().length, fault);
  }

  private static void checkFinite(String name, float[] values, int from, int to, PartFault fault) {
    if (areFinite(values, from, to)) {
      return;
    }
    for (int i = from; i < to; i++) {
      if (!Float.isFinite(values[i])) {
        throw fault.of(
            name + "[" + i + "] = " + values[i],
            "finite numbers",
            "train the model again with a lower learning rate");
      }
    }
  }

  /** 0·x is 0 for all that is finite and else NaN, which a sum keeps; four sums do not wait. */
  private static boolean areFinite(float[] values, int from, int to) {
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      sum0 += 0 * values[i];
      sum1 += 0 * values[i + 1];
      sum2 += 0 * values[i + 2];
      sum3 += 0 * values[i + 3];
    }
    for (; i < to; i++) {
      sum0 += 0 * values[i];
    }
    return sum0 + sum1 + sum2 + sum3 == 0;
  }
}
