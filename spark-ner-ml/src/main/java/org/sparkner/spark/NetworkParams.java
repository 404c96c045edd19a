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

package org.sparkner.spark;

import static org.sparkner.spark.RecipeParams.chosen;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.Decoder;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.WordEncoder;

/** The params of {@link HasNetworkParams}, made for one stage, and their way into the core. */
public final class NetworkParams {
  final IntParam wordDimension;
  final Param<String> charEncoder;
  final IntParam characterDimension;
  final IntParam characterFilters;
  final IntParam characterWidth;
  final Param<String> characterWidths;
  final IntParam characterBlocks;
  final IntParam maxWordLength;
  final Param<String> encoder;
  final IntParam layers;
  final BooleanParam bidirectional;
  final IntParam hidden;
  final IntParam windowWidth;
  final Param<String> decoder;
  final IntParam capitalisationDimension;
  final IntParam affixDimension;
  final IntParam gazetteerDimension;
  final IntParam attributeDimension;

  NetworkParams(Params owner) {
    ParamFactory make = new ParamFactory(owner);
    Architecture sizes = Architecture.DEFAULT;
    wordDimension =
        make.atLeast(
            "wordDimension",
            "floats of a word vector where vectorsPath is not set",
            1,
            sizes.wordDimension());
    charEncoder =
        make.choice(
            "charEncoder",
            "what makes a vector of a word's characters",
            sizes.charEncoder().toString(),
            names(CharacterEncoder.values()));
    characterDimension =
        make.atLeast(
            "characterDimension", "floats of a character vector", 1, sizes.characterDimension());
    characterFilters =
        make.atLeast(
            "characterFilters",
            "filters of the character convolution, or units per direction of the character LSTM",
            1,
            sizes.characterFilters());
    characterWidth =
        make.odd("characterWidth", "characters that a filter sees", sizes.characterWidths().get(0));
    characterWidths =
        make.optionalWidths(
            "characterWidths",
            "several widths of filters in place of characterWidth, separated by commas");
    characterBlocks =
        make.atLeast(
            "characterBlocks",
            "blocks of an intnet after its first convolutions",
            1,
            sizes.characterBlocks());
    maxWordLength =
        make.atLeast(
            "maxWordLength",
            "characters of a word that the character encoder sees; the rest is cut off",
            1,
            sizes.maxWordLength());
    encoder =
        make.choice(
            "encoder",
            "what reads the tokens of a sentence",
            sizes.encoder().toString(),
            names(WordEncoder.values()));
    layers =
        make.within(
            "layers",
            "layers of the encoder, with dropout before each",
            1,
            Architecture.MOST_LAYERS,
            sizes.layers());
    bidirectional =
        make.flag(
            "bidirectional",
            "whether each layer of a recurrent encoder reads the sentence backward too",
            sizes.bidirectional());
    hidden =
        make.atLeast("hidden", "units of a layer of the encoder per direction", 1, sizes.hidden());
    windowWidth =
        make.odd(
            "windowWidth",
            "tokens that a layer of an encoder without recurrence sees",
            sizes.windowWidth());
    decoder =
        make.choice(
            "decoder",
            "how labels are chosen: the best sequence by a CRF, with or without transitions that"
                + " depend on the token, or each token's by a softmax",
            sizes.decoder().toString(),
            names(Decoder.values()));
    capitalisationDimension =
        make.within(
            "capitalisationDimension",
            "floats of the vector of a word's capitalisation, 0 for none",
            0,
            InputFeatures.MOST,
            sizes.features().capitalisationDimension());
    affixDimension =
        make.within(
            "affixDimension",
            "floats of the vector of each prefix and suffix of a word, 0 for none",
            0,
            InputFeatures.MOST,
            sizes.features().affixDimension());
    gazetteerDimension =
        make.within(
            "gazetteerDimension",
            "floats of the vector of a token's place in the phrases of each type of gazetteersPath",
            1,
            InputFeatures.MOST,
            sizes.features().gazetteerDimension());
    attributeDimension =
        make.within(
            "attributeDimension",
            "floats of the vector of a token's attribute, or another label, in attributeCol; 0 for"
                + " none",
            0,
            InputFeatures.MOST,
            sizes.features().attributeDimension());
  }

  private static String[] names(Object[] values) {
    return Arrays.stream(values).map(Object::toString).toArray(String[]::new);
  }

  /** What the params of a stage say, and a preset where they are not set. */
  static Architecture architecture(HasNetworkParams<?> stage, Architecture otherwise) {
    return new Architecture(
        chosen(stage, stage.wordDimension(), otherwise.wordDimension()),
        CharacterEncoder.named(
            chosen(stage, stage.charEncoder(), otherwise.charEncoder().toString())),
        chosen(stage, stage.characterDimension(), otherwise.characterDimension()),
        chosen(stage, stage.characterFilters(), otherwise.characterFilters()),
        widths(stage, otherwise),
        chosen(stage, stage.characterBlocks(), otherwise.characterBlocks()),
        chosen(stage, stage.maxWordLength(), otherwise.maxWordLength()),
        WordEncoder.named(chosen(stage, stage.encoder(), otherwise.encoder().toString())),
        chosen(stage, stage.layers(), otherwise.layers()),
        chosen(stage, stage.bidirectional(), otherwise.bidirectional()),
        chosen(stage, stage.hidden(), otherwise.hidden()),
        chosen(stage, stage.windowWidth(), otherwise.windowWidth()),
        Decoder.named(chosen(stage, stage.decoder(), otherwise.decoder().toString())),
        features(stage, otherwise.features()));
  }

  private static InputFeatures features(HasNetworkParams<?> stage, InputFeatures otherwise) {
    return new InputFeatures(
        chosen(stage, stage.capitalisationDimension(), otherwise.capitalisationDimension()),
        chosen(stage, stage.affixDimension(), otherwise.affixDimension()),
        chosen(stage, stage.gazetteerDimension(), otherwise.gazetteerDimension()),
        0,
        chosen(stage, stage.attributeDimension(), otherwise.attributeDimension()),
        null);
  }

  private static List<Integer> widths(HasNetworkParams<?> stage, Architecture otherwise) {
    if (stage.isSet(stage.characterWidths())) {
      return Architecture.widths(stage.getCharacterWidths());
    }
    return stage.isSet(stage.characterWidth())
        ? List.of(stage.getCharacterWidth())
        : otherwise.characterWidths();
  }
}
