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

package org.sparkner.kernel;

import static jdk.incubator.vector.VectorOperators.FMA;
import static org.sparkner.kernel.RationalTanh.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The elementwise part of an LSTM in vectors: {@link RationalTanh} and the cell update. A row goes
 * in full vectors, then in vectors of 8 floats, so that 200 units leave no scalar rest; what still
 * remains goes unit by unit.
 */
final class VectorGates {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> HALF = FloatVector.SPECIES_256;
  private static final int L = S.length();
  private static final int HALF_LENGTH = HALF.length();

  private VectorGates() {}

  static void tanh(float[] x, int offset, int length) {
    int end = offset + length;
    int at = offset;
    for (; at <= end - L; at += L) {
      tanh(FloatVector.fromArray(S, x, at)).intoArray(x, at);
    }
    if (at < end) {
      float[] padded = new float[L];
      System.arraycopy(x, at, padded, 0, end - at);
      tanh(padded, 0, L);
      System.arraycopy(padded, 0, x, at, end - at);
    }
  }

  static void sigmoid(float[] x, int offset, int length) {
    int end = offset + length;
    int at = offset;
    for (; at <= end - L; at += L) {
      sigmoid(FloatVector.fromArray(S, x, at)).intoArray(x, at);
    }
    if (at < end) {
      float[] padded = new float[L];
      System.arraycopy(x, at, padded, 0, end - at);
      sigmoid(padded, 0, L);
      System.arraycopy(padded, 0, x, at, end - at);
    }
  }

  /** The activations of a row of gates in place; blocks of {@code hidden} from {@code at}. */
  static void activate(float[] gates, int at, int hidden) {
    int f = at + hidden;
    int g = f + hidden;
    int o = g + hidden;
    int j = 0;
    for (; j <= hidden - L; j += L) {
      activate(
          FloatVector.fromArray(S, gates, at + j),
          FloatVector.fromArray(S, gates, f + j),
          FloatVector.fromArray(S, gates, g + j),
          FloatVector.fromArray(S, gates, o + j),
          FloatVector.broadcast(S, 1f),
          gates,
          at + j,
          hidden);
    }
    for (; j <= hidden - HALF_LENGTH; j += HALF_LENGTH) {
      activate(
          FloatVector.fromArray(HALF, gates, at + j),
          FloatVector.fromArray(HALF, gates, f + j),
          FloatVector.fromArray(HALF, gates, g + j),
          FloatVector.fromArray(HALF, gates, o + j),
          FloatVector.broadcast(HALF, 1f),
          gates,
          at + j,
          hidden);
    }
    for (; j < hidden; j++) {
      gates[at + j] = RationalTanh.sigmoid(gates[at + j]);
      gates[f + j] = RationalTanh.sigmoid(gates[f + j]);
      gates[g + j] = RationalTanh.tanh(gates[g + j]);
      gates[o + j] = RationalTanh.sigmoid(gates[o + j]);
    }
  }

  /** Four quotients by one division: 1/(ab·cd), times cd is 1/ab, times b is 1/a. */
  private static void activate(
      FloatVector i,
      FloatVector f,
      FloatVector g,
      FloatVector o,
      FloatVector one,
      float[] to,
      int at,
      int hidden) {
    FloatVector yi = clamp(i, SIGMOID_LIMIT);
    FloatVector yf = clamp(f, SIGMOID_LIMIT);
    FloatVector yg = clamp(g, LIMIT);
    FloatVector yo = clamp(o, SIGMOID_LIMIT);
    FloatVector zi = yi.mul(yi);
    FloatVector zf = yf.mul(yf);
    FloatVector zg = yg.mul(yg);
    FloatVector zo = yo.mul(yo);
    FloatVector qi = sigmoidDenominator(zi);
    FloatVector qf = sigmoidDenominator(zf);
    FloatVector qg = tanhDenominator(zg);
    FloatVector qo = sigmoidDenominator(zo);
    FloatVector first = qi.mul(qf);
    FloatVector second = qg.mul(qo);
    FloatVector inverse = one.div(first.mul(second));
    FloatVector inverseFirst = inverse.mul(second);
    FloatVector inverseSecond = inverse.mul(first);
    sigmoidNumerator(yi, zi).mul(inverseFirst.mul(qf)).add(0.5f).intoArray(to, at);
    sigmoidNumerator(yf, zf).mul(inverseFirst.mul(qi)).add(0.5f).intoArray(to, at + hidden);
    tanhNumerator(yg, zg).mul(inverseSecond.mul(qo)).intoArray(to, at + 2 * hidden);
    sigmoidNumerator(yo, zo).mul(inverseSecond.mul(qg)).add(0.5f).intoArray(to, at + 3 * hidden);
  }

