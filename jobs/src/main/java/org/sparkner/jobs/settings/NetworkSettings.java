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

package org.sparkner.jobs.settings;

import java.util.List;
import java.util.Optional;
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.Decoder;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.WordEncoder;

/** From settings to the parts of the network and their sizes. */
public final class NetworkSettings {
  private final Settings settings;

  public NetworkSettings(Settings settings) {
    this.settings = settings;
  }

  /**
   * @throws org.sparkner.error.UsageException if a setting is out of its range
   */
  public Architecture architecture() {
    return new Architecture(
        settings.optionalInteger("network.word-dimension").isPresent()
            ? settings.positive("network.word-dimension")
            : Architecture.DEFAULT.wordDimension(),
        settings.choice("network.char-encoder", CharacterEncoder.values()),
        settings.positive("network.character-dimension"),
        settings.positive("network.character-filters"),
        widths(),
        settings.positive("network.character-blocks"),
        settings.positive("network.max-word-length"),
        settings.choice("network.encoder", WordEncoder.values()),
        layers(),
        settings.flag("network.bidirectional"),
        settings.positive("network.hidden"),
        odd("network.window-width"),
        settings.choice("network.decoder", Decoder.values()),
        features());
  }

  private InputFeatures features() {
    return new InputFeatures(
        featureDimension("network.capitalisation-dimension"),
        featureDimension("network.affix-dimension"),
        gazetteerDimension(),
        0,
        featureDimension("network.pos-dimension"),
        null);
  }

  private int gazetteerDimension() {
    String key = "network.gazetteer-dimension";
    if (featureDimension(key) == 0) {
      throw settings.refusal(key, "a whole number of at least 1");
    }
    return settings.integer(key);
  }

  private int featureDimension(String key) {
    int dimension = settings.integer(key);
    if (dimension < 0 || dimension > InputFeatures.MOST) {
      throw settings.refusal(key, "a whole number from 0 to " + InputFeatures.MOST);
    }
    return dimension;
  }

  private List<Integer> widths() {
    String key = "network.character-widths";
    Optional<String> several = settings.optionalText(key);
    try {
      return several.isPresent()
          ? Architecture.widths(several.get())
          : List.of(odd("network.character-width"));
    } catch (IllegalArgumentException e) {
      throw settings.refusal(key, "odd, different numbers separated by commas");
    }
  }

  private int odd(String key) {
    int width = settings.positive(key);
    if (width % 2 == 0) {
      throw settings.refusal(key, "an odd number");
    }
    return width;
  }

  private int layers() {
    int layers = settings.positive("network.layers");
    if (layers > Architecture.MOST_LAYERS) {
      throw settings.refusal("network.layers", "at most " + Architecture.MOST_LAYERS);
    }
    return layers;
  }
}
