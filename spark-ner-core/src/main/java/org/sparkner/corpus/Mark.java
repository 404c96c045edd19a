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

import java.util.List;

/**
 * A span as an annotation tool wrote it.
 *
 * @param begin in whatever unit the tool counts
 * @param end in the same unit, exclusive
 * @param text what the tool says the span covers, or null
 */
record Mark(int begin, int end, String type, String text) {
  TextSpan in(TextOffsets offsets, OffsetUnit unit) {
    return unit == OffsetUnit.CODE_POINTS
        ? new TextSpan(offsets.utf16(begin), offsets.utf16(end), type)
        : new TextSpan(begin, end, type);
  }

  /** The unit by which more marks cover what their tool says they do; that of the tool in doubt. */
  static OffsetUnit unit(String text, List<Mark> marks, OffsetUnit tool, TextOffsets offsets) {
    OffsetUnit other = tool == OffsetUnit.UTF16 ? OffsetUnit.CODE_POINTS : OffsetUnit.UTF16;
    return matches(text, marks, other, offsets) > matches(text, marks, tool, offsets)
        ? other
        : tool;
  }

  private static long matches(String text, List<Mark> marks, OffsetUnit unit, TextOffsets offsets) {
    return marks.stream()
        .filter(
            mark -> {
              TextSpan span = mark.in(offsets, unit);
              return mark.text() != null
                  && span.begin() >= 0
                  && text.startsWith(mark.text(), span.begin())
                  && span.end() - span.begin() == mark.text().length();
            })
        .count();
  }
}
