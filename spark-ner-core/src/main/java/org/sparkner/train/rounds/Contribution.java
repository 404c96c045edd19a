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

import java.util.Arrays;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.Learner;

/**
 * What one worker, or several together, bring home from a round: the mean of their parameters, of
 * the optimiser's state, of changed rows and of the encoder that learns, weighted by the tokens
 * seen. A single one's numbers stay as they are to the last bit. Means depend on the order in which
 * contributions are added in the last bits, so it should always be that of the workers.
 */
public final class Contribution {
  /**
   * What was trained on.
   *
   * @param sentences trained on
   * @param tokens trained on
   * @param loss sum over the sentences, in nats
   * @param fingerprint sum over the sentences
   */
  record Counts(long sentences, long tokens, double loss, long fingerprint) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(IndexedShard shard, int[] batch, double loss) {
      Counts sum = new Counts(sentences, tokens, this.loss + loss, fingerprint);
      for (int place : batch) {
        sum =
            new Counts(
                sum.sentences + 1,
                sum.tokens + shard.length(place),
                sum.loss,
                sum.fingerprint + shard.fingerprint(place));
      }
      return sum;
    }

    Counts plus(Counts other) {
      return new Counts(
          sentences + other.sentences,
          tokens + other.tokens,
          loss + other.loss,
          fingerprint + other.fingerprint);
    }
  }

  private Counts counts;
  private boolean changes;
  private float[] parameters;
  private float[] state;
  private RowBlock rows;
  private long[] rowTokens;
  private EncoderPart encoder = EncoderPart.NONE;
  private double computeSeconds;
  private double handlingSeconds;

  /**
   * @param changes whether all numbers are differences to the round's beginning, which are sent as
   *     16-bit floats
   */
  Contribution(Counts counts, boolean changes, float[] parameters, float[] state, RowBlock rows) {
    this(counts, changes, parameters, state, rows, new long[rows.size()]);
    Arrays.fill(rowTokens, counts.tokens());
  }

  private Contribution(
      Counts counts,
      boolean changes,
      float[] parameters,
      float[] state,
      RowBlock rows,
      long[] rowTokens) {
    this.counts = counts;
    this.changes = changes;
    this.parameters = parameters;
    this.state = state;
    this.rows = rows;
    this.rowTokens = rowTokens;
  }

  /** Of a worker that had no batch left; to add others to. */
  public static Contribution nothing() {
    return new Contribution(
        Counts.NONE, false, new float[0], new float[0], RowBlock.ofSize(0, 0, 0));
  }

  Contribution withEncoder(EncoderPart part) {
    encoder = part;
    return this;
  }

  /** What an encoder has learned; none if none learns. */
  EncoderPart encoder() {
    return encoder;
  }

  Contribution withSeconds(double compute, double handling) {
    computeSeconds = compute;
    handlingSeconds = handling;
    return this;
  }

  /** Whether all numbers are differences to the round's beginning. */
  boolean changes() {
    return changes;
  }

  Counts counts() {
    return counts;
  }

  /** Tokens seen, the weight in a mean; 0 if there is nothing else either. */
  public long tokens() {
    return counts.tokens();
  }

  /** Mean parameters without the word vectors, not copied; none if they travel apart. */
  public float[] parameters() {
    return parameters;
  }

  /** Mean state of {@link #parameters} in the optimiser, not copied. */
  public float[] state() {
    return state;
  }

  /**
   * All else of this with other dense parts: with empty ones, what is to travel beside them, and
   * with them, what it was before.
   */
  public Contribution withDense(float[] parameters, float[] state) {
    return new Contribution(counts, changes, parameters, state, rows, rowTokens)
        .withEncoder(encoder)
        .withSeconds(computeSeconds, handlingSeconds);
  }

  RowBlock rows() {
    return rows;
  }

  /** Tokens seen by the workers that changed a row, for each of {@link #rows}. */
  long[] rowTokens() {
    return rowTokens;
  }

  /** Seconds of the steps, of the slowest worker. */
  public double computeSeconds() {
    return computeSeconds;
  }

  /** Seconds of reading the state and writing the contribution, of the slowest worker. */
  public double handlingSeconds() {
    return handlingSeconds;
  }

  /** Turns differences to a learner, which is still at the round's beginning, into its numbers. */
  void addTo(Learner beginning) {
    addTo(parameters, beginning.parameters());
    addTo(state, beginning.optimiser().state());
    RowBlock before = RowBlock.copyOf(rows.rows(), beginning.words(), beginning.optimiser());
    for (int i = 0; i < rows.size(); i++) {
      rows.add(1, before, i, i);
    }
    changes = false;
  }

  private static void addTo(float[] changes, float[] beginning) {
    for (int i = 0; i < changes.length; i++) {
      changes[i] += beginning[i];
    }
  }

  /** Takes another contribution to the same round into this one. */
  public void add(Contribution other) {
    computeSeconds = Math.max(computeSeconds, other.computeSeconds);
    handlingSeconds = Math.max(handlingSeconds, other.handlingSeconds);
    if (other.counts.tokens() == 0) {
      return;
    }
    if (counts.tokens() == 0) {
      counts = other.counts;
      changes = other.changes;
      parameters = other.parameters;
      state = other.state;
      rows = other.rows;
      rowTokens = other.rowTokens;
      encoder = other.encoder;
      return;
    }
    Counts sum = counts.plus(other.counts);
    float share = (float) ((double) other.counts.tokens() / sum.tokens());
    approach(parameters, other.parameters, share);
    approach(state, other.state, share);
    approach(encoder.values(), other.encoder.values(), share);
    addRows(other);
    counts = sum;
  }

  private static void approach(float[] mean, float[] other, float share) {
    for (int i = 0; i < mean.length; i++) {
      mean[i] += (other[i] - mean[i]) * share;
    }
  }

  /** Merges two ascending lists of rows. */
  private void addRows(Contribution other) {
    RowBlock merged =
        RowBlock.ofSize(
            union(rows.rows(), other.rows.rows()),
            Math.max(rows.dimension(), other.rows.dimension()),
            Math.max(rows.rowState(), other.rows.rowState()));
    long[] tokens = new long[merged.size()];
    int a = 0;
    int b = 0;
    for (int i = 0; i < tokens.length; i++) {
      boolean inThis = a < rows.size() && (b == other.rows.size() || precedes(rows, a, other, b));
      boolean inOther =
          b < other.rows.size() && (!inThis || rows.rows()[a] == other.rows.rows()[b]);
      if (inThis && inOther) {
        tokens[i] = rowTokens[a] + other.rowTokens[b];
        float share = (float) ((double) other.rowTokens[b] / tokens[i]);
        merged.copyFrom(i, rows, a);
        merged.approach(i, other.rows, b, share);
      } else if (inThis) {
        tokens[i] = rowTokens[a];
        merged.copyFrom(i, rows, a);
      } else {
        tokens[i] = other.rowTokens[b];
        merged.copyFrom(i, other.rows, b);
      }
      a += inThis ? 1 : 0;
      b += inOther ? 1 : 0;
    }
    rows = merged;
    rowTokens = tokens;
  }

  private static boolean precedes(RowBlock rows, int a, Contribution other, int b) {
    return rows.rows()[a] <= other.rows.rows()[b];
  }

  private static int union(int[] a, int[] b) {
    int both = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      int order = Integer.compare(a[i], b[j]);
      both += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return a.length + b.length - both;
  }

  /** As a block to send. */
  public byte[] toBytes() {
    long dense =
        changes
            ? (long) HalfFloats.bytes(parameters.length) + HalfFloats.bytes(state.length)
            : 4L * (parameters.length + (long) state.length);
    BlockOutput out =
        new BlockOutput(
            Math.toIntExact(
                6L * Long.BYTES
                    + 3L * Integer.BYTES
                    + dense
                    + rows.bytes(changes)
                    + 8L * rowTokens.length
                    + encoder.bytes()));
    out.putLong(counts.sentences());
    out.putLong(counts.tokens());
    out.putDouble(counts.loss());
    out.putLong(counts.fingerprint());
    out.putDouble(computeSeconds);
    out.putDouble(handlingSeconds);
    out.putInt(changes ? 1 : 0);
    out.putInt(parameters.length);
    out.putInt(state.length);
    out.putFloats(parameters, changes);
    out.putFloats(state, changes);
    rows.write(out, changes);
    out.putLongs(rowTokens);
    encoder.write(out);
    return out.toBytes();
  }

  /** Reads what {@link #toBytes} wrote. */
  public static Contribution fromBytes(byte[] bytes) {
    BlockInput in = new BlockInput(bytes);
    Counts counts = new Counts(in.getLong(), in.getLong(), in.getDouble(), in.getLong());
    double compute = in.getDouble();
    double handling = in.getDouble();
    boolean changes = in.getInt() == 1;
    int count = in.getInt();
    int states = in.getInt();
    float[] parameters = in.getFloats(count, changes);
    float[] state = in.getFloats(states, changes);
    RowBlock rows = RowBlock.read(in, changes);
    long[] rowTokens = in.getLongs(rows.size());
    return new Contribution(counts, changes, parameters, state, rows, rowTokens)
        .withEncoder(EncoderPart.read(in))
        .withSeconds(compute, handling);
  }
}
