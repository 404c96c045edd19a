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
import static jdk.incubator.vector.VectorOperators.I2B;
import static org.sparkner.kernel.RationalTanh.LIMIT;
import static org.sparkner.kernel.RationalTanh.P0;
import static org.sparkner.kernel.RationalTanh.P1;
import static org.sparkner.kernel.RationalTanh.P2;
import static org.sparkner.kernel.RationalTanh.P3;
import static org.sparkner.kernel.RationalTanh.P4;
import static org.sparkner.kernel.RationalTanh.Q1;
import static org.sparkner.kernel.RationalTanh.Q2;
import static org.sparkner.kernel.RationalTanh.Q3;
import static org.sparkner.kernel.RationalTanh.SIGMOID_LIMIT;
import static org.sparkner.kernel.RationalTanh.SIGMOID_P0;
import static org.sparkner.kernel.RationalTanh.SIGMOID_P1;
import static org.sparkner.kernel.RationalTanh.SIGMOID_P2;
import static org.sparkner.kernel.RationalTanh.SIGMOID_P3;
import static org.sparkner.kernel.RationalTanh.SIGMOID_P4;
import static org.sparkner.kernel.RationalTanh.SIGMOID_Q1;
import static org.sparkner.kernel.RationalTanh.SIGMOID_Q2;
import static org.sparkner.kernel.RationalTanh.SIGMOID_Q3;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The elementwise part of an LSTM in vectors: {@link RationalTanh} and the cell update. Formulae
 * are written out where they are used: the compiler does not inline a method of vectors that it has
 * compiled before ("already compiled into a big method"), and a call boxes every vector.
 */
