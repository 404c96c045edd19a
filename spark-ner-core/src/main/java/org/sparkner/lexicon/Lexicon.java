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

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.sparkner.text.Normalization;

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

  private static final int FIRST_CHARACTER = 2;

  private static final int BUFFER = 1 << 16;

  /** Of text to its gzip: many times what words have. */
  private static final int MOST_RATIO = 64;

  private final WordList words;
  private final int[] characters;
  private final CharacterIds ids;
  private final Affixes affixes;
  private final Gazetteers gazetteers;
  private final AttributeValues attributeValues;

  /** Null where the vectors of words are not compressed. */
  private final WordCompression compression;

  /**
   * @param words words of the rows 1, 2, …; distinct, none empty or with a line break
   * @param characters code points of the ids 2, 3, …; distinct
   */
  public Lexicon(List<String> words, int[] characters) {
    this(
        WordList.of(words),
        characters.clone(),
        Affixes.NONE,
        Gazetteers.NONE,
        AttributeValues.NONE,
        null);
    for (String word : words) {
      if (!LexiconFormat.holds(word)) {
        throw new IllegalArgumentException(
            "A word of a lexicon is empty, or has a line feed or a lone surrogate: '" + word + "'");
      }
    }
  }

  /** Takes the array as its own, and words that {@link LexiconFormat#holds} is true of. */
  Lexicon(
      WordList words,
      int[] characters,
      Affixes affixes,
      Gazetteers gazetteers,
      AttributeValues attributeValues,
      WordCompression compression) {
    this.words = words;
    this.characters = characters;
    this.ids = new CharacterIds(characters, FIRST_CHARACTER);
    this.affixes = affixes;
    this.gazetteers = gazetteers;
    this.attributeValues = attributeValues;
    this.compression = compression;
  }

  /** This lexicon with other affixes. */
  public Lexicon withAffixes(Affixes affixes) {
    return new Lexicon(words, characters, affixes, gazetteers, attributeValues, compression);
  }

  /** This lexicon with other gazetteers. */
  public Lexicon withGazetteers(Gazetteers gazetteers) {
    return new Lexicon(words, characters, affixes, gazetteers, attributeValues, compression);
  }

  /** This lexicon with other attributes. */
  public Lexicon withAttributeValues(AttributeValues attributeValues) {
    return new Lexicon(words, characters, affixes, gazetteers, attributeValues, compression);
  }

  /**
   * This lexicon of a model that keeps the vectors of its words in another way.
   *
   * @param compression null for none
   */
  public Lexicon withCompression(WordCompression compression) {
    return new Lexicon(words, characters, affixes, gazetteers, attributeValues, compression);
  }

  /** Rows of the word table: the known words and the unknown one. */
  public int wordRows() {
    return words.size() + 1;
  }

  /** Ids of characters: the known ones, padding and unknown. */
  public int characterIds() {
    return characters.length + FIRST_CHARACTER;
  }

  /**
   * A lexicon of some of the words, with all else.
   *
   * @param kept rows of them in their new order, distinct, each from 1
   */
  public Lexicon withWords(int[] kept) {
    WordList.Builder list = new WordList.Builder();
    for (int row : kept) {
      list.add(word(row));
    }
    return new Lexicon(list.build(), characters, affixes, gazetteers, attributeValues, compression);
  }

  /** A lexicon of the first words only, with all else. */
  public Lexicon withFirstWords(int count) {
    return new Lexicon(
        WordList.of(words.subList(0, count)),
        characters,
        affixes,
        gazetteers,
        attributeValues,
        compression);
  }

  /** The affixes, {@link Affixes#NONE} where the model reads none. */
  public Affixes affixes() {
    return affixes;
  }

  /** The gazetteers, {@link Gazetteers#NONE} where the model reads none. */
  public Gazetteers gazetteers() {
    return gazetteers;
  }

  /** The attributes, {@link AttributeValues#NONE} where the model reads none. */
  public AttributeValues attributeValues() {
    return attributeValues;
  }

  /** How a compressed model keeps the vectors of words; null in any other. */
  public WordCompression compression() {
    return compression;
  }

  /** Words of the rows 1, 2, …, each made when it is asked for. */
  public List<String> words() {
    return Collections.unmodifiableList(words);
  }

  /**
   * The word of a row.
   *
   * @param row from 1, below {@link #wordRows()}
   */
  public String word(int row) {
    return words.get(row - 1);
  }

  /** Code points of the ids 2, 3, …. */
  public int[] characters() {
    return characters.clone();
  }

  /**
   * The row of a token: of the token itself, else lower-cased, else with its digits as 0 too, else
   * unknown. A token that is found as it is costs no allocation.
   */
  public int row(String token) {
    return find(words, token) + 1;
  }

  /** The id of a code point. */
  public int characterId(int codePoint) {
    return ids.get(codePoint, UNKNOWN_CHARACTER);
  }

  /** The index of a token, lower-cased and with its digits as 0 if need be, or -1. */
  static int find(WordList words, String token) {
    int index = words.find(token);
    if (index < 0) {
      String lower = token.toLowerCase(Locale.ROOT);
      index = words.find(lower);
      if (index < 0) {
        index = words.find(Normalization.digitsToZero(lower));
      }
    }
    return index;
  }

  /** Whether a word can be written: not empty, no line break, no lone surrogate. */
  public static boolean holds(String word) {
    return LexiconFormat.holds(word);
  }

  /**
   * Writes everything as UTF-8 text. The first line is {@code spark-ner-lexicon 1} with the numbers
   * of words, characters, affixes and phrases, {@code cased} or {@code caseless} for how phrases
   * are compared, and the number of attribute values. The second holds the characters' code points
   * in hexadecimal. Then come one line for each affix, one for each phrase, after its type and a
   * tab, one for each attribute value, and one for each word. The stream stays open.
   */
  public void writeTo(OutputStream out) throws IOException {
    LexiconFormat.write(this, words, out);
  }

  /** Writes the same as gzip. The stream stays open. */
  public void writeCompressedTo(OutputStream out) throws IOException {
    GZIPOutputStream zipped = new GZIPOutputStream(out, BUFFER);
    writeTo(zipped);
    zipped.finish();
  }

  /**
   * Reads what {@link #writeCompressedTo} wrote.
   *
   * @param zipped all bytes of it
   * @throws org.sparkner.error.BadModelException as {@link #readFrom} does, and where it is no gzip
   *     or absurdly longer than its bytes
   */
  public static Lexicon readCompressed(byte[] zipped) throws IOException {
    int most = (int) Math.min(Integer.MAX_VALUE - 8, (long) MOST_RATIO * zipped.length);
    byte[] text;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped), BUFFER)) {
      text = in.readNBytes(most);
      if (in.read() >= 0) {
        throw LexiconFormat.damaged("more than " + MOST_RATIO + " times the bytes of its file");
      }
    } catch (ZipException | EOFException e) {
      throw LexiconFormat.damaged("what is no gzip (" + e.getMessage() + ")");
    }
    return readFrom(new ByteArrayInputStream(text));
  }

  /**
   * Reads what {@link #writeTo} wrote, to the end of the stream.
   *
   * @throws org.sparkner.error.BadModelException if it is anything else, is cut short, or has a
   *     word or character twice
   */
  public static Lexicon readFrom(InputStream in) throws IOException {
    return LexiconFormat.read(in);
  }
}
