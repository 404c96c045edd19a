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
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.sparkner.option.LinearOption;

/**
 * How a linear model over features is trained. Written by {@code build-tools/generate-options}.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasLinearParams<S> extends HasParams<S> {
  /**
   * Templates of the features of a token, separated by spaces. Without them, the default ones are
   * used.
   */
  default Param<String> featureTemplates() {
    return stageParams().textParam(LinearOption.FEATURE_TEMPLATES);
  }

  /**
   * The value of {@link #featureTemplates}; throws {@link java.util.NoSuchElementException} where
   * it is not set.
   */
  default String getFeatureTemplates() {
    return getOrDefault(featureTemplates());
  }

  /**
   * Sets {@link #featureTemplates}: Templates of the features of a token, separated by spaces.
   * Without them, the default ones are used.
   */
  default S setFeatureTemplates(String value) {
    set(featureTemplates(), value);
    return self();
  }

  /** Number of tokens that must have a feature for it to count (>= 1). */
  default IntParam minimumFeatureCount() {
    return stageParams().intParam(LinearOption.MINIMUM_FEATURE_COUNT);
  }

  /** The value of {@link #minimumFeatureCount}. */
  default int getMinimumFeatureCount() {
    return (Integer) getOrDefault(minimumFeatureCount());
  }

  /**
   * Sets {@link #minimumFeatureCount}: Number of tokens that must have a feature for it to count
   * (>= 1).
   */
  default S setMinimumFeatureCount(int value) {
    set(minimumFeatureCount(), value);
    return self();
  }

  /** Strength of the penalty, which is l2 / 2 times the sum of the squared weights (>= 0). */
  default DoubleParam l2() {
    return stageParams().doubleParam(LinearOption.L2);
  }

  /** The value of {@link #l2}. */
  default double getL2() {
    return (Double) getOrDefault(l2());
  }

  /**
   * Sets {@link #l2}: Strength of the penalty, which is l2 / 2 times the sum of the squared weights
   * (>= 0).
   */
  default S setL2(double value) {
    set(l2(), value);
    return self();
  }

  /** Number of passes over the sentences (>= 1). */
  default IntParam passes() {
    return stageParams().intParam(LinearOption.PASSES);
  }

  /** The value of {@link #passes}. */
  default int getPasses() {
    return (Integer) getOrDefault(passes());
  }

  /** Sets {@link #passes}: Number of passes over the sentences (>= 1). */
  default S setPasses(int value) {
    set(passes(), value);
    return self();
  }
}
