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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sparkner.error.BadModelException;
import org.sparkner.kernel.HalfFloat;
import org.sparkner.onnx.ConstantTensor;
import org.sparkner.onnx.OnnxFile;
import org.sparkner.onnx.OnnxModel;

/**
 * The weights of an encoder, wherever they come from, by canonical names: those of HuggingFace's
 * {@code BertModel}, with the shapes of {@link EncoderConfig#shapes}. The embedding of a text's
 * first type, which all pieces here are of, is part of the position embeddings.
 *
 * <p>Weights of single precision are views of the file that they come from.
 */
public final class EncoderWeights {
  /** Vectors of pieces. */
  public static final String WORDS = "embeddings.word_embeddings.weight";

  /** Vectors of places in a text. */
  public static final String POSITIONS = "embeddings.position_embeddings.weight";

  /** Biases of attention by classes of distances [classes × heads]. */
  public static final String RELATIVE_BIAS = "encoder.relative_attention_bias.weight";

  /** From embeddings to layers, where their sizes differ. */
  static final String PROJECTION = "embeddings_project";

  private static final String TYPES = "embeddings.token_type_embeddings.weight";
  private static final String CAPITALISATION = "capitalisation.weight";

  private final EncoderConfig config;
  private final LayerRange layers;
  private final Map<String, ConstantTensor> tensors;

  private EncoderWeights(
      EncoderConfig config, LayerRange layers, Map<String, ConstantTensor> tensors) {
    this.config = config;
    this.layers = layers;
    this.tensors = tensors;
  }

  /** The beginning of the names of a layer's weights; 0 is the lowest. */
  public static String layer(int index) {
    return "encoder.layer." + index + ".";
  }

  /**
   * Vectors of the capitalisation of a piece's word, which few encoders have: they are added to the
   * vector of the piece [8 × embedding], or to what a layer reads [8 × hidden].
   *
   * @param level 0 for the embeddings, 1 + its number for a layer
   */
  public static String capitalisation(int level) {
    return (level == 0 ? "embeddings." : layer(level - 1)) + CAPITALISATION;
  }

  private static Map<String, int[]> capitalisations(EncoderConfig config, int layers) {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    for (int level = 0; level <= layers; level++) {
      int size = level == 0 ? config.embedding() : config.hidden();
      shapes.put(capitalisation(level), new int[] {EncoderConfig.CAPITALISATIONS, size});
    }
    return shapes;
  }

  /**
   * Weights of a file of {@code model.safetensors}; its last layer is read.
   *
   * @param location of the file, for messages
   * @throws BadModelException if it is no such file, or a weight is missing or of another shape
   */
  public static EncoderWeights ofSafetensors(byte[] file, EncoderConfig config, String location) {
    PretrainedEncoderFault fault = new PretrainedEncoderFault(location);
    Map<String, ConstantTensor> found = new LinkedHashMap<>();
    SafetensorsFile.read(file, fault)
        .forEach(
            (name, tensor) ->
                WeightNames.of(config.architecture(), name)
                    .ifPresent(canonical -> found.put(canonical, tensor)));
    return of(config, new LayerRange(config.layers(), config.layers()), found, fault);
  }

  /**
   * Weights of a graph: one that HuggingFace's exporters wrote, of which the last layer is read, or
   * one of {@link TransformerGraph}.
   *
   * @param location of the file, for messages
   * @throws BadModelException if it is no ONNX file, or a weight is not found or of another shape
   */
  public static EncoderWeights ofGraph(byte[] file, EncoderConfig config, String location) {
    OnnxModel model = OnnxFile.read(file, location);
    PretrainedEncoderFault fault = new PretrainedEncoderFault(location);
    if (EncoderPrecision.of(model) == EncoderPrecision.INT8) {
      throw fault.of("weights in 8 bits", "the encoder as it was before, in 16 or 32 bits");
    }
    LayerRange layers = TransformerGraph.layers(model, config, fault);
    return of(config, layers, GraphWeights.of(model.graph(), config.architecture()), fault);
  }

  /**
   * Weights of an encoder.
   *
   * @throws BadModelException if its architecture is not known or its graph is not in single
   *     precision
   */
  public static EncoderWeights of(EncoderFiles files, String location) {
    return ofGraph(files.graph(), EncoderConfig.parse(files.config(), location), location);
  }

  private static EncoderWeights of(
      EncoderConfig config,
      LayerRange layers,
      Map<String, ConstantTensor> found,
      PretrainedEncoderFault fault) {
    Map<String, ConstantTensor> tensors = new LinkedHashMap<>();
    Map<String, int[]> shapes = config.shapes(layers.last());
    capitalisations(config, layers.last())
        .forEach(
            (name, shape) -> {
              if (found.containsKey(name)) {
                shapes.put(name, shape);
              }
            });
    shapes.forEach((name, shape) -> tensors.put(name, required(name, shape, found, fault)));
    if (found.containsKey(TYPES)) {
      List<Long> shape = found.get(TYPES).shape();
      int rows = shape.isEmpty() ? 1 : (int) Math.max(1, Math.min(shape.get(0), 1 << 10));
      int[] expected = {rows, config.embedding()};
      ConstantTensor types = required(TYPES, expected, found, fault);
      tensors.put(POSITIONS, sum(tensors.get(POSITIONS), types));
    }
    return new EncoderWeights(config, layers, tensors);
  }

