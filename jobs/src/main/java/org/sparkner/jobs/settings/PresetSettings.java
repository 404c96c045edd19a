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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sparkner.model.Architecture;
import org.sparkner.train.Preset;
import org.sparkner.train.TrainingOptions;

/** What a preset says, by the keys of the settings. */
final class PresetSettings {
  private PresetSettings() {}

  /** The settings in which a preset differs from the default. */
  static Map<String, String> of(Preset preset) {
    Map<String, String> values = all(preset.options());
    values.entrySet().removeAll(all(Preset.DEFAULT.options()).entrySet());
    return values;
  }

  /** Those that a preset may choose: not the seed, the language or what limits a run. */
  static Map<String, String> all(TrainingOptions options) {
    Architecture sizes = options.architecture();
    Map<String, Object> values = new TreeMap<>();
    values.put("network.encoder", sizes.encoder());
    values.put("network.layers", sizes.layers());
    values.put("network.bidirectional", sizes.bidirectional());
    values.put("network.hidden", sizes.hidden());
    values.put("network.window-width", sizes.windowWidth());
    values.put("network.decoder", sizes.decoder());
    values.put("network.char-encoder", sizes.charEncoder());
    values.put("network.character-dimension", sizes.characterDimension());
    values.put("network.character-filters", sizes.characterFilters());
    List<Integer> widths = sizes.characterWidths();
    if (widths.size() == 1) {
      values.put("network.character-width", widths.get(0));
    } else {
      values.put(
          "network.character-widths",
          widths.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
    values.put("network.character-blocks", sizes.characterBlocks());
    values.put("network.max-word-length", sizes.maxWordLength());
    values.put("training.epochs", options.epochs());
    values.put("training.patience", options.patience());
    values.put("training.batch-size", options.batchSize());
    values.put("training.like-lengths", options.likeLengths());
    values.put("training.learning-rate", options.learningRate());
    values.put("training.decay", options.decay());
    values.put("training.momentum", options.momentum());
    values.put("training.clip", options.clip());
    values.put("training.dropout", options.dropout());
    values.put("training.weight-averaging", options.weightAveraging());
    values.put("training.fine-tune", options.fineTune());
    values.put("training.vector-channels", options.vectorChannels());
    Map<String, String> texts = new TreeMap<>();
    values.forEach((key, value) -> texts.put(key, value.toString()));
    return texts;
  }
}
