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

package org.sparkner.tagger;

/** Turns rising UTF-16 offsets of a text into code-point offsets, in one pass over the text. */
final class CodePointCursor {
  private final String text;
  private int index;
  private int codePoints;

  CodePointCursor(String text) {
    this.text = text;
  }

  /**
   * @param offset UTF-16 offset, not before the last one asked for
   */
  int at(int offset) {
    codePoints += text.codePointCount(index, offset);
    index = offset;
    return codePoints;
  }
}
