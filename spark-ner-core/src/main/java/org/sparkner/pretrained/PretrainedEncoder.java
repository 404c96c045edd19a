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

package org.sparkner.pretrained;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.List;
import org.sparkner.text.Context;

/**
 * A pretrained transformer encoder, which gives each token of a sentence a vector that depends on
 * the others: that of the token's first word piece (Devlin et al. 2019, section 5.3). Its weights
 * are never trained here. Safe for many threads; one sentence is computed on the calling thread,
 * and what it gets does not depend on the sentences before, to the bit.
 *
 * <p>The graph is loaded when the first sentence is encoded or {@link #open} is called, so that a
 * program that only hands an encoder on needs no ONNX Runtime.
 */
public final class PretrainedEncoder {
  /** Bytes that a kept token takes besides its vector, about. */
  private static final int TOKEN_BYTES = 80;

  private final ContextualVectors vectors;
  private final EncoderFiles files;
  private final String location;
  private final Cache<List<String>, float[][]> kept;
  private volatile Opened opened;

  private record Opened(OnnxGraph graph, PieceTokenizer tokenizer) {}

  /**
   * An encoder of its files.
   *
   * @param location for messages
   * @param cacheBytes memory for the vectors of sentences that come again, about
   */
  public PretrainedEncoder(
      ContextualVectors vectors, EncoderFiles files, String location, long cacheBytes) {
    this.vectors = vectors;
    this.files = files;
    this.location = location;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(cacheBytes)
            .weigher((List<String> tokens, float[][] values) -> bytes(values.length))
            .build();
  }

  private int bytes(int tokens) {
    long bytes = (tokens + 1L) * (TOKEN_BYTES + (long) Float.BYTES * vectors.dimension());
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }

  /** The same encoder that keeps others' vectors: in so many bytes, about; 0 keeps none. */
  public PretrainedEncoder withCache(long cacheBytes) {
    return new PretrainedEncoder(vectors, files, location, cacheBytes);
  }

  /** Which vectors it gives. */
  public ContextualVectors vectors() {
    return vectors;
  }

  /** The files that it is. */
  public EncoderFiles files() {
    return files;
  }

  /** 64 hexadecimal digits, equal for equal files. */
  public String fingerprint() {
    return files.fingerprint();
  }

  /**
   * Loads the graph and the tokenizer.
   *
   * @throws org.sparkner.error.UsageException if a library for them is not on the class path
   * @throws org.sparkner.error.BadModelException if the files are none of an encoder
   */
  public void open() {
    opened();
  }

  private Opened opened() {
    if (opened == null) {
      synchronized (this) {
        if (opened == null) {
          OnnxLibrary.require();
          PieceLibrary.require();
          PretrainedEncoderFault fault = new PretrainedEncoderFault(location);
          opened =
              new Opened(
                  OnnxGraph.open(files.graph(), fault),
                  PieceTokenizer.open(files.tokenizer(), fault));
        }
      }
    }
    return opened;
  }

  /**
   * The vectors of a sentence's tokens, [token][dimension]; not to be written. Where {@link
   * ContextualVectors#wholeDocument} says so, what is read is all of the context.
   *
   * @param length tokens of the sentence
   */
  public float[][] encode(Context context, int length) {
    int end = context.begin() + length;
    return vectors.wholeDocument()
        ? Arrays.copyOfRange(encode(context.tokens()), context.begin(), end)
        : encode(context.tokens().subList(context.begin(), end));
  }

  /**
   * The vectors of all tokens of a sentence or a document, [token][dimension]; not to be written.
   * What has more pieces than the encoder reads at once is read in windows that overlap.
   */
  public float[][] encode(List<String> tokens) {
    List<String> sentence = List.copyOf(tokens);
    float[][] found = kept.getIfPresent(sentence);
    if (found == null) {
      found = compute(sentence);
      kept.put(sentence, found);
    }
    return found;
  }

  private float[][] compute(List<String> tokens) {
    int capacity = vectors.positions() - 2;
    int most = Window.shared(capacity);
    int[][] pieces = opened().tokenizer().pieces(tokens);
    for (int t = 0; t < pieces.length; t++) {
      pieces[t] = pieces[t].length <= most ? pieces[t] : Arrays.copyOf(pieces[t], most);
    }
    int[] counts = Arrays.stream(pieces).mapToInt(ofToken -> ofToken.length).toArray();
    float[][] found = new float[pieces.length][];
    for (Window window : Window.over(counts, capacity)) {
      read(window, pieces, found);
    }
    return found;
  }

  private void read(Window window, int[][] pieces, float[][] found) {
    Opened encoder = opened();
    int[][] inWindow = Arrays.copyOfRange(pieces, window.begin(), window.end());
    int count = Arrays.stream(inWindow).mapToInt(ofToken -> ofToken.length).sum();
    long[] ids = new long[count + 2];
    int[] firsts = new int[inWindow.length];
    ids[0] = encoder.tokenizer().begin();
    int next = 1;
    for (int t = 0; t < inWindow.length; t++) {
      firsts[t] = next;
      for (int piece : inWindow[t]) {
        ids[next++] = piece;
      }
    }
    ids[next] = encoder.tokenizer().end();
    OnnxGraph.Vectors rows = encoder.graph().run(ids, vectors.output());
    if (rows.dimension() != vectors.dimension()) {
      throw new PretrainedEncoderFault(location)
          .of("vectors of " + rows.dimension() + " floats", String.valueOf(vectors.dimension()));
    }
    for (int t = window.from(); t < window.to(); t++) {
      int at = firsts[t - window.begin()] * rows.dimension();
      found[t] = Arrays.copyOfRange(rows.values(), at, at + rows.dimension());
    }
  }
}
