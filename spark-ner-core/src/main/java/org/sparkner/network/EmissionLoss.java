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

import java.util.List;
import org.sparkner.model.Decoder;
import org.sparkner.tags.LabelSet;

/**
 * What the emissions of a batch lose against its gold labels: the negative log-likelihood of the
 * decoder's chain, or the cross-entropy of each token. Computed in double precision; for one
 * thread.
 */
public final class EmissionLoss {
  private final SequenceLoss loss;
  private final int scores;

  public EmissionLoss(Decoder decoder, LabelSet labels) {
    this.loss = SequenceLoss.of(decoder, labels);
    this.scores = decoder.scores(labels.size());
  }

  /** Values of the chain's own parameters, which are the last of a network's; may be 0. */
  public int parameterCount() {
    return loss.size();
  }

  /**
   * The summed loss of a batch in nats, and its gradients.
   *
   * @param batch labelled sentences
   * @param emissions [tokens × scores of a token], sentence by sentence
   * @param parameters of the network, of which the chain's own are the last
   * @param emissionGradient as the emissions; overwritten
   * @param gradient of the network's parameters, of which the last are overwritten
   */
  public double of(
      List<IndexedSentence> batch,
      float[] emissions,
      float[] parameters,
      float[] emissionGradient,
      float[] gradient) {
    int tokens = batch.stream().mapToInt(IndexedSentence::size).sum();
    double[] values = doubles(emissions, 0, tokens * scores);
    double[] inEmissions = new double[values.length];
    int own = parameters.length - loss.size();
    loss.begin(doubles(parameters, own, loss.size()));
    double sum = 0;
    int first = 0;
    for (IndexedSentence sentence : batch) {
      sum += loss.add(values, first * scores, sentence.gold(), inEmissions);
      first += sentence.size();
    }
    for (int i = 0; i < inEmissions.length; i++) {
      emissionGradient[i] = (float) inEmissions[i];
    }
    double[] inOwn = loss.gradient();
    for (int i = 0; i < inOwn.length; i++) {
      gradient[own + i] = (float) inOwn[i];
    }
    return sum;
  }

  private static double[] doubles(float[] source, int from, int length) {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = source[from + i];
    }
    return values;
  }
}
