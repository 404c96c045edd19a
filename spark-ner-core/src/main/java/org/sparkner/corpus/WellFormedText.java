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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.IntStream;

/**
 * Reads half of a surrogate pair, which an escape of JSON can name but which is no character, as
 * U+FFFD. It is as long, so offsets stay. Tools that cut text within an emoji leave such halves.
 */
final class WellFormedText extends JsonNodeFactory {
  private static final long serialVersionUID = 1L;
  private static final int REPLACEMENT = 0xFFFD;

  WellFormedText() {
    super(false);
  }

  @Override
  public TextNode textNode(String text) {
    return super.textNode(text == null ? null : wellFormed(text));
  }

  static String wellFormed(String text) {
    if (text.codePoints().noneMatch(WellFormedText::isHalf)) {
      return text;
    }
    IntStream points = text.codePoints().map(point -> isHalf(point) ? REPLACEMENT : point);
    return points
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isHalf(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }
}
