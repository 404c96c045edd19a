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

package org.sparkner.network;

import org.sparkner.model.Decoder;
import org.sparkner.tags.GoldLabels;
import org.sparkner.tags.LabelSet;

/**
 * What the emissions of a sentence lose against its gold labels, and the gradient. Has parameters
 * of its own or none; for one thread.
 */
sealed interface SequenceLoss permits ChainLoss, BigramLoss, TokenLoss {
  /** A new loss of a decoder. */
  static SequenceLoss of(Decoder decoder, LabelSet labels) {
    return switch (decoder) {
      case CRF -> new ChainLoss(labels);
      case CRF_BIGRAM -> new BigramLoss(labels);
      case SOFTMAX -> new TokenLoss(labels.size());
    };
  }

  /** Values of its own parameters. */
  int size();

  /** Begins a batch. */
  void begin(double[] parameters);

  /**
   * The loss of a sentence in nats; adds its gradient.
   *
   * @param emissions [T × scores of a token] from {@code offset}
   * @param gold T labels, of which at least one legal sequence is allowed, or what a teacher thinks
   *     of them
   * @param emissionGradient [T × scores of a token] from {@code offset}, added to
   */
  double add(double[] emissions, int offset, GoldLabels gold, double[] emissionGradient);

  /** The gradient of its own parameters over the sentences since {@link #begin}. */
  double[] gradient();
}
