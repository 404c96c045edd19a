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

/** From code points to ids, in pages of 256 of which only those in use exist. Immutable. */
final class CharacterIds {
  private static final int PAGE = 256;

  private final int[][] pages = new int[Character.MAX_CODE_POINT / PAGE + 1][];

  /**
   * @param characters distinct code points of the ids {@code first}, {@code first + 1}, …
   * @param first the lowest id, at least 1
   */
  CharacterIds(int[] characters, int first) {
    for (int i = 0; i < characters.length; i++) {
      int codePoint = characters[i];
      if (!Character.isValidCodePoint(codePoint) || get(codePoint, 0) != 0) {
        throw new IllegalArgumentException(
            "Characters need to be distinct code points, found "
                + Integer.toHexString(codePoint)
                + ".");
      }
      int page = codePoint / PAGE;
      if (pages[page] == null) {
        pages[page] = new int[PAGE];
      }
      pages[page][codePoint % PAGE] = first + i;
    }
  }

  /** The id of a code point, or {@code otherwise}. */
  int get(int codePoint, int otherwise) {
    int[] page = pages[codePoint / PAGE];
    return page == null || page[codePoint % PAGE] == 0 ? otherwise : page[codePoint % PAGE];
  }
}
