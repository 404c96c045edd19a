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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.lexicon.Lexicon;

/** How the sentences of a shard are written, for a training that also shows them otherwise. */
final class ShardText implements Serializable {
  private static final long serialVersionUID = 1L;

  private final transient Lexicon lexicon;
  private final transient List<String> distinct;
  private final transient int[][] tokens;
  private final transient int[][] attributes;

  private ShardText(Lexicon lexicon, List<String> distinct, int[][] tokens, int[][] attributes) {
    this.lexicon = lexicon;
    this.distinct = distinct;
    this.tokens = tokens;
    this.attributes = attributes;
  }

  /** Where other spellings are looked up: the words that the training data touches. */
  Lexicon lexicon() {
    return lexicon;
  }

  /** The tokens of a sentence. */
  List<String> tokens(int sentence) {
    return strings(tokens[sentence]);
  }

  /** The attributes of a sentence's tokens; empty where there are none. */
  List<String> attributes(int sentence) {
    return strings(attributes[sentence]);
  }

  private List<String> strings(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(distinct::get).toList();
  }

  /** Takes sentences one by one. */
  static final class Builder {
    private final Lexicon lexicon;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> distinct = new ArrayList<>();
    private final List<int[]> tokens = new ArrayList<>();
    private final List<int[]> attributes = new ArrayList<>();

    Builder(Lexicon lexicon) {
      this.lexicon = lexicon;
    }

    void add(IndexedPiece piece) {
      tokens.add(numbers(piece.tokens()));
      attributes.add(numbers(piece.attributes()));
    }

    private int[] numbers(List<String> strings) {
      return strings.stream().mapToInt(this::number).toArray();
    }

    private int number(String string) {
      return numbers.computeIfAbsent(
          string,
          added -> {
            distinct.add(added);
            return distinct.size() - 1;
          });
    }

    ShardText build() {
      return new ShardText(
          lexicon,
          List.copyOf(distinct),
          tokens.toArray(int[][]::new),
          attributes.toArray(int[][]::new));
    }
  }

  private Object writeReplace() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      lexicon.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Parts(bytes.toByteArray(), distinct.toArray(String[]::new), tokens, attributes);
  }

  /** What is sent to a worker. */
  private record Parts(byte[] lexicon, String[] distinct, int[][] tokens, int[][] attributes)
      implements Serializable {
    private Object readResolve() {
      try {
        return new ShardText(
            Lexicon.readFrom(new ByteArrayInputStream(lexicon)),
            List.of(distinct),
            tokens,
            attributes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
