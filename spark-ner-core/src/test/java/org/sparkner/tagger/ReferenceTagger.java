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

package org.sparkner.tagger;

import java.util.Arrays;
import java.util.List;
import org.sparkner.crf.Transitions;
import org.sparkner.model.Architecture;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Weights;

/** The formulae of the network in double precision, a token at a time, nothing shared or kept. */
final class ReferenceTagger {
  private final NeuralModel model;
  private final Architecture sizes;
  private final Weights weights;

  ReferenceTagger(NeuralModel model) {
    this.model = model;
    this.sizes = model.architecture();
    this.weights = model.weights();
  }

  Transitions transitions() {
    return Transitions.of(
        model.labels(),
        weights.values(Weights.TRANSITIONS),
        weights.values(Weights.BEGIN),
        weights.values(Weights.END));
  }

  /** [T × K]. */
  double[] emissions(List<String> tokens) {
    int hidden = sizes.hidden();
    int labels = model.labels().size();
    double[][] forward = new double[tokens.size()][];
    double[][] backward = new double[tokens.size()][];
    double[] h = new double[hidden];
    double[] c = new double[hidden];
    for (int t = 0; t < tokens.size(); t++) {
      h = step(tokens.get(t), h, c, true);
      forward[t] = h;
    }
    h = new double[hidden];
    c = new double[hidden];
    for (int t = tokens.size() - 1; t >= 0; t--) {
      h = step(tokens.get(t), h, c, false);
      backward[t] = h;
    }
    float[] weight = weights.values(Weights.EMISSION_WEIGHT);
    double[] emissions = new double[tokens.size() * labels];
    for (int t = 0; t < tokens.size(); t++) {
      for (int k = 0; k < labels; k++) {
        double sum = weights.values(Weights.EMISSION_BIAS)[k];
        for (int j = 0; j < hidden; j++) {
          sum += forward[t][j] * weight[j * labels + k];
          sum += backward[t][j] * weight[(hidden + j) * labels + k];
        }
        emissions[t * labels + k] = sum;
      }
    }
    return emissions;
  }

  private double[] step(String token, double[] h, double[] c, boolean forward) {
    int hidden = sizes.hidden();
    double[] x = input(token);
    String direction = forward ? "lstm.forward." : "lstm.backward.";
    float[] input = weights.values(direction + "input");
    float[] recurrent = weights.values(direction + "recurrent");
    float[] bias = weights.values(direction + "bias");
    double[] gates = new double[4 * hidden];
    for (int g = 0; g < gates.length; g++) {
      gates[g] = bias[g];
      for (int i = 0; i < x.length; i++) {
        gates[g] += x[i] * input[i * gates.length + g];
      }
      for (int i = 0; i < hidden; i++) {
        gates[g] += h[i] * recurrent[i * gates.length + g];
      }
    }
    double[] output = new double[hidden];
    for (int j = 0; j < hidden; j++) {
      c[j] =
          sigmoid(gates[hidden + j]) * c[j] + sigmoid(gates[j]) * Math.tanh(gates[2 * hidden + j]);
      output[j] = sigmoid(gates[3 * hidden + j]) * Math.tanh(c[j]);
    }
    return output;
  }

  private double[] input(String token) {
    double[] x = new double[sizes.inputSize()];
    int row = model.lexicon().row(token);
    for (int d = 0; d < sizes.wordDimension(); d++) {
      x[d] = weights.values(Weights.WORD_VECTORS)[row * sizes.wordDimension() + d];
    }
    int[] ids =
        token.codePoints().limit(sizes.maxWordLength()).map(model.lexicon()::characterId).toArray();
    if (ids.length == 0) {
      ids = new int[] {1};
    }
    for (int f = 0; f < sizes.characterFilters(); f++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int p = 0; p < ids.length; p++) {
        most = Math.max(most, convolved(ids, p, f));
      }
      x[sizes.wordDimension() + f] = Math.tanh(most + weights.values("char.bias")[f]);
    }
    return x;
  }

  private double convolved(int[] ids, int position, int filter) {
    int dimension = sizes.characterDimension();
    double sum = 0;
    for (int w = 0; w < sizes.characterWidths().get(0); w++) {
      int neighbour = position + w - sizes.characterWidths().get(0) / 2;
      for (int d = 0; d < dimension && neighbour >= 0 && neighbour < ids.length; d++) {
        sum +=
            (double) weights.values(Weights.CHARACTER_VECTORS)[ids[neighbour] * dimension + d]
                * weights
                    .values("char.filters")[
                    (w * dimension + d) * sizes.characterFilters() + filter];
      }
    }
    return sum;
  }

  /** {@link #emissions} rounded. */
  float[] roundedEmissions(List<String> tokens) {
    double[] exact = emissions(tokens);
    float[] rounded = new float[exact.length];
    Arrays.setAll(exact, i -> rounded[i] = (float) exact[i]);
    return rounded;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
