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

/**
 * What a word's upper and lower case say of it (Collobert et al. 2011, section 4.5). Case, letters
 * and digits are Unicode's; letters of scripts without case count as lower case.
 */
public enum Capitalisation {
  /** Neither a letter nor a digit. */
  SIGNS,
  /** Digits and no letter. */
  NUMBER,
  /** Letters and digits. */
  MIXED_WITH_DIGITS,
  /** Only lower case. */
  LOWER,
  /** Upper case at its first letter alone. */
  INITIAL,
  /** Only upper case, of two letters at least. */
  UPPER,
  /** Upper case in another place. */
  MIXED;

  /** The class of a word. */
  public static Capitalisation of(String word) {
    int letters = 0;
    int upper = 0;
    int digits = 0;
    boolean initial = false;
    int next;
    for (int i = 0; i < word.length(); i += Character.charCount(next)) {
      next = word.codePointAt(i);
      if (Character.isLetter(next)) {
        boolean capital = Character.isUpperCase(next) || Character.isTitleCase(next);
        initial |= capital && letters == 0;
        upper += capital ? 1 : 0;
        letters++;
      } else if (Character.isDigit(next)) {
        digits++;
      }
    }
    if (letters == 0) {
      return digits == 0 ? SIGNS : NUMBER;
    }
    if (digits > 0) {
      return MIXED_WITH_DIGITS;
    }
    if (upper == 0) {
      return LOWER;
    }
    if (upper == 1 && initial) {
      return INITIAL;
    }
    return upper == letters ? UPPER : MIXED;
  }
}
