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

import java.util.List;
import java.util.Locale;
import org.sparkner.text.Normalization;

/**
 * A set of words in about ten bits each (Bloom 1970): a word that is in it is always found, one
 * that is not in a hundredth of the cases. Immutable and safe for many threads.
 */
public final class WordFilter {
  private static final int BITS_PER_WORD = 10;

  /** Bits that a word sets: with ten bits for each word, seven make the fewest errors. */
  private static final int HASHES = 7;

  private final byte[] bits;

  /**
   * @param bits of {@link #bits()}; not copied
   */
  public WordFilter(byte[] bits) {
    this.bits = bits;
  }

  /** A filter of words. */
  public static WordFilter of(List<String> words) {
    WordFilter filter = new WordFilter(new byte[bytes(words.size())]);
    for (String word : words) {
      filter.add(word);
    }
    return filter;
  }

  /** Bytes of a filter of so many words. */
  public static int bytes(int words) {
    return (int) (((long) words * BITS_PER_WORD + Byte.SIZE - 1) / Byte.SIZE);
  }

  /** The filter's own array. */
  public byte[] bits() {
    return bits;
  }

  private void add(String word) {
    long hash = hash(word);
    for (int i = 0; i < HASHES; i++) {
      long bit = bit(hash, i);
      bits[(int) (bit >>> 3)] |= (byte) (1 << (bit & 7));
    }
  }

  /** Whether a token is likely to be one of the words, in the forms that a lexicon looks up. */
  public boolean mayHold(String token) {
    if (bits.length == 0) {
      return false;
    }
    String lower = token.toLowerCase(Locale.ROOT);
    return has(token) || has(lower) || has(Normalization.digitsToZero(lower));
  }

  private boolean has(String word) {
    long hash = hash(word);
    for (int i = 0; i < HASHES; i++) {
      long bit = bit(hash, i);
      if ((bits[(int) (bit >>> 3)] >>> (bit & 7) & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Two halves of one hash make all others (Kirsch &amp; Mitzenmacher 2006). */
  private long bit(long hash, int i) {
    int mixed = (int) hash + i * (int) (hash >>> 32);
    return Integer.toUnsignedLong(mixed) % (8L * bits.length);
  }

  /** FNV-1a with 64 bits over UTF-16, and the finaliser of MurmurHash3. */
  private static long hash(String word) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ (word.charAt(i) & 0xff)) * 0x100000001b3L;
      hash = (hash ^ (word.charAt(i) >>> 8)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}
