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
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.sparkner.kernel.HalfFloat;

/**
 * The safetensors format: the length of the header in 8 bytes, little-endian; the header, a JSON
 * object of name to type, shape and place; the values, little-endian, in one piece without gaps. Of
 * the format's types there are those of {@link ElementType}. Longer values are written before
 * shorter ones, so that all are aligned.
 */
final class Safetensors {
  static final String NAME = "weights.safetensors";

  /** Many times what the tensors of a model want. */
  static final int MOST_HEADER_BYTES = 1 << 20;

  private static final String METADATA = "__metadata__";

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
    List<Tensor> tensors = inOrder(weights);
    byte[] header = header(tensors, weights.byteTensors());
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(header.length).array());
    out.write(header);
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Tensor tensor : tensors) {
      int bytes = tensor.type().bytes();
      int most = CHUNK_BYTES / bytes;
      for (int from = 0; from < tensor.values().length; from += most) {
        int count = Math.min(most, tensor.values().length - from);
        put(tensor, from, count, chunk);
        out.write(chunk.array(), 0, count * bytes);
      }
    }
    for (ByteTensor tensor : weights.byteTensors()) {
      out.write(tensor.values());
    }
  }

  /** The tensors of floats in the order of the file. */
  private static List<Tensor> inOrder(Weights weights) {
    List<Tensor> tensors = new ArrayList<>(weights.tensors());
    tensors.sort(Comparator.comparing(Tensor::type));
    return tensors;
  }

  private static void put(Tensor tensor, int from, int count, ByteBuffer chunk) {
    if (tensor.type() == ElementType.F32) {
      chunk.asFloatBuffer().put(tensor.values(), from, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      chunk.putShort(i * Short.BYTES, HalfFloat.of(tensor.values()[from + i]));
    }
  }

  private static byte[] header(List<Tensor> tensors, Collection<ByteTensor> byteTensors) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.putObject(METADATA).put("format", Manifest.FORMAT);
    long begin = 0;
    for (Tensor tensor : tensors) {
      begin = putEntry(header, tensor.name(), tensor.type(), tensor.shape(), begin);
    }
    for (ByteTensor tensor : byteTensors) {
      begin = putEntry(header, tensor.name(), ElementType.I8, tensor.shape(), begin);
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    int padded = (Long.BYTES + json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - Long.BYTES;
    byte[] bytes = Arrays.copyOf(json, padded);
    Arrays.fill(bytes, json.length, padded, (byte) ' ');
    return bytes;
  }

  /** Gives the end of the tensor's values. */
  private static long putEntry(
      ObjectNode header, String name, ElementType type, int[] shape, long begin) {
    long end = begin + Tensor.size(shape) * type.bytes();
    new Entry(type.name(), shape, new long[] {begin, end}).putInto(header.putObject(name));
    return end;
  }

  /**
   * Reads tensors of known names and shapes. Everything is checked against them and the length
   * before any tensor is allocated.
   *
   * @param in from the first byte of the file
   * @param expected shape by name, all of which must be there and nothing else
   * @param types that a tensor of a name may have
   */
  static Weights read(
      PartInput in,
      Map<String, int[]> expected,
      Function<String, Set<ElementType>> types,
      PartFault fault)
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
    checkShapes(entries, expected, types, fault);
    List<String> order = new ArrayList<>(entries.keySet());
    order.sort(
        Comparator.<String>comparingLong(name -> entries.get(name).place()[0])
            .thenComparingLong(name -> entries.get(name).place()[1]));
    checkPlaces(order, entries, length - Long.BYTES - headerBytes, fault);

    Map<String, Tensor> tensors = new HashMap<>();
    Map<String, ByteTensor> byteTensors = new HashMap<>();
    byte[] chunk = new byte[CHUNK_BYTES];
    for (String name : order) {
      int[] shape = expected.get(name);
      int size = (int) Tensor.size(shape);
      ElementType type = ElementType.valueOf(entries.get(name).type());
      if (type == ElementType.I8) {
        byteTensors.put(name, new ByteTensor(name, shape, readBytes(in, size)));
      } else {
        float[] values = new float[size];
        readValues(in, name, type, values, chunk, fault);
        tensors.put(name, new Tensor(name, shape, values, type));
      }
    }
    return new Weights(
        expected.keySet().stream().filter(tensors::containsKey).map(tensors::get).toList(),
        expected.keySet().stream().filter(byteTensors::containsKey).map(byteTensors::get).toList());
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
      Map<String, Entry> entries,
      Map<String, int[]> expected,
      Function<String, Set<ElementType>> types,
      PartFault fault) {
    for (Map.Entry<String, int[]> want : expected.entrySet()) {
      List<String> allowed =
          types.apply(want.getKey()).stream().sorted().map(ElementType::name).toList();
      String description =
          String.join(" or ", allowed)
              + " "
              + want.getKey()
              + " "
              + Arrays.toString(want.getValue());
      Entry entry = entries.get(want.getKey());
      if (entry == null) {
        throw fault.of("no tensor " + want.getKey(), description);
      }
      if (!allowed.contains(entry.type()) || !Arrays.equals(entry.shape(), want.getValue())) {
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
      long end = begin + Tensor.size(entry.shape()) * ElementType.valueOf(entry.type()).bytes();
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

  private static byte[] readBytes(PartInput in, int size) throws IOException {
    byte[] values = new byte[size];
    if (in.readNBytes(values, 0, size) < size) {
      throw new EOFException("the file ended early");
    }
    return values;
  }

  private static void readValues(
      PartInput in, String name, ElementType type, float[] values, byte[] chunk, PartFault fault)
      throws IOException {
    int from = 0;
    while (from < values.length) {
      int to =
          from
              + (type == ElementType.F32
                  ? in.readFloats(values, from, chunk)
                  : in.readHalves(values, from, chunk));
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
