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
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * What to learn from, what to validate on, and where training keeps its state.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasTrainingDataParams<S> extends Params {
  /** The params of this stage. */
  TrainingDataParams trainingDataParams();

  /** This stage. */
  S self();

  /**
   * The gold column: array&lt;string&gt; of tags for tokens, or array&lt;struct&lt;begin, end,
   * type&gt;&gt; of code-point spans for text.
   */
  default Param<String> labelCol() {
    return trainingDataParams().labelCol;
  }

  /** Boolean column, true for the rows to validate on; not set by default. */
  default Param<String> validationIndicatorCol() {
    return trainingDataParams().validationIndicatorCol;
  }

  /** Share of the rows to validate on where there is no indicator column. */
  default DoubleParam validationFraction() {
    return trainingDataParams().validationFraction;
  }

  /**
   * What happens to spans that do not fit the tokens: report (each is logged, and widened or left
   * out) or fail.
   */
  default Param<String> misalignedSpans() {
    return trainingDataParams().misalignedSpans;
  }

  /** File of pretrained word vectors on any Hadoop file system; not set by default. */
  default Param<String> vectorsPath() {
    return trainingDataParams().vectorsPath;
  }

  /** Directory to keep checkpoints in, on any Hadoop file system; not set by default. */
  default Param<String> checkpointDir() {
    return trainingDataParams().checkpointDir;
  }

  /** Whether to go on from a checkpoint of this very run. */
  default BooleanParam resume() {
    return trainingDataParams().resume;
  }

  /** {@link #labelCol}. */
  default String getLabelCol() {
    return getOrDefault(labelCol());
  }

  /**
   * {@link #validationIndicatorCol}; throws {@link java.util.NoSuchElementException} where it is
   * not set.
   */
  default String getValidationIndicatorCol() {
    return getOrDefault(validationIndicatorCol());
  }

  /** {@link #validationFraction}. */
  default double getValidationFraction() {
    return (Double) getOrDefault(validationFraction());
  }

  /** {@link #misalignedSpans}. */
  default String getMisalignedSpans() {
    return getOrDefault(misalignedSpans());
  }

  /** {@link #vectorsPath}; throws {@link java.util.NoSuchElementException} where it is not set. */
  default String getVectorsPath() {
    return getOrDefault(vectorsPath());
  }

  /**
   * {@link #checkpointDir}; throws {@link java.util.NoSuchElementException} where it is not set.
   */
  default String getCheckpointDir() {
    return getOrDefault(checkpointDir());
  }

  /** {@link #resume}. */
  default boolean getResume() {
    return (Boolean) getOrDefault(resume());
  }

  /** Sets {@link #labelCol}. */
  default S setLabelCol(String value) {
    set(labelCol(), value);
    return self();
  }

  /** Sets {@link #validationIndicatorCol}. */
  default S setValidationIndicatorCol(String value) {
    set(validationIndicatorCol(), value);
    return self();
  }

  /** Sets {@link #validationFraction}. */
  default S setValidationFraction(double value) {
    set(validationFraction(), value);
    return self();
  }

  /** Sets {@link #misalignedSpans}. */
  default S setMisalignedSpans(String value) {
    set(misalignedSpans(), value);
    return self();
  }

  /** Sets {@link #vectorsPath}. */
  default S setVectorsPath(String value) {
    set(vectorsPath(), value);
    return self();
  }

  /** Sets {@link #checkpointDir}. */
  default S setCheckpointDir(String value) {
    set(checkpointDir(), value);
    return self();
  }

  /** Sets {@link #resume}. */
  default S setResume(boolean value) {
    set(resume(), value);
    return self();
  }

  /** Directory of files of one phrase a line, each of the type that it is named for. */
  default Param<String> gazetteersPath() {
    return trainingDataParams().gazetteersPath;
  }

  /** {@link #gazetteersPath}. */
  default String getGazetteersPath() {
    return getOrDefault(gazetteersPath());
  }

  /** Sets {@link #gazetteersPath}. */
  default S setGazetteersPath(String value) {
    set(gazetteersPath(), value);
    return self();
  }

  /** Directory of a pretrained transformer encoder whose vectors of tokens the network reads. */
  default Param<String> contextualEncoder() {
    return trainingDataParams().contextualEncoder;
  }

  /** {@link #contextualEncoder}. */
  default String getContextualEncoder() {
    return getOrDefault(contextualEncoder());
  }

  /** Sets {@link #contextualEncoder}. */
  default S setContextualEncoder(String value) {
    set(contextualEncoder(), value);
    return self();
  }

  /** Name of the encoder's output that is read; without, the last layer's. */
  default Param<String> contextualOutput() {
    return trainingDataParams().contextualOutput;
  }

  /** {@link #contextualOutput}. */
  default String getContextualOutput() {
    return getOrDefault(contextualOutput());
  }

  /** Sets {@link #contextualOutput}. */
  default S setContextualOutput(String value) {
    set(contextualOutput(), value);
    return self();
  }

  /** Whether the phrases are found in upper and lower case alike. */
  default BooleanParam gazetteerIgnoreCase() {
    return trainingDataParams().gazetteerIgnoreCase;
  }

  /** {@link #gazetteerIgnoreCase}. */
  default boolean getGazetteerIgnoreCase() {
    return (Boolean) getOrDefault(gazetteerIgnoreCase());
  }

  /** Sets {@link #gazetteerIgnoreCase}. */
  default S setGazetteerIgnoreCase(boolean value) {
    set(gazetteerIgnoreCase(), value);
    return self();
  }
}
