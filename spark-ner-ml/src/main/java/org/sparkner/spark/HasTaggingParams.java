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

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * What {@link NerTagger} and {@link NerTaggerModel} share: the column to read and those to write.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasTaggingParams<S> extends Params {
  /** The params of this stage. */
  TaggingParams taggingParams();

  /** This stage. */
  S self();

  /** The column to read, {@code tokens} by default. */
  default Param<String> inputCol() {
    return taggingParams().inputCol;
  }

  /** The column of an attribute of each token, such as its part of speech; not set by default. */
  default Param<String> attributeCol() {
    return taggingParams().attributeCol;
  }

  /** The column of found entities, {@code entities} by default. */
  default Param<String> entitiesCol() {
    return taggingParams().entitiesCol;
  }

  /** The column of predicted tags, not set by default. */
  default Param<String> tagsCol() {
    return taggingParams().tagsCol;
  }

  /** The column of tokens with offsets, not set by default. */
  default Param<String> tokensCol() {
    return taggingParams().tokensCol;
  }

  /** The column of posterior probabilities, not set by default. */
  default Param<String> marginalsCol() {
    return taggingParams().marginalsCol;
  }

  /** The scheme of {@link #tagsCol}: IOB1, IOB2 (default) or BIOES. */
  default Param<String> scheme() {
    return taggingParams().scheme;
  }

  /** The arithmetic of the recurrent product: auto (default), f32 or int8. */
  default Param<String> precision() {
    return taggingParams().precision;
  }

  /** The most rows tagged together, 256 by default. */
  default IntParam batchRows() {
    return taggingParams().batchRows;
  }

  /** Input bytes after which no further row joins a batch, 1 MiB by default. */
  default IntParam batchBytes() {
    return taggingParams().batchBytes;
  }

  /** {@link #inputCol}. */
  default String getInputCol() {
    return getOrDefault(inputCol());
  }

  /** {@link #attributeCol}; throws {@link java.util.NoSuchElementException} where it is not set. */
  default String getAttributeCol() {
    return getOrDefault(attributeCol());
  }

  /** {@link #entitiesCol}. */
  default String getEntitiesCol() {
    return getOrDefault(entitiesCol());
  }

  /** {@link #tagsCol}; throws {@link java.util.NoSuchElementException} where it is not set. */
  default String getTagsCol() {
    return getOrDefault(tagsCol());
  }

  /** {@link #tokensCol}; throws {@link java.util.NoSuchElementException} where it is not set. */
  default String getTokensCol() {
    return getOrDefault(tokensCol());
  }

  /** {@link #marginalsCol}; throws {@link java.util.NoSuchElementException} where it is not set. */
  default String getMarginalsCol() {
    return getOrDefault(marginalsCol());
  }

  /** {@link #scheme}. */
  default String getScheme() {
    return getOrDefault(scheme());
  }

  /** {@link #precision}. */
  default String getPrecision() {
    return getOrDefault(precision());
  }

  /** {@link #batchRows}. */
  default int getBatchRows() {
    return (Integer) getOrDefault(batchRows());
  }

  /** {@link #batchBytes}. */
  default int getBatchBytes() {
    return (Integer) getOrDefault(batchBytes());
  }

  /** Sets {@link #inputCol}. */
  default S setInputCol(String value) {
    set(inputCol(), value);
    return self();
  }

  /** Sets {@link #attributeCol}. */
  default S setAttributeCol(String value) {
    set(attributeCol(), value);
    return self();
  }

  /** Sets {@link #entitiesCol}. */
  default S setEntitiesCol(String value) {
    set(entitiesCol(), value);
    return self();
  }

  /** Sets {@link #tagsCol}. */
  default S setTagsCol(String value) {
    set(tagsCol(), value);
    return self();
  }

  /** Sets {@link #tokensCol}. */
  default S setTokensCol(String value) {
    set(tokensCol(), value);
    return self();
  }

  /** Sets {@link #marginalsCol}. */
  default S setMarginalsCol(String value) {
    set(marginalsCol(), value);
    return self();
  }

  /** Sets {@link #scheme}. */
  default S setScheme(String value) {
    set(scheme(), value);
    return self();
  }

  /** Sets {@link #precision}. */
  default S setPrecision(String value) {
    set(precision(), value);
    return self();
  }

  /** Sets {@link #batchRows}. */
  default S setBatchRows(int value) {
    set(batchRows(), value);
    return self();
  }

  /** Sets {@link #batchBytes}. */
  default S setBatchBytes(int value) {
    set(batchBytes(), value);
    return self();
  }
}
