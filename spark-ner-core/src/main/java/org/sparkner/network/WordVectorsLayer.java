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
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Looks rows up in a {@link WordTable} that is bound to it, [batch × 1 × T] ids to [batch ×
 * dimension × T]. The table is no parameter of the graph: its gradient stays sparse.
 */
final class WordVectorsLayer extends AbstractLayer<WordVectorsConfiguration> {
  private static final long serialVersionUID = 1L;

  private final transient Arithmetic<?, ?> arithmetic;
  private transient WordTable table;

  WordVectorsLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
    this.arithmetic = Arithmetic.of(type);
  }

  void bind(WordTable table) {
    this.table = table;
  }

  private int dimension() {
    return layerConf().dimension();
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray activations =
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS,
            dataType,
            new long[] {input.size(0), dimension(), input.size(2)},
            'c');
    gather(arithmetic, activations);
    return activations;
  }

  private <A> void gather(Arithmetic<A, ?> arithmetic, INDArray activations) {
    A rows = arithmetic.read(input);
    int steps = (int) input.size(2);
    TokenLayout layout = TokenLayout.of(maskArray, (int) input.size(0), steps);
    A output = arithmetic.array((int) activations.length());
    for (int i = 0; i < layout.sentences(); i++) {
      for (int t = 0; t < layout.length(i); t++) {
        int row = (int) arithmetic.get(rows, i * steps + t);
        for (int j = 0; j < dimension(); j++) {
          arithmetic.set(
              output, (i * dimension() + j) * steps + t, table.values()[row * dimension() + j]);
        }
      }
    }
    arithmetic.write(output, activations);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    if (table.trainable() > 0) {
      addGradients(arithmetic, epsilon);
    }
    return new Pair<>(new DefaultGradient(), null);
  }

  private <A> void addGradients(Arithmetic<A, ?> arithmetic, INDArray epsilon) {
    A rows = arithmetic.read(input);
    A gradient = arithmetic.read(epsilon);
    int steps = (int) input.size(2);
    TokenLayout layout = TokenLayout.of(maskArray, (int) input.size(0), steps);
    for (int i = 0; i < layout.sentences(); i++) {
      for (int t = 0; t < layout.length(i); t++) {
        int row = (int) arithmetic.get(rows, i * steps + t);
        table.addGradient(row, arithmetic, gradient, i * dimension() * steps + t, steps);
      }
    }
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clearNoiseWeightParams() {
    // No parameters, no noise.
  }
}
