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

package org.sparkner.train.rounds;

import org.sparkner.train.Learner;
import org.sparkner.train.Optimiser;
import org.sparkner.train.RateChanges;

/**
 * The part of the state that is dense: {@link StateUpdate#parameters} as numbers.
 *
 * @param step of the optimiser
 * @param rates of the steps that words' rows may be behind
 * @param parameters without the word vectors
 * @param state of these in the optimiser
 */
public record ParameterBlock(int step, RateChanges rates, float[] parameters, float[] state) {
  /** As a block that {@link Replica#run} reads. */
  public byte[] toBytes() {
    BlockOutput out =
        new BlockOutput(
            Integer.BYTES * 4
                + (Integer.BYTES + Double.BYTES) * rates.rates().length
                + Float.BYTES * (parameters.length + state.length));
    out.putInt(step);
    out.putInt(rates.rates().length);
    for (int i = 0; i < rates.rates().length; i++) {
      out.putInt(rates.firstSteps()[i]);
      out.putDouble(rates.rates()[i]);
    }
    out.putInt(parameters.length);
    out.putInt(state.length);
    out.putFloats(parameters);
    out.putFloats(state);
    return out.toBytes();
  }

  /** Reads what {@link #toBytes} wrote into a learner of the same sizes. */
  static void copyTo(Learner learner, byte[] bytes) {
    BlockInput in = new BlockInput(bytes);
    Optimiser optimiser = learner.optimiser();
    int step = in.getInt();
    optimiser.resumeAt(step, rates(in));
    int count = in.getInt();
    int states = in.getInt();
    if (count != learner.parameters().length || states != optimiser.state().length) {
      throw new IllegalStateException(
          "The block has "
              + count
              + " parameters and "
              + states
              + " numbers of state, the network "
              + learner.parameters().length
              + " and "
              + optimiser.state().length
              + ".");
    }
    in.getFloats(learner.parameters());
    in.getFloats(optimiser.state());
    learner.parametersChanged();
  }

  private static RateChanges rates(BlockInput in) {
    int count = in.getInt();
    int[] firstSteps = new int[count];
    double[] rates = new double[count];
    for (int i = 0; i < count; i++) {
      firstSteps[i] = in.getInt();
      rates[i] = in.getDouble();
    }
    return new RateChanges(firstSteps, rates);
  }

  /** Reads what {@link #toBytes} wrote. */
  public static ParameterBlock fromBytes(byte[] bytes) {
    BlockInput in = new BlockInput(bytes);
    int step = in.getInt();
    RateChanges rates = rates(in);
    int count = in.getInt();
    int states = in.getInt();
    return new ParameterBlock(step, rates, in.getFloats(count), in.getFloats(states));
  }
}
