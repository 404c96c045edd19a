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

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where the tokens of a padded batch stand in packed matrices without padding: one row a token,
 * either time-major with the longest sentences first, so that step t is a block of {@link #active}
 * rows that begins at {@link #start}, or sentence by sentence.
 */
public final class TokenLayout {
  private final int[] lengths;
  private final int[] order;
  private final int[] rank;
  private final int[] active;
  private final int[] start;
  private final int[] sentenceStart;
  private final int paddedLength;
  private final int tokens;

  private TokenLayout(int[] lengths, int paddedLength) {
    this.lengths = lengths;
    this.paddedLength = paddedLength;
    this.order =
        IntStream.range(0, lengths.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -lengths[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.rank = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
    int steps = lengths[order[0]];
    this.active = new int[steps];
    this.start = new int[steps];
    int rows = 0;
    for (int t = 0; t < steps; t++) {
      start[t] = rows;
      int count = 0;
      while (count < order.length && lengths[order[count]] > t) {
        count++;
      }
      active[t] = count;
      rows += count;
    }
    this.tokens = rows;
    this.sentenceStart = new int[lengths.length];
    for (int i = 1; i < lengths.length; i++) {
      sentenceStart[i] = sentenceStart[i - 1] + lengths[i - 1];
    }
  }

  /**
   * The layout of a batch.
   *
   * @param mask [batch × T] of ones, then zeros; null where no sentence is padded
   */
  static TokenLayout of(INDArray mask, int batch, int paddedLength) {
    int[] lengths = new int[batch];
    Arrays.fill(lengths, paddedLength);
    if (mask != null) {
      for (int i = 0; i < batch; i++) {
        lengths[i] = length(mask, i);
      }
    }
    return new TokenLayout(lengths, paddedLength);
  }

  /** The layout of sequences of these lengths, each at least 1. */
  public static TokenLayout of(int[] lengths) {
    return new TokenLayout(lengths, Arrays.stream(lengths).max().orElseThrow());
  }

  private static int length(INDArray mask, int sentence) {
    int length = 0;
    int steps = (int) mask.size(1);
    while (length < steps && mask.getDouble(sentence, length) != 0) {
      length++;
    }
    for (int t = length; t < steps; t++) {
      if (mask.getDouble(sentence, t) != 0) {
        throw new IllegalArgumentException(
            "A mask needs ones, then zeros; row "
                + sentence
                + " has a gap at step "
                + length
                + ".");
      }
    }
    if (length == 0) {
      throw new IllegalArgumentException("Sentence " + sentence + " of the batch is empty.");
    }
    return length;
  }

  /** Sentences of the batch. */
  public int sentences() {
    return lengths.length;
  }

  /** Tokens of a sentence. */
  public int length(int sentence) {
    return lengths[sentence];
  }

  /** Rows of the packed matrices. */
  public int tokens() {
    return tokens;
  }

  /** Tokens of the longest sentence. */
  public int steps() {
    return active.length;
  }

  /** Sentences that have a token at step t. */
  public int active(int step) {
    return active[step];
  }

  /** First row of step t. */
  public int start(int step) {
    return start[step];
  }

  /** Row of a sentence's token, where rows are time-major. */
  public int row(int sentence, int step) {
    return start[step] + rank[sentence];
  }

  /** First row of a sentence, where rows are sentence by sentence. */
  public int sentenceStart(int sentence) {
    return sentenceStart[sentence];
  }

  /**
   * Packs [batch × size × T] to time-major rows of {@code size}.
   *
   * @param into where there is room enough in it; may be null
   */
  <A> A packByTime(Arithmetic<A, ?> arithmetic, A padded, int size, A into) {
    A packed = arithmetic.room(into, tokens * size);
    for (int t = 0; t < active.length; t++) {
      for (int r = 0; r < active[t]; r++) {
        gather(arithmetic, padded, order[r], t, size, packed, (start[t] + r) * size);
      }
    }
    return packed;
  }

  /**
   * The inverse of {@link #packByTime}; padding becomes zero.
   *
   * @param into where there is room enough in it; may be null
   */
  <A> A padByTime(Arithmetic<A, ?> arithmetic, A packed, int size, A into) {
    A padded = padding(arithmetic, size, into);
    for (int t = 0; t < active.length; t++) {
      for (int r = 0; r < active[t]; r++) {
        scatter(arithmetic, packed, (start[t] + r) * size, size, padded, order[r], t);
      }
    }
    return padded;
  }

  /**
   * Packs [batch × size × T] to rows of {@code size}, sentence by sentence.
   *
   * @param into where there is room enough in it; may be null
   */
  <A> A packBySentence(Arithmetic<A, ?> arithmetic, A padded, int size, A into) {
    A packed = arithmetic.room(into, tokens * size);
    for (int i = 0; i < lengths.length; i++) {
      for (int t = 0; t < lengths[i]; t++) {
        gather(arithmetic, padded, i, t, size, packed, (sentenceStart[i] + t) * size);
      }
    }
    return packed;
  }

  /**
   * The inverse of {@link #packBySentence}; padding becomes zero.
   *
   * @param into where there is room enough in it; may be null
   */
  <A> A padBySentence(Arithmetic<A, ?> arithmetic, A packed, int size, A into) {
    A padded = padding(arithmetic, size, into);
    for (int i = 0; i < lengths.length; i++) {
      for (int t = 0; t < lengths[i]; t++) {
        scatter(arithmetic, packed, (sentenceStart[i] + t) * size, size, padded, i, t);
      }
    }
    return padded;
  }

  private <A> A padding(Arithmetic<A, ?> arithmetic, int size, A into) {
    int places = lengths.length * paddedLength;
    return tokens == places
        ? arithmetic.room(into, places * size)
        : arithmetic.zeros(into, places * size);
  }

  private <A> void gather(
      Arithmetic<A, ?> arithmetic, A padded, int sentence, int step, int size, A packed, int at) {
    int from = sentence * size * paddedLength + step;
    for (int j = 0; j < size; j++) {
      arithmetic.set(packed, at + j, arithmetic.get(padded, from + j * paddedLength));
    }
  }

  private <A> void scatter(
      Arithmetic<A, ?> arithmetic, A packed, int at, int size, A padded, int sentence, int step) {
    int to = sentence * size * paddedLength + step;
    for (int j = 0; j < size; j++) {
      arithmetic.set(padded, to + j * paddedLength, arithmetic.get(packed, at + j));
    }
  }
}