final class VectorGates {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(L * Byte.SIZE));

  private VectorGates() {}

  /** tanh of {@code length} values in place; whole vectors, and the rest through a padded copy. */
  static void tanh(float[] x, int offset, int length, float[] padded) {
    int whole = length - length % L;
    tanh(x, offset, whole);
    if (whole < length) {
      System.arraycopy(x, offset + whole, padded, 0, length - whole);
      tanh(padded, 0, L);
      System.arraycopy(padded, 0, x, offset + whole, length - whole);
    }
  }

  private static void tanh(float[] x, int offset, int length) {
    for (int at = offset; at < offset + length; at += L) {
      FloatVector y = FloatVector.fromArray(S, x, at).min(LIMIT).max(-LIMIT);
      FloatVector z = y.mul(y);
      FloatVector p =
          z.fma(P4, P3).lanewise(FMA, z, P2).lanewise(FMA, z, P1).lanewise(FMA, z, P0).mul(y);
      FloatVector q = z.fma(Q3, Q2).lanewise(FMA, z, Q1).lanewise(FMA, z, 1f);
      p.div(q).intoArray(x, at);
    }
  }

  /**
   * sigmoid of {@code length} values in place; whole vectors, and the rest through a padded copy.
   */
  static void sigmoid(float[] x, int offset, int length, float[] padded) {
    int whole = length - length % L;
    sigmoid(x, offset, whole);
    if (whole < length) {
      System.arraycopy(x, offset + whole, padded, 0, length - whole);
      sigmoid(padded, 0, L);
      System.arraycopy(padded, 0, x, offset + whole, length - whole);
    }
  }

  private static void sigmoid(float[] x, int offset, int length) {
    for (int at = offset; at < offset + length; at += L) {
      FloatVector y = FloatVector.fromArray(S, x, at).min(SIGMOID_LIMIT).max(-SIGMOID_LIMIT);
      FloatVector z = y.mul(y);
      FloatVector p =
          z.fma(SIGMOID_P4, SIGMOID_P3)
              .lanewise(FMA, z, SIGMOID_P2)
              .lanewise(FMA, z, SIGMOID_P1)
              .lanewise(FMA, z, SIGMOID_P0)
              .mul(y);
      FloatVector q =
          z.fma(SIGMOID_Q3, SIGMOID_Q2).lanewise(FMA, z, SIGMOID_Q1).lanewise(FMA, z, 1f);
      p.div(q).add(0.5f).intoArray(x, at);
    }
  }

  /**
   * The activations of a row of gates in place.
   *
   * @param padded scratch of four vectors
   */
  static void activate(float[] gates, int at, int hidden, float[] padded) {
    int rest = hidden % L;
    activate(gates, at, hidden, hidden - rest);
    if (rest > 0) {
      int tail = at + hidden - rest;
      for (int gate = 0; gate < 4; gate++) {
        System.arraycopy(gates, tail + gate * hidden, padded, gate * L, rest);
      }
      activate(padded, 0, L, L);
      for (int gate = 0; gate < 4; gate++) {
        System.arraycopy(padded, gate * L, gates, tail + gate * hidden, rest);
      }
    }
  }

  /**
   * Whole vectors of four gates that lie {@code stride} apart. Four quotients by one division:
   * 1/(ab·cd) times cd is 1/ab, times b is 1/a.
   */
  private static void activate(float[] gates, int at, int stride, int length) {
    int atF = at + stride;
    int atG = atF + stride;
    int atO = atG + stride;
    for (int j = 0; j < length; j += L) {
      FloatVector i =
          FloatVector.fromArray(S, gates, at + j).min(SIGMOID_LIMIT).max(-SIGMOID_LIMIT);
      FloatVector iSquare = i.mul(i);
      FloatVector iOver =
          iSquare
              .fma(SIGMOID_P4, SIGMOID_P3)
              .lanewise(FMA, iSquare, SIGMOID_P2)
              .lanewise(FMA, iSquare, SIGMOID_P1)
              .lanewise(FMA, iSquare, SIGMOID_P0)
              .mul(i);
      FloatVector iUnder =
          iSquare
              .fma(SIGMOID_Q3, SIGMOID_Q2)
              .lanewise(FMA, iSquare, SIGMOID_Q1)
              .lanewise(FMA, iSquare, 1f);
      FloatVector f =
          FloatVector.fromArray(S, gates, atF + j).min(SIGMOID_LIMIT).max(-SIGMOID_LIMIT);
      FloatVector fSquare = f.mul(f);
      FloatVector fOver =
          fSquare
              .fma(SIGMOID_P4, SIGMOID_P3)
              .lanewise(FMA, fSquare, SIGMOID_P2)
              .lanewise(FMA, fSquare, SIGMOID_P1)
              .lanewise(FMA, fSquare, SIGMOID_P0)
              .mul(f);
      FloatVector fUnder =
          fSquare
              .fma(SIGMOID_Q3, SIGMOID_Q2)
              .lanewise(FMA, fSquare, SIGMOID_Q1)
              .lanewise(FMA, fSquare, 1f);
      FloatVector g = FloatVector.fromArray(S, gates, atG + j).min(LIMIT).max(-LIMIT);
      FloatVector gSquare = g.mul(g);
      FloatVector gOver =
          gSquare
              .fma(P4, P3)
              .lanewise(FMA, gSquare, P2)
              .lanewise(FMA, gSquare, P1)
              .lanewise(FMA, gSquare, P0)
              .mul(g);
      FloatVector gUnder =
          gSquare.fma(Q3, Q2).lanewise(FMA, gSquare, Q1).lanewise(FMA, gSquare, 1f);
      FloatVector o =
          FloatVector.fromArray(S, gates, atO + j).min(SIGMOID_LIMIT).max(-SIGMOID_LIMIT);
      FloatVector oSquare = o.mul(o);
      FloatVector oOver =
          oSquare
              .fma(SIGMOID_P4, SIGMOID_P3)
              .lanewise(FMA, oSquare, SIGMOID_P2)
              .lanewise(FMA, oSquare, SIGMOID_P1)
              .lanewise(FMA, oSquare, SIGMOID_P0)
              .mul(o);
      FloatVector oUnder =
          oSquare
              .fma(SIGMOID_Q3, SIGMOID_Q2)
              .lanewise(FMA, oSquare, SIGMOID_Q1)
              .lanewise(FMA, oSquare, 1f);
      FloatVector underIf = iUnder.mul(fUnder);
      FloatVector underGo = gUnder.mul(oUnder);
      FloatVector inverse = FloatVector.broadcast(S, 1f).div(underIf.mul(underGo));
      FloatVector inverseIf = inverse.mul(underGo);
      FloatVector inverseGo = inverse.mul(underIf);
      iOver.mul(inverseIf.mul(fUnder)).add(0.5f).intoArray(gates, at + j);
      fOver.mul(inverseIf.mul(iUnder)).add(0.5f).intoArray(gates, atF + j);
      gOver.mul(inverseGo.mul(oUnder)).intoArray(gates, atG + j);
      oOver.mul(inverseGo.mul(gUnder)).add(0.5f).intoArray(gates, atO + j);
    }
  }

  /**
   * tanh(x + y), of at least two vectors, to another array. The last two vectors may go over values
   * that those before have written. Two quotients by one division: 1/(ab) times b is 1/a.
   */
  static void tanhOfSum(float[] x, int xAt, float[] y, int yAt, float[] to, int length) {
    // Each vector of constants is made once: every one that is made is a page of compiler nodes.
    FloatVector most = FloatVector.broadcast(S, LIMIT);
    FloatVector least = FloatVector.broadcast(S, -LIMIT);
    FloatVector p4 = FloatVector.broadcast(S, P4);
    FloatVector p3 = FloatVector.broadcast(S, P3);
    FloatVector p2 = FloatVector.broadcast(S, P2);
    FloatVector p1 = FloatVector.broadcast(S, P1);
    FloatVector p0 = FloatVector.broadcast(S, P0);
    FloatVector q3 = FloatVector.broadcast(S, Q3);
    FloatVector q2 = FloatVector.broadcast(S, Q2);
    FloatVector q1 = FloatVector.broadcast(S, Q1);
    FloatVector one = FloatVector.broadcast(S, 1f);
    for (int next = 0; next < length; next += 2 * L) {
      int j = Math.min(next, length - 2 * L);
      FloatVector u =
          FloatVector.fromArray(S, x, xAt + j)
              .add(FloatVector.fromArray(S, y, yAt + j))
              .min(most)
              .max(least);
      FloatVector uu = u.mul(u);
      FloatVector uOver = uu.fma(p4, p3).fma(uu, p2).fma(uu, p1).fma(uu, p0).mul(u);
      FloatVector uUnder = uu.fma(q3, q2).fma(uu, q1).fma(uu, one);
      FloatVector v =
          FloatVector.fromArray(S, x, xAt + j + L)
              .add(FloatVector.fromArray(S, y, yAt + j + L))
              .min(most)
              .max(least);
      FloatVector vv = v.mul(v);
      FloatVector vOver = vv.fma(p4, p3).fma(vv, p2).fma(vv, p1).fma(vv, p0).mul(v);
      FloatVector vUnder = vv.fma(q3, q2).fma(vv, q1).fma(vv, one);
      FloatVector inverse = one.div(uUnder.mul(vUnder));
      uOver.mul(inverse.mul(vUnder)).intoArray(to, j);
      vOver.mul(inverse.mul(uUnder)).intoArray(to, j + L);
    }
  }

  /**
   * The cell and the state of a row in place, from the tanh of its halved input, forget and output
   * gates and its candidate: σ(x) = 1/2 + tanh(x/2)/2. The last vector may go past the row's end,
   * of gates and of states.
   */
  static void stepCell(float[] tanhs, int hidden, float[] cells, float[] states, int at) {
    FloatVector half = FloatVector.broadcast(S, 0.5f);
    for (int j = 0; j < hidden; j += L) {
      FloatVector i = FloatVector.fromArray(S, tanhs, j).fma(half, half);
      FloatVector f = FloatVector.fromArray(S, tanhs, hidden + j).fma(half, half);
      FloatVector g = FloatVector.fromArray(S, tanhs, 2 * hidden + j);
      FloatVector o = FloatVector.fromArray(S, tanhs, 3 * hidden + j).fma(half, half);
      FloatVector now = f.fma(FloatVector.fromArray(S, cells, at + j), i.mul(g));
      now.intoArray(cells, at + j);
      FloatVector y = now.min(LIMIT).max(-LIMIT);
      FloatVector z = y.mul(y);
      FloatVector p =
          z.fma(P4, P3).lanewise(FMA, z, P2).lanewise(FMA, z, P1).lanewise(FMA, z, P0).mul(y);
      p.div(z.fma(Q3, Q2).lanewise(FMA, z, Q1).lanewise(FMA, z, 1f))
          .mul(o)
          .intoArray(states, at + j);
    }
  }

  /** See {@link Kernels#toSteps}; {@code length} is at least a vector. */
  static void toSteps(float[] values, int at, byte[] steps, int to, int length) {
    for (int next = 0; next < length; next += L) {
      int j = Math.min(next, length - L);
      FloatVector rounded =
          FloatVector.fromArray(S, values, at + j)
              .mul(Int8Weights.STEPS)
              .add(Int8Weights.ROUNDER + Int8Weights.ZERO_POINT);
      ((ByteVector) rounded.reinterpretAsInts().convertShape(I2B, BYTES, 0))
          .intoArray(steps, to + j);
    }
  }

  /**
   * The cell, its tanh and the output of a row, from its activations; where the tanh is not needed,
   * it may go where the output comes after it. The last vector goes over values that the one before
   * it has written, with the same result; {@code hidden} is at least a vector.
   */
  static void updateCell(
      float[] gates,
      int at,
      int hidden,
      float[] previous,
      int from,
      float[] cell,
      int to,
      float[] cellTanh,
      int tanhAt,
      float[] output,
      int out) {
    for (int next = 0; next < hidden; next += L) {
      int j = Math.min(next, hidden - L);
      FloatVector i = FloatVector.fromArray(S, gates, at + j);
      FloatVector f = FloatVector.fromArray(S, gates, at + hidden + j);
      FloatVector g = FloatVector.fromArray(S, gates, at + 2 * hidden + j);
      FloatVector now = f.fma(FloatVector.fromArray(S, previous, from + j), i.mul(g));
      now.intoArray(cell, to + j);
      FloatVector y = now.min(LIMIT).max(-LIMIT);
      FloatVector z = y.mul(y);
      FloatVector p =
          z.fma(P4, P3).lanewise(FMA, z, P2).lanewise(FMA, z, P1).lanewise(FMA, z, P0).mul(y);
      FloatVector tanh = p.div(z.fma(Q3, Q2).lanewise(FMA, z, Q1).lanewise(FMA, z, 1f));
      tanh.intoArray(cellTanh, tanhAt + j);
      tanh.mul(FloatVector.fromArray(S, gates, at + 3 * hidden + j)).intoArray(output, out + j);
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
}
