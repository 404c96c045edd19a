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
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.sparkner.model.Weights;
import org.sparkner.tags.GoldLabels;
import org.sparkner.tags.PathDistribution;

/**
 * The output layer: emissions by a linear map, [batch × nIn × T] to [batch × nOut × T], and their
 * {@link SequenceLoss} against the gold labels, which come as {@link PaddedBatch} writes them.
 * Activations are the emissions. The score is the mean over the sentences, gradients are sums, as
 * DeepLearning4J has it.
 */
final class DecoderLayer extends SequenceOutputLayer<DecoderConfiguration> {
  private static final long serialVersionUID = 1L;

  private double[] losses;
  private transient PathDistribution[] taught;

  DecoderLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  /**
   * Sets what a teacher thinks of the sentences of the next batch, which no array has.
   *
   * @param batch in the order of the arrays' sentences
   */
  void teach(List<IndexedSentence> batch) {
    taught = new PathDistribution[batch.size()];
    for (int i = 0; i < taught.length; i++) {
      taught[i] = batch.get(i).supervision().taught();
    }
  }

  @Override
  <A, M> Pass<A> pass(Arithmetic<A, M> arithmetic) {
    return new DecoderPass<>(arithmetic, (DecoderConfiguration) conf().getLayer());
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    return backward((DecoderPass<?, ?>) pass(), workspaces);
  }

  private <A> Pair<Gradient, INDArray> backward(
      DecoderPass<A, ?> pass, LayerWorkspaceMgr workspaces) {
    A gradient = pass.zeroGradient(layerConf().parameters().size());
    A outputGradient = loss(pass, true, gradient);
    return gradients(pass, gradient, pass.backward(outputGradient, gradient), workspaces);
  }

  /** Runs the forward pass and sets the losses; gives the gradient of the emissions, padded. */
  private <A> A loss(DecoderPass<A, ?> pass, boolean training, A gradient) {
    pass.forward(pass.parameters(params()), pass.received(input), layout(), dropoutStep(training));
    losses = new double[(int) input.size(0)];
    return pass.loss(
        pass.received(getLabels().castTo(dataType)),
        (int) getLabels().size(1),
        taught == null ? new PathDistribution[losses.length] : taught,
        losses,
        gradient);
  }

  @Override
  public double computeScore(
      double regularisation, boolean training, LayerWorkspaceMgr workspaces) {
    // After a backward pass the losses are known; the forward pass alone does not compute them.
    if (losses == null) {
      score((DecoderPass<?, ?>) pass(), training);
    }
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    score = sum / losses.length + regularisation;
    losses = null;
    return score;
  }

  private <A> void score(DecoderPass<A, ?> pass, boolean training) {
    loss(pass, training, pass.zeroGradient(layerConf().parameters().size()));
  }

  @Override
  public INDArray computeScoreForExamples(double regularisation, LayerWorkspaceMgr workspaces) {
    score((DecoderPass<?, ?>) pass(), false);
    INDArray scores =
        workspaces.createUninitialized(
            ArrayType.FF_WORKING_MEM, dataType, new long[] {losses.length, 1}, 'c');
    for (int i = 0; i < losses.length; i++) {
      scores.putScalar(i, losses[i] + regularisation);
    }
    losses = null;
    return scores;
  }

  /** Linear emissions and their loss, sentence by sentence. */
  private static final class DecoderPass<A, M> extends Pass<A> {
    private final Arithmetic<A, M> matrices;
    private final SequenceLoss loss;
    private final Dropout dropout;
    private final int inputs;
    private final int count;
    private final int weight;
    private final int bias;
    private final int own;
    private A parameters;
    private TokenLayout layout;
    private A rows;
    private A mask;
    private A emissions;
    private A gold;
    private A delta;
    private A inputGradient;
    private M weights;
    private M transposed;

