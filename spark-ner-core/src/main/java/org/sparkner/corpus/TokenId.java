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

/**
 * The ID column of CoNLL-U: {@code 3}, {@code 3-4} for a multi-word range, {@code 3.1} for an empty
 * node.
 */
final class TokenId {
  private TokenId() {}

  /** Whether the line of this ID is no word of its own. */
  static boolean isRangeOrEmptyNode(String id) {
    int mark = Math.max(id.indexOf('-'), id.indexOf('.'));
    return mark > 0 && isNumber(id.substring(0, mark)) && isNumber(id.substring(mark + 1));
  }

  static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
