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

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * Distinct words with their index, packed: all characters in one array, and a hash table of indices
 * with linear probing. A word costs its characters and about 16 bytes, and looking up a string
 * allocates nothing. Immutable.
 */
final class WordList extends AbstractList<String> implements RandomAccess {
  /** Word i is the characters from {@code ends[i - 1]} to {@code ends[i]}. */
  private final char[] characters;

  private final int[] ends;
  private final int size;

  /** Index + 1, or 0 where free; the length is a power of two and at most half of it is taken. */
  private final int[] slots;

  private WordList(Builder builder) {
    this.size = builder.size;
    this.ends = Arrays.copyOf(builder.ends, size);
    this.characters = Arrays.copyOf(builder.characters, builder.end(size - 1));
    this.slots = builder.slots;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String get(int index) {
    int begin = index == 0 ? 0 : ends[index - 1];
    return new String(characters, begin, ends[index] - begin);
  }

  /** The index of a word, or -1. */
  int find(String word) {
    int mask = slots.length - 1;
    for (int i = spread(word.hashCode()) & mask; slots[i] != 0; i = (i + 1) & mask) {
      if (matches(slots[i] - 1, word)) {
        return slots[i] - 1;
      }
    }
    return -1;
  }

  private boolean matches(int index, String word) {
    int begin = index == 0 ? 0 : ends[index - 1];
    int length = ends[index] - begin;
    if (length != word.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (characters[begin + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int indexOf(Object word) {
    return word instanceof String string ? find(string) : -1;
  }

  @Override
  public boolean contains(Object word) {
    return indexOf(word) >= 0;
  }

  /** The packed form of a list, which may be one already. */
  static WordList of(Iterable<String> words) {
    if (words instanceof WordList list) {
      return list;
    }
    Builder builder = new Builder();
    for (String word : words) {
      if (!builder.add(word)) {
        throw new IllegalArgumentException("The word '" + word + "' stands twice in the list.");
      }
    }
    return builder.build();
  }

  /** Multiplies by 2^32 / golden ratio and keeps the well-mixed upper half. */
  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }

  /** Adds words one after the other. Of no use after {@link #build}. */
  static final class Builder {
    private static final int FEW_WORDS = 1 << 7;
    private static final int FEW_CHARACTERS = 1 << 10;

    private char[] characters;
    private int[] ends;
    private int[] slots;
    private int size;

    Builder() {
      this(FEW_WORDS, FEW_CHARACTERS);
    }

    /** With room for this many words, and characters of all words; more may come. */
    Builder(int words, int characters) {
      this.characters = new char[characters];
      ends = new int[Math.max(words, 1)];
      slots = new int[Integer.highestOneBit(Math.max(2 * words, 1)) << 1];
    }

    int size() {
      return size;
    }

    /** Adds a word; false if it is there already. */
    boolean add(String word) {
      return add(word.toCharArray(), 0, word.length());
    }

    /** Adds the characters from begin to end as a word; false if it is there already. */
    boolean add(char[] text, int wordBegin, int wordEnd) {
      int slot = slot(text, wordBegin, wordEnd);
      if (slots[slot] != 0) {
        return false;
      }
      int begin = end(size - 1);
      int length = wordEnd - wordBegin;
      if (length > characters.length - begin) {
        characters = Arrays.copyOf(characters, Math.max(2 * characters.length, begin + length));
      }
      System.arraycopy(text, wordBegin, characters, begin, length);
      if (size == ends.length) {
        ends = Arrays.copyOf(ends, 2 * size);
      }
      ends[size++] = begin + length;
      slots[slot] = size;
      if (2 * size > slots.length) {
        rehash();
      }
      return true;
    }

    private int slot(char[] text, int begin, int end) {
      int mask = slots.length - 1;
      int slot = spread(hash(text, begin, end)) & mask;
      while (slots[slot] != 0 && !matches(slots[slot] - 1, text, begin, end)) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private boolean matches(int index, char[] text, int begin, int end) {
      return Arrays.equals(characters, end(index - 1), ends[index], text, begin, end);
    }

    private int end(int index) {
      return index < 0 ? 0 : ends[index];
    }

    private void rehash() {
      slots = new int[2 * slots.length];
      int mask = slots.length - 1;
      for (int i = 0; i < size; i++) {
        int slot = spread(hash(characters, end(i - 1), ends[i])) & mask;
        while (slots[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        slots[slot] = i + 1;
      }
    }

    /** The same as {@link String#hashCode}, which a string that is looked up keeps. */
    private static int hash(char[] characters, int begin, int end) {
      int hash = 0;
      for (int i = begin; i < end; i++) {
        hash = 31 * hash + characters[i];
      }
      return hash;
    }

    WordList build() {
      return new WordList(this);
    }
  }
}
