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

import org.apache.spark.ml.param.Param;
import org.sparkner.option.EvaluationOption;

/**
 * What is compared and what is reported. Written by {@code build-tools/generate-options}.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasEvaluationParams<S> extends HasParams<S> {
  /** Column of the gold labels, tags or spans. */
  default Param<String> labelCol() {
    return stageParams().textParam(EvaluationOption.LABEL_COL);
  }

  /** The value of {@link #labelCol}. */
  default String getLabelCol() {
    return getOrDefault(labelCol());
  }

  /** Sets {@link #labelCol}: Column of the gold labels, tags or spans. */
  default S setLabelCol(String value) {
    set(labelCol(), value);
    return self();
  }

  /** Column of the predicted labels, tags or spans. */
  default Param<String> predictionCol() {
    return stageParams().textParam(EvaluationOption.PREDICTION_COL);
  }

  /** The value of {@link #predictionCol}. */
  default String getPredictionCol() {
    return getOrDefault(predictionCol());
  }

  /** Sets {@link #predictionCol}: Column of the predicted labels, tags or spans. */
  default S setPredictionCol(String value) {
    set(predictionCol(), value);
    return self();
  }

  /**
   * Metric to report, from 0 to 1 (f1, precision, recall, accuracy). accuracy is that of tags and
   * needs tags in both columns.
   */
  default Param<String> metricName() {
    return stageParams().textParam(EvaluationOption.METRIC_NAME);
  }

  /** The value of {@link #metricName}. */
  default String getMetricName() {
    return getOrDefault(metricName());
  }

  /**
   * Sets {@link #metricName}: Metric to report, from 0 to 1 (f1, precision, recall, accuracy).
   * accuracy is that of tags and needs tags in both columns.
   */
  default S setMetricName(String value) {
    set(metricName(), value);
    return self();
  }

  /** How spans are read from tags (conlleval, strict_iob2, strict_bioes, labels). */
  default Param<String> reading() {
    return stageParams().textParam(EvaluationOption.READING);
  }

  /** The value of {@link #reading}. */
  default String getReading() {
    return getOrDefault(reading());
  }

  /**
   * Sets {@link #reading}: How spans are read from tags (conlleval, strict_iob2, strict_bioes,
   * labels).
   */
  default S setReading(String value) {
    set(reading(), value);
    return self();
  }

  /**
   * Column of the entity types that were not annotated in each row, an array of strings. Neither
   * gold nor predicted entities of these types count in the row, and their tags are those of no
   * entity.
   */
  default Param<String> latentTypesCol() {
    return stageParams().textParam(EvaluationOption.LATENT_TYPES_COL);
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
   * an array of strings. Neither gold nor predicted entities of these types count in the row, and
   * their tags are those of no entity.
   */
  default S setLatentTypesCol(String value) {
    set(latentTypesCol(), value);
    return self();
  }
}
