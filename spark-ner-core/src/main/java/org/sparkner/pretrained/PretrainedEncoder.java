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
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.sparkner.lexicon.Capitalisation;
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
public final class PretrainedEncoder implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Bytes that a kept token takes besides its vector, about. */
  private static final int TOKEN_BYTES = 80;

  private final transient ContextualVectors vectors;
  private final transient byte[] graph;
  private final transient byte[] vocabulary;
  private final transient String location;
  private final transient long cacheBytes;
  private final transient Cache<List<String>, float[][]> kept;
  private transient volatile OnnxGraph opened;
  private transient volatile WordPieceTokenizer tokenizer;

  /**
   * An encoder of its files, which must not change any more.
   *
   * @param graph in the format ONNX
   * @param vocabulary word pieces, one a line
   * @param location for messages
   * @param cacheBytes memory for the vectors of sentences that come again, about
   */
  public PretrainedEncoder(
      ContextualVectors vectors,
      byte[] graph,
      byte[] vocabulary,
      String location,
      long cacheBytes) {
    this.vectors = vectors;
    this.graph = graph;
    this.vocabulary = vocabulary;
    this.location = location;
    this.cacheBytes = cacheBytes;
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
    return new PretrainedEncoder(vectors, graph, vocabulary, location, cacheBytes);
  }

  /**
   * The same encoder that reads less at once, and keeps none of the vectors.
   *
   * @param pieces with those that begin and end a text; more than the encoder has positions are as
   *     many as these
   */
  public PretrainedEncoder withWindow(int pieces) {
    return new PretrainedEncoder(
        vectors.withPositions(Math.min(pieces, vectors.positions())),
        graph,
        vocabulary,
        location,
        cacheBytes);
  }

  /** The same encoder with other weights, in a graph of the same inputs and output. */
  public PretrainedEncoder withGraph(byte[] graph) {
    return new PretrainedEncoder(vectors, graph, vocabulary, location, cacheBytes);
  }

  /** Which vectors it gives. */
  public ContextualVectors vectors() {
    return vectors;
  }

  /** Its graph as ONNX; not to be written. */
  public byte[] graph() {
    return graph;
  }

  /** Its word pieces, one a line in UTF-8; not to be written. */
  public byte[] vocabulary() {
    return vocabulary;
  }

  /** 64 hexadecimal digits, equal for equal files. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(vocabulary);
      return HexFormat.of().formatHex(digest.digest(graph));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * Loads the graph.
   *
   * @throws org.sparkner.error.UsageException if ONNX Runtime is not on the class path
   * @throws org.sparkner.error.BadModelException if the files are none of an encoder
   */
  public void open() {
    opened();
  }

  private OnnxGraph opened() {
    if (opened == null) {
      synchronized (this) {
        if (opened == null) {
          OnnxLibrary.require();
          opened = OnnxGraph.open(graph, new PretrainedEncoderFault(location));
          tokenizer();
        }
      }
    }
    return opened;
  }

  /** Needs no graph, so that who only cuts texts into pieces loads none. */
  private WordPieceTokenizer tokenizer() {
    if (tokenizer == null) {
      synchronized (this) {
        if (tokenizer == null) {
          BasicTokenizer words = new BasicTokenizer(vectors.lowerCase(), vectors.stripAccents());
          tokenizer =
              new WordPieceTokenizer(vocabulary, words, new PretrainedEncoderFault(location));
        }
      }
    }
    return tokenizer;
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
    float[][] found = new float[tokens.size()][];
    int next = 0;
    for (EncoderInput input : inputs(tokens)) {
      OnnxGraph.Vectors rows = run(input);
      for (int first : input.firsts()) {
        int at = first * rows.dimension();
        found[next++] = Arrays.copyOfRange(rows.values(), at, at + rows.dimension());
      }
    }
    return found;
  }

  private OnnxGraph.Vectors run(EncoderInput input) {
    long[] ids = Arrays.stream(input.pieces()).asLongStream().toArray();
    OnnxGraph.Vectors rows = opened().run(ids, vectors.output());
    if (rows.dimension() != vectors.dimension()) {
      throw new PretrainedEncoderFault(location)
          .of("vectors of " + rows.dimension() + " floats", String.valueOf(vectors.dimension()));
    }
    return rows;
  }

  /**
   * What the encoder reads to give the vectors of a text's tokens: one window, or several that
   * overlap where the text has more pieces than it reads at once. Each token's vector is asked of
   * one of them, in order.
   */
  public List<EncoderInput> inputs(List<String> tokens) {
    int[][] pieces = pieces(tokens);
    int[] counts = Arrays.stream(pieces).mapToInt(ofToken -> ofToken.length).toArray();
    return Window.over(counts, capacity()).stream()
        .map(window -> input(window, pieces, tokens))
        .toList();
  }

  /**
   * How many pieces each token has where the encoder reads it. The tokens of a window have {@link
   * #capacity} at most.
   */
  public int[] pieceCounts(List<String> tokens) {
    return Arrays.stream(pieces(tokens)).mapToInt(ofToken -> ofToken.length).toArray();
  }

  /** Pieces that are read at once, without those that begin and end a text. */
  public int capacity() {
    return vectors.positions() - 2;
  }

  private int[][] pieces(List<String> tokens) {
    WordPieceTokenizer tokenizer = tokenizer();
    int most = Window.shared(capacity());
    int[][] pieces = new int[tokens.size()][];
    Arrays.setAll(
        pieces,
        t -> {
          int[] all = tokenizer.pieces(tokens.get(t));
          return all.length <= most ? all : Arrays.copyOf(all, most);
        });
    return pieces;
  }

  private EncoderInput input(Window window, int[][] pieces, List<String> tokens) {
    int[][] inWindow = Arrays.copyOfRange(pieces, window.begin(), window.end());
    int count = Arrays.stream(inWindow).mapToInt(ofToken -> ofToken.length).sum();
    int[] ids = new int[count + 2];
    int[] capitalisation = new int[count + 2];
    int[] firsts = new int[window.to() - window.from()];
    ids[0] = tokenizer().begin();
    int next = 1;
    for (int t = window.begin(); t < window.end(); t++) {
      if (t >= window.from() && t < window.to()) {
        firsts[t - window.from()] = next;
      }
      int ofWord = 1 + Capitalisation.of(tokens.get(t)).ordinal();
      for (int piece : pieces[t]) {
        capitalisation[next] = ofWord;
        ids[next++] = piece;
      }
    }
    ids[next] = tokenizer().end();
    return new EncoderInput(ids, capitalisation, firsts);
  }

  private Object writeReplace() {
    return new Parts(vectors, graph, vocabulary, location, cacheBytes);
  }

  /** What an encoder is sent to a worker as; a model's files are written otherwise. */
  private record Parts(
      ContextualVectors vectors, byte[] graph, byte[] vocabulary, String location, long cacheBytes)
      implements Serializable {
    private Object readResolve() {
      return new PretrainedEncoder(vectors, graph, vocabulary, location, cacheBytes);
    }
  }
}
