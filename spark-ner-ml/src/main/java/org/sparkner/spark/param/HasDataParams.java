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
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.sparkner.option.DataOption;

/**
 * What a stage learns from, validates on, and keeps its state in. Written by {@code
 * build-tools/generate-options}.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasDataParams<S> extends HasParams<S> {
  /**
   * Column of the gold labels. Where inputCol holds tokens, it is an array of tags in any scheme;
   * where it holds text, an array of structs of begin, end and type, in code points.
   */
  default Param<String> labelCol() {
    return stageParams().textParam(DataOption.LABEL_COL);
  }

  /** The value of {@link #labelCol}. */
  default String getLabelCol() {
    return getOrDefault(labelCol());
  }

  /**
   * Sets {@link #labelCol}: Column of the gold labels. Where inputCol holds tokens, it is an array
   * of tags in any scheme; where it holds text, an array of structs of begin, end and type, in code
   * points.
   */
  default S setLabelCol(String value) {
    set(labelCol(), value);
    return self();
  }

  /** Boolean column that is true for the rows to validate on. */
  default Param<String> validationIndicatorCol() {
    return stageParams().textParam(DataOption.VALIDATION_INDICATOR_COL);
  }

  /**
   * The value of {@link #validationIndicatorCol}; throws {@link java.util.NoSuchElementException}
   * where it is not set.
   */
  default String getValidationIndicatorCol() {
    return getOrDefault(validationIndicatorCol());
  }

  /**
   * Sets {@link #validationIndicatorCol}: Boolean column that is true for the rows to validate on.
   */
  default S setValidationIndicatorCol(String value) {
    set(validationIndicatorCol(), value);
    return self();
  }

  /**
   * Column of how much each row counts in training: numbers above 0, 1 where it is null. It
   * multiplies the loss of the row's sentences. Not for HMM and MEMM.
   */
  default Param<String> weightCol() {
    return stageParams().textParam(DataOption.WEIGHT_COL);
  }

  /**
   * The value of {@link #weightCol}; throws {@link java.util.NoSuchElementException} where it is
   * not set.
   */
  default String getWeightCol() {
    return getOrDefault(weightCol());
  }

  /**
   * Sets {@link #weightCol}: Column of how much each row counts in training: numbers above 0, 1
   * where it is null. It multiplies the loss of the row's sentences. Not for HMM and MEMM.
   */
  default S setWeightCol(String value) {
    set(weightCol(), value);
    return self();
  }

  /**
   * Column of the entity types that were not annotated in each row, an array of strings. Where the
   * labels of the row have no entity, there may be one of these types: training sums over all
   * labels that agree, and validation does not count them. Not for HMM and MEMM.
   */
  default Param<String> latentTypesCol() {
    return stageParams().textParam(DataOption.LATENT_TYPES_COL);
  }

  /**
   * The value of {@link #latentTypesCol}; throws {@link java.util.NoSuchElementException} where it
   * is not set.
   */
  default String getLatentTypesCol() {
    return getOrDefault(latentTypesCol());
  }

  /**
   * Sets {@link #latentTypesCol}: Column of the entity types that were not annotated in each row,
   * an array of strings. Where the labels of the row have no entity, there may be one of these
   * types: training sums over all labels that agree, and validation does not count them. Not for
   * HMM and MEMM.
   */
  default S setLatentTypesCol(String value) {
    set(latentTypesCol(), value);
    return self();
  }

  /**
   * Share of the sentences to validate on where validationIndicatorCol is not set (in [0, 1)). With
   * 0, the model of the last epoch is taken.
   */
  default DoubleParam validationFraction() {
    return stageParams().doubleParam(DataOption.VALIDATION_FRACTION);
  }

  /** The value of {@link #validationFraction}. */
  default double getValidationFraction() {
    return (Double) getOrDefault(validationFraction());
  }

  /**
   * Sets {@link #validationFraction}: Share of the sentences to validate on where
   * validationIndicatorCol is not set (in [0, 1)). With 0, the model of the last epoch is taken.
   */
  default S setValidationFraction(double value) {
    set(validationFraction(), value);
    return self();
  }

  /**
   * What happens to spans that overlap, or that do not begin and end with a token (report, fail).
   * report logs each one and widens it to whole tokens or leaves it out; fail ends the fit.
   */
  default Param<String> misalignedSpans() {
    return stageParams().textParam(DataOption.MISALIGNED_SPANS);
  }

  /** The value of {@link #misalignedSpans}. */
  default String getMisalignedSpans() {
    return getOrDefault(misalignedSpans());
  }

  /**
   * Sets {@link #misalignedSpans}: What happens to spans that overlap, or that do not begin and end
   * with a token (report, fail). report logs each one and widens it to whole tokens or leaves it
   * out; fail ends the fit.
   */
  default S setMisalignedSpans(String value) {
    set(misalignedSpans(), value);
    return self();
  }

  /** Directory in which checkpoints are kept, on any Hadoop file system. */
  default Param<String> checkpointDir() {
    return stageParams().textParam(DataOption.CHECKPOINT_DIR);
  }

  /**
   * The value of {@link #checkpointDir}; throws {@link java.util.NoSuchElementException} where it
   * is not set.
   */
  default String getCheckpointDir() {
    return getOrDefault(checkpointDir());
  }

  /**
   * Sets {@link #checkpointDir}: Directory in which checkpoints are kept, on any Hadoop file
   * system.
   */
  default S setCheckpointDir(String value) {
    set(checkpointDir(), value);
    return self();
  }

  /** Whether to go on from a checkpoint of this very run. */
  default BooleanParam resume() {
    return stageParams().booleanParam(DataOption.RESUME);
  }

  /** The value of {@link #resume}. */
  default boolean getResume() {
    return (Boolean) getOrDefault(resume());
  }

  /** Sets {@link #resume}: Whether to go on from a checkpoint of this very run. */
  default S setResume(boolean value) {
    set(resume(), value);
    return self();
  }

  /** Whether fit reports each epoch, in the log and in Python on stderr. */
  default BooleanParam verbose() {
    return stageParams().booleanParam(DataOption.VERBOSE);
  }

  /** The value of {@link #verbose}. */
  default boolean getVerbose() {
    return (Boolean) getOrDefault(verbose());
  }

  /** Sets {@link #verbose}: Whether fit reports each epoch, in the log and in Python on stderr. */
  default S setVerbose(boolean value) {
    set(verbose(), value);
    return self();
  }
}
