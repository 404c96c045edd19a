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

/** Forms of a token that stand for many tokens when it is looked up. */
public final class Normalization {
  private Normalization() {}

  /**
   * The token with each decimal digit of any script (Unicode category Nd) as {@code 0}; the token
   * itself if it has none.
   */
  public static String digitsToZero(String token) {
    int i = firstDigit(token);
    if (i == token.length()) {
      return token;
    }
    StringBuilder normalized = new StringBuilder(token.length()).append(token, 0, i);
    while (i < token.length()) {
      int c = token.codePointAt(i);
      normalized.appendCodePoint(Character.isDigit(c) ? '0' : c);
      i += Character.charCount(c);
    }
    return normalized.toString();
  }

  private static int firstDigit(String token) {
    int i = 0;
    while (i < token.length()) {
      int c = token.codePointAt(i);
      if (Character.isDigit(c)) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }
}
