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

package org.sparkner.tags;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A distribution over the label sequences of a sentence that is a Markov chain, as that of a linear
 * chain CRF is. It is given by its expectations: the probability of each pair of labels of
 * neighbouring tokens, of which only the few are kept that matter; probabilities of a token's
 * labels follow from them. Takes about eight bytes a token where most tokens have one likely label.
 * Immutable.
 */
public final class PathDistribution implements Serializable {
  /** Stands for the label before the first token. */
  public static final int NONE = -1;

  private static final long serialVersionUID = 1L;

  /** Seven bits of a number that is written in as few bytes as it takes. */
  private static final int SEVEN_BITS = 0x7F;

  private final byte[] encoded;
  private final int size;

  /** Receives the pairs of a distribution. */
  public interface Pairs {
    /**
     * A pair that is kept.
     *
     * @param token of the second label, from 0
     * @param before label of the token before; {@link #NONE} at the first token
     * @param label of the token
     * @param probability that the two tokens bear these labels, above 0
     */
    void accept(int token, int before, int label, double probability);
  }

  private PathDistribution(byte[] encoded, int size) {
    this.encoded = encoded;
    this.size = size;
  }

  /** Takes the pairs of a distribution in the order of tokens, and of labels within a token. */
  public static final class Builder {
    private final PathChain chain;

    /**
     * @param labels above all label ids
     */
    public Builder(int labels) {
      chain = new PathChain(labels);
    }

    /**
     * Adds a pair that ends at the token at hand.
     *
     * @param before label of the token before, or {@link #NONE} at the first token
     * @param conditional probability of {@code label} given {@code before}
     */
    public Builder add(int before, int label, double conditional) {
      chain.add(before, label, conditional);
      return this;
    }

    /** Goes on to the next token. */
    public Builder endToken() {
      chain.endToken();
      return this;
    }

    /**
     * The distribution over the label sequences of the pairs that were added, and over no others:
     * each is as probable as the product of its conditional probabilities, divided by the sum of
     * all of these products.
     *
     * @return empty where no label sequence has a probability above 0
     */
    public Optional<PathDistribution> build() {
      return chain.distribution();
    }
  }

  /** Takes the pairs of a distribution that is known, which must agree with each other. */
  public static final class Expectations {
    private ByteBuffer all = ByteBuffer.allocate(256);
    private ByteBuffer token = ByteBuffer.allocate(64);
    private int pairs;
    private int tokens;

    /**
     * Adds a pair that ends at the token at hand.
     *
     * @param before label of the token before, or {@link #NONE} at the first token
     * @param probability of the pair; one of 0 is left out
     */
    public void add(int before, int label, float probability) {
      if (!(probability > 0)) {
        return;
      }
      token = with(token, 16);
      write(token, before + 1);
      write(token, label);
      token.putFloat(Math.min(1, probability));
      pairs++;
    }

    /** Goes on to the next token. */
    public void endToken() {
      all = with(all, token.position() + 8);
      write(all, pairs);
      all.put(token.array(), 0, token.position());
      token.clear();
      pairs = 0;
      tokens++;
    }

    /** The distribution of the tokens so far. */
    public PathDistribution distribution() {
      return new PathDistribution(Arrays.copyOf(all.array(), all.position()), tokens);
    }

    private static ByteBuffer with(ByteBuffer buffer, int more) {
      return buffer.remaining() >= more
          ? buffer
          : ByteBuffer.allocate(2 * buffer.capacity() + more).put(buffer.flip());
    }

    private static void write(ByteBuffer to, int number) {
      int rest = number;
      while (rest > SEVEN_BITS) {
        to.put((byte) ((rest & SEVEN_BITS) | (SEVEN_BITS + 1)));
        rest >>>= 7;
      }
      to.put((byte) rest);
    }
  }

