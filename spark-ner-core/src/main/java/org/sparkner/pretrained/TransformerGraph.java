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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.error.UsageException;
import org.sparkner.onnx.Attribute;
import org.sparkner.onnx.ConstantTensor;
import org.sparkner.onnx.Dimension;
import org.sparkner.onnx.ElementType;
import org.sparkner.onnx.OnnxFile;
import org.sparkner.onnx.OnnxModel;
import org.sparkner.onnx.ValueInfo;

/**
 * Writes an encoder as a graph for ONNX Runtime: the transformer of Vaswani et al. 2017 with
 * normalisation after each part. It has no mask and no types of texts, so all texts of a batch have
 * equally many pieces and none is padded.
 *
 * <p>Inputs are {@code input_ids} [texts × pieces] and, if the encoder knows capitalisation, {@code
 * capitalisation} of the same shape; the output is {@code vectors} [texts × pieces × hidden], the
 * mean of the chosen layers. Weights have their canonical names.
 */
public final class TransformerGraph {
  /** Numbers of pieces. */
  public static final String PIECES = "input_ids";

  /** Numbers of the capitalisation of the piece's word. */
  public static final String CAPITALISATION = "capitalisation";

  /** The vectors. */
  public static final String VECTORS = "vectors";

  private static final String PRODUCER = "spark-ner";
  private static final String LAYERS_KEY = "layers";

  private final EncoderWeights weights;
  private final EncoderConfig config;
  private final EncoderPrecision precision;
  private final GraphBuilder graph;
  private final Products products;
  private final List<ValueInfo> taps = new ArrayList<>();
  private final boolean tapped;

  private TransformerGraph(
      EncoderWeights weights, EncoderPrecision precision, Products products, boolean tapped) {
    this.weights = weights;
    this.config = weights.config();
    this.precision = precision;
    this.graph =
        new GraphBuilder(
            precision == EncoderPrecision.F16 ? ElementType.FLOAT16 : ElementType.FLOAT);
    this.products = products;
    this.tapped = tapped;
  }

  /** The graph in single precision, as a file. */
  public static byte[] write(EncoderWeights weights) {
    return new TransformerGraph(weights, EncoderPrecision.F32, new FloatProducts(weights), false)
        .file();
  }

  /** The graph in half precision, as a file; its output is in single precision. */
  public static byte[] writeHalf(EncoderWeights weights) {
    return new TransformerGraph(weights, EncoderPrecision.F16, new FloatProducts(weights), false)
        .file();
  }

  /**
   * The graph with products in 8 bits, as a file.
   *
   * @param ranges of {@link #writeTapped}
   */
  static byte[] writeEightBit(EncoderWeights weights, Map<String, ActivationRange> ranges) {
    return new TransformerGraph(
            weights, EncoderPrecision.INT8, new EightBitProducts(weights, ranges), false)
        .file();
  }

  /**
   * The graph in single precision, which also gives what its products read: an output for each
   * module, [texts × pieces × channels]; keys and values read what queries do.
   */
  static byte[] writeTapped(EncoderWeights weights) {
    return new TransformerGraph(weights, EncoderPrecision.F32, new FloatProducts(weights), true)
        .file();
  }

  /** The layers that a graph written here gives the mean of; the last one for any other graph. */
  static LayerRange layers(OnnxModel model, EncoderConfig config, PretrainedEncoderFault fault) {
    String last = String.valueOf(config.layers());
    String found = model.metadata().getOrDefault(LAYERS_KEY, last);
    try {
      return LayerRange.parse(found, config.layers());
    } catch (UsageException e) {
      throw fault.of("layers " + found, "some of 1 to " + last, e);
    }
  }

  /** Whether a graph is one that was written here. */
  static boolean isWrittenHere(OnnxModel model) {
    return model.producer().equals(PRODUCER) && model.metadata().containsKey(LAYERS_KEY);
  }

  private byte[] file() {
    String length =
        graph.node(
            GraphBuilder.ONNX,
            "Shape",
            List.of(PIECES),
            Attribute.of("start", 1),
            Attribute.of("end", 2));
    String hidden = embeddings(length);
    String distances =
        config.relativeBuckets() > 0
            ? RelativePositions.add(graph, weights, length)
            : GraphBuilder.NONE;
    List<String> read = new ArrayList<>();
    for (int i = 0; i < weights.layers().last(); i++) {
      hidden = layer(EncoderWeights.layer(i), withCapitalisation(hidden, i + 1), distances);
      if (i + 1 >= weights.layers().first()) {
        read.add(hidden);
      }
    }
    output(mean(read));
    return OnnxFile.write(graph.build(PRODUCER, metadata(), inputs(), outputs()));
  }

  private String embeddings(String length) {
    String words = rows(EncoderWeights.WORDS, PIECES);
    long offset = config.positionOffset();
    String begin = graph.constant("positions.begin", new long[] {offset}, 1);
    String end = graph.node(GraphBuilder.ONNX, "Add", List.of(length, begin));
    String positions =
        graph.node(
            GraphBuilder.ONNX,
            "Slice",
            List.of(
                graph.constant(weights.tensor(EncoderWeights.POSITIONS)),
                begin,
                end,
                graph.constant("zero", new long[] {0}, 1)));
    String sum = graph.node(GraphBuilder.ONNX, "Add", List.of(words, positions));
    sum = withCapitalisation(sum, 0);
    String normalized =
        graph.node(
            GraphBuilder.ONNX,
            "LayerNormalization",
            List.of(
                sum, weight("embeddings.LayerNorm.weight"), weight("embeddings.LayerNorm.bias")),
            Attribute.of("axis", -1),
            epsilon());
    return config.embedding() == config.hidden()
        ? normalized
        : new FloatProducts(weights).productWithBias(graph, normalized, EncoderWeights.PROJECTION);
  }

