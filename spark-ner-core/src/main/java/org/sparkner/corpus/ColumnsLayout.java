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

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sparkner.corpus.ColumnsFormat.Comments;
import org.sparkner.error.BadDataException;
import org.sparkner.tags.TagSpelling;

/**
 * The columns of one file, settled: parses its lines. Immutable.
 *
 * @param columns columns of every token line, at least 1
 * @param tokenColumn column of the token, from 0, below {@code columns}
 * @param tagColumn column of the tag, from 0, below {@code columns}; -1 where there is none
 * @param attributeColumn column of a further label, from 0, below {@code columns}; -1 for none
 * @param tabs whether columns are apart by one tab each rather than by spaces and tabs
 * @param numbered whether the first column numbers the tokens of a sentence
 * @param comments as in {@link ColumnsFormat}
 * @param header the line that names the columns, or null
 * @param spelling of the tags, as far as the first lines show it
 */
@RecordBuilder
public record ColumnsLayout(
    int columns,
    int tokenColumn,
    int tagColumn,
    int attributeColumn,
    boolean tabs,
    boolean numbered,
    Comments comments,
    String header,
    TagSpelling spelling) {

  /** Token lines that {@link #detect} looks at. */
  static final int SAMPLE_LINES = 100;

  private static final String DOCUMENT_START = "-DOCSTART-";

  /** Of CoNLL-2012. */
  private static final Pattern DOCUMENT_OF_2012 = Pattern.compile("#(begin|end) document.*");

  /** Of CoNLL-U and MultiCoNER. */
  private static final Pattern METADATA =
      Pattern.compile(
          "# ((sent_id|text|newdoc|newpar|global\\.columns)\\b.*|id [^ \t]+[ \t]+domain=.*)");

  public ColumnsLayout {
    if (tokenColumn < 0 || Math.max(attributeColumn, Math.max(tokenColumn, tagColumn)) >= columns) {
      throw new IllegalArgumentException(
          "Columns "
              + tokenColumn
              + ", "
              + tagColumn
              + " and "
              + attributeColumn
              + " want to be below "
              + columns
              + ".");
    }
  }

  /**
   * Settles what the format leaves open, by the first lines of a file.
   *
   * <ol>
   *   <li>A header line, in which every column has a usual name such as {@code token} or {@code
   *       tag}, is skipped; it, or {@code # global.columns}, says where the tokens are.
   *   <li>The first line that is neither blank, nor a document start, nor begins with {@code #}
   *       gives the separator (a tab if it holds one) and the number of columns; if every line
   *       begins with {@code #}, the first of them does.
   *   <li>The first column numbers the tokens if in all of the lines seen it counts 1, 2, 3, …, or
   *       from 0, in each sentence or through the file. Then ranges and empty nodes, numbered
   *       {@code 1-2} and {@code 1.1}, are skipped as in CoNLL-U, and the token is in column 1;
   *       else in the first.
   *   <li>The tag is in the column that a header names so; where tokens are numbered in column 2,
   *       if it holds chunk tags; else in the last column of chunk tags, in whatever {@link
   *       TagSpelling}, or in which a quarter of the lines have {@code O}. Without any it is in the
   *       last; where tokens are numbered, in the last of three, and in UPOS of ten apart by tabs,
   *       for that is CoNLL-U.
   * </ol>
   *
   * @param lines the first lines of the file, at most as many as needed
   * @param name of the file, for messages
   * @return null if there is no token line among them
   * @throws BadDataException if the format names a column that the file does not have, or if it
   *     cannot be told where tokens or tags are
   */
  public static ColumnsLayout detect(List<String> lines, ColumnsFormat format, String name) {
    return new ColumnsDetection(lines, format, name).layout();
  }

  /** A column as a format names it. */
  static int column(int expected, int columns, String missing) {
    int column = expected < 0 ? columns + expected : expected;
    if (column < 0 || column >= columns) {
      throw new BadDataException(
          missing
              + expected
              + ": found "
              + columns
              + " columns in the first token line, expected one of 0 to "
              + (columns - 1)
              + ", or -1 for the last.");
    }
    return column;
  }

  /** Whether the columns are those of CoNLL-U, with UPOS for the tag. */
  boolean isConllu() {
    return numbered
        && tabs
        && columns == ColumnsDetection.CONLLU_COLUMNS
        && tagColumn == ColumnsDetection.UPOS;
  }

  /** Whether there is a column of tags. */
  public boolean hasTags() {
    return tagColumn >= 0;
  }

  /**
   * Parses a line without its end.
   *
   * @param first whether no token of its sentence came before
   */
  public ColumnsLine parse(String line, boolean first) {
    if (isBlank(line)) {
      return new ColumnsLine.Blank();
    }
    if (isDocumentStart(line)) {
      return new ColumnsLine.DocumentStart();
    }
    if (line.equals(header) || isComment(line, first)) {
      return new ColumnsLine.Comment();
    }
    if (line.indexOf('\r') >= 0) {
      return new ColumnsLine.Malformed(
          "a carriage return within the line", "lines that end with LF or CRLF; convert the file");
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
    if (token.equalsIgnoreCase(DOCUMENT_START)) {
      return new ColumnsLine.DocumentStart();
    }
    String tag = hasTags() ? fields.get(tagColumn) : null;
    if (hasTags() && tag.isEmpty()) {
      return new ColumnsLine.Malformed("an empty tag", "a tag in column " + tagColumn);
    }
    if (attributeColumn >= 0 && fields.get(attributeColumn).isEmpty()) {
      return new ColumnsLine.Malformed("an empty column " + attributeColumn, "an attribute in it");
    }
    if (token.isEmpty()) {
      return new ColumnsLine.EmptyToken(tag, fields);
    }
    return new ColumnsLine.Token(token, tag, fields);
  }

  private boolean isComment(String line, boolean first) {
    return line.startsWith("#")
        && switch (comments) {
          case NONE -> false;
          case HASH -> true;
          case DETECT ->
              numbered
                  || (tabs && columns > 1 && line.indexOf('\t') < 0)
                  || (first && isRemark(line));
        };
  }

  /**
   * Whether a line above a sentence is no token line though it may look like one: it has another
   * number of columns, or what stands in the place of the tag is none.
   */
  private boolean isRemark(String line) {
    if (DOCUMENT_OF_2012.matcher(line).matches()) {
      return true;
    }
    List<String> fields = split(line, tabs);
    if (fields.size() != columns) {
      return line.startsWith("##") || (line.startsWith("# ") && fields.size() > 1);
    }
    if (!line.startsWith("# ") || columns == 1) {
      return false;
    }
    return hasTags() && !spelling.isPlain()
        ? !spelling.fits(fields.get(tagColumn))
        : METADATA.matcher(line).matches();
  }

  static boolean isDocumentStart(String line) {
    int end = DOCUMENT_START.length();
    return line.regionMatches(true, 0, DOCUMENT_START, 0, end)
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

  static List<String> split(String line, boolean tabs) {
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
