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

package org.sparkner.option.generate;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a limited length. */
final class Filled {
  /** Columns of a line of every file that is written. */
  static final int COLUMNS = 100;

  private Filled() {}

  /** The words of a text, as many in each line as it holds. */
  static List<String> lines(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The same with something before each line. */
  static String after(String prefix, String text) {
    StringBuilder filled = new StringBuilder();
    for (String line : lines(text, COLUMNS - prefix.length())) {
      filled.append(prefix).append(line).append('\n');
    }
    return filled.toString();
  }
}
