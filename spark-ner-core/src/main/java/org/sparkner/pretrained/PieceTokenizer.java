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

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;

/**
 * Cuts tokens into the pieces of an encoder's vocabulary, as its {@code tokenizer.json} says, by
 * HuggingFace's tokenizers. A token's pieces do not depend on its neighbours; each is cut as a word
 * after a space. The pieces of words that come again are kept. Its memory, which is outside of the
 * heap, goes when the object does. Safe for many threads.
 */
final class PieceTokenizer {
  private static final int KEPT_WORDS = 1 << 16;
  private static final int LONGEST_KEPT = 64;
  private static final Cleaner CLEANER = Cleaner.create();

  private final TokenizersLibrary library = TokenizersLibrary.LIB;
  private final Cache<String, int[]> kept =
      Caffeine.newBuilder().maximumSize(KEPT_WORDS).executor(Runnable::run).build();
  private final PretrainedEncoderFault fault;
  private final TokenizerFacts facts;
  private final long handle;
  private final int begin;
  private final int end;

  private PieceTokenizer(byte[] json, TokenizerFacts facts, PretrainedEncoderFault fault) {
    this.fault = fault;
    this.facts = facts;
    handle = library.createTokenizerFromString(new String(json, StandardCharsets.UTF_8));
    CLEANER.register(this, new Closing(library, handle));
    library.disablePadding(handle);
    library.disableTruncation(handle);
    int[] around = encode(new String[0], true).ids();
    if (around.length != 2) {
      throw fault.of(
          "a tokenizer.json that puts " + around.length + " pieces around a text",
          "one that begins and one that ends it, as of BERT, RoBERTa and their like");
    }
    begin = around[0];
    end = around[1];
  }

  private record Closing(TokenizersLibrary library, long handle) implements Runnable {
    @Override
    public void run() {
      library.deleteTokenizer(handle);
    }
  }

  /**
   * @param json the file {@code tokenizer.json}
   * @throws UsageException if the library cannot be loaded
   * @throws org.sparkner.error.BadModelException if the file is none that the library knows
   */
  static PieceTokenizer open(byte[] json, PretrainedEncoderFault fault) {
    PieceLibrary.require();
    TokenizerFacts facts = TokenizerFacts.of(json, fault);
    try {
      return new PieceTokenizer(json, facts, fault);
    } catch (UnsatisfiedLinkError e) {
      throw new UsageException(
          "HuggingFace's tokenizers are on another class path than Spark NER: put the jar"
              + " ai.djl.huggingface:tokenizers where that of Spark NER is",
          e);
    } catch (BadModelException e) {
      throw e;
    } catch (RuntimeException e) {
      throw fault.of(
          "a tokenizer.json that HuggingFace's tokenizers refuse (" + line(e) + ")",
          "one of a version up to 0.21",
          e);
    }
  }

  /** The piece that begins a text. */
  int begin() {
    return begin;
  }

  /** The piece that ends a text. */
  int end() {
    return end;
  }

  /** The largest id of a piece. */
  int largest() {
    return facts.largest();
  }

  /**
   * The ids of each token's pieces, at least one: a token without text is an unknown piece. Not to
   * be written.
   */
  int[][] pieces(List<String> tokens) {
    int[][] pieces = new int[tokens.size()][];
    List<Integer> missing = new ArrayList<>();
    for (int t = 0; t < pieces.length; t++) {
      pieces[t] = kept.getIfPresent(tokens.get(t));
      if (pieces[t] == null) {
        missing.add(t);
      }
    }
    if (!missing.isEmpty()) {
      String[] words = missing.stream().map(t -> text(tokens.get(t))).toArray(String[]::new);
      int[][] cut = split(encode(words, false), words.length);
      for (int i = 0; i < cut.length; i++) {
        String token = tokens.get(missing.get(i));
        pieces[missing.get(i)] = cut[i];
        if (token.length() <= LONGEST_KEPT) {
          kept.put(token, cut[i]);
        }
      }
    }
    return pieces;
  }

  private String text(String token) {
    String whole =
        token.codePoints().anyMatch(PieceTokenizer::isSurrogate) ? repaired(token) : token;
    return facts.spaced() ? " " + whole : whole;
  }

  /** Half a surrogate pair has no UTF-8. */
  private static String repaired(String token) {
    return token
        .codePoints()
        .map(c -> isSurrogate(c) ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /**
   * Pieces of words.
   *
   * @param words number of the word that each piece is of
   */
  private record Encoded(int[] ids, long[] words) {}

  private Encoded encode(String[] words, boolean withEnds) {
    try {
      long encoding = library.encodeList(handle, words, withEnds);
      try {
        int[] ids =
            Arrays.stream(library.getTokenIds(encoding)).mapToInt(Math::toIntExact).toArray();
        return new Encoded(ids, library.getWordIds(encoding));
      } finally {
        library.deleteEncoding(encoding);
      }
    } catch (RuntimeException e) {
      throw fault.of(
          "a tokenizer.json that cannot cut a text (" + line(e) + ")",
          "one with an unknown piece for what is not in its vocabulary",
          e);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private int[][] split(Encoded encoded, int words) {
    int[][] pieces = new int[words][];
    int from = 0;
    for (int word = 0; word < words; word++) {
      int to = from;
      while (to < encoded.words().length && encoded.words()[to] == word) {
        to++;
      }
      pieces[word] =
          to > from ? Arrays.copyOfRange(encoded.ids(), from, to) : new int[] {unknown()};
      from = to;
    }
    return pieces;
  }

  private int unknown() {
    return facts.unknown() < 0 ? end : facts.unknown();
  }

  private static String line(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
  }
}
