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

package org.sparkner.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From strings to rows: the words and the characters that a model knows. Immutable and safe for
 * many threads.
 *
 * <p>Word row 0 is the unknown word. Character id 0 is padding, 1 the unknown character.
 */
public final class Lexicon {
  /** Row of a word that the model does not know. */
  public static final int UNKNOWN_WORD = 0;

  /** Character id of the padding around a word. */
  public static final int PADDING = 0;

  /** Id of a character that the model does not know. */
  public static final int UNKNOWN_CHARACTER = 1;

  private final List<String> words;
  private final int[] characters;
  private final Map<String, Integer> rows = new HashMap<>();
  private final Map<Integer, Integer> ids = new HashMap<>();

  /**
   * @param words words of the rows 1, 2, …; distinct
   * @param characters code points of the ids 2, 3, …; distinct
   */
  public Lexicon(List<String> words, int[] characters) {
    this.words = List.copyOf(words);
    this.characters = characters.clone();
    for (int i = 0; i < words.size(); i++) {
      rows.put(words.get(i), i + 1);
    }
    for (int i = 0; i < characters.length; i++) {
      ids.put(characters[i], i + 2);
    }
  }

  /** Rows of the word table: the known words and the unknown one. */
  public int wordRows() {
    return words.size() + 1;
  }

  /** Ids of characters: the known ones, padding and unknown. */
  public int characterIds() {
    return characters.length + 2;
  }

  /** Words of the rows 1, 2, …. */
  public List<String> words() {
    return words;
  }

  /** Code points of the ids 2, 3, …. */
  public int[] characters() {
    return characters.clone();
  }

  /**
   * The row of a token: of the token itself, else lower-cased, else with its digits as 0 too, else
   * unknown.
   */
  public int row(String token) {
    Integer row = rows.get(token);
    if (row == null) {
      String lower = token.toLowerCase(java.util.Locale.ROOT);
      row = rows.get(lower);
      if (row == null) {
        row = rows.get(lower.replaceAll("\\p{Nd}", "0"));
      }
    }
    return row == null ? UNKNOWN_WORD : row;
  }

  /** The id of a code point. */
  public int characterId(int codePoint) {
    return ids.getOrDefault(codePoint, UNKNOWN_CHARACTER);
  }
}
