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

import java.util.Arrays;
import java.util.Locale;
import org.sparkner.text.Normalization;

/**
 * The parts of a word that give it a vector where it has none of its own: the n-grams of its code
 * points with a mark before and after it, hashed to the rows of a table (Bojanowski et al. 2017,
 * section 3.2; Zhao, Mudgal &amp; Liang 2018). The word is in lower case with its digits as 0.
 *
 * @param rows of the table; 0 where words have no parts
 * @param shortest code points of the shortest n-gram, with the marks
 * @param longest code points of the longest n-gram
 */
public record Subwords(int rows, int shortest, int longest) {
  /** No parts. */
  public static final Subwords NONE = new Subwords(0, 1, 1);

  /** Above any table in use. */
  private static final int MOST_ROWS = 1 << 24;

  private static final int MOST_CODE_POINTS = 16;

  /** Code points of a word and its marks that are looked at: odd input must not take long. */
  private static final int LONGEST_WORD = 64;

  private static final int BEGIN = '<';
  private static final int END = '>';

  /** The basis and the prime of FNV-1a, the hash of Fowler, Noll and Vo. */
  private static final int BASIS = 0x811c9dc5;

  private static final int PRIME = 0x01000193;

  public Subwords {
    if (rows < 0
        || rows > MOST_ROWS
        || shortest < 1
        || shortest > longest
        || longest > MOST_CODE_POINTS) {
      throw new IllegalArgumentException(
          "Subwords need 0 to "
              + MOST_ROWS
              + " rows and n-grams of 1 to "
              + MOST_CODE_POINTS
              + " code points, found "
              + rows
              + " rows and n-grams of "
              + shortest
              + " to "
              + longest);
    }
  }

  /** The row of each n-gram of a word, from 0; a row comes as often as its n-grams. */
  public int[] of(String word) {
    if (rows == 0) {
      return new int[0];
    }
    int[] marked = marked(word);
    int[] found = new int[marked.length * (longest - shortest + 1)];
    int count = 0;
    for (int begin = 0; begin < marked.length; begin++) {
      int hash = BASIS;
      int end = Math.min(marked.length, begin + longest);
      for (int i = begin; i < end; i++) {
        hash = hash(hash, marked[i]);
        if (i - begin + 1 >= shortest) {
          found[count++] = Integer.remainderUnsigned(mixed(hash), rows);
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static int[] marked(String word) {
    int[] codePoints =
        Normalization.digitsToZero(word.toLowerCase(Locale.ROOT))
            .codePoints()
            .limit(LONGEST_WORD)
            .toArray();
    int[] marked = new int[codePoints.length + 2];
    marked[0] = BEGIN;
    System.arraycopy(codePoints, 0, marked, 1, codePoints.length);
    marked[marked.length - 1] = END;
    return marked;
  }

  /** FNV-1a over the three bytes of a code point. */
  private static int hash(int hash, int codePoint) {
    int next = hash;
    for (int shift = 0; shift < 24; shift += Byte.SIZE) {
      next = (next ^ (codePoint >>> shift & 0xff)) * PRIME;
    }
    return next;
  }

  /** FNV's low bits are weak; this is the finaliser of MurmurHash3. */
  private static int mixed(int hash) {
    int mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
    mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
    return mixed ^ mixed >>> 16;
  }
}
