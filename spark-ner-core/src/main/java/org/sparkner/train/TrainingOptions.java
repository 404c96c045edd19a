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

package org.sparkner.train;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.util.function.UnaryOperator;
import org.sparkner.error.UsageException;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.model.Architecture;
import org.sparkner.option.OptionMap;
import org.sparkner.option.OptionValues;
import org.sparkner.option.TrainingOption;
import org.sparkner.pretrained.PretrainedEncoder;

/**
 * A network and how to train it. The defaults are Ma &amp; Hovy's (2016, section 3): SGD with
 * momentum 0.9, learning rate 0.015 / (1 + 0.05 epoch), batches of 10, gradient norm clipped at 5,
 * dropout 0.5, at most 50 epochs.
 *
 * @param architecture sizes of the network; the word dimension gives way to that of the vectors,
 *     and is that of all channels in the model
 * @param recipe how the network is trained
 * @param gazetteers lists of phrases that the network is told of
 * @param contextual a pretrained encoder whose vectors of tokens the network reads; null for none
 */
@RecordBuilder
public record TrainingOptions(
    Architecture architecture, Recipe recipe, Gazetteers gazetteers, PretrainedEncoder contextual)
    implements TrainingOptionsBuilder.With, Serializable {

  /** Ma &amp; Hovy's network and recipe, seed 1, English. */
  public static final TrainingOptions DEFAULT =
      TrainingOptionsBuilder.builder()
          .architecture(Architecture.DEFAULT)
          .recipe(Recipe.DEFAULT)
          .gazetteers(Gazetteers.NONE)
          .build();

  /**
   * @throws UsageException if a word is to have two vectors, of which the one that learns does not,
   *     or the weights are to be averaged while an encoder learns
   */
  public TrainingOptions {
    if (recipe.fineTuneEncoder() && recipe.weightAveraging() > 0) {
      throw new UsageException(
          "fineTuneEncoder needs weightAveraging 0, found "
              + TrainingOption.WEIGHT_AVERAGING.kind().text(recipe.weightAveraging())
              + "; the average of a network would read the vectors of an encoder that has none.");
    }
    if (recipe.vectorChannels() == 2 && !recipe.fineTuneVectors()) {
      throw new UsageException(
          "vectorChannels 2 needs fineTuneVectors true, found false; with frozen vectors both would"
              + " be the same.");
    }
  }

  /** The encoder if it is only read; null if there is none or it learns. */
  public PretrainedEncoder readingEncoder() {
    return recipe.fineTuneEncoder() ? null : contextual;
  }

  /** What is set of the network and the recipe, over the values here. */
  public TrainingOptions overlaid(OptionValues set) {
    return withArchitecture(architecture.overlaid(set)).withRecipe(recipe.overlaid(set));
  }

  /** The values of the network's and the recipe's options. */
  public OptionMap values() {
    return architecture.values().putAll(recipe.values());
  }

  /** The same with a recipe that is made of this one. */
  public TrainingOptions withRecipe(UnaryOperator<Recipe> change) {
    return withRecipe(change.apply(recipe));
  }
}
