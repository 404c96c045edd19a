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

import java.util.Set;

/** Finds where web addresses end. */
final class AddressScanner {
  private static final Set<String> DOMAINS =
      Set.of(
          "com", "org", "net", "edu", "gov", "int", "mil", "info", "biz", "io", "co", "uk", "us",
          "ca", "au", "de", "fr", "jp", "cn", "in", "ru", "eu", "ch", "nl", "se", "no", "it", "es",
          "tv", "ly", "me");
  private static final int LONGEST_DOMAIN = 4;
  private static final String[] SCHEMES = {"http://", "https://", "ftp://", "www.", "mailto:"};

  private AddressScanner() {}

  /** The end of the address that begins at {@code i}, or {@code i} if none does. */
  static int urlEnd(String text, int i, int end) {
    char c = (char) (text.charAt(i) | 0x20);
    if (c != 'h' && c != 'w' && c != 'f' && c != 'm') {
      return i;
    }
    for (String scheme : SCHEMES) {
      if (i + scheme.length() < end && text.regionMatches(true, i, scheme, 0, scheme.length())) {
        return restOfUrl(text, i + scheme.length(), end);
      }
    }
    return i;
  }

  /** The end of an address of which the characters before {@code i} are known. */
  static int restOfUrl(String text, int i, int end) {
    int e = i;
    int open = 0;
    while (e < end && isUrlCharacter(text.charAt(e))) {
      open += text.charAt(e) == '(' ? 1 : 0;
      e++;
    }
    while (e > i) {
      char last = text.charAt(e - 1);
      if (last == ')' && open > 0) {
        break;
      }
      if (".,;:!?'\")]*\u2019\u201D\u2026".indexOf(last) < 0) {
        break;
      }
      e--;
    }
    return e;
  }

  private static boolean isUrlCharacter(char c) {
    return !Characters.isSeparator(c) && "<>\"{}|\\^`\u201C\u201D".indexOf(c) < 0;
  }

  /** Whether a dotted word ends with the name of a top-level domain. */
  static boolean endsWithDomain(String text, int begin, int end) {
    int dot = end - 1;
    while (dot > begin && end - dot <= LONGEST_DOMAIN && text.charAt(dot) != '.') {
      dot--;
    }
    return dot > begin && DOMAINS.contains(text.substring(dot + 1, end));
  }
}
