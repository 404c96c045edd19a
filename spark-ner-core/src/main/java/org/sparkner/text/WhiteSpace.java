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

package org.sparkner.text;

/**
 * What no splitter puts into a token: white space of any kind (no-break, zero-width and ideographic
 * spaces too), control characters, the byte-order mark, and invisible characters by themselves.
 * Wherever tokens are read that somebody else has split, those of nothing else are left out, so
 * that a text has the same words by whatever way it comes in.
 */
public final class WhiteSpace {
  private WhiteSpace() {}

  /** Whether a text has at least one character and a splitter would find no token in it. */
  public static boolean isAll(CharSequence text) {
    return !text.isEmpty() && text.chars().allMatch(c -> isOne((char) c));
  }

  /** Whether a range of a text, which may be empty, has no token. */
  public static boolean isAll(CharSequence text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (!isOne(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A text without such characters. */
  public static String removed(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!isOne(text.charAt(i))) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  private static boolean isOne(char c) {
    return Characters.isSeparator(c) || Characters.isIgnorable(c);
  }
}
