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

import java.util.List;
import java.util.function.IntFunction;
import org.sparkner.error.UsageException;
import org.sparkner.kernel.RowBits;
import org.sparkner.lexicon.WordCounts;
import org.sparkner.lexicon.WordTier;
import org.sparkner.model.NerModel;
import org.sparkner.model.NeuralModel;

/**
 * A model made small.
 *
 * @param model the small one
 * @param before bytes of the saved model that it was made of
 * @param after its own bytes when it is saved
 * @param pruned words that it does not know any more
 */
public record CompressedModel(NeuralModel model, long before, long after, int pruned) {
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
    CompactModel small =
        options.isSpread() ? spread(network, options, use) : equal(network, options, use);
    NeuralModel made = small.model();
    return new CompressedModel(
        made,
        SavedSize.of(model),
        SavedSize.of(made),
        use.order().length - made.lexicon().words().size());
  }

  private static CompactModel equal(NeuralModel network, CompressionOptions options, WordUse use) {
    boolean isReduced =
        options.dimension() < network.architecture().wordDimension() && use.order().length > 0;
    NeuralModel reduced =
        isReduced ? new VectorReduction(network, use).reduced(options.dimension()) : network;
    RowBits bits = RowBits.equal(options.bits());
    IntFunction<CompactModel> ofWords =
        words ->
            new CompactModel(
                reduced, use, List.of(new WordTier(words + 1, bits)), options.subwords());
    return ofWords.apply(most(words(options, use), ofWords, options.maxBytes()));
  }

  private static CompactModel spread(NeuralModel network, CompressionOptions options, WordUse use) {
    VectorReduction reduction = new VectorReduction(network, use);
    WordSizes sizes = new WordSizes(BitSpread.sizes(reduction.importance()), use);
    NeuralModel weighted = reduction.weighted(sizes.dimension());
    int words = words(options, use);
    IntFunction<CompactModel> ofWords =
        kept -> new CompactModel(weighted, use, sizes.tiers(kept, 0), options.subwords());
    int kept = most(words, ofWords, options.maxBytes());
    if (kept < words) {
      return ofWords.apply(kept);
    }
    IntFunction<CompactModel> ofPrice =
        price -> new CompactModel(weighted, use, sizes.tiers(words, price), options.subwords());
    return ofPrice.apply(most(WordSizes.PRICES, ofPrice, options.maxBytes()));
  }

  private static int words(CompressionOptions options, WordUse use) {
    return Math.min(options.words(), use.order().length);
  }

  /** The largest number, from 0, of which a model fits. */
  private static int most(int limit, IntFunction<CompactModel> models, long maxBytes) {
    if (maxBytes == Long.MAX_VALUE || models.apply(limit).savedBytes() <= maxBytes) {
      return limit;
    }
    long least = models.apply(0).savedBytes();
    if (least > maxBytes) {
      throw new UsageException(
          "The model needs "
              + least
              + " bytes without a single word, and may have "
              + maxBytes
              + "; allow more, or fewer subwords.");
    }
    int fitting = 0;
    int tooMany = limit;
    while (tooMany - fitting > 1) {
      int middle = (fitting + tooMany) >>> 1;
      if (models.apply(middle).savedBytes() <= maxBytes) {
        fitting = middle;
      } else {
        tooMany = middle;
      }
    }
    return fitting;
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
}
