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

package org.sparkner.tagger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import org.sparkner.kernel.Kernels;
import org.sparkner.kernel.ProductLibrary;
import org.sparkner.kernel.RowProducts;
import org.sparkner.kernel.WeightMatrix;
import org.sparkner.model.Architecture;
import org.sparkner.model.NeuralModel;

/**
 * What a word adds to the gates of the first layer in all directions, or to the emissions where
 * there is no layer, whatever its neighbours: [word vector, character vector, features]·W + b. Two
 * fifths of a BiLSTM's products, and most tokens are words seen before; so projections are kept,
 * the most useful ones in bounded memory, shared by all threads. A projection is the same bits
 * whether it is kept or computed again.
 */
final class WordProjections {
  /** Bytes of kept projections: an eighth of the heap, at most this. */
  private static final long MOST_BYTES = 128L << 20;

  /** Words that the cache has places for before it has to grow. */
  private static final int EXPECTED_WORDS = 1 << 14;

  /** Words that are projected in one product. */
  private static final int BLOCK = RowProducts.MOST_ROWS;

  private final VectorLookup wordVectors;
  private final int wordDimension;
  private final FeatureInput features;
  private final int featuresAt;
  private final int inputSize;
  private final int size;
  private final CharacterVectors characters;
  // Null where nothing of a token's input follows from its word.
  private final WeightMatrix weights;
  // Not a ThreadLocal: its values would keep the matrix alive as long as the thread.
  private final Queue<RowProducts> idle = new ConcurrentLinkedQueue<>();
  private final float[] bias;
  private final GazetteerInput gazetteers;
  // Null where the network reads no attributes.
  private final AttributeInput attributes;
  // Null where the network reads no contextual vectors.
  private final ContextualInput contextual;
  private final Cache<String, float[]> kept;

  /**
   * @param reduced whether word vectors are kept in half precision
   */
  WordProjections(NeuralModel model, Kernels kernels, ProductLibrary library, boolean reduced) {
    Architecture sizes = model.architecture();
    wordDimension = sizes.wordDimension();
    wordVectors = VectorLookup.of(model, reduced);
    characters = CharacterVectors.of(model, kernels);
    features = new FeatureInput(model);
    featuresAt = wordDimension + sizes.characterSize();
    InputWeights input = InputWeights.of(model);
    inputSize = sizes.learnedInputSize();
    size = input.columns();
    bias = input.bias();
    gazetteers = new GazetteerInput(model, input);
    attributes = model.readsAttributes() ? new AttributeInput(model, input) : null;
    contextual = model.contextual() == null ? null : new ContextualInput(model, input, library);
    float[] ofWords = Arrays.copyOf(input.weights(), inputSize * size);
    weights = inputSize == 0 ? null : library.single(ofWords, inputSize, size);
    long bytes = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 8);
    // Its upkeep by the thread that puts a word: to wake one of a pool for each costs more than the
    // word's product.
    int most = (int) Math.max(1, bytes / (4L * size));
    kept =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .initialCapacity(Math.min(most, EXPECTED_WORDS))
            .maximumSize(most)
            .build();
  }

  /**
   * Finds or computes projections, forward gates, then backward ones.
   *
   * @param tokens the first {@code count} are looked up
   * @param recent of the calling thread
   * @param projections output, of the tokens in order; the arrays in it are not to be written
   */
  void find(String[] tokens, int count, RecentWords<float[]> recent, float[][] projections) {
    Map<String, List<Integer>> missing = null;
    for (int i = 0; i < count; i++) {
      String token = tokens[i];
      float[] found = recent.get(token);
      if (found == null) {
        found = kept.getIfPresent(token);
        if (found == null) {
          missing = missing == null ? new HashMap<>() : missing;
          missing.computeIfAbsent(token, t -> new ArrayList<>(1)).add(i);
        } else {
          recent.put(token, found);
        }
      }
      projections[i] = found;
    }
    if (missing != null) {
      computeAll(missing, recent, projections);
    }
  }

  /** Whether there is a vector of a word. */
  boolean knows(String word) {
    return wordDimension == 0 || wordVectors.knows(word);
  }

  /** Whether {@link #readContexts} gives vectors. */
  boolean readsContexts() {
    return contextual != null;
  }

  /** The contextual vectors of sentences, as {@link ContextualInput#read} gives them. */
  List<float[][]> readContexts(List<Sentence> sentences) {
    return contextual.read(sentences);
  }

  /**
   * Adds what does not follow from a word alone to the projections found for a batch.
   *
   * @param contexts of {@link #readContexts}, by the number of a sentence; not called where there
   *     are none
   */
  void addContext(PackedBatch batch, float[][] projections, IntFunction<float[][]> contexts) {
    gazetteers.add(batch, projections);
    if (attributes != null) {
      attributes.add(batch, projections);
    }
    if (contextual != null) {
      contextual.add(batch, projections, contexts);
    }
  }

  private void computeAll(
      Map<String, List<Integer>> missing, RecentWords<float[]> recent, float[][] projections) {
    List<String> words = List.copyOf(missing.keySet());
    for (int from = 0; from < words.size(); from += BLOCK) {
      List<String> block = words.subList(from, Math.min(words.size(), from + BLOCK));
      float[][] computed = compute(block);
      for (int i = 0; i < computed.length; i++) {
        String word = block.get(i);
        if (word.length() <= RecentWords.LONGEST) {
          kept.put(word, computed[i]);
          recent.put(word, computed[i]);
        }
        for (int at : missing.get(word)) {
          projections[at] = computed[i];
        }
      }
    }
  }

  private float[][] compute(List<String> words) {
    if (weights == null) {
      float[][] rows = new float[words.size()][];
      Arrays.fill(rows, bias);
      return rows;
    }
    float[] inputs = new float[words.size() * inputSize];
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int at = i * inputSize;
      wordVectors.copy(word, inputs, at);
      characters.encode(word, inputs, at + wordDimension);
      features.copy(word, inputs, at + featuresAt);
    }
    RowProducts products = idle.poll();
    if (products == null) {
      products = weights.newProducts();
    }
    products.multiply(words.size(), inputs, 0, inputSize);
    float[][] rows = new float[words.size()][size];
    for (int i = 0; i < rows.length; i++) {
      int at = products.row(i);
      float[] values = products.values();
      for (int j = 0; j < size; j++) {
        rows[i][j] = values[at + j] + bias[j];
      }
    }
    idle.add(products);
    return rows;
  }
}
