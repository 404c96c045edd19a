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
import org.nd4j.linalg.api.buffer.DataType;
import org.sparkner.model.FeatureVectors;

/**
 * The vectors of a token's features side by side, [batch × slots × T] ids to [batch × floats × T].
 */
final class FeatureVectorsLayer extends SequenceLayer<FeatureVectorsConfiguration> {
  private static final long serialVersionUID = 1L;

  FeatureVectorsLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  <A, M> Pass<A> pass(Arithmetic<A, M> arithmetic) {
    return new FeatureVectorsPass<>(arithmetic, (FeatureVectorsConfiguration) conf().getLayer());
  }

  private static final class FeatureVectorsPass<A> extends Pass<A> {
    private final FeatureVectorsConfiguration configuration;
    private final ParameterLayout parameters;
    private final int slots;
    private final int size;
    private TokenLayout layout;
    private A ids;
    private A rows;

    FeatureVectorsPass(Arithmetic<A, ?> arithmetic, FeatureVectorsConfiguration configuration) {
      super(arithmetic);
      this.configuration = configuration;
      this.parameters = configuration.parameters();
      this.slots = (int) configuration.getNIn();
      this.size = (int) configuration.getNOut();
    }

    @Override
    A forward(A weights, A input, TokenLayout layout, long step) {
      this.layout = layout;
      ids = layout.packBySentence(arithmetic, input, slots, ids);
      rows = arithmetic.room(rows, layout.tokens() * size);
      forEachVector(
          (vector, at, dimension) -> arithmetic.copy(weights, vector, rows, at, dimension));
      padded = layout.padBySentence(arithmetic, rows, size, padded);
      return padded;
    }

    /** A vector's place among the parameters, its place in the packed rows, and its floats. */
    private interface Vectors {
      void visit(int vector, int at, int dimension);
    }

    private void forEachVector(Vectors vectors) {
      for (int token = 0; token < layout.tokens(); token++) {
        int slot = token * slots;
        int at = token * size;
        for (FeatureVectors table : configuration.tables()) {
          int begin = parameters.get(table.name()).offset();
          for (int i = 0; i < table.slots(); i++) {
            int id = (int) arithmetic.get(ids, slot++);
            vectors.visit(begin + id * table.dimension(), at, table.dimension());
            at += table.dimension();
          }
        }
      }
    }

    @Override
    A backward(A outputGradient, A gradient) {
      rows = layout.packBySentence(arithmetic, outputGradient, size, rows);
      forEachVector(
          (vector, at, dimension) -> arithmetic.addAll(rows, at, gradient, vector, dimension));
      return null;
    }
  }
}
