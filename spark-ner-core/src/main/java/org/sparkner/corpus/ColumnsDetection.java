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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparkner.corpus.ColumnsFormat.Comments;
import org.sparkner.corpus.ColumnsFormat.Separator;
import org.sparkner.error.BadDataException;
import org.sparkner.tags.TagCounts;
import org.sparkner.tags.TagSpelling;

/** Settles what a {@link ColumnsFormat} leaves open, by the first lines of a file. */
final class ColumnsDetection {
  private static final Pattern GLOBAL_COLUMNS = Pattern.compile("#\\s*global\\.columns\\s*=(.*)");
  private static final Pattern JSON = Pattern.compile("\\s*(\\[\\s*)?\\{\\s*\"\\w+\"\\s*:");
  private static final Pattern QUOTED = Pattern.compile("([\"']).+\\1");
  static final int CONLLU_COLUMNS = 10;
  static final int UPOS = 3;

  /** Lines by which a first column that does not change is known to be no column of tokens. */
  private static final int LINES_TO_TELL = 4;

  /** Lines by which it is known so from digits in each, or without any. */
  private static final int MORE_LINES_TO_TELL = 10;

  private final List<String> lines;
  private final ColumnsFormat format;
  private final String name;
  private ColumnNames names;
  private String header;
  private boolean tabs;
  private int columns;
  private int firstLine;

  /** The fields of the token lines, sentence by sentence. */
  private final List<List<List<String>>> sentences = new ArrayList<>();

  ColumnsDetection(List<String> lines, ColumnsFormat format, String name) {
    this.lines = lines;
    this.format = format;
    this.name = name;
  }

  /** Null if there is no token line. */
  ColumnsLayout layout() {
    int first = firstTokenLine();
    if (first >= 0 && isHeader(lines.get(first))) {
      header = lines.get(first);
      first = firstTokenLine();
    }
    if (first < 0) {
      return null;
    }
    firstLine = first + 1;
    refuseJson(lines.get(first));
    tabs =
        format.separator() == Separator.DETECT
            ? lines.get(first).indexOf('\t') >= 0
            : format.separator() == Separator.TAB;
    columns = ColumnsLayout.split(lines.get(first), tabs).size();
    readSentences();
    refuseCommas();
    names = names != null && names.size() == columns ? names : null;
    refuseSentencesByColumn();
    boolean numbered = isNumbered();
    int token = tokenColumn(numbered);
    int attribute =
        format.attributeColumn() == null
            ? -1
            : ColumnsLayout.column(
                format.attributeColumn(), columns, name + ": no attribute column ");
    int tag = tagColumn(numbered, token, attribute);
    refuseQuotes(tag, numbered);
    return ColumnsLayoutBuilder.builder()
        .columns(columns)
        .tokenColumn(token)
        .tagColumn(tag)
        .attributeColumn(attribute)
        .tabs(tabs)
        .numbered(numbered)
        .comments(format.comments())
        .header(header)
        .spelling(tag < 0 ? TagSpelling.PLAIN : tags(tag, numbered).spelling())
        .build();
  }

  private void refuseJson(String line) {
    if (JSON.matcher(line).lookingAt()) {
      throw new BadDataException(
          name
              + ":"
              + firstLine
              + ": found JSON, expected a token and its tag on each line; read it as jsonl.");
    }
  }

