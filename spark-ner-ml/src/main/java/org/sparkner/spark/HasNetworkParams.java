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

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * Params of the network's parts and their sizes. The defaults are the core's, Ma &amp; Hovy's
 * (2016) network.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasNetworkParams<S> extends Params {
  /** The params of this stage. */
  NetworkParams networkParams();

  /** This stage. */
  S self();

  /** Floats of a word vector where there are no pretrained ones. */
  default IntParam wordDimension() {
    return networkParams().wordDimension;
  }

  /** What makes a vector of a word's characters. */
  default Param<String> charEncoder() {
    return networkParams().charEncoder;
  }

  /** Floats of a character vector. */
  default IntParam characterDimension() {
    return networkParams().characterDimension;
  }

  /** Filters of the character convolution. */
  default IntParam characterFilters() {
    return networkParams().characterFilters;
  }

  /** Characters that a filter sees, odd. */
  default IntParam characterWidth() {
    return networkParams().characterWidth;
  }

  /** Several widths of filters in place of {@link #characterWidth}, separated by commas. */
  default Param<String> characterWidths() {
    return networkParams().characterWidths;
  }

  /** Blocks of an intnet after its first convolutions. */
  default IntParam characterBlocks() {
    return networkParams().characterBlocks;
  }

  /** Characters of a word that the character encoder sees. */
  default IntParam maxWordLength() {
    return networkParams().maxWordLength;
  }

  /** What reads the tokens of a sentence. */
  default Param<String> encoder() {
    return networkParams().encoder;
  }

  /** Layers of the encoder. */
  default IntParam layers() {
    return networkParams().layers;
  }

  /** Whether each layer of a recurrent encoder reads the sentence backward too. */
  default BooleanParam bidirectional() {
    return networkParams().bidirectional;
  }

  /** Units of a layer of the encoder per direction. */
  default IntParam hidden() {
    return networkParams().hidden;
  }

  /** Tokens that a layer of an encoder without recurrence sees, odd. */
  default IntParam windowWidth() {
    return networkParams().windowWidth;
  }

  /** How labels are chosen. */
  default Param<String> decoder() {
    return networkParams().decoder;
  }

  /** Floats of the vector of a word's capitalisation; 0 for none. */
  default IntParam capitalisationDimension() {
    return networkParams().capitalisationDimension;
  }

  /** Floats of the vector of each prefix and suffix of a word; 0 for none. */
  default IntParam affixDimension() {
    return networkParams().affixDimension;
  }

  /** {@link #wordDimension}. */
  default int getWordDimension() {
    return (Integer) getOrDefault(wordDimension());
  }

  /** {@link #charEncoder}. */
  default String getCharEncoder() {
    return getOrDefault(charEncoder());
  }

  /** {@link #characterDimension}. */
  default int getCharacterDimension() {
    return (Integer) getOrDefault(characterDimension());
  }

  /** {@link #characterFilters}. */
  default int getCharacterFilters() {
    return (Integer) getOrDefault(characterFilters());
  }

  /** {@link #characterWidth}. */
  default int getCharacterWidth() {
    return (Integer) getOrDefault(characterWidth());
  }

  /** {@link #characterWidths}. */
  default String getCharacterWidths() {
    return getOrDefault(characterWidths());
  }

  /** {@link #characterBlocks}. */
  default int getCharacterBlocks() {
    return (Integer) getOrDefault(characterBlocks());
  }

  /** {@link #maxWordLength}. */
  default int getMaxWordLength() {
    return (Integer) getOrDefault(maxWordLength());
  }

  /** {@link #encoder}. */
  default String getEncoder() {
    return getOrDefault(encoder());
  }

  /** {@link #layers}. */
  default int getLayers() {
    return (Integer) getOrDefault(layers());
  }

  /** {@link #bidirectional}. */
  default boolean getBidirectional() {
    return (Boolean) getOrDefault(bidirectional());
  }

  /** {@link #hidden}. */
  default int getHidden() {
    return (Integer) getOrDefault(hidden());
  }

  /** {@link #windowWidth}. */
  default int getWindowWidth() {
    return (Integer) getOrDefault(windowWidth());
  }

  /** {@link #decoder}. */
  default String getDecoder() {
    return getOrDefault(decoder());
  }

  /** {@link #capitalisationDimension}. */
  default int getCapitalisationDimension() {
    return (Integer) getOrDefault(capitalisationDimension());
  }

  /** {@link #affixDimension}. */
  default int getAffixDimension() {
    return (Integer) getOrDefault(affixDimension());
  }

  /** Sets {@link #wordDimension}. */
  default S setWordDimension(int value) {
    set(wordDimension(), value);
    return self();
  }

  /** Sets {@link #charEncoder}. */
  default S setCharEncoder(String value) {
    set(charEncoder(), value);
    return self();
  }

  /** Sets {@link #characterDimension}. */
  default S setCharacterDimension(int value) {
    set(characterDimension(), value);
    return self();
  }

  /** Sets {@link #characterFilters}. */
  default S setCharacterFilters(int value) {
    set(characterFilters(), value);
    return self();
  }

  /** Sets {@link #characterWidth}. */
  default S setCharacterWidth(int value) {
    set(characterWidth(), value);
    return self();
  }

  /** Sets {@link #characterWidths}, such as {@code 3,5}. */
  default S setCharacterWidths(String value) {
    set(characterWidths(), value);
    return self();
  }

  /** Sets {@link #characterBlocks}. */
  default S setCharacterBlocks(int value) {
    set(characterBlocks(), value);
    return self();
  }

  /** Sets {@link #maxWordLength}. */
  default S setMaxWordLength(int value) {
    set(maxWordLength(), value);
    return self();
  }

  /** Sets {@link #encoder}. */
  default S setEncoder(String value) {
    set(encoder(), value);
    return self();
  }

  /** Sets {@link #layers}. */
  default S setLayers(int value) {
    set(layers(), value);
    return self();
  }

  /** Sets {@link #bidirectional}. */
  default S setBidirectional(boolean value) {
    set(bidirectional(), value);
    return self();
  }

  /** Sets {@link #hidden}. */
  default S setHidden(int value) {
    set(hidden(), value);
    return self();
  }

  /** Sets {@link #windowWidth}. */
  default S setWindowWidth(int value) {
    set(windowWidth(), value);
    return self();
  }

  /** Sets {@link #decoder}. */
  default S setDecoder(String value) {
    set(decoder(), value);
    return self();
  }

  /** Sets {@link #capitalisationDimension}. */
  default S setCapitalisationDimension(int value) {
    set(capitalisationDimension(), value);
    return self();
  }

  /** Sets {@link #affixDimension}. */
  default S setAffixDimension(int value) {
    set(affixDimension(), value);
    return self();
  }

  /** Floats of the vector of a token's place in the phrases of each type. */
  default IntParam gazetteerDimension() {
    return networkParams().gazetteerDimension;
  }

  /** {@link #gazetteerDimension}. */
  default int getGazetteerDimension() {
    return (Integer) getOrDefault(gazetteerDimension());
  }

  /** Sets {@link #gazetteerDimension}. */
  default S setGazetteerDimension(int value) {
    set(gazetteerDimension(), value);
    return self();
  }

  /** Floats of the vector of a token's attribute, or another label; 0 for none. */
  default IntParam attributeDimension() {
    return networkParams().attributeDimension;
  }

  /** {@link #attributeDimension}. */
  default int getAttributeDimension() {
    return (Integer) getOrDefault(attributeDimension());
  }

  /** Sets {@link #attributeDimension}. */
  default S setAttributeDimension(int value) {
    set(attributeDimension(), value);
    return self();
  }
}
