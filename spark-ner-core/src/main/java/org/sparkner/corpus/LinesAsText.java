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

import java.io.Reader;

/**
 * Lines as one text again. A read gives no more than a line, so that what is being parsed is on the
 * line that the reader of lines names.
 */
final class LinesAsText extends Reader {
  private final LineReader lines;
  private String line;
  private int position;

  /**
   * @param first the line that was read already
   * @param lines the others
   */
  LinesAsText(String first, LineReader lines) {
    this.line = first + "\n";
    this.lines = lines;
  }

  @Override
  public int read(char[] buffer, int from, int length) {
    if (line != null && position == line.length()) {
      String next = lines.next();
      line = next == null ? null : next + "\n";
      position = 0;
    }
    if (line == null) {
      return -1;
    }
    int count = Math.min(length, line.length() - position);
    line.getChars(position, position + count, buffer, from);
    position += count;
    return count;
  }

  @Override
  public void close() {
    lines.close();
  }
}