  private static int read(ByteBuffer from) {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      int next = from.get();
      number |= (next & SEVEN_BITS) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  /** The distribution in which one label sequence is certain. */
  public static PathDistribution certain(int... path) {
    Expectations expectations = new Expectations();
    for (int t = 0; t < path.length; t++) {
      expectations.add(t == 0 ? NONE : path[t - 1], path[t], 1);
      expectations.endToken();
    }
    return expectations.distribution();
  }

  /**
   * What {@link #toBytes} gave.
   *
   * @param size tokens
   */
  public static PathDistribution of(byte[] bytes, int size) {
    return new PathDistribution(bytes.clone(), size);
  }

  /** All that there is to it, in a form of its own; equal for equal distributions. */
  public byte[] toBytes() {
    return encoded.clone();
  }

  /** Bytes that it takes besides those of an object and an array. */
  int bytes() {
    return encoded.length;
  }

  /** Tokens. */
  public int size() {
    return size;
  }

  /** Gives each pair, in the order of tokens. */
  public void forEach(Pairs pairs) {
    ByteBuffer from = ByteBuffer.wrap(encoded);
    for (int t = 0; t < size; t++) {
      for (int count = read(from); count > 0; count--) {
        int before = read(from) - 1;
        int label = read(from);
        pairs.accept(t, before, label, from.getFloat());
      }
    }
  }

  /**
   * The same distribution under other label ids.
   *
   * @param ids the new id of each label
   */
  public PathDistribution relabelled(int[] ids) {
    Expectations expectations = new Expectations();
    int[] at = {0};
    forEach(
        (token, before, label, probability) -> {
          for (; at[0] < token; at[0]++) {
            expectations.endToken();
          }
          expectations.add(before == NONE ? NONE : ids[before], ids[label], (float) probability);
        });
    expectations.endToken();
    return expectations.distribution();
  }

  /**
   * The distribution whose probabilities are these to the power of 1 / temperature, divided by
   * their sum, over the label sequences that this one knows: flatter above 1, more certain below.
   * It is exact, for such a power of a Markov chain is a Markov chain.
   *
   * @param temperature above 0
   * @return empty where all probabilities vanish
   */
  public Optional<PathDistribution> tempered(double temperature) {
    if (temperature == 1) {
      return Optional.of(this);
    }
    return rebuilt(
        0, size, (token, label) -> true, conditional -> Math.pow(conditional, 1 / temperature));
  }

  /**
   * The distribution over the labels of some tokens as a sentence by themselves.
   *
   * @param begin first token
   * @param end after the last token
   * @param labels whose sequences are legal; those that are not have no probability
   * @return empty where none is legal
   */
  public Optional<PathDistribution> part(int begin, int end, LabelSet labels) {
    return rebuilt(
        begin,
        end,
        (token, label) ->
            (token > begin || labels.mayBegin(label)) && (token < end - 1 || labels.mayEnd(label)),
        conditional -> conditional);
  }

  /** Which labels tokens may bear. */
  private interface Allowed {
    boolean test(int token, int label);
  }

  private Optional<PathDistribution> rebuilt(
      int begin, int end, Allowed allowed, DoubleUnaryOperator change) {
    int labels = labels();
    // [token][label before]: probability of the pairs that begin so
    double[] rows = new double[(end - begin) * (labels + 1)];
    double[] first = new double[labels];
    forEach(
        (token, before, label, probability) -> {
          if (token > begin && token < end) {
            rows[(token - begin) * (labels + 1) + before + 1] += probability;
          } else if (token == begin) {
            first[label] += probability;
          }
        });
    PathChain chain = new PathChain(labels);
    for (int label = 0; label < labels; label++) {
      if (first[label] > 0 && allowed.test(begin, label)) {
        chain.add(NONE, label, change.applyAsDouble(first[label]));
      }
    }
    chain.endToken();
    int[] at = {begin + 1};
    forEach(
        (token, before, label, probability) -> {
          if (token <= begin || token >= end) {
            return;
          }
          for (; at[0] < token; at[0]++) {
            chain.endToken();
          }
          if (allowed.test(token, label)) {
            double row = rows[(token - begin) * (labels + 1) + before + 1];
            chain.add(before, label, change.applyAsDouble(probability / row));
          }
        });
    if (end - begin > 1) {
      chain.endToken();
    }
    return chain.distribution();
  }

  /** Above all label ids. */
  private int labels() {
    int[] most = {0};
    forEach((token, before, label, probability) -> most[0] = Math.max(most[0], label + 1));
    return most[0];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathDistribution that
        && size == that.size
        && Arrays.equals(encoded, that.encoded);
  }

  @Override
  public int hashCode() {
    return 31 * size + Arrays.hashCode(encoded);
  }
}
