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

package org.sparkner.linear;

import java.util.List;

/**
 * Features and the labels that each was seen with; only these pairs have weights.
 *
 * @param names of the features
 * @param begins the pairs of feature i are those from {@code begins[i]} to {@code begins[i + 1]}
 * @param labels label id of each pair, rising within a feature
 */
record FeatureSet(List<String> names, int[] begins, int[] labels) {
  int pairs() {
    return labels.length;
  }
}
