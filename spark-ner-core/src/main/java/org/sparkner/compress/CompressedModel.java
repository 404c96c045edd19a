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

package org.sparkner.compress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sparkner.error.UsageException;
import org.sparkner.kernel.HalfFloat;
import org.sparkner.kernel.QuantisedRows;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.Subwords;
import org.sparkner.lexicon.WordCompression;
import org.sparkner.lexicon.WordCounts;
import org.sparkner.lexicon.WordFilter;
import org.sparkner.model.ByteTensor;
import org.sparkner.model.ElementType;
import org.sparkner.model.NerModel;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Tensor;
import org.sparkner.model.Weights;

/**
 * A model made small.
 *
 * @param model the small one
 * @param before bytes of the saved model that it was made of
 * @param after its own bytes when it is saved
 * @param pruned words that it does not know any more
 */
public record CompressedModel(NeuralModel model, long before, long after, int pruned) {
  /** Values from which on a tensor is kept in half precision. */
  private static final int MANY_VALUES = 1 << 12;

  /**
   * Compresses a model.
   *
   * @param text tokens as the model will read them; none to keep words in the order of the lexicon
   * @throws UsageException if the model has no word vectors, is compressed already, or cannot be as
   *     small as it is to be
   */
  public static CompressedModel of(NerModel model, CompressionOptions options, WordCounts text) {
    NeuralModel network = requireWords(model);
    WordUse use = WordUse.of(network.lexicon(), text);
    Compression compression =
        new Compression(VectorReduction.of(network, options.dimension(), use), options, use);
    int words = compression.words();
    NeuralModel small = compression.of(words, true);
    return new CompressedModel(
        small, SavedSize.of(model), SavedSize.of(small), use.order().length - words);
  }

  private static NeuralModel requireWords(NerModel model) {
    if (!(model instanceof NeuralModel network)) {
      throw new UsageException(
          "Only networks are compressed, and this model is of the algorithm "
              + model.algorithm()
              + "; it needs no less space.");
    }
    if (network.architecture().wordDimension() == 0) {
      throw new UsageException(
          "Only models with word vectors are compressed, and this one has none; quantise makes its"
              + " pretrained encoder smaller.");
    }
    if (network.lexicon().compression() != null) {
      throw new UsageException(
          "The model is compressed already; compress the one that it was made of.");
    }
    return network;
  }

  private record Compression(NeuralModel model, CompressionOptions options, WordUse use) {
    /** Words to keep: as many as may be, and as fit. */
    int words() {
      int most = Math.min(options.words(), use.order().length);
      if (options.maxBytes() == Long.MAX_VALUE || fits(most)) {
        return most;
      }
      if (!fits(0)) {
        throw new UsageException(
            "The model needs "
                + SavedSize.of(of(0, false))
                + " bytes without a single word, and may have "
                + options.maxBytes()
                + "; allow more, or fewer subwords.");
      }
      int fitting = 0;
      int tooMany = most;
      while (tooMany - fitting > 1) {
        int middle = (fitting + tooMany) >>> 1;
        if (fits(middle)) {
          fitting = middle;
        } else {
          tooMany = middle;
        }
      }
      return fitting;
    }

    private boolean fits(int words) {
      return SavedSize.of(of(words, false)) <= options.maxBytes();
    }

    /**
     * The model with so many words.
     *
     * @param filled false for vectors that are zeros, to know its size
     */
    NeuralModel of(int words, boolean filled) {
      Lexicon lexicon = model.lexicon();
      int[] kept = use.first(words);
      int[] order = use.order();
      int[] pruned = Arrays.copyOfRange(order, words, order.length);
      Subwords subwords = pruned.length == 0 ? Subwords.NONE : options.subwords();
      WordFilter filter =
          subwords.rows() == 0
              ? WordFilter.of(List.of())
              : WordFilter.of(Arrays.stream(pruned).mapToObj(lexicon::word).toList());
      QuantisedRows ofWords = filled ? words(kept) : zeros(words + 1);
      QuantisedRows ofParts = filled ? parts(pruned, subwords) : zeros(subwords.rows());
      List<Tensor> tensors = new ArrayList<>();
      for (Tensor tensor : model.weights().tensors()) {
        if (!tensor.name().equals(Weights.WORD_VECTORS)) {
          tensors.add(rounded(tensor));
        }
      }
      tensors.add(scales(Weights.WORD_SCALES, ofWords));
      tensors.add(scales(Weights.SUBWORD_SCALES, ofParts));
      List<ByteTensor> byteTensors =
          List.of(
              bytes(Weights.WORD_VECTORS, ofWords),
              bytes(Weights.SUBWORD_VECTORS, ofParts),
              new ByteTensor(
                  Weights.PRUNED_WORDS, new int[] {filter.bits().length}, filter.bits()));
      return new NeuralModel(
          model.architecture(),
          model.labels(),
          lexicon
              .withWords(kept)
              .withCompression(new WordCompression(options.bits(), subwords, filter.bits().length)),
          new Weights(tensors, byteTensors),
          model.contextual(),
          model.temperature(),
          model.training());
    }

    private int dimension() {
      return model.architecture().wordDimension();
    }

    private QuantisedRows zeros(int rows) {
      return QuantisedRows.zeros(rows, options.bits(), dimension());
    }

    private QuantisedRows words(int[] kept) {
      float[] vectors = model.weights().values(Weights.WORD_VECTORS);
      return QuantisedRows.of(rows(vectors, kept, dimension()), options.bits(), dimension());
    }

    private QuantisedRows parts(int[] pruned, Subwords subwords) {
      if (subwords.rows() == 0) {
        return zeros(0);
      }
      float[] vectors = model.weights().values(Weights.WORD_VECTORS);
      float[] fitted = SubwordFit.fit(model.lexicon(), pruned, vectors, dimension(), subwords);
      return QuantisedRows.of(fitted, options.bits(), dimension());
    }
  }

  private static float[] rows(float[] vectors, int[] kept, int dimension) {
    float[] rows = new float[(kept.length + 1) * dimension];
    System.arraycopy(vectors, Lexicon.UNKNOWN_WORD * dimension, rows, 0, dimension);
    for (int i = 0; i < kept.length; i++) {
      System.arraycopy(vectors, kept[i] * dimension, rows, (i + 1) * dimension, dimension);
    }
    return rows;
  }

  /** In half precision where it is large, with the values that a file will give. */
  private static Tensor rounded(Tensor tensor) {
    if (tensor.values().length < MANY_VALUES) {
      return tensor;
    }
    float[] values = tensor.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = HalfFloat.toFloat(HalfFloat.of(values[i]));
    }
    return new Tensor(tensor.name(), tensor.shape(), values, ElementType.F16);
  }

  private static Tensor scales(String name, QuantisedRows rows) {
    return new Tensor(name, new int[] {rows.scales().length}, rows.scales());
  }

  private static ByteTensor bytes(String name, QuantisedRows rows) {
    int[] shape = {rows.scales().length, QuantisedRows.rowBytes(rows.bits(), rows.dimension())};
    return new ByteTensor(name, shape, rows.bytes());
  }
}
