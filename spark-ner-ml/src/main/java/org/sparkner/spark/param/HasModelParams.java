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
import org.sparkner.option.ModelOption;

/**
 * What is trained. Written by {@code build-tools/generate-options}.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasModelParams<S> extends HasParams<S> {
  /** What is trained: a network, or a linear model over features (neural, hmm, memm, crf). */
  default Param<String> algorithm() {
    return stageParams().textParam(ModelOption.ALGORITHM);
  }

  /** The value of {@link #algorithm}. */
  default String getAlgorithm() {
    return getOrDefault(algorithm());
  }

  /**
   * Sets {@link #algorithm}: What is trained: a network, or a linear model over features (neural,
   * hmm, memm, crf).
   */
  default S setAlgorithm(String value) {
    set(algorithm(), value);
    return self();
  }

  /**
   * Named set of network and training options; options that are set override it (default, fast,
   * best, fine-tuned).
   */
  default Param<String> preset() {
    return stageParams().textParam(ModelOption.PRESET);
  }

  /** The value of {@link #preset}. */
  default String getPreset() {
    return getOrDefault(preset());
  }

  /**
   * Sets {@link #preset}: Named set of network and training options; options that are set override
   * it (default, fast, best, fine-tuned).
   */
  default S setPreset(String value) {
    set(preset(), value);
    return self();
  }
}
