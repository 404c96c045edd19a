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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The parts of the network and their sizes. The defaults are those of Ma &amp; Hovy (2016), table
 * 1.
 *
 * @param wordDimension floats of a word vector
 * @param charEncoder what makes a vector of a word's characters
 * @param characterDimension floats of a character vector
 * @param characterFilters filters of each character convolution, or units per direction of the
 *     character LSTM
 * @param characterWidths characters that the filters see, a convolution for each; odd, different
 * @param characterBlocks of {@link CharacterEncoder#INTNET} after its first convolutions
 * @param maxWordLength characters (code points) of a word that the character encoder sees; the rest
 *     is cut off
 * @param encoder what reads the tokens of a sentence
 * @param layers of the encoder, 1 to {@value #MOST_LAYERS}, with dropout before each
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
    CharacterEncoder charEncoder,
    int characterDimension,
    int characterFilters,
    List<Integer> characterWidths,
    int characterBlocks,
    int maxWordLength,
    WordEncoder encoder,
    int layers,
    boolean bidirectional,
    int hidden,
    int windowWidth,
    Decoder decoder,
    InputFeatures features)
    implements ArchitectureBuilder.With, Serializable {

  /** Tokens of a window by default, as Collobert et al. (2011, table 5) have it. */
  public static final int WINDOW_WIDTH = 5;

  /** Blocks of a funnel by default. */
  public static final int CHARACTER_BLOCKS = 2;

  /** GloVe 100d, characters 30, 30 filters of width 3, hidden 200. */
  public static final Architecture DEFAULT = new Architecture(100, 30, 30, 3, 200, 45);

  /** The deepest encoder. */
  public static final int MOST_LAYERS = 3;

  /** Above any size in use; it keeps every product of two sizes within an int. */
  private static final int MOST = 1 << 14;

  public Architecture {
    characterWidths = List.copyOf(characterWidths);
    List<Integer> sizes = new ArrayList<>(characterWidths);
    sizes.addAll(
        List.of(
            wordDimension,
            characterDimension,
            characterFilters,
            characterBlocks,
            hidden,
            windowWidth,
            maxWordLength));
    if (sizes.stream().anyMatch(size -> size < 1 || size > MOST)
        || !areWidths(characterWidths)
        || windowWidth % 2 == 0) {
      throw new IllegalArgumentException(
          "An architecture wants sizes of 1 to "
              + MOST
              + " and odd, different widths, found "
              + sizes);
    }
    long stages = charEncoder == CharacterEncoder.INTNET ? characterBlocks + 1L : 1;
    if (stages * characterWidths.size() * characterFilters > MOST) {
      throw new IllegalArgumentException(
          "Character convolutions want at most "
              + MOST
              + " outputs, found "
              + stages * characterWidths.size() * characterFilters);
    }
    if (layers < 1 || layers > MOST_LAYERS) {
      throw new IllegalArgumentException(
          "An encoder wants 1 to " + MOST_LAYERS + " layers, found " + layers);
    }
  }

  /**
   * Widths of filters from a setting.
   *
   * @param text odd numbers separated by commas
   * @throws IllegalArgumentException if it is something else, or a number stands twice
   */
  public static List<Integer> widths(String text) {
    List<Integer> widths =
        Arrays.stream(text.split(",", -1)).map(String::strip).map(Integer::valueOf).toList();
    if (!areWidths(widths)) {
      throw new IllegalArgumentException("Widths want odd, different numbers, found " + text);
    }
    return widths;
  }

  /** Whether filters may have these widths: at least one, all odd and none twice. */
  private static boolean areWidths(List<Integer> widths) {
    return !widths.isEmpty()
        && widths.stream().allMatch(width -> width > 0 && width % 2 == 1)
        && widths.stream().distinct().count() == widths.size();
  }

  /** A character CNN, one layer of BiLSTM and a CRF of these sizes. */
  public Architecture(
      int wordDimension,
      int characterDimension,
      int characterFilters,
      int characterWidth,
      int hidden,
      int maxWordLength) {
    this(
        wordDimension,
        CharacterEncoder.CNN,
        characterDimension,
        characterFilters,
        List.of(characterWidth),
        CHARACTER_BLOCKS,
        maxWordLength,
        WordEncoder.LSTM,
        1,
        true,
        hidden,
        WINDOW_WIDTH,
        Decoder.CRF,
        InputFeatures.NONE);
  }

  /** Floats of the vector of a word's characters. */
  public int characterSize() {
    return switch (charEncoder) {
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

  /** Floats that the encoder gives for a token: forward, then backward. */
  public int outputSize() {
    return bidirectional && encoder.recurrent() ? 2 * hidden : hidden;
  }

  /** The encoder's layers, the one nearest to the words first. */
  public List<EncoderLayer> encoderLayers() {
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
    return with().encoder(encoder).layers(layers).bidirectional(bidirectional).build();
  }

  /**
   * Floating-point operations of the forward pass for a token, two a multiply-add: the matrix
   * products of the encoder and the emission layer, as though nothing were cached. 1.06 million by
   * default.
   */
  public double flopsPerToken(int labels) {
    return encoderLayers().stream().mapToDouble(EncoderLayer::flopsPerToken).sum()
        + 2.0 * outputSize() * decoder.scores(labels);
  }
}
