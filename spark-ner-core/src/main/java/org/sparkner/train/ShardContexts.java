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

package org.sparkner.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.text.Context;

/**
 * The texts that a pretrained encoder reads for the sentences of a shard: each once, four bytes per
 * token and once each distinct token. Whoever holds the shard can have their vectors computed.
 */
final class ShardContexts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String[] tokens;
  private final int[][] texts;
  private final int[] textOfSentence;
  private final int[] begins;

  private ShardContexts(Builder builder) {
    this.tokens = builder.tokens.keySet().toArray(String[]::new);
    this.texts = builder.texts.toArray(int[][]::new);
    this.textOfSentence = builder.textOfSentence.stream().mapToInt(Integer::intValue).toArray();
    this.begins = builder.begins.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Where sentences stand in their texts, by their places; one list for all sentences of a text.
   */
  List<Context> contexts(int[] places) {
    Map<Integer, List<String>> read = new HashMap<>();
    List<Context> contexts = new ArrayList<>(places.length);
    for (int place : places) {
      List<String> text = read.computeIfAbsent(textOfSentence[place], this::text);
      contexts.add(new Context(text, begins[place]));
    }
    return contexts;
  }

  private List<String> text(int number) {
    return Arrays.stream(texts[number]).mapToObj(token -> tokens[token]).toList();
  }

  /** Takes the contexts of the sentences one by one, in the order of the shard. */
  static final class Builder {
    private final boolean wholeDocuments;
    private final Map<String, Integer> tokens = new LinkedHashMap<>();
    private final Map<List<String>, Integer> numbers = new IdentityHashMap<>();
    private final List<int[]> texts = new ArrayList<>();
    private final List<Integer> textOfSentence = new ArrayList<>();
    private final List<Integer> begins = new ArrayList<>();

    /**
     * @param wholeDocuments whether a sentence is read in its document; else it is read alone
     */
    Builder(boolean wholeDocuments) {
      this.wholeDocuments = wholeDocuments;
    }

    void add(IndexedPiece piece) {
      Context context = wholeDocuments ? piece.context() : Context.alone(piece.tokens());
      textOfSentence.add(numbers.computeIfAbsent(context.tokens(), this::add));
      begins.add(context.begin());
    }

    private int add(List<String> text) {
      texts.add(
          text.stream()
              .mapToInt(token -> tokens.computeIfAbsent(token, added -> tokens.size()))
              .toArray());
      return texts.size() - 1;
    }

    ShardContexts build() {
      return new ShardContexts(this);
    }
  }
}