  private static ConstantTensor required(
      String name, int[] shape, Map<String, ConstantTensor> found, PretrainedEncoderFault fault) {
    List<Long> expected = new ArrayList<>();
    for (int size : shape) {
      expected.add((long) size);
    }
    ConstantTensor tensor = found.get(name);
    if (tensor == null) {
      throw fault.of("no weight " + name, name + " " + expected);
    }
    if (!tensor.shape().equals(expected)) {
      throw fault.of("the weight " + name + " " + tensor.shape(), "the shape " + expected);
    }
    return switch (tensor.elements()) {
      case FLOAT -> renamed(tensor, name);
      case FLOAT16 -> widened(tensor, name, HalfFloat::toFloat);
      case BFLOAT16 -> widened(tensor, name, half -> Float.intBitsToFloat(half << Short.SIZE));
      default ->
          throw fault.of(
              "the weight " + name + " of " + tensor.elements(), "numbers of 16 or 32 bits");
    };
  }

  private interface HalfToFloat {
    float of(short half);
  }

  private static ConstantTensor renamed(ConstantTensor tensor, String name) {
    return ConstantTensor.of(name, tensor.elements(), tensor.shape(), tensor.values());
  }

  private static ConstantTensor widened(ConstantTensor tensor, String name, HalfToFloat toFloat) {
    ShortBuffer halves = littleEndian(tensor).asShortBuffer();
    float[] values = new float[halves.remaining()];
    for (int i = 0; i < values.length; i++) {
      values[i] = toFloat.of(halves.get(i));
    }
    return ofValues(name, values, tensor.shape());
  }

  /** The first row of the types added to each row. */
  private static ConstantTensor sum(ConstantTensor positions, ConstantTensor types) {
    float[] values = values(positions);
    float[] type = values(types);
    for (int i = 0; i < values.length; i++) {
      values[i] += type[i % (int) (long) types.shape().get(1)];
    }
    return ofValues(positions.name(), values, positions.shape());
  }

  private static ConstantTensor ofValues(String name, float[] values, List<Long> shape) {
    return ConstantTensor.of(name, values, shape.stream().mapToLong(Long::longValue).toArray());
  }

  private static float[] values(ConstantTensor tensor) {
    FloatBuffer buffer = littleEndian(tensor).asFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  private static ByteBuffer littleEndian(ConstantTensor tensor) {
    return tensor.values().duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The architecture and its sizes. */
  public EncoderConfig config() {
    return config;
  }

  /** The layers whose vectors are read; weights of layers above are not there. */
  public LayerRange layers() {
    return layers;
  }

  /** Whether it knows the capitalisation of words. */
  public boolean hasCapitalisation() {
    return IntStream.rangeClosed(0, layers.last()).anyMatch(this::hasCapitalisation);
  }

  /** Whether a level is told the capitalisation of words, see {@link #capitalisation}. */
  public boolean hasCapitalisation(int level) {
    return tensors.containsKey(capitalisation(level));
  }

  /** The canonical names, in an order that depends on the configuration alone. */
  public List<String> names() {
    return List.copyOf(tensors.keySet());
  }

  /** The shape of a weight. */
  public int[] shape(String name) {
    return tensor(name).shape().stream().mapToInt(Math::toIntExact).toArray();
  }

  /** A copy of a weight, row-major. */
  public float[] values(String name) {
    return values(tensor(name));
  }

  ConstantTensor tensor(String name) {
    return Optional.ofNullable(tensors.get(name))
        .orElseThrow(() -> new IllegalArgumentException("No weight " + name));
  }

  /** The same with other layers to read, none above those that are there. */
  public EncoderWeights withLayers(LayerRange range) {
    Map<String, ConstantTensor> kept = new LinkedHashMap<>();
    Map<String, int[]> wanted = config.shapes(range.last());
    Map<String, int[]> more = capitalisations(config, range.last());
    tensors.forEach(
        (name, tensor) -> {
          if (wanted.containsKey(name) || more.containsKey(name)) {
            kept.put(name, tensor);
          }
        });
    if (!kept.keySet().containsAll(wanted.keySet())) {
      throw new IllegalArgumentException("Layers up to " + range.last() + " of " + layers.last());
    }
    return new EncoderWeights(config, range, kept);
  }

  /**
   * The same with other values, and perhaps with {@link #capitalisation} added.
   *
   * @param changed by canonical name, row-major; not copied before they are written
   * @throws IllegalArgumentException if a name is not known or the number of values is another
   */
  public EncoderWeights with(Map<String, float[]> changed) {
    Map<String, ConstantTensor> all = new LinkedHashMap<>(tensors);
    Map<String, int[]> more = capitalisations(config, layers.last());
    changed.forEach(
        (name, values) -> {
          int[] added = more.get(name);
          List<Long> shape =
              added == null ? tensor(name).shape() : List.of((long) added[0], (long) added[1]);
          all.put(name, ofValues(name, values, shape));
        });
    return new EncoderWeights(config, layers, Collections.unmodifiableMap(all));
  }
}