  /** The cell, its tanh (null: not kept) and the output of a row, from its activations. */
  static void updateCell(
      float[] gates,
      int at,
      int hidden,
      float[] previous,
      int from,
      float[] cell,
      float[] cellTanh,
      int to,
      float[] output,
      int out) {
    int f = at + hidden;
    int g = f + hidden;
    int o = g + hidden;
    int j = 0;
    for (; j <= hidden - L; j += L) {
      FloatVector now =
          cell(
              FloatVector.fromArray(S, gates, at + j),
              FloatVector.fromArray(S, gates, f + j),
              FloatVector.fromArray(S, gates, g + j),
              FloatVector.fromArray(S, previous, from + j));
      now.intoArray(cell, to + j);
      FloatVector tanh = tanh(now);
      if (cellTanh != null) {
        tanh.intoArray(cellTanh, to + j);
      }
      tanh.mul(FloatVector.fromArray(S, gates, o + j)).intoArray(output, out + j);
    }
    for (; j <= hidden - HALF_LENGTH; j += HALF_LENGTH) {
      FloatVector now =
          cell(
              FloatVector.fromArray(HALF, gates, at + j),
              FloatVector.fromArray(HALF, gates, f + j),
              FloatVector.fromArray(HALF, gates, g + j),
              FloatVector.fromArray(HALF, previous, from + j));
      now.intoArray(cell, to + j);
      FloatVector tanh = tanh(now);
      if (cellTanh != null) {
        tanh.intoArray(cellTanh, to + j);
      }
      tanh.mul(FloatVector.fromArray(HALF, gates, o + j)).intoArray(output, out + j);
    }
    for (; j < hidden; j++) {
      float now = gates[f + j] * previous[from + j] + gates[at + j] * gates[g + j];
      float tanh = RationalTanh.tanh(now);
      cell[to + j] = now;
      if (cellTanh != null) {
        cellTanh[to + j] = tanh;
      }
      output[out + j] = gates[o + j] * tanh;
    }
  }

  /**
   * The gradients of a row's pre-activations in place of its activations, and dL/dc for the step
   * before in place of dL/dc'.
   */
  static void backward(
      float[] gates,
      int at,
      int hidden,
      float[] previous,
      int from,
      float[] cellTanh,
      int to,
      float[] outputGradient,
      int out,
      float[] cellGradient,
      int cellAt) {
    int f = at + hidden;
    int g = f + hidden;
    int o = g + hidden;
    int j = 0;
    for (; j <= hidden - L; j += L) {
      FloatVector vi = FloatVector.fromArray(S, gates, at + j);
      FloatVector vf = FloatVector.fromArray(S, gates, f + j);
      FloatVector vg = FloatVector.fromArray(S, gates, g + j);
      FloatVector vo = FloatVector.fromArray(S, gates, o + j);
      FloatVector tanh = FloatVector.fromArray(S, cellTanh, to + j);
      FloatVector dh = FloatVector.fromArray(S, outputGradient, out + j);
      FloatVector dho = dh.mul(vo);
      FloatVector dht = dh.mul(tanh);
      FloatVector dc =
          dho.sub(dht.mul(tanh).mul(vo)).add(FloatVector.fromArray(S, cellGradient, cellAt + j));
      FloatVector dci = dc.mul(vi);
      FloatVector dcf = dc.mul(vf);
      FloatVector dcig = dci.mul(vg);
      dcig.sub(dcig.mul(vi)).intoArray(gates, at + j);
      dcf.mul(FloatVector.fromArray(S, previous, from + j))
          .mul(FloatVector.broadcast(S, 1f).sub(vf))
          .intoArray(gates, f + j);
      dci.sub(dcig.mul(vg)).intoArray(gates, g + j);
      FloatVector dto = dht.mul(vo);
      dto.sub(dto.mul(vo)).intoArray(gates, o + j);
      dcf.intoArray(cellGradient, cellAt + j);
    }
    for (; j < hidden; j++) {
      float vi = gates[at + j];
      float vf = gates[f + j];
      float vg = gates[g + j];
      float vo = gates[o + j];
      float tanh = cellTanh[to + j];
      float dh = outputGradient[out + j];
      float dc = cellGradient[cellAt + j] + dh * vo * (1 - tanh * tanh);
      gates[at + j] = dc * vg * vi * (1 - vi);
      gates[f + j] = dc * previous[from + j] * vf * (1 - vf);
      gates[g + j] = dc * vi * (1 - vg * vg);
      gates[o + j] = dh * tanh * vo * (1 - vo);
      cellGradient[cellAt + j] = dc * vf;
    }
  }

  private static FloatVector cell(FloatVector i, FloatVector f, FloatVector g, FloatVector before) {
    return f.fma(before, i.mul(g));
  }

  private static FloatVector tanh(FloatVector x) {
    FloatVector y = clamp(x, LIMIT);
    FloatVector z = y.mul(y);
    return tanhNumerator(y, z).div(tanhDenominator(z));
  }

  private static FloatVector sigmoid(FloatVector x) {
    FloatVector y = clamp(x, SIGMOID_LIMIT);
    FloatVector z = y.mul(y);
    return sigmoidNumerator(y, z).div(sigmoidDenominator(z)).add(0.5f);
  }

  private static FloatVector clamp(FloatVector x, float limit) {
    return x.min(limit).max(-limit);
  }

  private static FloatVector tanhNumerator(FloatVector y, FloatVector z) {
    return z.fma(P4, P3).lanewise(FMA, z, P2).lanewise(FMA, z, P1).lanewise(FMA, z, P0).mul(y);
  }

  private static FloatVector tanhDenominator(FloatVector z) {
    return z.fma(Q3, Q2).lanewise(FMA, z, Q1).lanewise(FMA, z, 1f);
  }

  private static FloatVector sigmoidNumerator(FloatVector y, FloatVector z) {
    return z.fma(SIGMOID_P4, SIGMOID_P3)
        .lanewise(FMA, z, SIGMOID_P2)
        .lanewise(FMA, z, SIGMOID_P1)
        .lanewise(FMA, z, SIGMOID_P0)
        .mul(y);
  }

  private static FloatVector sigmoidDenominator(FloatVector z) {
    return z.fma(SIGMOID_Q3, SIGMOID_Q2).lanewise(FMA, z, SIGMOID_Q1).lanewise(FMA, z, 1f);
  }
}
