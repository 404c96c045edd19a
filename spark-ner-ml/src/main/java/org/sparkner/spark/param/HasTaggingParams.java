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

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.sparkner.option.TaggingOption;

/**
 * What is read and written when text is tagged. Written by {@code build-tools/generate-options}.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasTaggingParams<S> extends HasParams<S> {
  /**
   * Column to read. A string is split and tokenised; an array of strings is taken as the tokens of
   * one sentence. A field of a struct is written with dots.
   */
  default Param<String> inputCol() {
    return stageParams().textParam(TaggingOption.INPUT_COL);
  }

  /** The value of {@link #inputCol}. */
  default String getInputCol() {
    return getOrDefault(inputCol());
  }

  /**
   * Sets {@link #inputCol}: Column to read. A string is split and tokenised; an array of strings is
   * taken as the tokens of one sentence. A field of a struct is written with dots.
   */
  default S setInputCol(String value) {
    set(inputCol(), value);
    return self();
  }

  /**
   * Column of an attribute of each token, such as its part of speech. It is an array of strings, as
   * long as the tokens, for a network with attributeDimension, memm and crf.
   */
  default Param<String> attributeCol() {
    return stageParams().textParam(TaggingOption.ATTRIBUTE_COL);
  }

  /**
   * The value of {@link #attributeCol}; throws {@link java.util.NoSuchElementException} where it is
   * not set.
   */
  default String getAttributeCol() {
    return getOrDefault(attributeCol());
  }

  /**
   * Sets {@link #attributeCol}: Column of an attribute of each token, such as its part of speech.
   * It is an array of strings, as long as the tokens, for a network with attributeDimension, memm
   * and crf.
   */
  default S setAttributeCol(String value) {
    set(attributeCol(), value);
    return self();
  }

  /** Column of the entities found. */
  default Param<String> entitiesCol() {
    return stageParams().textParam(TaggingOption.ENTITIES_COL);
  }

  /** The value of {@link #entitiesCol}. */
  default String getEntitiesCol() {
    return getOrDefault(entitiesCol());
  }

  /** Sets {@link #entitiesCol}: Column of the entities found. */
  default S setEntitiesCol(String value) {
    set(entitiesCol(), value);
    return self();
  }

  /** Column of one predicted tag per token, which is made only if this is set. */
  default Param<String> tagsCol() {
    return stageParams().textParam(TaggingOption.TAGS_COL);
  }

  /**
   * The value of {@link #tagsCol}; throws {@link java.util.NoSuchElementException} where it is not
   * set.
   */
  default String getTagsCol() {
    return getOrDefault(tagsCol());
  }

  /**
   * Sets {@link #tagsCol}: Column of one predicted tag per token, which is made only if this is
   * set.
   */
  default S setTagsCol(String value) {
    set(tagsCol(), value);
    return self();
  }

  /** Column of the tokens with their offsets, which is made only if this is set. */
  default Param<String> tokensCol() {
    return stageParams().textParam(TaggingOption.TOKENS_COL);
  }

  /**
   * The value of {@link #tokensCol}; throws {@link java.util.NoSuchElementException} where it is
   * not set.
   */
  default String getTokensCol() {
    return getOrDefault(tokensCol());
  }

  /**
   * Sets {@link #tokensCol}: Column of the tokens with their offsets, which is made only if this is
   * set.
   */
  default S setTokensCol(String value) {
    set(tokensCol(), value);
    return self();
  }

  /**
   * Column of the posterior probability of each label for each token, which is made only if this is
   * set.
   */
  default Param<String> marginalsCol() {
    return stageParams().textParam(TaggingOption.MARGINALS_COL);
  }

  /**
   * The value of {@link #marginalsCol}; throws {@link java.util.NoSuchElementException} where it is
   * not set.
   */
  default String getMarginalsCol() {
    return getOrDefault(marginalsCol());
  }

  /**
   * Sets {@link #marginalsCol}: Column of the posterior probability of each label for each token,
   * which is made only if this is set.
   */
  default S setMarginalsCol(String value) {
    set(marginalsCol(), value);
    return self();
  }

  /** Scheme of the tags in tagsCol (IOB1, IOB2, BIOES). A model of plain labels ignores it. */
  default Param<String> scheme() {
    return stageParams().textParam(TaggingOption.SCHEME);
  }

  /** The value of {@link #scheme}. */
  default String getScheme() {
    return getOrDefault(scheme());
  }

  /**
   * Sets {@link #scheme}: Scheme of the tags in tagsCol (IOB1, IOB2, BIOES). A model of plain
   * labels ignores it.
   */
  default S setScheme(String value) {
    set(scheme(), value);
    return self();
  }

  /**
   * Arithmetic of the recurrent product (auto, f32, int8). int8 is a little less exact, and faster
   * where a native library has it; auto chooses it where the machine gains by it.
   */
  default Param<String> precision() {
    return stageParams().textParam(TaggingOption.PRECISION);
  }

  /** The value of {@link #precision}. */
  default String getPrecision() {
    return getOrDefault(precision());
  }

  /**
   * Sets {@link #precision}: Arithmetic of the recurrent product (auto, f32, int8). int8 is a
   * little less exact, and faster where a native library has it; auto chooses it where the machine
   * gains by it.
   */
  default S setPrecision(String value) {
    set(precision(), value);
    return self();
  }

  /**
   * Device that computes a pretrained encoder, in tagging and, if it does not learn, in training
   * (auto, cpu, cuda). auto takes a GPU where Spark gives the task one or, without Spark, where one
   * is usable; cuda fails where there is none.
   */
  default Param<String> device() {
    return stageParams().textParam(TaggingOption.DEVICE);
  }

  /** The value of {@link #device}. */
  default String getDevice() {
    return getOrDefault(device());
  }

  /**
   * Sets {@link #device}: Device that computes a pretrained encoder, in tagging and, if it does not
   * learn, in training (auto, cpu, cuda). auto takes a GPU where Spark gives the task one or,
   * without Spark, where one is usable; cuda fails where there is none.
   */
  default S setDevice(String value) {
    set(device(), value);
    return self();
  }

  /** Largest number of rows that are tagged together (>= 1). */
  default IntParam batchRows() {
    return stageParams().intParam(TaggingOption.BATCH_ROWS);
  }

  /** The value of {@link #batchRows}. */
  default int getBatchRows() {
    return (Integer) getOrDefault(batchRows());
  }

  /** Sets {@link #batchRows}: Largest number of rows that are tagged together (>= 1). */
  default S setBatchRows(int value) {
    set(batchRows(), value);
    return self();
  }

  /** Number of UTF-16 bytes of input after which no further row joins a batch (>= 1). */
  default IntParam batchBytes() {
    return stageParams().intParam(TaggingOption.BATCH_BYTES);
  }

  /** The value of {@link #batchBytes}. */
  default int getBatchBytes() {
    return (Integer) getOrDefault(batchBytes());
  }

  /**
   * Sets {@link #batchBytes}: Number of UTF-16 bytes of input after which no further row joins a
   * batch (>= 1).
   */
  default S setBatchBytes(int value) {
    set(batchBytes(), value);
    return self();
  }
}
