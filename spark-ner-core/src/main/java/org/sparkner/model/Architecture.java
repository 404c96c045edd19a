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

package org.sparkner.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.sparkner.error.UsageException;
import org.sparkner.option.NetworkOption;
import org.sparkner.option.OptionMap;
import org.sparkner.option.OptionValues;

/**
 * The parts of the network and their sizes. The defaults are those of Ma &amp; Hovy (2016), table
 * 1.
 *
 * @param wordDimension floats of a word vector; 0 for none
 * @param characterEncoder what makes a vector of a word's characters
 * @param characterDimension floats of a character vector
 * @param characterFilters filters of each character convolution, or units per direction of the
 *     character LSTM
 * @param characterWidths characters that the filters see, a convolution for each; odd, different
 * @param characterBlocks of {@link CharacterEncoder#INTNET} after its first convolutions
 * @param maxWordLength characters (code points) of a word that the character encoder sees; the rest
 *     is cut off
 * @param wordEncoder what reads the tokens of a sentence
 * @param layers of the word encoder, 1 to 3, with dropout before each
 * @param bidirectional whether each layer of a recurrent encoder reads the sentence backward too;
 *     without effect on the others
 * @param hidden units of an encoder's layer per direction
 * @param windowWidth tokens that a layer of an encoder without recurrence sees, odd; without effect
 *     on the others
 * @param decoder how labels are chosen
 * @param features what else the encoder reads of a token
 */
