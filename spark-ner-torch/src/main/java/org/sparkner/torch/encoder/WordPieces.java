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

package org.sparkner.torch.encoder;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.sparkner.pretrained.EncoderWeights;
import org.sparkner.torch.HostArrays;
import org.sparkner.torch.TorchDevice;

/**
 * The vectors of an encoder's word pieces. A batch has a few hundred of the tens or hundreds of
 * thousands, so only their rows have gradients. A row that no batch touches gets what AdamW would
 * have given it when it is next read: see {@link Coasting}. The optimiser's averages are kept for
 * rows that were touched at least once.
 */
final class WordPieces implements AutoCloseable {
  /** Rows that are copied at once. */
  private static final int PART = 1 << 14;

  private static final int UNTOUCHED = -1;

  /** Gradients of some rows. */
  private record Gradient(long[] pieces, Tensor rows) {}

  private final TorchDevice device;
  private final LayerRates rates;
  private final boolean learns;
  private final int count;
  private final int dimension;
  private final HeldTensors held = new HeldTensors();
  private final HeldTensors pending = new HeldTensors();
  private final List<Gradient> gradients = new ArrayList<>();
  private final Tensor values;
  private final Coasting coasting;

  /** Of each piece its row among the averages, or {@link #UNTOUCHED}. */
  private final int[] places;

  /** Of each piece the step after which its row is as it stands. */
  private final int[] current;

  private HeldTensors heldAverages = new HeldTensors();
  private Tensor mean;
  private Tensor variance;
  private int touched;

  /** Copies the vectors to the device. */
  WordPieces(EncoderWeights weights, LayerRates rates, TorchDevice device) {
    this.device = device;
    this.rates = rates;
    this.learns = rates.learns(0);
    int[] shape = weights.shape(EncoderWeights.WORDS);
    this.count = shape[0];
    this.dimension = shape[1];
    this.coasting = new Coasting(rates.tuning().weightDecay());
    this.places = new int[learns ? count : 0];
    Arrays.fill(places, UNTOUCHED);
    this.current = new int[places.length];
    try (PointerScope scope = new PointerScope()) {
      values =
          held.hold(
              HostArrays.toDevice(weights.values(EncoderWeights.WORDS), device, count, dimension));
      if (learns) {
        grow(1 << 10);
      }
    }
  }

  /** Values that learn. */
  int count() {
    return learns ? Math.multiplyExact(count, dimension) : 0;
  }

  /**
   * The vectors of pieces [pieces × dimension], as a leaf of autograd where they learn.
   *
   * @param pieces distinct, ascending
   */
  Tensor rows(long[] pieces) {
    Tensor rows = indices(pieces);
    if (!learns) {
      return values.index_select(0, rows);
    }
    catchUp(pieces, rows);
    Tensor leaf = values.index_select(0, rows);
    leaf.set_requires_grad(true);
    return leaf;
  }

  /** Keeps the gradients of {@link #rows} for the next step, beyond the life of those rows. */
  void add(long[] pieces, Tensor gradient) {
    if (learns && gradient.defined()) {
      gradients.add(new Gradient(pieces, pending.hold(new Tensor(gradient))));
    }
  }

  /** Brings rows to what they are after the last step. */
  private void catchUp(long[] pieces, Tensor rows) {
    Coasted coasted = coasted(pieces, rows);
    values.index_copy_(0, rows, coasted.values());
    if (coasted.mean() != null) {
      mean.index_copy_(0, coasted.places(), coasted.mean());
      variance.index_copy_(0, coasted.places(), coasted.variance());
    }
    for (long piece : pieces) {
      current[(int) piece] = coasting.steps();
    }
  }

  /**
   * Rows as they are after the last step.
   *
   * @param mean of those that were touched before; null where none was
   */
  private record Coasted(Tensor values, Tensor places, Tensor mean, Tensor variance) {}

