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

import org.sparkner.crf.TransitionGradient;
import org.sparkner.crf.Transitions;
import org.sparkner.tags.GoldLabels;

/** The negative log-likelihood of a sentence's labels under a chain. */
interface SentenceLoss {
  /**
   * The loss of a sentence in nats; adds its gradient.
   *
   * @param emissions [T × K] from {@code offset}
   * @param gold T labels, of which at least one legal sequence is allowed
   * @param emissionGradient [T × K] from {@code offset}, added to
   * @param gradient added to
   */
  double add(
      Transitions transitions,
      double[] emissions,
      int offset,
      GoldLabels gold,
      double[] emissionGradient,
      TransitionGradient gradient);
}
