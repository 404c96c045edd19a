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

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.lexicon.WordCompression;

/**
 * The parameters of a tagger, by name; those of the word encoder are {@link EncoderLayer}'s, those
 * of a character convolution {@link ConvolutionShape}'s. {@code emission.weight} has a column for
 * each label, after which with {@link Decoder#CRF_BIGRAM} comes one for each pair, by the label
 * before first.
 */
public final class Weights {
  public static final String WORD_VECTORS = "word.vectors";
  public static final String CHARACTER_VECTORS = "char.vectors";
  public static final String CAPITALISATION_VECTORS = "capitalisation.vectors";
  public static final String AFFIX_VECTORS = "affix.vectors";
  public static final String ATTRIBUTE_VECTORS = "attribute.vectors";
  public static final String GAZETTEER_VECTORS = "gazetteer.vectors";
  public static final String EMISSION_WEIGHT = "emission.weight";
  public static final String EMISSION_BIAS = "emission.bias";
  public static final String TRANSITIONS = "crf.transitions";
  public static final String BEGIN = "crf.begin";
  public static final String END = "crf.end";

  /**
   * The scale of each row of {@link #WORD_VECTORS} in a compressed model, whose words are {@link
   * org.sparkner.kernel.QuantisedRows}.
   */
  public static final String WORD_SCALES = "word.scales";

  /** In a compressed model the vectors of {@link org.sparkner.lexicon.Subwords}. */
  public static final String SUBWORD_VECTORS = "subword.vectors";

  /** The scale of each row of {@link #SUBWORD_VECTORS}. */
  public static final String SUBWORD_SCALES = "subword.scales";

  /** The {@link org.sparkner.lexicon.WordFilter} of the words that have vectors of subwords. */
  public static final String PRUNED_WORDS = "subword.words";

  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final Map<String, ByteTensor> byteTensors = new LinkedHashMap<>();

  /** Weights that are all floats. */
  public Weights(List<Tensor> tensors) {
    this(tensors, List.of());
  }

  /** Weights of which some are whole numbers. */
  public Weights(List<Tensor> tensors, List<ByteTensor> byteTensors) {
    for (Tensor tensor : tensors) {
      requireNew(this.tensors.put(tensor.name(), tensor) == null, tensor.name());
    }
    for (ByteTensor tensor : byteTensors) {
      boolean isNew = this.byteTensors.put(tensor.name(), tensor) == null;
      requireNew(isNew && !this.tensors.containsKey(tensor.name()), tensor.name());
    }
  }

  private static void requireNew(boolean isNew, String name) {
    if (!isNew) {
      throw new IllegalArgumentException("A tensor stands twice: " + name);
    }
  }

  /** The tensors of floats in their order. */
  public Collection<Tensor> tensors() {
    return Collections.unmodifiableCollection(tensors.values());
  }

  /** The tensors of whole numbers in their order; a compressed model has some. */
  public Collection<ByteTensor> byteTensors() {
    return Collections.unmodifiableCollection(byteTensors.values());
  }

  /**
   * A tensor of whole numbers.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public ByteTensor byteTensor(String name) {
    ByteTensor tensor = byteTensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "No tensor " + name + " of whole numbers among " + byteTensors.keySet());
    }
    return tensor;
  }

  /**
   * The values of a tensor, not a copy.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public float[] values(String name) {
    return tensor(name).values();
  }

  /**
   * A tensor.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("No tensor " + name + " among " + tensors.keySet());
    }
    return tensor;
  }

  /** The shape of every tensor of a model of these sizes, in the order of the file. */
  static Map<String, int[]> shapes(NetworkSizes network, int labels) {
    Architecture sizes = network.architecture();
    Map<String, int[]> shapes = new LinkedHashMap<>();
    if (sizes.wordDimension() > 0) {
      putWords(network, shapes);
    }
    if (sizes.characterEncoder() != CharacterEncoder.NONE) {
      shapes.put(CHARACTER_VECTORS, new int[] {network.characterIds(), sizes.characterDimension()});
    }
    switch (sizes.characterEncoder()) {
      case NONE -> {}
      case CNN, INTNET ->
          sizes.characterConvolutions().stream()
              .flatMap(List::stream)
              .forEach(convolution -> shapes.putAll(convolution.shapes()));
      case LSTM -> shapes.putAll(sizes.characterLayer().shapes());
    }
    for (FeatureVectors table : network.featureVectors()) {
      shapes.put(table.name(), new int[] {table.rows(), table.dimension()});
    }
    sizes.encoderLayers().forEach(layer -> shapes.putAll(layer.shapes()));
    int scores = sizes.decoder().scores(labels);
    shapes.put(EMISSION_WEIGHT, new int[] {sizes.outputSize(), scores});
    shapes.put(EMISSION_BIAS, new int[] {scores});
    if (sizes.decoder() == Decoder.CRF) {
      shapes.put(TRANSITIONS, new int[] {labels, labels});
    }
    if (sizes.decoder() != Decoder.SOFTMAX) {
      shapes.put(BEGIN, new int[] {labels});
      shapes.put(END, new int[] {labels});
    }
    return shapes;
  }

  private static void putWords(NetworkSizes network, Map<String, int[]> shapes) {
    int dimension = network.architecture().wordDimension();
    WordCompression compression = network.compression();
    if (compression == null) {
      shapes.put(WORD_VECTORS, new int[] {network.wordRows(), dimension});
      return;
    }
    int rowBytes = compression.bits().rowBytes(dimension);
    int subwords = compression.subwords().rows();
    shapes.put(
        WORD_VECTORS,
        compression.hasOwnBits()
            ? new int[] {Math.toIntExact(compression.wordBytes(network.wordRows(), dimension))}
            : new int[] {network.wordRows(), rowBytes});
    shapes.put(WORD_SCALES, new int[] {network.wordRows()});
    shapes.put(SUBWORD_VECTORS, new int[] {subwords, rowBytes});
    shapes.put(SUBWORD_SCALES, new int[] {subwords});
    shapes.put(PRUNED_WORDS, new int[] {compression.filterBytes()});
  }
}