  private Coasted coasted(long[] pieces, Tensor rows) {
    Map<Integer, Coasting.Factors> known = new HashMap<>();
    Coasting.Factors[] factors = new Coasting.Factors[pieces.length];
    for (int i = 0; i < pieces.length; i++) {
      factors[i] = known.computeIfAbsent(current[(int) pieces[i]], coasting::since);
    }
    Tensor moved = values.index_select(0, rows).mul_(column(factors, Coasting.Factors::decay));
    int[] with =
        IntStream.range(0, pieces.length)
            .filter(i -> places[(int) pieces[i]] != UNTOUCHED)
            .toArray();
    if (with.length == 0) {
      return new Coasted(moved, null, null, null);
    }
    Coasting.Factors[] of = new Coasting.Factors[with.length];
    Arrays.setAll(of, i -> factors[with[i]]);
    Tensor among = indices(Arrays.stream(with).asLongStream().toArray());
    Tensor averages =
        indices(Arrays.stream(with).mapToLong(i -> places[(int) pieces[i]]).toArray());
    Tensor rowMean = mean.index_select(0, averages);
    Tensor rowVariance = variance.index_select(0, averages);
    Tensor move =
        rowMean
            .div(rowVariance.sqrt().add_(column(of, Coasting.Factors::epsilon)))
            .mul_(column(of, Coasting.Factors::move));
    moved.index_add_(0, among, move, new Scalar(-1.0));
    return new Coasted(
        moved,
        averages,
        rowMean.mul_(column(of, Coasting.Factors::mean)),
        rowVariance.mul_(column(of, Coasting.Factors::variance)));
  }

  private Tensor indices(long[] values) {
    return HostArrays.toDevice(values, device, values.length);
  }

  private Tensor column(Coasting.Factors[] factors, ToDoubleFunction<Coasting.Factors> of) {
    float[] column = new float[factors.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = (float) of.applyAsDouble(factors[i]);
    }
    return HostArrays.toDevice(column, device, column.length, 1);
  }

  /** The squared norm of the gradients, on the device. */
  Tensor squaredNorm() {
    Gradient gradient = merged();
    return gradient == null
        ? torch.zeros(new long[0], device.options(ScalarType.Float))
        : gradient.rows().square().sum();
  }

  /** The gradients as one, with a row for each piece. */
  private Gradient merged() {
    if (gradients.size() > 1) {
      long[] pieces =
          gradients.stream()
              .flatMapToLong(each -> Arrays.stream(each.pieces()))
              .distinct()
              .sorted()
              .toArray();
      Tensor sum =
          torch.zeros(new long[] {pieces.length, dimension}, device.options(ScalarType.Float));
      for (Gradient each : gradients) {
        long[] among =
            Arrays.stream(each.pieces()).map(p -> Arrays.binarySearch(pieces, p)).toArray();
        sum.index_add_(0, indices(among), each.rows());
      }
      clearGradients();
      gradients.add(new Gradient(pieces, pending.hold(sum)));
    }
    return gradients.isEmpty() ? null : gradients.get(0);
  }

  /**
   * One step of AdamW.
   *
   * @param rate of the uppermost layer
   * @param divisor of the gradients
   * @param step its number from 1
   */
  void step(AdamW optimiser, double rate, double divisor, long step) {
    if (!learns) {
      return;
    }
    double own = rate * rates.factor(0);
    try (PointerScope scope = new PointerScope()) {
      Gradient gradient = merged();
      if (gradient != null) {
        Tensor rows = indices(gradient.pieces());
        catchUp(gradient.pieces(), rows);
        Tensor averages = indices(touch(gradient.pieces()));
        AdamW.State state =
            new AdamW.State(
                values.index_select(0, rows),
                gradient.rows(),
                mean.index_select(0, averages),
                variance.index_select(0, averages));
        optimiser.step(List.of(state), own, rates.tuning().weightDecay(), divisor, step);
        values.index_copy_(0, rows, state.parameters());
        mean.index_copy_(0, averages, state.mean());
        variance.index_copy_(0, averages, state.variance());
      }
      coasting.add(own);
      if (gradient != null) {
        for (long piece : gradient.pieces()) {
          current[(int) piece] = coasting.steps();
        }
      }
    }
  }

