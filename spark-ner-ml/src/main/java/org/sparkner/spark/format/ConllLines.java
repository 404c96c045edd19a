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

package org.sparkner.spark.format;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Row;
import org.sparkner.error.BadDataException;

/**
 * A row as CoNLL lines, columns apart by tabs: the tokens, then what else is an array of strings,
 * and last the tags; or in the order of the option {@code columns}, in which {@code token} and
 * {@code tag} are the columns of tokens and tags and {@code _} is one that says nothing. Each row,
 * and each sentence in it, ends with a blank line. White space within a value becomes {@code _},
 * since it would end the value, and so does a value of nothing. A column that is null in a row is
 * left out there.
 *
 * @param tokens column of the tokens
 * @param columns what stands in each column of the file
 * @param id index of the column that names the row, or -1; its values are comments
 */
record ConllLines(TokensColumn tokens, List<Column> columns, int id) implements RowLines {
  private static final String NOTHING = "_";
  private static final int TOKEN = -1;
  private static final int SKIPPED = -2;

  /**
   * A column of the file.
   *
   * @param index in the row, or {@link #TOKEN} or {@link #SKIPPED}
   */
  private record Column(String name, int index) implements Serializable {}

  /** Those that the options name. */
  static ConllLines of(WriteOptions options) {
    String tokens = options.get("tokensCol", "tokens");
    String tags = options.get("tagsCol", "tags");
    List<String> names = new ArrayList<>();
    String given = options.get("columns", "");
    if (given.isBlank()) {
      names.add(tokens);
      options.arraysOfStrings().stream()
          .filter(name -> !name.equalsIgnoreCase(tokens) && !name.equalsIgnoreCase(tags))
          .forEach(names::add);
      if (options.has(tags)) {
        names.add(tags);
      }
    } else {
      Arrays.stream(given.split(",", -1)).map(String::strip).forEach(names::add);
    }
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(column(name, tokens, tags, options));
    }
    String id = options.get("idCol", null);
    return new ConllLines(
        TokensColumn.of(options),
        List.copyOf(columns),
        id == null ? -1 : options.column(id, "the name of the row"));
  }

  private static Column column(String name, String tokens, String tags, WriteOptions options) {
    if (name.equalsIgnoreCase(tokens) || (name.equals("token") && !options.has(name))) {
      return new Column(tokens, TOKEN);
    }
    if (name.equals(NOTHING)) {
      return new Column(name, SKIPPED);
    }
    String column = name.equals("tag") && !options.has(name) ? tags : name;
    return new Column(column, options.strings(column));
  }

  @Override
  public List<String> of(Row row) {
    List<String> lines = new ArrayList<>();
    if (id >= 0) {
      lines.add("# id = " + oneWord(String.valueOf(row.get(id)), " "));
    }
    if (!row.isNullAt(tokens.index())) {
      List<Word> words = tokens.of(row);
      List<List<String>> values = new ArrayList<>();
      for (Column column : columns) {
        if (column.index < 0 || !row.isNullAt(column.index)) {
          values.add(values(column, words, row));
        }
      }
      for (int i = 0; i < words.size(); i++) {
        if (i > 0 && words.get(i).sentence() != words.get(i - 1).sentence()) {
          lines.add("");
        }
        lines.add(line(values, i));
      }
    }
    lines.add("");
    return lines;
  }

  private static String line(List<List<String>> values, int token) {
    StringBuilder line = new StringBuilder();
    for (List<String> column : values) {
      line.append(line.isEmpty() ? "" : "\t").append(value(column.get(token)));
    }
    return line.toString();
  }

  /** The values of a column, as many as words. */
  private static List<String> values(Column column, List<Word> words, Row row) {
    if (column.index == TOKEN) {
      return words.stream().map(Word::text).toList();
    }
    if (column.index == SKIPPED) {
      return Collections.nCopies(words.size(), NOTHING);
    }
    List<String> values = row.getList(column.index);
    if (values.size() != words.size()) {
      throw new BadDataException(
          "found "
              + words.size()
              + " tokens with "
              + values.size()
              + " values in the column "
              + column.name
              + ", expected as many; rename the column, or leave it out, if it has none of tokens");
    }
    return values;
  }

  private static String value(String text) {
    return text == null || text.isEmpty() ? NOTHING : oneWord(text, NOTHING);
  }

  private static String oneWord(String text, String instead) {
    return text.replaceAll("\\s", instead);
  }
}