  private int firstTokenLine() {
    int hash = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (ColumnsLayout.isBlank(line)
          || ColumnsLayout.isDocumentStart(line)
          || line.equals(header)) {
        continue;
      }
      if (!line.startsWith("#")) {
        return i;
      }
      findNames(line);
      hash = hash < 0 && format.comments() != Comments.HASH ? i : hash;
    }
    boolean columnsInHash =
        hash >= 0
            && ColumnsLayout.split(lines.get(hash), lines.get(hash).indexOf('\t') >= 0).size() > 1;
    return columnsInHash ? hash : -1;
  }

  private void findNames(String comment) {
    Matcher matcher = GLOBAL_COLUMNS.matcher(comment);
    if (matcher.matches()) {
      names = ColumnNames.of(ColumnsLayout.split(matcher.group(1).strip(), false));
    }
  }

  private boolean isHeader(String line) {
    ColumnNames found = ColumnNames.of(ColumnsLayout.split(line, line.indexOf('\t') >= 0));
    names = found == null ? names : found;
    return found != null;
  }

  private void readSentences() {
    List<List<String>> sentence = new ArrayList<>();
    for (String line : lines) {
      if (ColumnsLayout.isBlank(line) || ColumnsLayout.isDocumentStart(line)) {
        sentence = new ArrayList<>();
      } else if (!line.startsWith("#") && !line.equals(header)) {
        if (sentence.isEmpty()) {
          sentences.add(sentence);
        }
        sentence.add(ColumnsLayout.split(line, tabs));
      }
    }
  }

  /** Columns apart by commas or semicolons, which would be taken for tokens. */
  private void refuseCommas() {
    for (String mark : List.of(",", ";")) {
      List<String[]> rows =
          lines.stream()
              .filter(line -> !ColumnsLayout.isBlank(line))
              .map(line -> line.split(mark, -1))
              .toList();
      int fields = rows.get(0).length;
      boolean equal = rows.stream().allMatch(row -> row.length == fields);
      boolean named = fields > 1 && ColumnNames.of(List.of(rows.get(0))) != null;
      TagCounts last = new TagCounts();
      rows.forEach(row -> last.add(List.of(row[row.length - 1])));
      boolean tagged = fields > 1 && columns == 1 && !last.spelling().isPlain();
      if (!tabs && (named || (equal && (tagged || (fields > 2 && columns <= 2))))) {
        throw new BadDataException(
            name
                + ":"
                + firstLine
                + ": found columns apart by '"
                + mark
                + "', expected them separated by tabs or spaces and sentences separated by blank lines;"
                + " convert the file.");
      }
    }
  }

  /** Tags in quotes, as tables are written, which would be taken for labels with them. */
  private void refuseQuotes(int tag, boolean numbered) {
    NavigableSet<String> tags =
        tag < 0 ? Collections.emptyNavigableSet() : tags(tag, numbered).tags();
    // The Penn Treebank has quotes for tags, but other tags beside them.
    if (!tags.isEmpty() && tags.stream().allMatch(found -> QUOTED.matcher(found).matches())) {
      throw new BadDataException(
          name
              + ":"
              + firstLine
              + ": found tags in quotes such as "
              + tags.first()
              + ", expected columns without quotes; convert the file.");
    }
  }

  /** Sentences that a column tells instead of blank lines, which would be taken for one. */
  private void refuseSentencesByColumn() {
    int column = names == null ? -1 : names.sentence();
    if (column < 0 || sentences.size() > 1) {
      return;
    }
    long told =
        sentences.stream()
            .flatMap(List::stream)
            .filter(fields -> fields.size() > column && !fields.get(column).isEmpty())
            .map(fields -> fields.get(column))
            .distinct()
            .count();
    if (told > 1) {
      throw new BadDataException(
          name
              + ":"
              + firstLine
              + ": found sentences told apart by column "
              + column
              + ", expected a blank line between them; convert the file.");
    }
  }

  /**
   * Whether the first column counts the tokens, from 1 or 0, in each sentence or through the file.
   */
  private boolean isNumbered() {
    boolean counted = counts(1, false) || counts(0, false) || counts(1, true) || counts(0, true);
    return counted && (columns > 2 || (columns == 2 && !isOfChunks(1, false)));
  }

  private boolean counts(int first, boolean throughout) {
    int expected = first;
    int tokens = 0;
    int longest = 0;
    for (List<List<String>> sentence : sentences) {
      expected = throughout ? expected : first;
      int length = 0;
      for (List<String> fields : sentence) {
        if (!TokenId.isRangeOrEmptyNode(fields.get(0))) {
          if (!fields.get(0).equals(Integer.toString(expected))) {
            return false;
          }
          expected++;
          length++;
        }
      }
      tokens += length;
      longest = Math.max(longest, length);
    }
    // In few columns, or from 0, a lone number is more likely to be a token.
    boolean usual = columns > 2 && first == 1 && !throughout;
    return usual ? tokens > 0 : longest > 1 && tokens > 2;
  }

  private int tokenColumn(boolean numbered) {
    if (format.tokenColumn() != null) {
      return ColumnsLayout.column(format.tokenColumn(), columns, name + ": no token column ");
    }
    if (names != null) {
      return names.token();
    }
    if (!numbered && columns > 2 && isFirstColumnOfSentences()) {
      throw undecided(
          "'" + sentences.get(0).get(0).get(0) + "' in column 0 of all lines of a sentence",
          "the token there",
          "--token-column (the option tokenColumn of the conll source)");
    }
    if (!numbered && columns > 2 && isFirstColumnOfPlaces()) {
      throw undecided(
          "'"
              + sentences.get(0).get(0).get(0)
              + "' and no other than numbers and places in column 0",
          "the token there",
          "--token-column (the option tokenColumn of the conll source)");
    }
    if (!numbered && columns > 2 && hasTypedChunks(0)) {
      throw undecided(
          "chunk tags in the first of " + columns + " columns",
          "the token there",
          "--token-column and --tag-column (the options tokenColumn and tagColumn of the conll"
              + " source)");
    }
    if (columns == 2 && !numbered && isTagBeforeToken()) {
      return 1;
    }
    return numbered ? 1 : 0;
  }

  /** Whether the first of two columns has the tags, as in the MIT corpora. */
  private boolean isTagBeforeToken() {
    if (format.tagColumn() != null) {
      return format.tagColumn() == 0 || format.tagColumn() == -2;
    }
    return hasTypedChunks(0) && !isOfChunks(1, false);
  }

  /** Whether a column has chunk tags with types, and not outside alone. */
  private boolean hasTypedChunks(int column) {
    TagCounts tags = tags(column, false);
    boolean letters = tags.tags().stream().anyMatch(tag -> !tag.equalsIgnoreCase("O"));
    TagSpelling.Letter letter = tags.spelling().letter();
    boolean typed = letter == TagSpelling.Letter.BEFORE || letter == TagSpelling.Letter.AFTER;
    return letters && typed;
  }

  /**
   * Whether the first column has the same in all lines of each sentence: its id, or the name of its
   * document. One word of letters throughout is a token that is repeated, unless a number follows.
   */
  private boolean isFirstColumnOfSentences() {
    int told = 0;
    boolean numbers = true;
    Set<String> names = new HashSet<>();
    for (List<List<String>> sentence : sentences) {
      String first = sentence.get(0).get(0);
      if (sentence.stream().anyMatch(fields -> !fields.get(0).equals(first))) {
        return false;
      }
      numbers &= hasDigit(first);
      names.add(first);
      told += sentence.size() > 1 ? sentence.size() : 0;
    }
    boolean counted =
        sentences.stream()
            .flatMap(List::stream)
            .allMatch(fields -> fields.size() > 1 && hasDigit(fields.get(1)));
    boolean repeated =
        names.size() == 1
            && !counted
            && names.iterator().next().chars().allMatch(Character::isLetter);
    return !repeated && told >= (numbers ? LINES_TO_TELL : MORE_LINES_TO_TELL);
  }

  /**
   * Whether a digit is in the first column of all lines that have something there, as in offsets
   * and names of tokens.
   */
  private boolean isFirstColumnOfPlaces() {
    List<List<String>> all = sentences.stream().flatMap(List::stream).toList();
    return all.size() >= MORE_LINES_TO_TELL
        && all.stream().allMatch(fields -> fields.get(0).isEmpty() || hasDigit(fields.get(0)));
  }

  private static boolean hasDigit(String field) {
    return field.chars().anyMatch(Character::isDigit);
  }

  private int tagColumn(boolean numbered, int token, int attribute) {
    if (format.tagColumn() != null) {
      return ColumnsLayout.column(format.tagColumn(), columns, name + ": no tag column ");
    }
    if (columns - (numbered ? 1 : 0) < 2) {
      return -1;
    }
    if (names != null && names.tag() >= 0) {
      return names.tag();
    }
    // Beside it GermEval has the tags of nested entities, Universal NER those of its annotators.
    if (numbered && token == 1 && isOfChunks(2, true)) {
      return 2;
    }
    for (int column = columns - 1; column >= 0; column--) {
      if (column != token && column != attribute && isOfChunks(column, numbered)) {
        return column;
      }
    }
    if (names != null && names.upos() >= 0) {
      return names.upos();
    }
    if (!numbered || columns == 3) {
      return columns - 1;
    }
    if (tabs && columns == CONLLU_COLUMNS) {
      return UPOS;
    }
    throw undecided(
        "numbered tokens with " + columns + " columns",
        "chunk tags in one of them",
        "--tag-column (the option tagColumn of the conll source)");
  }

  /** Whether chunk tags are in a column, or O often enough for it to be one of labels. */
  private boolean isOfChunks(int column, boolean numbered) {
    if (numbered && column == 0) {
      return false;
    }
    TagCounts tags = tags(column, numbered);
    long all = tags.tags().stream().mapToLong(tags::count).sum();
    return all > 0
        && (tags.odd().isPresent() || !tags.spelling().isPlain() || 4 * tags.count("O") >= all);
  }

  private TagCounts tags(int column, boolean numbered) {
    TagCounts tags = new TagCounts();
    for (List<List<String>> sentence : sentences) {
      for (List<String> fields : sentence) {
        boolean skipped = numbered && TokenId.isRangeOrEmptyNode(fields.get(0));
        if (fields.size() == columns && !skipped) {
          tags.add(List.of(fields.get(column)));
        }
      }
    }
    return tags;
  }

  private BadDataException undecided(String found, String expected, String option) {
    return new BadDataException(
        name
            + ":"
            + firstLine
            + ": found "
            + found
            + ", expected "
            + expected
            + "; say by "
            + option
            + " which column it is.");
  }
}