  /** Rows among the averages, new ones for pieces that had none. */
  private long[] touch(long[] pieces) {
    long[] found = new long[pieces.length];
    for (int i = 0; i < pieces.length; i++) {
      int piece = (int) pieces[i];
      if (places[piece] == UNTOUCHED) {
        places[piece] = touched++;
      }
      found[i] = places[piece];
    }
    if (touched > mean.size(0)) {
      grow(Math.min(count, 2 * touched));
    }
    return found;
  }

  private void grow(int rows) {
    HeldTensors grown = new HeldTensors();
    Tensor newMean = grown.hold(grown(mean, rows));
    Tensor newVariance = grown.hold(grown(variance, rows));
    heldAverages.close();
    heldAverages = grown;
    mean = newMean;
    variance = newVariance;
  }

  private Tensor grown(Tensor old, int rows) {
    Tensor tensor = torch.zeros(new long[] {rows, dimension}, device.options(ScalarType.Float));
    if (old != null) {
      tensor.narrow(0, 0, old.size(0)).copy_(old);
    }
    return tensor;
  }

  void clearGradients() {
    gradients.clear();
    pending.close();
  }

  /** Copies all vectors as they are after the last step into an array. */
  void copyTo(float[] into, int offset) {
    for (int begin = 0; learns && begin < count; begin += PART) {
      long[] pieces = pieces(begin);
      try (PointerScope scope = new PointerScope()) {
        Tensor now = coasted(pieces, indices(pieces)).values();
        HostArrays.toHost(now, into, offset + begin * dimension);
      }
    }
  }

  private long[] pieces(int begin) {
    return LongStream.range(begin, Math.min(count, begin + PART)).toArray();
  }

  /** Takes all vectors from an array, as they are to be after the last step. */
  void copyFrom(float[] from, int offset) {
    for (int begin = 0; learns && begin < count; begin += PART) {
      long[] pieces = pieces(begin);
      int at = offset + begin * dimension;
      try (PointerScope scope = new PointerScope()) {
        Tensor rows = indices(pieces);
        catchUp(pieces, rows);
        float[] part = Arrays.copyOfRange(from, at, at + pieces.length * dimension);
        values.index_copy_(0, rows, HostArrays.toDevice(part, device, pieces.length, dimension));
      }
    }
  }

  /** All vectors, row-major. */
  float[] learned() {
    float[] all = new float[count()];
    copyTo(all, 0);
    return all;
  }

  boolean learns() {
    return learns;
  }

  void write(DataOutputStream out) throws IOException {
    if (!learns) {
      return;
    }
    coasting.write(out);
    out.writeInt(touched);
    for (int piece = 0; piece < count; piece++) {
      out.writeInt(places[piece]);
      out.writeInt(current[piece]);
    }
    try (PointerScope scope = new PointerScope()) {
      TensorStream.write(values.view(-1), out);
      TensorStream.write(mean.narrow(0, 0, touched).reshape(-1), out);
      TensorStream.write(variance.narrow(0, 0, touched).reshape(-1), out);
    }
  }

  void read(DataInputStream in) throws IOException {
    if (!learns) {
      return;
    }
    coasting.read(in);
    touched = in.readInt();
    for (int piece = 0; piece < count; piece++) {
      places[piece] = in.readInt();
      current[piece] = in.readInt();
    }
    try (PointerScope scope = new PointerScope()) {
      grow(Math.max((int) mean.size(0), touched));
      TensorStream.read(values.view(-1), device, in);
      TensorStream.read(mean.narrow(0, 0, touched).view(-1), device, in);
      TensorStream.read(variance.narrow(0, 0, touched).view(-1), device, in);
    }
  }

  @Override
  public void close() {
    clearGradients();
    heldAverages.close();
    held.close();
  }
}
