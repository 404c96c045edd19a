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

package org.sparkner.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Markdown table whose columns are padded, so that it reads as well in a terminal. The first
 * column is text, the others are numbers.
 */
final class MarkdownTable {
  private final List<String[]> rows = new ArrayList<>();

  MarkdownTable(String... header) {
    rows.add(header);
  }

  /** Adds a row of as many cells as the header has. */
  void add(Object... cells) {
    rows.add(
        Arrays.stream(cells)
            .map(cell -> Markdown.cell(String.valueOf(cell)))
            .toArray(String[]::new));
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.get(0).length];
    Arrays.fill(widths, 3);
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], length(row[i]));
      }
    }
    StringBuilder text = new StringBuilder();
    appendRow(text, rows.get(0), widths);
    for (int i = 0; i < widths.length; i++) {
      text.append(i == 0 ? "|:" : "|").append("-".repeat(widths[i] + 1)).append(i == 0 ? "" : ":");
    }
    text.append("|\n");
    rows.stream().skip(1).forEach(row -> appendRow(text, row, widths));
    return text.toString();
  }

  private static void appendRow(StringBuilder text, String[] row, int[] widths) {
    for (int i = 0; i < row.length; i++) {
      String padding = " ".repeat(widths[i] - length(row[i]));
      text.append("| ").append(i == 0 ? row[i] + padding : padding + row[i]).append(' ');
    }
    text.append("|\n");
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
