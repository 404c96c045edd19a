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

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Cuts tokens into word pieces: of each word the longest piece of the vocabulary from the left,
 * then the longest continuation, and so on (Wu et al. 2016; Devlin et al. 2019). A word that cannot
 * be cut, or is longer than 100 characters, is one unknown piece.
 */
final class WordPieceTokenizer {
  private static final String UNKNOWN = "[UNK]";
  private static final String BEGIN = "[CLS]";
  private static final String END = "[SEP]";
  private static final String CONTINUATION = "##";

  /** The byte-order mark that editors on Windows put before a text. */
  private static final String MARK = "\uFEFF";

  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> ids;
  private final BasicTokenizer words;
  private final int unknown;

  /**
   * @param vocabulary a piece a line in UTF-8, its id the number of the line from 0
   * @throws org.sparkner.error.BadModelException if it lacks the pieces of BERT's own
   */
  WordPieceTokenizer(byte[] vocabulary, BasicTokenizer words, PretrainedEncoderFault fault) {
    this.words = words;
    ids = new HashMap<>();
    String text = new String(vocabulary, StandardCharsets.UTF_8);
    String[] lines =
        (text.startsWith(MARK) ? text.substring(1) : text).lines().toArray(String[]::new);
    for (int id = 0; id < lines.length; id++) {
      ids.put(lines[id], id);
    }
    for (String piece : new String[] {UNKNOWN, BEGIN, END}) {
      if (!ids.containsKey(piece)) {
        throw fault.of(
            "no " + piece + " among its " + ids.size() + " word pieces",
            "the vocabulary of a BERT-like encoder, a piece a line");
      }
    }
    unknown = ids.get(UNKNOWN);
  }

  /** The piece that begins a sentence. */
  int begin() {
    return ids.get(BEGIN);
  }

  /** The piece that ends a sentence. */
  int end() {
    return ids.get(END);
  }

  /** The ids of a token's pieces, at least one: a token without text is an unknown piece. */
  int[] pieces(String token) {
    int[] pieces =
        words.words(token).stream().map(this::ofWord).flatMapToInt(Arrays::stream).toArray();
    return pieces.length == 0 ? new int[] {unknown} : pieces;
  }

  private int[] ofWord(String word) {
    int[] pieces = new int[word.length()];
    int count = 0;
    int begin = 0;
    boolean known = word.codePointCount(0, word.length()) <= LONGEST_WORD;
    while (known && begin < word.length()) {
      int end = longest(word, begin);
      known = end > begin;
      if (known) {
        pieces[count++] = ids.get(piece(word, begin, end));
        begin = end;
      }
    }
    return known ? Arrays.copyOf(pieces, count) : new int[] {unknown};
  }

  /** The end of the longest piece that begins here; here, where there is none. */
  private int longest(String word, int begin) {
    int end = word.length();
    while (end > begin && !ids.containsKey(piece(word, begin, end))) {
      end--;
    }
    return end;
  }

  private static String piece(String word, int begin, int end) {
    return begin == 0 ? word.substring(0, end) : CONTINUATION + word.substring(begin, end);
  }
}
