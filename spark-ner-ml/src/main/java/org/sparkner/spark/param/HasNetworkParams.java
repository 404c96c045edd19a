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

package org.sparkner.spark.param;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.sparkner.option.NetworkOption;

/**
 * The parts of the network and their sizes. Written by {@code build-tools/generate-options}.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasNetworkParams<S> extends HasParams<S> {
  /**
   * Layers that read the tokens of a sentence (lstm, gru, sru, rnn, linear-rnn, cnn, ffnn-window,
   * none). sru (elementwise and therefore faster), rnn (Elman's) and linear-rnn (a diagonal linear
   * recurrence) are recurrent like lstm and gru; cnn (convolutions over the sentence) and
   * ffnn-window (a feed-forward network over a window of words) are not. With none, the decoder
   * reads the vectors of the tokens themselves.
   */
  default Param<String> wordEncoder() {
    return stageParams().textParam(NetworkOption.WORD_ENCODER);
  }

  /** The value of {@link #wordEncoder}. */
  default String getWordEncoder() {
    return getOrDefault(wordEncoder());
  }

  /**
   * Sets {@link #wordEncoder}: Layers that read the tokens of a sentence (lstm, gru, sru, rnn,
   * linear-rnn, cnn, ffnn-window, none). sru (elementwise and therefore faster), rnn (Elman's) and
   * linear-rnn (a diagonal linear recurrence) are recurrent like lstm and gru; cnn (convolutions
   * over the sentence) and ffnn-window (a feed-forward network over a window of words) are not.
   * With none, the decoder reads the vectors of the tokens themselves.
   */
  default S setWordEncoder(String value) {
    set(wordEncoder(), value);
    return self();
  }

  /** Number of layers of the word encoder, with dropout before each (1 to 3). */
  default IntParam layers() {
    return stageParams().intParam(NetworkOption.LAYERS);
  }

  /** The value of {@link #layers}. */
  default int getLayers() {
    return (Integer) getOrDefault(layers());
  }

  /**
   * Sets {@link #layers}: Number of layers of the word encoder, with dropout before each (1 to 3).
   */
  default S setLayers(int value) {
    set(layers(), value);
    return self();
  }

  /** Whether each layer of a recurrent word encoder reads the sentence backward as well. */
  default BooleanParam bidirectional() {
    return stageParams().booleanParam(NetworkOption.BIDIRECTIONAL);
  }

  /** The value of {@link #bidirectional}. */
  default boolean getBidirectional() {
    return (Boolean) getOrDefault(bidirectional());
  }

  /**
   * Sets {@link #bidirectional}: Whether each layer of a recurrent word encoder reads the sentence
   * backward as well.
   */
  default S setBidirectional(boolean value) {
    set(bidirectional(), value);
    return self();
  }

  /** Number of units of each layer of the word encoder, per direction (1 to 16384). */
  default IntParam hidden() {
    return stageParams().intParam(NetworkOption.HIDDEN);
  }

  /** The value of {@link #hidden}. */
  default int getHidden() {
    return (Integer) getOrDefault(hidden());
  }

  /**
   * Sets {@link #hidden}: Number of units of each layer of the word encoder, per direction (1 to
   * 16384).
   */
  default S setHidden(int value) {
    set(hidden(), value);
    return self();
  }

  /** Number of tokens that a layer of a word encoder without recurrence sees (odd, 1 to 16384). */
  default IntParam windowWidth() {
    return stageParams().intParam(NetworkOption.WINDOW_WIDTH);
  }

  /** The value of {@link #windowWidth}. */
  default int getWindowWidth() {
    return (Integer) getOrDefault(windowWidth());
  }

  /**
   * Sets {@link #windowWidth}: Number of tokens that a layer of a word encoder without recurrence
   * sees (odd, 1 to 16384).
   */
  default S setWindowWidth(int value) {
    set(windowWidth(), value);
    return self();
  }

  /**
   * How labels are chosen (crf, softmax, crf-bigram). crf chooses the best legal sequence;
   * crf-bigram does so with transitions that depend on the token; softmax chooses the label of each
   * token by itself.
   */
  default Param<String> decoder() {
    return stageParams().textParam(NetworkOption.DECODER);
  }

  /** The value of {@link #decoder}. */
  default String getDecoder() {
    return getOrDefault(decoder());
  }

  /**
   * Sets {@link #decoder}: How labels are chosen (crf, softmax, crf-bigram). crf chooses the best
   * legal sequence; crf-bigram does so with transitions that depend on the token; softmax chooses
   * the label of each token by itself.
   */
  default S setDecoder(String value) {
    set(decoder(), value);
    return self();
  }

  /**
   * What makes a vector of a word's characters (none, cnn, lstm, intnet). intnet is a funnel of
   * convolutions.
   */
  default Param<String> characterEncoder() {
    return stageParams().textParam(NetworkOption.CHARACTER_ENCODER);
  }

  /** The value of {@link #characterEncoder}. */
  default String getCharacterEncoder() {
    return getOrDefault(characterEncoder());
  }

  /**
   * Sets {@link #characterEncoder}: What makes a vector of a word's characters (none, cnn, lstm,
   * intnet). intnet is a funnel of convolutions.
   */
  default S setCharacterEncoder(String value) {
    set(characterEncoder(), value);
    return self();
  }

  /** Size of a character's vector (1 to 16384). */
  default IntParam characterDimension() {
    return stageParams().intParam(NetworkOption.CHARACTER_DIMENSION);
  }

  /** The value of {@link #characterDimension}. */
  default int getCharacterDimension() {
    return (Integer) getOrDefault(characterDimension());
  }

  /** Sets {@link #characterDimension}: Size of a character's vector (1 to 16384). */
  default S setCharacterDimension(int value) {
    set(characterDimension(), value);
    return self();
  }

  /**
   * Number of filters of each character convolution, or of units per direction of the character
   * LSTM (1 to 16384).
   */
  default IntParam characterFilters() {
    return stageParams().intParam(NetworkOption.CHARACTER_FILTERS);
  }

  /** The value of {@link #characterFilters}. */
  default int getCharacterFilters() {
    return (Integer) getOrDefault(characterFilters());
  }

  /**
   * Sets {@link #characterFilters}: Number of filters of each character convolution, or of units
   * per direction of the character LSTM (1 to 16384).
   */
  default S setCharacterFilters(int value) {
    set(characterFilters(), value);
    return self();
  }

  /** Number of characters that a filter sees (odd, 1 to 16384). */
  default IntParam characterWidth() {
    return stageParams().intParam(NetworkOption.CHARACTER_WIDTH);
  }

  /** The value of {@link #characterWidth}. */
  default int getCharacterWidth() {
    return (Integer) getOrDefault(characterWidth());
  }

  /** Sets {@link #characterWidth}: Number of characters that a filter sees (odd, 1 to 16384). */
  default S setCharacterWidth(int value) {
    set(characterWidth(), value);
    return self();
  }

  /**
   * Several widths of filters, separated by commas, in place of characterWidth (odd, different).
   * There are characterFilters filters of each.
   */
  default Param<String> characterWidths() {
    return stageParams().textParam(NetworkOption.CHARACTER_WIDTHS);
  }

  /**
   * The value of {@link #characterWidths}; throws {@link java.util.NoSuchElementException} where it
   * is not set.
   */
  default String getCharacterWidths() {
    return getOrDefault(characterWidths());
  }

  /**
   * Sets {@link #characterWidths}: Several widths of filters, separated by commas, in place of
   * characterWidth (odd, different). There are characterFilters filters of each.
   */
  default S setCharacterWidths(String value) {
    set(characterWidths(), value);
    return self();
  }

  /** Number of blocks of an intnet after its first convolutions (1 to 16384). */
  default IntParam characterBlocks() {
    return stageParams().intParam(NetworkOption.CHARACTER_BLOCKS);
  }

  /** The value of {@link #characterBlocks}. */
  default int getCharacterBlocks() {
    return (Integer) getOrDefault(characterBlocks());
  }

  /**
   * Sets {@link #characterBlocks}: Number of blocks of an intnet after its first convolutions (1 to
   * 16384).
   */
  default S setCharacterBlocks(int value) {
    set(characterBlocks(), value);
    return self();
  }

  /** Number of characters of a word that the character encoder sees (1 to 16384). */
  default IntParam maxWordLength() {
    return stageParams().intParam(NetworkOption.MAX_WORD_LENGTH);
  }

  /** The value of {@link #maxWordLength}. */
  default int getMaxWordLength() {
    return (Integer) getOrDefault(maxWordLength());
  }

  /**
   * Sets {@link #maxWordLength}: Number of characters of a word that the character encoder sees (1
   * to 16384).
   */
  default S setMaxWordLength(int value) {
    set(maxWordLength(), value);
    return self();
  }

  /**
   * Size of a word's vector where there are no pretrained ones (0 to 16384). 0 for none, if the
   * network reads something else of a token.
   */
  default IntParam wordDimension() {
    return stageParams().intParam(NetworkOption.WORD_DIMENSION);
  }

  /** The value of {@link #wordDimension}. */
  default int getWordDimension() {
    return (Integer) getOrDefault(wordDimension());
  }

  /**
   * Sets {@link #wordDimension}: Size of a word's vector where there are no pretrained ones (0 to
   * 16384). 0 for none, if the network reads something else of a token.
   */
  default S setWordDimension(int value) {
    set(wordDimension(), value);
    return self();
  }

  /** Size of the vector of a word's capitalisation; 0 for none (0 to 1024). */
  default IntParam capitalisationDimension() {
    return stageParams().intParam(NetworkOption.CAPITALISATION_DIMENSION);
  }

  /** The value of {@link #capitalisationDimension}. */
  default int getCapitalisationDimension() {
    return (Integer) getOrDefault(capitalisationDimension());
  }

  /**
   * Sets {@link #capitalisationDimension}: Size of the vector of a word's capitalisation; 0 for
   * none (0 to 1024).
   */
  default S setCapitalisationDimension(int value) {
    set(capitalisationDimension(), value);
    return self();
  }

  /** Size of the vector of each prefix and suffix of a word; 0 for none (0 to 1024). */
  default IntParam affixDimension() {
    return stageParams().intParam(NetworkOption.AFFIX_DIMENSION);
  }

  /** The value of {@link #affixDimension}. */
  default int getAffixDimension() {
    return (Integer) getOrDefault(affixDimension());
  }

  /**
   * Sets {@link #affixDimension}: Size of the vector of each prefix and suffix of a word; 0 for
   * none (0 to 1024).
   */
  default S setAffixDimension(int value) {
    set(affixDimension(), value);
    return self();
  }

  /** Size of the vector of a token's place in the phrases of each type of gazetteer (1 to 1024). */
  default IntParam gazetteerDimension() {
    return stageParams().intParam(NetworkOption.GAZETTEER_DIMENSION);
  }

  /** The value of {@link #gazetteerDimension}. */
  default int getGazetteerDimension() {
    return (Integer) getOrDefault(gazetteerDimension());
  }

  /**
   * Sets {@link #gazetteerDimension}: Size of the vector of a token's place in the phrases of each
   * type of gazetteer (1 to 1024).
   */
  default S setGazetteerDimension(int value) {
    set(gazetteerDimension(), value);
    return self();
  }

  /**
   * Size of the vector of a token's attribute, such as its part of speech, in attributeCol; 0 for
   * none (0 to 1024).
   */
  default IntParam attributeDimension() {
    return stageParams().intParam(NetworkOption.ATTRIBUTE_DIMENSION);
  }

  /** The value of {@link #attributeDimension}. */
  default int getAttributeDimension() {
    return (Integer) getOrDefault(attributeDimension());
  }

  /**
   * Sets {@link #attributeDimension}: Size of the vector of a token's attribute, such as its part
   * of speech, in attributeCol; 0 for none (0 to 1024).
   */
  default S setAttributeDimension(int value) {
    set(attributeDimension(), value);
    return self();
  }
}
