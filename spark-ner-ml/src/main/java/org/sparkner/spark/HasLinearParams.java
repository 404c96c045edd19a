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

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * What is trained, and how where it is a linear model. Of the params of {@link HasRecipeParams}
 * linear models heed {@code timeLimitSeconds}, {@code seed} and {@code language}.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasLinearParams<S> extends Params {
  /** The params of this stage. */
  LinearParams linearParams();

  /** This stage. */
  S self();

  /** {@code neural}, {@code hmm}, {@code memm} or {@code crf}. */
  default Param<String> algorithm() {
    return linearParams().algorithm;
  }

  /** Templates of features with spaces between. */
  default Param<String> featureTemplates() {
    return linearParams().featureTemplates;
  }

  /** Tokens that must have a feature for it to count. */
  default IntParam minimumFeatureCount() {
    return linearParams().minimumFeatureCount;
  }

  /** l2 / 2 times the sum of squared weights is the penalty. */
  default DoubleParam l2() {
    return linearParams().l2;
  }

  /** Passes over the sentences. */
  default IntParam passes() {
    return linearParams().passes;
  }

  /** {@link #algorithm}. */
  default String getAlgorithm() {
    return getOrDefault(algorithm());
  }

  /** {@link #featureTemplates}. */
  default String getFeatureTemplates() {
    return getOrDefault(featureTemplates());
  }

  /** {@link #minimumFeatureCount}. */
  default int getMinimumFeatureCount() {
    return (Integer) getOrDefault(minimumFeatureCount());
  }

  /** {@link #l2}. */
  default double getL2() {
    return (Double) getOrDefault(l2());
  }

  /** {@link #passes}. */
  default int getPasses() {
    return (Integer) getOrDefault(passes());
  }

  /** {@link #algorithm}. */
  default S setAlgorithm(String value) {
    set(algorithm(), value);
    return self();
  }

  /** {@link #featureTemplates}. */
  default S setFeatureTemplates(String value) {
    set(featureTemplates(), value);
    return self();
  }

  /** {@link #minimumFeatureCount}. */
  default S setMinimumFeatureCount(int value) {
    set(minimumFeatureCount(), value);
    return self();
  }

  /** {@link #l2}. */
  default S setL2(double value) {
    set(l2(), value);
    return self();
  }

  /** {@link #passes}. */
  default S setPasses(int value) {
    set(passes(), value);
    return self();
  }
}
