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

package org.sparkner.spark.training.dl4j;

import org.deeplearning4j.spark.impl.paramavg.aggregator.ParameterAveragingAggregationTuple;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.sparkner.train.rounds.Contribution;

/**
 * A contribution as dl4j-spark's tuple. Its arrays hold the mean parameters and the updater's state
 * (such as the velocity); what it has no place for goes beside them as a block: the touched rows of
 * the word table, what an encoder has learned, the counts that are the weights of the mean, and the
 * times. The arrays are of 32-bit floats even where the block is to be of 16-bit ones.
 */
final class ContributionTuple extends ParameterAveragingAggregationTuple {
  private static final long serialVersionUID = 1L;

  private static final float[] NONE = {};

  private final byte[] beside;

  private ContributionTuple(INDArray parameters, INDArray state, byte[] beside) {
    super(parameters, state, 0, 1, null, null, null, null);
    this.beside = beside;
  }

  static ContributionTuple of(Contribution contribution) {
    return new ContributionTuple(
        array(contribution.parameters()),
        array(contribution.state()),
        contribution.withDense(NONE, NONE).toBytes());
  }

  Contribution contribution() {
    return Contribution.fromBytes(beside)
        .withDense(floats(getParametersSum()), floats(getUpdaterStateSum()));
  }

  /** Null for a worker that had no batch left, as dl4j-spark has it: ND4J has no empty vector. */
  private static INDArray array(float[] values) {
    return values.length == 0 ? null : Nd4j.createFromArray(values);
  }

  private static float[] floats(INDArray array) {
    return array == null ? NONE : array.data().asFloat();
  }
}