    DecoderPass(Arithmetic<A, M> arithmetic, DecoderConfiguration configuration) {
      super(arithmetic);
      this.matrices = arithmetic;
      this.loss = configuration.loss();
      this.dropout = configuration.dropout();
      this.inputs = (int) configuration.getNIn();
      this.count = (int) configuration.getNOut();
      ParameterLayout layout = configuration.parameters();
      this.weight = layout.get(Weights.EMISSION_WEIGHT).offset();
      this.bias = layout.get(Weights.EMISSION_BIAS).offset();
      this.own = layout.size() - loss.size();
    }

    @Override
    A forward(A parameters, A input, TokenLayout layout, long step) {
      this.parameters = parameters;
      this.layout = layout;
      int size = layout.tokens() * inputs;
      rows = layout.packBySentence(arithmetic, input, inputs, rows);
      mask = step < 0 ? null : dropout.mask(arithmetic, size, step, mask);
      Dropout.apply(arithmetic, rows, mask, size);
      emissions = arithmetic.room(emissions, layout.tokens() * count);
      for (int i = 0; i < layout.tokens(); i++) {
        arithmetic.copy(parameters, bias, emissions, i * count, count);
      }
      weights = matrices.pack(weights, parameters, weight, inputs, count);
      matrices.multiplyAdd(layout.tokens(), rows, 0, inputs, weights, emissions, 0, count);
      padded = layout.padBySentence(arithmetic, emissions, count, padded);
      return padded;
    }

    /**
     * Sets the loss of each sentence, adds the gradient of its own parameters, gives that of the
     * emissions, padded.
     *
     * @param rows values of a token in {@code paddedGold}
     * @param taught what a teacher thinks of each sentence, or null
     */
    A loss(A paddedGold, int rows, PathDistribution[] taught, double[] losses, A gradient) {
      gold = layout.packBySentence(arithmetic, paddedGold, rows, gold);
      loss.begin(doubles(parameters, own, loss.size()));
      double[] values = doubles(emissions, 0, layout.tokens() * count);
      double[] emissionGradient = new double[values.length];
      for (int i = 0; i < layout.sentences(); i++) {
        int first = layout.sentenceStart(i);
        losses[i] = loss.add(values, first * count, gold(i, rows, taught[i]), emissionGradient);
      }
      addTo(gradient, own, loss.gradient());
      delta = arithmetic.zeros(delta, emissionGradient.length);
      addTo(delta, 0, emissionGradient);
      padded = layout.padBySentence(arithmetic, delta, count, padded);
      return padded;
    }

    /** What is known of the labels of a sentence; one without a weight counts once. */
    private GoldLabels gold(int sentence, int rows, PathDistribution taught) {
      int first = layout.sentenceStart(sentence);
      int[] path = new int[layout.length(sentence)];
      int labels = rows - 2;
      boolean[] allowed = rows == 1 ? null : new boolean[path.length * labels];
      boolean partial = false;
      for (int t = 0; t < path.length; t++) {
        int at = (first + t) * rows;
        path[t] = (int) arithmetic.get(gold, at);
        for (int label = 0; label < labels; label++) {
          allowed[t * labels + label] = arithmetic.get(gold, at + 2 + label) > 0;
          partial |= allowed[t * labels + label] && label != path[t];
        }
      }
      double weight = rows == 1 ? 1 : arithmetic.get(gold, first * rows + 1);
      return new GoldLabels(path, partial ? allowed : null, weight, taught);
    }

    @Override
    A backward(A outputGradient, A gradient) {
      delta = layout.packBySentence(arithmetic, outputGradient, count, delta);
      arithmetic.multiplyTransposed(
          layout.tokens(), inputs, count, rows, delta, 0, count, gradient, weight);
      for (int i = 0; i < layout.tokens() * count; i++) {
        arithmetic.add(gradient, bias + i % count, arithmetic.get(delta, i));
      }
      int size = layout.tokens() * inputs;
      inputGradient = arithmetic.zeros(inputGradient, size);
      transposed = matrices.packTransposed(transposed, parameters, weight, inputs, count);
      matrices.multiplyAdd(layout.tokens(), delta, 0, count, transposed, inputGradient, 0, inputs);
      Dropout.apply(arithmetic, inputGradient, mask, size);
      padded = layout.padBySentence(arithmetic, inputGradient, inputs, padded);
      return padded;
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
