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

package org.sparkner.train;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The learning rates of the steps since all words' rows were up to date, so that a row which a
 * batch does not use need not be touched when the rate changes.
 */
final class RateHistory {
  /** Of a velocity, the share that is left; what is smaller moves no float of a row. */
  private static final double NEGLIGIBLE = 1e-12;

  private int[] firstSteps = new int[16];
  private double[] rates = new double[16];
  private int count;

  /** Begins anew: all steps, those before it too, have this rate until another one is added. */
  void begin(double rate) {
    count = 0;
    add(0, rate);
  }

  /** The rate of the steps from this one on; not before one that was added. */
  void add(int step, double rate) {
    if (count > 0 && firstSteps[count - 1] == step) {
      count--;
    }
    if (count == rates.length) {
      firstSteps = Arrays.copyOf(firstSteps, 2 * count);
      rates = Arrays.copyOf(rates, 2 * count);
    }
    firstSteps[count] = step;
    rates[count++] = rate;
  }

  /** The rate of the steps to come. */
  double last() {
    return rates[count - 1];
  }

  RateChanges changes() {
    return new RateChanges(Arrays.copyOf(firstSteps, count), Arrays.copyOf(rates, count));
  }

  /** Becomes what another one was. */
  void take(RateChanges changes) {
    count = 0;
    for (int i = 0; i < changes.rates().length; i++) {
      add(changes.firstSteps()[i], changes.rates()[i]);
    }
  }

  /**
   * How far a velocity of one carries a row: Σ η(first + j − 1) μʲ over j = 1 … steps.
   *
   * @param first the first step that does not use the row
   * @param steps that do not use it, at least 1
   * @param momentum μ, 0 to below 1
   */
  double carried(int first, int steps, double momentum) {
    int at = indexOf(first);
    int end = first + steps;
    double carried = 0;
    double left = 1;
    for (int from = first; from < end && left > NEGLIGIBLE; at++) {
      int to = at + 1 < count ? Math.min(end, firstSteps[at + 1]) : end;
      double decay = Math.pow(momentum, to - from);
      carried += left * (rates[at] * momentum * (1 - decay) / (1 - momentum));
      left *= decay;
      from = to;
    }
    return carried;
  }

  /** The index of the rate of a step. */
  private int indexOf(int step) {
    int found = Arrays.binarySearch(firstSteps, 0, count, step);
    return Math.max(0, found < 0 ? -found - 2 : found);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(count);
    for (int i = 0; i < count; i++) {
      out.writeInt(firstSteps[i]);
      out.writeDouble(rates[i]);
    }
  }

  void read(DataInputStream in) throws IOException {
    count = 0;
    int stored = in.readInt();
    for (int i = 0; i < stored; i++) {
      add(in.readInt(), in.readDouble());
    }
  }
}
