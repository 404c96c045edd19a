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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.sparkner.lexicon.Capitalisation;
import org.sparkner.text.Context;

/**
 * A pretrained transformer encoder, which gives each token of a sentence a vector that depends on
 * the others: that of the token's first word piece (Devlin et al. 2019, section 5.3). Its weights
 * are never trained here. Safe for many threads. On the processor, what a sentence gets is computed
 * on the calling thread.
 *
 * <p>The graph is loaded when the first sentence is encoded or {@link #open} is called, so that a
 * program that only hands an encoder on needs no ONNX Runtime.
 */
public final class PretrainedEncoder implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Tokens of the texts that are read together, about: bounds the memory of their vectors. */
  private static final int MOST_TOKENS = 1 << 14;

  private static final long FEW_BYTES = 1 << 26;

  /** Bytes that a kept token takes besides its vector, about. */
  private static final int TOKEN_BYTES = 80;

  private final transient ContextualVectors vectors;
  private final transient EncoderFiles files;
  private final transient String location;
  private final transient long cacheBytes;
  private final transient EncoderDevice device;
  private final transient Cache<List<String>, float[][]> kept;
  private transient volatile EncoderSession opened;
  private transient volatile PieceTokenizer tokenizer;
  private final transient Object tokenizerLock = new Object();

  /**
   * An encoder of its files.
   *
   * @param location for messages
   * @param cacheBytes memory for the vectors of sentences that come again, about
   */
  public PretrainedEncoder(
      ContextualVectors vectors, EncoderFiles files, String location, long cacheBytes) {
    this(vectors, files, location, cacheBytes, EncoderDevice.AUTO);
  }

  private PretrainedEncoder(
      ContextualVectors vectors,
      EncoderFiles files,
      String location,
      long cacheBytes,
      EncoderDevice device) {
    this.vectors = vectors;
    this.files = files;
    this.location = location;
    this.cacheBytes = cacheBytes;
    this.device = device;
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
    return new PretrainedEncoder(vectors, files, location, cacheBytes, device);
  }

  /**
   * The same encoder for a training in this JVM, where it may keep vectors in a quarter of the
   * heap.
   */
  public PretrainedEncoder keepingForTraining() {
    return cacheBytes == trainingCache() ? this : withCache(trainingCache());
  }

  /** Bytes of this JVM's heap that the vectors of training data may take. */
  static long trainingCache() {
    return Runtime.getRuntime().maxMemory() / 4;
  }

  /** Where it is to compute. */
  public EncoderDevice device() {
    return device;
  }

  /**
   * The same encoder on another device, where it keeps vectors of its own; by default it computes
   * on {@link EncoderDevice#AUTO}.
   */
  public PretrainedEncoder on(EncoderDevice device) {
    return device.equals(this.device)
        ? this
        : new PretrainedEncoder(vectors, files, location, cacheBytes, device);
  }

  /**
   * The same encoder that reads less at once, for one that learns: of vectors that it will not give
   * again it keeps few.
   *
   * @param pieces with those that begin and end a text; more than the encoder has positions are as
   *     many as these
   */
  public PretrainedEncoder withWindow(int pieces) {
    return new PretrainedEncoder(
        vectors.withPositions(Math.min(pieces, vectors.positions())),
        files,
        location,
        Math.min(cacheBytes, FEW_BYTES),
        device);
  }

  /** The same encoder with other weights, in a graph of the same inputs and output. */
  public PretrainedEncoder withGraph(byte[] graph) {
    EncoderFiles others = new EncoderFiles(graph, files.tokenizer(), files.config());
    return new PretrainedEncoder(vectors, others, location, cacheBytes, device);
  }

  /** Which vectors it gives. */
  public ContextualVectors vectors() {
    return vectors;
  }

  /** Where it comes from, for messages. */
  String location() {
    return location;
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
   * @throws org.sparkner.error.UsageException if a library for them is not on the class path, or a
   *     GPU that is asked for is not usable
   * @throws org.sparkner.error.BadModelException if the files are none of an encoder
   */
  public void open() {
    session();
  }

  /** The encoder's graph on its device, shared by all of this JVM who run it. */
  public EncoderSession session() {
    if (opened == null) {
      // A large vocabulary takes as long as the graph.
      CompletableFuture<PieceTokenizer> opening = CompletableFuture.supplyAsync(this::tokenizer);
      synchronized (this) {
        if (opened == null) {
          PretrainedEncoderFault fault = new PretrainedEncoderFault(location);
          EncoderSession session = EncoderSessions.open(files.graph(), vectors, device, fault);
          opening.exceptionally(failed -> null).join();
          tokenizer(); // whose failure is told here
          opened = session;
        }
      }
    }
    return opened;
  }

  /** Needs no graph, so that who only cuts texts into pieces loads none. */
  private PieceTokenizer tokenizer() {
    if (tokenizer == null) {
      synchronized (tokenizerLock) {
        if (tokenizer == null) {
          tokenizer = PieceTokenizer.open(files.tokenizer(), new PretrainedEncoderFault(location));
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
    return encode(List.of(context), new int[] {length}).get(0);
  }

  /**
   * The vectors of the tokens of many sentences, as of one, in the order given; they are read in
   * few and large batches, which is faster.
   *
   * @param lengths tokens of each sentence
   */
  public List<float[][]> encode(List<Context> contexts, int[] lengths) {
    List<float[][]> found = new ArrayList<>(contexts.size());
    while (found.size() < contexts.size()) {
      int from = found.size();
      Map<List<String>, float[][]> texts = new IdentityHashMap<>();
      List<List<String>> ofSentences = new ArrayList<>();
      List<List<String>> distinct = new ArrayList<>();
      for (int i = from, tokens = 0; i < lengths.length && tokens < MOST_TOKENS; i++) {
        List<String> text = text(contexts.get(i), lengths[i]);
        ofSentences.add(text);
        if (!texts.containsKey(text)) {
          texts.put(text, null);
          distinct.add(text);
          tokens += text.size();
        }
      }
      List<float[][]> vectors = encodeAll(distinct);
      for (int i = 0; i < vectors.size(); i++) {
        texts.put(distinct.get(i), vectors.get(i));
      }
      for (List<String> text : ofSentences) {
        int begin = readsDocuments() ? contexts.get(found.size()).begin() : 0;
        int end = begin + lengths[found.size()];
        found.add(Arrays.copyOfRange(texts.get(text), begin, end));
      }
    }
    return found;
  }

  private boolean readsDocuments() {
    return vectors.wholeDocument();
  }

  private List<String> text(Context context, int length) {
    return readsDocuments()
        ? context.tokens()
        : context.tokens().subList(context.begin(), context.begin() + length);
  }

  /** The vectors of all tokens of a sentence or a document, as {@link #encodeAll} gives them. */
  public float[][] encode(List<String> tokens) {
    return encodeAll(List.of(tokens)).get(0);
  }

  /**
   * The vectors of all tokens of each sentence or document, [token][dimension], in the order given;
   * not to be written. What has more pieces than the encoder reads at once is read in windows that
   * overlap. All windows of all texts are read together.
   */
  public List<float[][]> encodeAll(List<? extends List<String>> texts) {
    Map<List<String>, float[][]> found = new HashMap<>();
    List<List<String>> keys = new ArrayList<>(texts.size());
    List<List<String>> missing = new ArrayList<>();
    for (List<String> text : texts) {
      List<String> key = List.copyOf(text);
      keys.add(key);
      if (!found.containsKey(key)) {
        float[][] known = kept.getIfPresent(key);
        found.put(key, known);
        if (known == null) {
          missing.add(key);
        }
      }
    }
    List<float[][]> computed = compute(missing);
    for (int i = 0; i < missing.size(); i++) {
      found.put(missing.get(i), computed.get(i));
      kept.put(missing.get(i), computed.get(i));
    }
    return keys.stream().map(found::get).toList();
  }

  private List<float[][]> compute(List<List<String>> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    EncoderSession session = session();
    List<EncoderInput> windows = new ArrayList<>();
    int[] ends = new int[texts.size()];
    for (int i = 0; i < ends.length; i++) {
      windows.addAll(inputs(texts.get(i)));
      ends[i] = windows.size();
    }
    List<Vectors> rows = session.run(windows);
    List<float[][]> found = new ArrayList<>(texts.size());
    int window = 0;
    for (int i = 0; i < ends.length; i++) {
      float[][] ofText = new float[texts.get(i).size()][];
      for (int next = 0; window < ends[i]; window++) {
        float[] values = rows.get(window).values();
        for (int at = 0; at < values.length; at += vectors.dimension()) {
          ofText[next++] = Arrays.copyOfRange(values, at, at + vectors.dimension());
        }
      }
      found.add(ofText);
    }
    return found;
  }

  /**
   * Vectors of all tokens of each sentence or document, each the mean of its pieces' vectors where
   * {@link #encodeAll} gives the first one's; [token][dimension]. None is kept.
   */
  public List<float[][]> encodeWords(List<? extends List<String>> texts) {
    List<EncoderInput> windows = new ArrayList<>();
    List<int[]> counts = new ArrayList<>(texts.size());
    for (List<String> text : texts) {
      int[] ofTokens = pieceCounts(text);
      counts.add(ofTokens);
      int token = 0;
      for (EncoderInput window : inputs(text)) {
        int end = token + window.firsts().length;
        windows.add(window.ofPieces(Arrays.copyOfRange(ofTokens, token, end)));
        token = end;
      }
    }
    PieceMeans means = new PieceMeans(session().run(windows), vectors.dimension());
    return counts.stream().map(means::next).toList();
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
    int most = Window.shared(capacity());
    int[][] pieces = tokenizer().pieces(tokens);
    for (int t = 0; t < pieces.length; t++) {
      pieces[t] = pieces[t].length <= most ? pieces[t] : Arrays.copyOf(pieces[t], most);
    }
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
    return new Parts(vectors, files, location, cacheBytes, device);
  }

  /** What an encoder is sent to a worker as; a model's files are written otherwise. */
  private record Parts(
      ContextualVectors vectors,
      EncoderFiles files,
      String location,
      long cacheBytes,
      EncoderDevice device)
      implements Serializable {
    private Object readResolve() {
      return new PretrainedEncoder(vectors, files, location, cacheBytes, device);
    }
  }
}