@RecordBuilder
public record Architecture(
    int wordDimension,
    CharacterEncoder characterEncoder,
    int characterDimension,
    int characterFilters,
    List<Integer> characterWidths,
    int characterBlocks,
    int maxWordLength,
    WordEncoder wordEncoder,
    int layers,
    boolean bidirectional,
    int hidden,
    int windowWidth,
    Decoder decoder,
    InputFeatures features)
    implements ArchitectureBuilder.With, Serializable {

  /** Ma &amp; Hovy's: GloVe 100d, characters 30, 30 filters of width 3, hidden 200. */
  public static final Architecture DEFAULT =
      ArchitectureBuilder.builder()
          .wordDimension(NetworkOption.WORD_DIMENSION.byDefault())
          .characterEncoder(CharacterEncoder.named(NetworkOption.CHARACTER_ENCODER.byDefault()))
          .characterDimension(NetworkOption.CHARACTER_DIMENSION.byDefault())
          .characterFilters(NetworkOption.CHARACTER_FILTERS.byDefault())
          .characterWidths(List.of(NetworkOption.CHARACTER_WIDTH.byDefault()))
          .characterBlocks(NetworkOption.CHARACTER_BLOCKS.byDefault())
          .maxWordLength(NetworkOption.MAX_WORD_LENGTH.byDefault())
          .wordEncoder(WordEncoder.named(NetworkOption.WORD_ENCODER.byDefault()))
          .layers(NetworkOption.LAYERS.byDefault())
          .bidirectional(NetworkOption.BIDIRECTIONAL.byDefault())
          .hidden(NetworkOption.HIDDEN.byDefault())
          .windowWidth(NetworkOption.WINDOW_WIDTH.byDefault())
          .decoder(Decoder.named(NetworkOption.DECODER.byDefault()))
          .features(InputFeatures.NONE)
          .build();

  /** Above any number of outputs in use; it keeps products of sizes within an int. */
  private static final int MOST_OUTPUTS = 1 << 14;

  /**
   * @throws UsageException if a size is out of the range of its option
   */
  public Architecture {
    characterWidths = List.copyOf(characterWidths);
    NetworkOption.WORD_DIMENSION.check(wordDimension);
    NetworkOption.CHARACTER_DIMENSION.check(characterDimension);
    NetworkOption.CHARACTER_FILTERS.check(characterFilters);
    NetworkOption.CHARACTER_WIDTHS.check(characterWidths);
    characterWidths.forEach(NetworkOption.CHARACTER_WIDTH::check);
    NetworkOption.CHARACTER_BLOCKS.check(characterBlocks);
    NetworkOption.MAX_WORD_LENGTH.check(maxWordLength);
    NetworkOption.LAYERS.check(layers);
    NetworkOption.HIDDEN.check(hidden);
    NetworkOption.WINDOW_WIDTH.check(windowWidth);
    long stages = characterEncoder == CharacterEncoder.INTNET ? characterBlocks + 1L : 1;
    long outputs = stages * characterWidths.size() * characterFilters;
    if (outputs > MOST_OUTPUTS) {
      throw new UsageException(
          "Character convolutions need at most " + MOST_OUTPUTS + " outputs, found " + outputs);
    }
  }

  /** What is set of the network, over the parts and sizes here. */
  public Architecture overlaid(OptionValues set) {
    return with()
        .wordDimension(set.get(NetworkOption.WORD_DIMENSION, wordDimension))
        .characterEncoder(
            set.find(NetworkOption.CHARACTER_ENCODER)
                .map(CharacterEncoder::named)
                .orElse(characterEncoder))
        .characterDimension(set.get(NetworkOption.CHARACTER_DIMENSION, characterDimension))
        .characterFilters(set.get(NetworkOption.CHARACTER_FILTERS, characterFilters))
        .characterWidths(
            set.find(NetworkOption.CHARACTER_WIDTHS)
                .or(() -> set.find(NetworkOption.CHARACTER_WIDTH).map(List::of))
                .orElse(characterWidths))
        .characterBlocks(set.get(NetworkOption.CHARACTER_BLOCKS, characterBlocks))
        .maxWordLength(set.get(NetworkOption.MAX_WORD_LENGTH, maxWordLength))
        .wordEncoder(
            set.find(NetworkOption.WORD_ENCODER).map(WordEncoder::named).orElse(wordEncoder))
        .layers(set.get(NetworkOption.LAYERS, layers))
        .bidirectional(set.get(NetworkOption.BIDIRECTIONAL, bidirectional))
        .hidden(set.get(NetworkOption.HIDDEN, hidden))
        .windowWidth(set.get(NetworkOption.WINDOW_WIDTH, windowWidth))
        .decoder(set.find(NetworkOption.DECODER).map(Decoder::named).orElse(decoder))
        .features(features.overlaid(set))
        .build();
  }

  /** The values of the network's options; one width of filters is the value of that option. */
  public OptionMap values() {
    boolean oneWidth = characterWidths.size() == 1;
    return new OptionMap()
        .put(NetworkOption.WORD_DIMENSION, wordDimension)
        .put(NetworkOption.CHARACTER_ENCODER, characterEncoder.toString())
        .put(NetworkOption.CHARACTER_DIMENSION, characterDimension)
        .put(NetworkOption.CHARACTER_FILTERS, characterFilters)
        .put(NetworkOption.CHARACTER_WIDTH, oneWidth ? characterWidths.get(0) : null)
        .put(NetworkOption.CHARACTER_WIDTHS, oneWidth ? null : characterWidths)
        .put(NetworkOption.CHARACTER_BLOCKS, characterBlocks)
        .put(NetworkOption.MAX_WORD_LENGTH, maxWordLength)
        .put(NetworkOption.WORD_ENCODER, wordEncoder.toString())
        .put(NetworkOption.LAYERS, layers)
        .put(NetworkOption.BIDIRECTIONAL, bidirectional)
        .put(NetworkOption.HIDDEN, hidden)
        .put(NetworkOption.WINDOW_WIDTH, windowWidth)
        .put(NetworkOption.DECODER, decoder.toString())
        .putAll(features.values());
  }

  /** Floats of the vector of a word's characters. */
  public int characterSize() {
    return switch (characterEncoder) {
      case NONE -> 0;
      case CNN -> characterWidths.size() * characterFilters;
      case INTNET -> (characterBlocks + 1) * characterWidths.size() * characterFilters;
      case LSTM -> characterLayer().outputs();
    };
  }

  /**
   * Floats that the encoder reads for a token: word vector, character vector, features, vector of a
   * pretrained encoder.
   */
  public int inputSize() {
    return learnedInputSize() + features.contextualDimension();
  }

  /** Those of the floats that the encoder reads for a token that are learned. */
  public int learnedInputSize() {
    return wordDimension + characterSize() + features.size();
  }

  /** Floats that the decoder reads for a token: the encoder's, forward, then backward. */
  public int outputSize() {
    if (wordEncoder == WordEncoder.NONE) {
      return inputSize();
    }
    return bidirectional && wordEncoder.recurrent() ? 2 * hidden : hidden;
  }

  /** The encoder's layers, the one nearest to the words first; none where there is no encoder. */
  public List<EncoderLayer> encoderLayers() {
    if (wordEncoder == WordEncoder.NONE) {
      return List.of();
    }
    return IntStream.rangeClosed(1, layers).mapToObj(i -> EncoderLayer.ofWords(this, i)).toList();
  }

  /**
   * The convolutions over characters, where the character encoder has any, stage by stage; in a
   * funnel a stage of one bottleneck and one of all widths by turns after the first.
   */
  public List<List<ConvolutionShape>> characterConvolutions() {
    return ConvolutionShape.stages(this);
  }

  /** The LSTM over characters, where the character encoder is one. */
  public EncoderLayer characterLayer() {
    return EncoderLayer.ofCharacters(this);
  }

  /** The same parts around another encoder. */
  public Architecture withEncoder(WordEncoder encoder, int layers, boolean bidirectional) {
    return with().wordEncoder(encoder).layers(layers).bidirectional(bidirectional).build();
  }

  /**
   * Floating-point operations of the forward pass for a token, two a multiply-add: the matrix
   * products of the encoder and the emission layer, as though nothing were cached. 1.07 million by
   * default, with the 17 labels of four types in BIOES.
   */
  public double flopsPerToken(int labels) {
    return encoderLayers().stream().mapToDouble(EncoderLayer::flopsPerToken).sum()
        + 2.0 * outputSize() * decoder.scores(labels);
  }
}
