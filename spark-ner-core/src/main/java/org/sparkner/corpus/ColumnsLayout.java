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

import java.util.ArrayList;
import java.util.List;
import org.sparkner.corpus.ColumnsFormat.Comments;
import org.sparkner.corpus.ColumnsFormat.Separator;
import org.sparkner.error.BadDataException;

/**
 * The columns of one file, settled: parses its lines. Immutable.
 *
 * @param columns columns of every token line, at least 1
 * @param tokenColumn column of the token, from 0, below {@code columns}
 * @param tagColumn column of the tag, from 0, below {@code columns}
 * @param posColumn column of a further label, from 0, below {@code columns}; -1 for none
 * @param tabs whether columns are apart by one tab each rather than by spaces and tabs
 * @param numbered whether the first column numbers the tokens of a sentence
 * @param comments as in {@link ColumnsFormat}
 */
public record ColumnsLayout(
    int columns,
    int tokenColumn,
    int tagColumn,
    int posColumn,
    boolean tabs,
    boolean numbered,
    Comments comments) {

  /** Token lines that {@link #detect} looks at. */
  static final int SAMPLE_LINES = 100;

  private static final String DOCUMENT_START = "-DOCSTART-";

  public ColumnsLayout {
    if (Math.min(tokenColumn, tagColumn) < 0
        || Math.max(posColumn, Math.max(tokenColumn, tagColumn)) >= columns) {
      throw new IllegalArgumentException(
          "Columns "
              + tokenColumn
              + ", "
              + tagColumn
              + " and "
              + posColumn
              + " want to be below "
              + columns
              + ".");
    }
  }

  /**
   * Settles what the format leaves open, by the first lines of a file.
   *
   * <ol>
   *   <li>The first line that is neither blank, nor a document start, nor begins with {@code #}
   *       gives the separator (a tab if it holds one) and the number of columns; if every line
   *       begins with {@code #}, the first of them does.
   *   <li>The first column numbers the tokens if there are at least three columns and in all of the
   *       lines seen it counts 1, 2, 3, … from each sentence's start. Then ranges and empty nodes,
   *       numbered {@code 1-2} and {@code 1.1}, are skipped as in CoNLL-U, the token is in column 1
   *       and the tag in column 2 (Universal NER); else in the first and the last.
   * </ol>
   *
   * @param lines the first lines of the file, at most as many as needed
   * @param name of the file, for messages
   * @return null if there is no token line among them
   * @throws BadDataException if the format names a column that the file does not have
   */
  public static ColumnsLayout detect(List<String> lines, ColumnsFormat format, String name) {
    String first = firstTokenLine(lines, format.comments());
    if (first == null) {
      return null;
    }
    boolean tabs =
        format.separator() == Separator.DETECT
            ? first.indexOf('\t') >= 0
            : format.separator() == Separator.TAB;
    int columns = split(first, tabs).size();
    boolean numbered = columns >= 3 && isNumbered(lines, tabs);
    return new ColumnsLayout(
        columns,
        column(format.tokenColumn(), numbered ? 1 : 0, columns, name + ": no token column "),
        column(format.tagColumn(), numbered ? 2 : columns - 1, columns, name + ": no tag column "),
        format.posColumn() == null
            ? -1
            : column(format.posColumn(), -1, columns, name + ": no part-of-speech column "),
        tabs,
        numbered,
        format.comments());
  }

  private static String firstTokenLine(List<String> lines, Comments comments) {
    String hash = null;
    for (String line : lines) {
      if (isBlank(line) || isDocumentStart(line)) {
        continue;
      }
      if (!line.startsWith("#")) {
        return line;
      }
      hash = hash == null && comments != Comments.HASH ? line : hash;
    }
    return hash != null && split(hash, hash.indexOf('\t') >= 0).size() > 1 ? hash : null;
  }

  private static boolean isNumbered(List<String> lines, boolean tabs) {
    int expected = 1;
    boolean any = false;
    for (String line : lines) {
      if (isBlank(line)) {
        expected = 1;
      } else if (!line.startsWith("#") && !isDocumentStart(line)) {
        String id = split(line, tabs).get(0);
        if (!TokenId.isRangeOrEmptyNode(id)) {
          if (!id.equals(Integer.toString(expected))) {
            return false;
          }
          expected++;
          any = true;
        }
      }
    }
    return any;
  }

  private static int column(Integer wanted, int detected, int columns, String missing) {
    int column = wanted == null ? detected : wanted < 0 ? columns + wanted : wanted;
    if (column < 0 || column >= columns) {
      throw new BadDataException(
          missing
              + wanted
              + ": found "
              + columns
              + " columns in the first token line, wanted one of 0 to "
              + (columns - 1)
              + ", or -1 for the last.");
    }
    return column;
  }

  /** Parses a line without its end. */
  public ColumnsLine parse(String line) {
    if (isBlank(line)) {
      return new ColumnsLine.Blank();
    }
    if (isDocumentStart(line)) {
      return new ColumnsLine.DocumentStart();
    }
    if (isComment(line)) {
      return new ColumnsLine.Comment();
    }
    List<String> fields = split(line, tabs);
    if (fields.size() != columns) {
      return new ColumnsLine.Malformed(
          fields.size() + (fields.size() == 1 ? " column" : " columns"),
          columns + " apart by " + (tabs ? "tabs" : "spaces") + " as in the first token line");
    }
    if (numbered && TokenId.isRangeOrEmptyNode(fields.get(0))) {
      return new ColumnsLine.Comment();
    }
    String token = fields.get(tokenColumn);
    String tag = fields.get(tagColumn);
    if (tag.isEmpty()) {
      return new ColumnsLine.Malformed("an empty tag", "a tag in column " + tagColumn);
    }
    if (posColumn >= 0 && fields.get(posColumn).isEmpty()) {
      return new ColumnsLine.Malformed("an empty column " + posColumn, "a part of speech in it");
    }
    if (token.isEmpty()) {
      return new ColumnsLine.EmptyToken(tag, fields);
    }
    return new ColumnsLine.Token(token, tag, fields);
  }

  private boolean isComment(String line) {
    return line.startsWith("#")
        && switch (comments) {
          case NONE -> false;
          case HASH -> true;
          case DETECT -> numbered || (tabs && columns > 1 && line.indexOf('\t') < 0);
        };
  }

  private static boolean isDocumentStart(String line) {
    int end = DOCUMENT_START.length();
    return line.startsWith(DOCUMENT_START)
        && (line.length() == end || line.charAt(end) == ' ' || line.charAt(end) == '\t');
  }

  static boolean isBlank(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) != ' ' && line.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }

  private static List<String> split(String line, boolean tabs) {
    return tabs ? splitTabs(line) : splitSpaces(line);
  }

  private static List<String> splitTabs(String line) {
    List<String> fields = new ArrayList<>();
    int begin = 0;
    while (begin <= line.length()) {
      int tab = line.indexOf('\t', begin);
      int end = tab < 0 ? line.length() : tab;
      int from = begin;
      int to = end;
      while (from < to && line.charAt(from) == ' ') {
        from++;
      }
      while (from < to && line.charAt(to - 1) == ' ') {
        to--;
      }
      fields.add(line.substring(from, to));
      begin = end + 1;
    }
    return fields;
  }

  private static List<String> splitSpaces(String line) {
    List<String> fields = new ArrayList<>();
    int begin = -1;
    for (int i = 0; i <= line.length(); i++) {
      boolean space = i == line.length() || line.charAt(i) == ' ' || line.charAt(i) == '\t';
      if (space && begin >= 0) {
        fields.add(line.substring(begin, i));
        begin = -1;
      } else if (!space && begin < 0) {
        begin = i;
      }
    }
    return fields;
  }
}
