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

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.sparkner.option.SilverOption;

/**
 * What the network learns from a teacher, a model that tagged text. Written by {@code
 * build-tools/generate-options}.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasSilverParams<S> extends HasParams<S> {
  /**
   * Directory of sentences that a teacher tagged, from which the network learns beside the labelled
   * ones. The command distill writes it, and Distillation of Spark ML. It may be on any Hadoop file
   * system.
   */
  default Param<String> silverTable() {
    return stageParams().textParam(SilverOption.SILVER_TABLE);
  }

  /**
   * The value of {@link #silverTable}; throws {@link java.util.NoSuchElementException} where it is
   * not set.
   */
  default String getSilverTable() {
    return getOrDefault(silverTable());
  }

  /**
   * Sets {@link #silverTable}: Directory of sentences that a teacher tagged, from which the network
   * learns beside the labelled ones. The command distill writes it, and Distillation of Spark ML.
   * It may be on any Hadoop file system.
   */
  default S setSilverTable(String value) {
    set(silverTable(), value);
    return self();
  }

  /** Number of times that a sentence of silverTable counts beside a labelled one (&gt; 0). */
  default DoubleParam silverWeight() {
    return stageParams().doubleParam(SilverOption.SILVER_WEIGHT);
  }

  /** The value of {@link #silverWeight}. */
  default double getSilverWeight() {
    return (Double) getOrDefault(silverWeight());
  }

  /**
   * Sets {@link #silverWeight}: Number of times that a sentence of silverTable counts beside a
   * labelled one (&gt; 0).
   */
  default S setSilverWeight(double value) {
    set(silverWeight(), value);
    return self();
  }

  /**
   * Least probability that the teacher gave to all tags of a sentence of silverTable together;
   * sentences below it are left out (in [0, 1)).
   */
  default DoubleParam silverMinimumConfidence() {
    return stageParams().doubleParam(SilverOption.SILVER_MINIMUM_CONFIDENCE);
  }

  /** The value of {@link #silverMinimumConfidence}. */
  default double getSilverMinimumConfidence() {
    return (Double) getOrDefault(silverMinimumConfidence());
  }

  /**
   * Sets {@link #silverMinimumConfidence}: Least probability that the teacher gave to all tags of a
   * sentence of silverTable together; sentences below it are left out (in [0, 1)).
   */
  default S setSilverMinimumConfidence(double value) {
    set(silverMinimumConfidence(), value);
    return self();
  }

  /**
   * Temperature of the teacher's probabilities (>= 0). 1 leaves them as they are, more makes them
   * more alike, less makes them more certain; 0 takes the teacher's tags as though people had
   * written them.
   */
  default DoubleParam silverTemperature() {
    return stageParams().doubleParam(SilverOption.SILVER_TEMPERATURE);
  }

  /** The value of {@link #silverTemperature}. */
  default double getSilverTemperature() {
    return (Double) getOrDefault(silverTemperature());
  }

  /**
   * Sets {@link #silverTemperature}: Temperature of the teacher's probabilities (>= 0). 1 leaves
   * them as they are, more makes them more alike, less makes them more certain; 0 takes the
   * teacher's tags as though people had written them.
   */
  default S setSilverTemperature(double value) {
    set(silverTemperature(), value);
    return self();
  }
}
