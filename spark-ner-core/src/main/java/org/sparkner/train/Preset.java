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

import java.util.Arrays;
import java.util.Locale;
import org.sparkner.error.UsageException;
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.WordEncoder;
import org.sparkner.option.InputOption;
import org.sparkner.option.OptionMap;
import org.sparkner.option.TrainingOption;

/** A network and a recipe under one name, for what a user does not choose. */
public enum Preset {
  /** Ma &amp; Hovy's (2016). */
  DEFAULT(TrainingOptions.DEFAULT),

  /**
   * The default with simple recurrent units, whose recurrence has no product: of a word that was
   * seen before, what is left to compute is elementwise.
   */
  FAST(
      TrainingOptions.DEFAULT.withArchitecture(
          Architecture.DEFAULT.withEncoder(WordEncoder.SRU, 1, true))),

  /**
   * What the search of docs/RESULTS.md found: a character LSTM, twice the learning rate with
   * weights averaged over an epoch, batches of sentences of any lengths, less dropout.
   */
  BEST(
      TrainingOptions.DEFAULT
          .withArchitecture(Architecture.DEFAULT.withCharacterEncoder(CharacterEncoder.LSTM))
          .withRecipe(
              Recipe.DEFAULT
                  .with()
                  .epochs(30)
                  .patience(10)
                  .lengthBucketing(false)
                  .learningRate(0.03)
                  .dropout(0.35)
                  .weightAveraging(1)
                  .build())),

  /**
   * An encoder that learns, read in windows of a document, under a hidden layer that is also told
   * of capitalisation (Devlin et al. 2019, section 5.3, but for the last). It needs a pretrained
   * encoder, which it does not name.
   */
  FINE_TUNED(
      TrainingOptions.DEFAULT
          .withArchitecture(
              Architecture.DEFAULT
                  .with()
                  .wordEncoder(WordEncoder.FFNN_WINDOW)
                  .windowWidth(1)
                  .hidden(256)
                  .characterEncoder(CharacterEncoder.NONE)
                  .features(InputFeatures.NONE.withCapitalisationDimension(32))
                  .build())
          .withRecipe(
              Recipe.DEFAULT
                  .with()
                  .epochs(3)
                  .batchSize(32)
                  .optimiser(TrainingOption.ADAMW)
                  .learningRate(1e-3)
                  .learningRateSchedule(TrainingOption.LINEAR)
                  .maxGradientNorm(1)
                  .dropout(0.1)
                  .fineTuneEncoder(true)
                  .encoderCapitalisation(true)
                  .build()));

  private final TrainingOptions options;

  Preset(TrainingOptions options) {
    this.options = options;
  }

  /** What it stands for. */
  public TrainingOptions options() {
    return options;
  }

  /** Whether the pretrained encoder reads sentences within their documents. */
  public boolean readsDocuments() {
    return this == FINE_TUNED;
  }

  /** The values of all options that a preset may set. */
  public OptionMap optionValues() {
    return options.values().put(InputOption.PRETRAINED_ENCODER_DOCUMENT, readsDocuments());
  }

  /**
   * The preset of a name in a setting.
   *
   * @param name {@code default}, {@code fast}, {@code best} or {@code fine-tuned}
   * @throws UsageException for any other name
   */
  public static Preset named(String name) {
    return Arrays.stream(values())
        .filter(preset -> preset.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "preset needs default, fast, best or fine-tuned, found " + name + "."));
  }

  /** The name in a setting, lower case with dashes. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
