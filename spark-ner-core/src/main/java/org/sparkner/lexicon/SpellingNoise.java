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

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * The mistakes of typists and of optical character recognition: a fifth of the words of three
 * letters or more have one. A letter is that of a neighbouring key, or one that looks like it; it
 * is left out, or comes twice; two letters change places. In half of the sentences all accents are
 * missing.
 */
public final class SpellingNoise {
  private static final double CHANGED_WORDS = 0.2;
  private static final int FEWEST_LETTERS = 3;

  /** Of Latin and Greek letters; in other scripts marks are not accents. */
  private static final Pattern ACCENTS = Pattern.compile("(?<=[\\p{IsLatin}\\p{IsGreek}])\\p{Mn}+");

  private static final List<String> KEYS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

  /** What is read as the other one, either way. */
  private static final List<List<String>> ALIKE =
      List.of(
          List.of("rn", "m"),
          List.of("cl", "d"),
          List.of("vv", "w"),
          List.of("l", "1"),
          List.of("I", "l"),
          List.of("i", "l"),
          List.of("o", "0"),
          List.of("O", "0"),
          List.of("S", "5"),
          List.of("B", "8"),
          List.of("e", "c"),
          List.of("h", "b"),
          List.of("ü", "ii"));

  private SpellingNoise() {}

  /**
   * The tokens, as many, some of them misspelled. Numbers and signs stay as they are.
   *
   * @param random decides everything
   */
  public static List<String> of(List<String> tokens, SplittableRandom random) {
    boolean accents = random.nextBoolean();
    List<String> noisy = new ArrayList<>(tokens.size());
    for (String token : tokens) {
      String plain = accents ? token : withoutAccents(token);
      boolean changed = random.nextDouble() < CHANGED_WORDS;
      noisy.add(changed && isWord(plain) ? misspelled(plain, random) : plain);
    }
    return noisy;
  }

  private static String withoutAccents(String token) {
    String bare = ACCENTS.matcher(Normalizer.normalize(token, Normalizer.Form.NFD)).replaceAll("");
    String composed = Normalizer.normalize(bare, Normalizer.Form.NFC);
    return composed.isEmpty() ? token : composed;
  }

  private static boolean isWord(String token) {
    return token.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS;
  }

  private static String misspelled(String word, SplittableRandom random) {
    int count = word.codePointCount(0, word.length());
    int at = word.offsetByCodePoints(0, random.nextInt(count));
    int end = word.offsetByCodePoints(at, 1);
    String before = word.substring(0, at);
    String letter = word.substring(at, end);
    String after = word.substring(end);
    return switch (random.nextInt(5)) {
      case 0 -> before + neighbour(letter, random) + after;
      case 1 -> misread(word, random);
      case 2 -> before + after;
      case 3 -> before + letter + letter + after;
      default -> swapped(before, letter, after);
    };
  }

  private static String swapped(String before, String letter, String after) {
    if (after.isEmpty()) {
      return before + letter;
    }
    int end = after.offsetByCodePoints(0, 1);
    return before + after.substring(0, end) + letter + after.substring(end);
  }

  /** The letter of a key beside, above or below; the same where the keyboard does not have it. */
  private static String neighbour(String letter, SplittableRandom random) {
    String lower = letter.toLowerCase(Locale.ROOT);
    for (int row = 0; row < KEYS.size(); row++) {
      int column = KEYS.get(row).indexOf(lower);
      if (column >= 0) {
        List<String> near = new ArrayList<>();
        addKey(near, row, column - 1);
        addKey(near, row, column + 1);
        addKey(near, row - 1, column);
        addKey(near, row + 1, column);
        String other = near.get(random.nextInt(near.size()));
        return letter.equals(lower) ? other : other.toUpperCase(Locale.ROOT);
      }
    }
    return letter;
  }

  private static void addKey(List<String> keys, int row, int column) {
    if (row >= 0 && row < KEYS.size() && column >= 0 && column < KEYS.get(row).length()) {
      keys.add(KEYS.get(row).substring(column, column + 1));
    }
  }

  private static String misread(String word, SplittableRandom random) {
    List<String> readings = new ArrayList<>();
    for (List<String> pair : ALIKE) {
      addReading(readings, word, pair.get(0), pair.get(1));
      addReading(readings, word, pair.get(1), pair.get(0));
    }
    return readings.isEmpty() ? word : readings.get(random.nextInt(readings.size()));
  }

  private static void addReading(List<String> readings, String word, String from, String to) {
    int at = word.indexOf(from);
    if (at >= 0) {
      readings.add(word.substring(0, at) + to + word.substring(at + from.length()));
    }
  }
}
