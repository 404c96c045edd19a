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

package org.sparkner.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.NetworkSizes;
import org.sparkner.model.Tensor;
import org.sparkner.model.Weights;

/**
 * The parameters of a network in one flat vector, without the word table: names, sizes, places and
 * initial values. All implementations of {@link TaggerNetwork} have their parameters in this order,
 * and begin with these values.
 */
public final class NetworkParameters {
  /**
   * A matrix of parameters, row-major.
   *
   * @param name in a saved model
   * @param offset place of its first value in the flat vector
   */
  public record Matrix(String name, int rows, int columns, int offset) {
    /** Its values. */
    public int size() {
      return rows * columns;
    }
  }

  private record Part(RandomPlace place, ParameterLayout layout) {}

  private final NetworkSizes sizes;
  private final int labels;
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Matrix> matrices = new LinkedHashMap<>();
  private int size;

  private NetworkParameters(NetworkSizes sizes, int labels) {
    this.sizes = sizes;
    this.labels = labels;
  }

  /** The parameters of a network of these sizes. */
  public static NetworkParameters of(NetworkSizes sizes, int labels) {
    Architecture architecture = sizes.architecture();
    NetworkParameters parameters = new NetworkParameters(sizes, labels);
    if (architecture.characterEncoder() != CharacterEncoder.NONE) {
      parameters.add(
          RandomPlace.CHARACTER_ENCODER,
          ParameterLayout.ofCharacters(architecture, sizes.characterIds()));
    }
    if (architecture.features().size() > 0) {
      parameters.add(RandomPlace.FEATURE_VECTORS, ParameterLayout.of(sizes.featureVectors()));
    }
    List<EncoderLayer> layers = architecture.encoderLayers();
    for (int i = 0; i < layers.size(); i++) {
      parameters.add(RandomPlace.layer(i), ParameterLayout.of(layers.get(i)));
    }
    parameters.add(
        RandomPlace.DECODER,
        ParameterLayout.ofDecoder(architecture.decoder(), architecture.outputSize(), labels));
    return parameters;
  }

  private void add(RandomPlace place, ParameterLayout layout) {
    parts.add(new Part(place, layout));
    for (ParameterLayout.Parameter each : layout.parameters()) {
      matrices.put(
          each.key(), new Matrix(each.key(), each.rows(), each.columns(), size + each.offset()));
    }
    size += layout.size();
  }

  /** The matrices, in their order. */
  public Collection<Matrix> matrices() {
    return Collections.unmodifiableCollection(matrices.values());
  }

  /** Values in all. */
  public int size() {
    return size;
  }

  /**
   * A matrix by its name in a saved model; a vector is a matrix of one row.
   *
   * @throws NoSuchElementException if the network has none of that name
   */
  public Matrix get(String name) {
    Matrix matrix = matrices.get(name);
    if (matrix == null) {
      throw new NoSuchElementException("No parameter " + name + " among " + matrices.keySet());
    }
    return matrix;
  }

  /**
   * The values that a new network begins with.
   *
   * @param seed of the run
   */
  public float[] initial(long seed) {
    float[] values = new float[size];
    int at = 0;
    for (Part part : parts) {
      for (double value : part.layout().initial(part.place().weightSeed(seed))) {
        values[at++] = (float) value;
      }
    }
    return values;
  }

  /**
   * Parameters under the names of a saved model.
   *
   * @param flat all values; copied
   * @param words the live table, which is not copied
   */
  public Weights weights(float[] flat, WordTable words) {
    List<Tensor> tensors = new ArrayList<>();
    sizes
        .shapes(labels)
        .forEach(
            (name, shape) -> {
              float[] values;
              if (name.equals(Weights.WORD_VECTORS)) {
                values = words.values();
              } else {
                Matrix matrix = get(name);
                values = new float[matrix.size()];
                System.arraycopy(flat, matrix.offset(), values, 0, values.length);
              }
              tensors.add(new Tensor(name, shape, values));
            });
    return new Weights(tensors);
  }

  /** The flat vector of a saved model's weights. */
  public float[] flat(Weights weights) {
    float[] flat = new float[size];
    for (Matrix matrix : matrices.values()) {
      System.arraycopy(weights.values(matrix.name()), 0, flat, matrix.offset(), matrix.size());
    }
    return flat;
  }

  /**
   * The flat vector, where it is as long as this.
   *
   * @throws IllegalArgumentException if it is not
   */
  public float[] require(float[] flat) {
    if (flat.length != size) {
      throw new IllegalArgumentException(
          "The network has " + size + " parameters, found " + flat.length + ".");
    }
    return flat;
  }
}
