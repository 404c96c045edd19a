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

package org.sparkner.pretrained;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Kinds of transformer encoders whose weights are known, as {@code config.json} names them. */
public enum EncoderArchitecture {
  /** Devlin et al. 2019. */
  BERT("bert"),
  /** Liu et al. 2019: BERT whose positions are counted from the number of the padding piece on. */
  ROBERTA("roberta", "xlm-roberta", "camembert"),
  /** Song et al. 2020: RoBERTa with a bias for each distance of two pieces, without types. */
  MPNET("mpnet"),
  /** Sanh et al. 2019: BERT without types. */
  DISTILBERT("distilbert"),
  /** Clark et al. 2020: BERT whose embeddings may be shorter than its layers' vectors. */
  ELECTRA("electra");

  private final List<String> modelTypes;

  EncoderArchitecture(String... modelTypes) {
    this.modelTypes = List.of(modelTypes);
  }

  /** The architecture that {@code model_type} names, if it is known. */
  static Optional<EncoderArchitecture> ofModelType(String modelType) {
    return Arrays.stream(values()).filter(each -> each.modelTypes.contains(modelType)).findFirst();
  }

  static String modelTypes() {
    return Arrays.stream(values())
        .flatMap(each -> each.modelTypes.stream())
        .collect(Collectors.joining(", "));
  }
}
