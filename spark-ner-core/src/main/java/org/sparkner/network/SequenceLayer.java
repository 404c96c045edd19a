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
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer over padded sequences that computes on packed rows. A subclass says how rows become rows,
 * forward and backward, in an arithmetic; this class moves them in and out of DeepLearning4J's
 * arrays.
 *
 * @param <C> its configuration
 */
abstract class SequenceLayer<C extends SequenceConfiguration> extends BaseLayer<C> {
  private static final long serialVersionUID = 1L;

  private final transient Pass<?> pass;

  SequenceLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
    this.pass = pass(Arithmetic.of(type));
  }

  /**
   * One forward and backward pass in an arithmetic; holds what the backward pass needs of the
   * forward one.
   *
   * @param <A> array type
   */
  abstract static class Pass<A> {
    final Arithmetic<A, ?> arithmetic;

    /** Room for what {@link #forward} and {@link #backward} give; until the next call. */
    A padded;

    private A parameters;
    private A gradient;
    private A received;

    Pass(Arithmetic<A, ?> arithmetic) {
      this.arithmetic = arithmetic;
    }

    /** The layer's parameters as they are now. */
    final A parameters(INDArray flat) {
      parameters = arithmetic.read(flat, parameters);
      return parameters;
    }

    /** What comes into the layer, forward or backward; until the next call. */
    final A received(INDArray array) {
      received = arithmetic.read(array, received);
      return received;
    }

    /** Zeros for the gradient of the layer's parameters. */
    final A zeroGradient(int size) {
      gradient = arithmetic.room(gradient, size);
      arithmetic.fill(gradient, 0, size, 0);
      return gradient;
    }

    /**
     * Padded input to padded output, both [batch × size × T] in the order of C.
     *
     * @param step training step for dropout; negative where nothing is dropped
     */
    abstract A forward(A parameters, A input, TokenLayout layout, long step);

    /**
     * The gradient of the input, padded; null where the input cannot learn.
     *
     * @param gradient of the parameters, zeros on entry
     * @param outputGradient padded
     */
    abstract A backward(A outputGradient, A gradient);

    /** A value of what {@link #backward} gave last, until the next call. */
    final float inputGradient(int place) {
      return (float) arithmetic.get(padded, place);
    }
  }

  /** Makes the pass; called by the constructor, so it must not use fields of the subclass. */
  abstract <A, M> Pass<A> pass(Arithmetic<A, M> arithmetic);

  final Pass<?> pass() {
    return pass;
  }

  final TokenLayout layout() {
    return TokenLayout.of(maskArray, (int) input.size(0), (int) input.size(2));
  }

  final long dropoutStep(boolean training) {
    return training ? getIterationCount() : -1;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    return activate(pass, training, workspaces);
  }

  private <A> INDArray activate(Pass<A> pass, boolean training, LayerWorkspaceMgr workspaces) {
    A output =
        pass.forward(
            pass.parameters(params()), pass.received(input), layout(), dropoutStep(training));
    INDArray activations =
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS,
            dataType,
            new long[] {input.size(0), layerConf().getNOut(), input.size(2)},
            'c');
    pass.arithmetic.write(output, activations);
    return activations;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    return backward(pass, epsilon, workspaces);
  }

  private <A> Pair<Gradient, INDArray> backward(
      Pass<A> pass, INDArray epsilon, LayerWorkspaceMgr workspaces) {
    A gradient = pass.zeroGradient(layerConf().parameters().size());
    A inputGradient = pass.backward(pass.received(epsilon), gradient);
    return gradients(pass, gradient, inputGradient, workspaces);
  }

  /** Hands the gradients over to DeepLearning4J. */
  final <A> Pair<Gradient, INDArray> gradients(
      Pass<A> pass, A gradient, A inputGradient, LayerWorkspaceMgr workspaces) {
    pass.arithmetic.write(gradient, gradientsFlattened);
    Gradient gradients = new DefaultGradient(gradientsFlattened);
    layerConf()
        .parameters()
        .parameters()
        .forEach(p -> gradients.setGradientFor(p.key(), gradientViews.get(p.key())));
    if (inputGradient == null) {
      return new Pair<>(gradients, null);
    }
    INDArray epsilon =
        workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
    pass.arithmetic.write(inputGradient, epsilon);
    return new Pair<>(gradients, epsilon);
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public Type type() {
    return Type.RECURRENT;
  }
}
