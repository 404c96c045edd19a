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
import org.sparkner.model.WordEncoder;

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
                  .build()));

  private final TrainingOptions options;

  Preset(TrainingOptions options) {
    this.options = options;
  }

  /** What it stands for. */
  public TrainingOptions options() {
    return options;
  }

  /**
   * The preset of a name in a setting.
   *
   * @param name {@code default}, {@code fast} or {@code best}
   * @throws UsageException for any other name
   */
  public static Preset named(String name) {
    return Arrays.stream(values())
        .filter(preset -> preset.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new UsageException("preset needs default, fast or best, found " + name + "."));
  }

  /** The name in a setting, lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