  private String withCapitalisation(String input, int level) {
    return weights.hasCapitalisation(level)
        ? graph.node(
            GraphBuilder.ONNX,
            "Add",
            List.of(input, rows(EncoderWeights.capitalisation(level), CAPITALISATION)))
        : input;
  }

  private String rows(String table, String numbers) {
    ConstantTensor tensor = weights.tensor(table);
    if (precision != EncoderPrecision.INT8) {
      return graph.node(GraphBuilder.ONNX, "Gather", List.of(graph.constant(tensor), numbers));
    }
    // Half the size for a difference that 8 bits hide.
    String half = graph.exactly(GraphBuilder.narrowed(tensor));
    String found = graph.node(GraphBuilder.ONNX, "Gather", List.of(half, numbers));
    return graph.node(GraphBuilder.ONNX, "Cast", List.of(found), toFloat());
  }

  private String layer(String layer, String input, String distances) {
    String self = layer + "attention.self.";
    tap(self + "query", input);
    String context =
        graph.node(
            GraphBuilder.RUNTIME,
            "MultiHeadAttention",
            List.of(
                products.productWithBias(graph, input, self + "query"),
                products.productWithBias(graph, input, self + "key"),
                products.productWithBias(graph, input, self + "value"),
                GraphBuilder.NONE,
                GraphBuilder.NONE,
                distances),
            Attribute.of("num_heads", config.heads()));
    String attended = residual(layer + "attention.output.", context, input);
    String between = layer + "intermediate.dense";
    tap(between, attended);
    String activated =
        activated(products.product(graph, attended, between), products.biasLeft(graph, between));
    return residual(layer + "output.", activated, attended);
  }

  /** Product, bias, sum with what came before, normalisation. */
  private String residual(String module, String input, String before) {
    String dense = module + "dense";
    tap(dense, input);
    return graph.node(
        GraphBuilder.RUNTIME,
        "SkipLayerNormalization",
        List.of(
            products.product(graph, input, dense),
            before,
            weight(module + "LayerNorm.weight"),
            weight(module + "LayerNorm.bias"),
            products.biasLeft(graph, dense)),
        epsilon());
  }

  private String activated(String product, String bias) {
    // The approximation is faster, and finer than steps of 8 bits.
    boolean approximate =
        precision == EncoderPrecision.INT8 && config.activation() == Activation.GELU;
    return switch (approximate ? Activation.GELU_TANH : config.activation()) {
      case GELU -> graph.node(GraphBuilder.RUNTIME, "BiasGelu", List.of(product, bias));
      case GELU_TANH -> graph.node(GraphBuilder.RUNTIME, "FastGelu", List.of(product, bias));
      case RELU -> {
        String sum =
            bias.equals(GraphBuilder.NONE)
                ? product
                : graph.node(GraphBuilder.ONNX, "Add", List.of(product, bias));
        yield graph.node(GraphBuilder.ONNX, "Relu", List.of(sum));
      }
    };
  }

  private String mean(List<String> values) {
    if (values.size() == 1) {
      return values.get(0);
    }
    String sum = graph.node(GraphBuilder.ONNX, "Sum", values);
    String share = graph.constant("layers.share", new float[] {1f / values.size()}, 1);
    return graph.node(GraphBuilder.ONNX, "Mul", List.of(sum, share));
  }

  private void output(String vectors) {
    graph.add(GraphBuilder.ONNX, "Cast", List.of(vectors), VECTORS, toFloat());
  }

  private static Attribute toFloat() {
    return Attribute.of("to", ElementType.FLOAT.ordinal());
  }

  private String weight(String name) {
    return graph.constant(weights.tensor(name));
  }

  private Attribute epsilon() {
    return Attribute.of("epsilon", (float) config.epsilon());
  }

  /** Makes the input of a product an output of the graph, to see what values it has. */
  private void tap(String module, String value) {
    if (tapped) {
      graph.add(GraphBuilder.ONNX, "Identity", List.of(value), module);
      taps.add(ValueInfo.of(module, ElementType.FLOAT, Dimension.named("texts"), PIECE_COUNT, ANY));
    }
  }

  private static final Dimension PIECE_COUNT = Dimension.named("pieces");
  private static final Dimension ANY = Dimension.named("");

  private Map<String, String> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(LAYERS_KEY, weights.layers().toString());
    metadata.put(EncoderPrecision.key(), precision.spelling());
    return metadata;
  }

  private List<ValueInfo> inputs() {
    List<ValueInfo> inputs = new ArrayList<>();
    inputs.add(ValueInfo.of(PIECES, ElementType.INT64, Dimension.named("texts"), PIECE_COUNT));
    if (weights.hasCapitalisation()) {
      inputs.add(
          ValueInfo.of(CAPITALISATION, ElementType.INT64, Dimension.named("texts"), PIECE_COUNT));
    }
    return inputs;
  }

  private List<ValueInfo> outputs() {
    List<ValueInfo> outputs = new ArrayList<>();
    outputs.add(
        ValueInfo.of(
            VECTORS,
            ElementType.FLOAT,
            Dimension.named("texts"),
            PIECE_COUNT,
            Dimension.of(config.hidden())));
    outputs.addAll(taps);
    return outputs;
  }
}
