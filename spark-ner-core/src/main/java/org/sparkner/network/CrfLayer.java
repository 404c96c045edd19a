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

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.sparkner.crf.NegativeLogLikelihood;
import org.sparkner.crf.TransitionGradient;
import org.sparkner.crf.Transitions;
import org.sparkner.tags.LabelSet;

/**
 * The output layer: emissions by a linear map, [batch × nIn × T] to [batch × K × T], and the
 * negative log-likelihood of the gold labels under a linear-chain CRF with potentials for the first
 * and the last label. Labels are ids, [batch × 1 × T]. Activations are the emissions. The score is
 * the mean over the sentences, gradients are sums, as DeepLearning4J has it.
 */
final class CrfLayer extends SequenceOutputLayer<CrfConfiguration> {
  private static final long serialVersionUID = 1L;

  private double[] losses;

  CrfLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  <A, M> Pass<A> pass(Arithmetic<A, M> arithmetic) {
    return new CrfPass<>(arithmetic, (CrfConfiguration) conf().getLayer());
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    return backward((CrfPass<?, ?>) pass(), workspaces);
  }

  private <A> Pair<Gradient, INDArray> backward(CrfPass<A, ?> pass, LayerWorkspaceMgr workspaces) {
    A gradient = pass.zeroGradient(layerConf().parameters().size());
    A outputGradient = loss(pass, true, gradient);
    return gradients(pass, gradient, pass.backward(outputGradient, gradient), workspaces);
  }

  /** Runs the forward pass and sets the losses; gives the gradient of the emissions, padded. */
  private <A> A loss(CrfPass<A, ?> pass, boolean training, A gradient) {
    pass.forward(
        pass.parameters(params()), pass.arithmetic.read(input), layout(), dropoutStep(training));
    losses = new double[(int) input.size(0)];
    return pass.loss(pass.arithmetic.read(getLabels().castTo(dataType)), losses, gradient);
  }

  @Override
  public double computeScore(
      double regularisation, boolean training, LayerWorkspaceMgr workspaces) {
    // After a backward pass the losses are known; the forward pass alone does not compute them.
    if (losses == null) {
      score((CrfPass<?, ?>) pass(), training);
    }
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    score = sum / losses.length + regularisation;
    losses = null;
    return score;
  }

  private <A> void score(CrfPass<A, ?> pass, boolean training) {
    loss(pass, training, pass.zeroGradient(layerConf().parameters().size()));
  }

  @Override
  public INDArray computeScoreForExamples(double regularisation, LayerWorkspaceMgr workspaces) {
    score((CrfPass<?, ?>) pass(), false);
    INDArray scores =
        workspaces.createUninitialized(
            ArrayType.FF_WORKING_MEM, dataType, new long[] {losses.length, 1}, 'c');
    for (int i = 0; i < losses.length; i++) {
      scores.putScalar(i, losses[i] + regularisation);
    }
    losses = null;
    return scores;
  }

  /** Linear emissions and the CRF over them, sentence by sentence. */
  private static final class CrfPass<A, M> extends Pass<A> {
    private final Arithmetic<A, M> matrices;
    private final NegativeLogLikelihood likelihood = new NegativeLogLikelihood();
    private final LabelSet labels;
    private final Dropout dropout;
    private final int inputs;
    private final int count;
    private final ParameterLayout layoutOfParameters;
    private A parameters;
    private TokenLayout layout;
    private A rows;
    private A mask;
    private A emissions;

    CrfPass(Arithmetic<A, M> arithmetic, CrfConfiguration configuration) {
      super(arithmetic);
      this.matrices = arithmetic;
      this.labels = configuration.labels();
      this.dropout = configuration.dropout();
      this.inputs = (int) configuration.getNIn();
      this.count = labels.size();
      this.layoutOfParameters = configuration.parameters();
    }

    @Override
    A forward(A parameters, A input, TokenLayout layout, long step) {
      this.parameters = parameters;
      this.layout = layout;
      int size = layout.tokens() * inputs;
      rows = layout.packBySentence(arithmetic, input, inputs);
      mask = step < 0 ? null : dropout.mask(arithmetic, size, step);
      Dropout.apply(arithmetic, rows, mask, size);
      emissions = arithmetic.array(layout.tokens() * count);
      for (int i = 0; i < layout.tokens(); i++) {
        arithmetic.copy(parameters, at(CrfConfiguration.BIAS), emissions, i * count, count);
      }
      M weights = matrices.pack(parameters, at(CrfConfiguration.WEIGHT), inputs, count);
      matrices.multiplyAdd(layout.tokens(), rows, 0, inputs, weights, emissions, 0, count);
      return layout.padBySentence(arithmetic, emissions, count);
    }

    private int at(String key) {
      return layoutOfParameters.get(key).offset();
    }

    /**
     * Sets the loss of each sentence, adds the gradient of the potentials, gives that of the
     * emissions, padded.
     */
    A loss(A paddedGold, double[] losses, A gradient) {
      A gold = layout.packBySentence(arithmetic, paddedGold, 1);
      Transitions transitions =
          Transitions.of(
              labels,
              doubles(parameters, at(CrfConfiguration.TRANSITIONS), count * count),
              doubles(parameters, at(CrfConfiguration.BEGIN), count),
              doubles(parameters, at(CrfConfiguration.END), count));
      double[] values = doubles(emissions, 0, layout.tokens() * count);
      double[] emissionGradient = new double[values.length];
      TransitionGradient potentials = TransitionGradient.zeros(count);
      for (int i = 0; i < layout.sentences(); i++) {
        int first = layout.sentenceStart(i);
        int[] path = new int[layout.length(i)];
        for (int t = 0; t < path.length; t++) {
          path[t] = (int) arithmetic.get(gold, first + t);
        }
        losses[i] =
            likelihood.add(transitions, values, first * count, path, emissionGradient, potentials);
      }
      addTo(gradient, at(CrfConfiguration.TRANSITIONS), potentials.between());
      addTo(gradient, at(CrfConfiguration.BEGIN), potentials.begin());
      addTo(gradient, at(CrfConfiguration.END), potentials.end());
      A result = arithmetic.array(emissionGradient.length);
      addTo(result, 0, emissionGradient);
      return layout.padBySentence(arithmetic, result, count);
    }

    @Override
    A backward(A outputGradient, A gradient) {
      A delta = layout.packBySentence(arithmetic, outputGradient, count);
      arithmetic.multiplyTransposed(
          layout.tokens(), inputs, count, rows, delta, gradient, at(CrfConfiguration.WEIGHT));
      for (int i = 0; i < layout.tokens() * count; i++) {
        arithmetic.add(gradient, at(CrfConfiguration.BIAS) + i % count, arithmetic.get(delta, i));
      }
      int size = layout.tokens() * inputs;
      A inputGradient = arithmetic.array(size);
      M weights = matrices.packTransposed(parameters, at(CrfConfiguration.WEIGHT), inputs, count);
      matrices.multiplyAdd(layout.tokens(), delta, 0, count, weights, inputGradient, 0, inputs);
      Dropout.apply(arithmetic, inputGradient, mask, size);
      return layout.padBySentence(arithmetic, inputGradient, inputs);
    }

    private double[] doubles(A source, int from, int length) {
      double[] values = new double[length];
      for (int i = 0; i < length; i++) {
        values[i] = arithmetic.get(source, from + i);
      }
      return values;
    }

    private void addTo(A target, int at, double[] values) {
      for (int i = 0; i < values.length; i++) {
        arithmetic.add(target, at + i, values[i]);
      }
    }
  }
}
