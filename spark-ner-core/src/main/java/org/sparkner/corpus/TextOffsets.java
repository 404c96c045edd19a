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

package org.sparkner.corpus;

import java.util.Arrays;

/** Turns offsets of a text that count code points into UTF-16 indices. */
public final class TextOffsets {
  private final int length;
  private final int[] indices;

  /**
   * @param text any text; takes memory only if it holds surrogate pairs
   */
  public TextOffsets(String text) {
    length = text.codePointCount(0, text.length());
    indices = length == text.length() ? null : new int[length + 1];
    for (int i = 0, index = 0; indices != null && i < length; i++) {
      index += Character.charCount(text.codePointAt(index));
      indices[i + 1] = index;
    }
  }

  /** The UTF-16 index of a code point; for one outside the text, an index outside it too. */
  public int utf16(int codePoint) {
    if (indices == null || codePoint < 0) {
      return codePoint;
    }
    return codePoint <= length ? indices[codePoint] : indices[length] + codePoint - length;
  }

  /** Whether a UTF-16 index lies within the text or at its end, and not inside a surrogate pair. */
  public boolean isBoundary(int utf16) {
    int last = indices == null ? length : indices[length];
    return utf16 >= 0
        && utf16 <= last
        && (indices == null || Arrays.binarySearch(indices, utf16) >= 0);
  }
}
