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

package org.sparkner.spark.conll;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.util.CaseInsensitiveMap;
import org.apache.spark.sql.catalyst.util.CaseInsensitiveMap$;
import org.apache.spark.sql.internal.SQLConf;
import org.sparkner.corpus.ColumnsFormat;
import org.sparkner.error.UsageException;
import org.sparkner.tags.TagScheme;
import scala.Option;

/**
 * The options of the data source.
 *
 * @param columns names of the columns of the file in their order; empty where they have none
 * @param tokenColumn index of the token's column, from the end as -1, -2, …; null to detect
 * @param tagColumn index of the tag's column, likewise
 * @param attributeColumn index of the column of attributes, likewise; null for none
 * @param comments which lines are comments
 * @param scheme to convert tags to; null to keep them
 * @param keepDocumentStarts whether a document-start line is a sentence of one token
 * @param mode what becomes of malformed sentences
 * @param corruptColumn name of the corrupt-record column
 */
record ConllOptions(
    List<String> columns,
    Integer tokenColumn,
    Integer tagColumn,
    Integer attributeColumn,
    ColumnsFormat.Comments comments,
    TagScheme scheme,
    boolean keepDocumentStarts,
    MalformedMode mode,
    String corruptColumn)
    implements Serializable {

  /**
   * Reads the options that a user set.
   *
   * @throws UsageException naming the option, its value and the values wanted
   */
  static ConllOptions of(scala.collection.immutable.Map<String, String> options) {
    CaseInsensitiveMap<String> map = CaseInsensitiveMap$.MODULE$.apply(options);
    List<String> columns = columns(get(map, "columns", ""));
    String attributes = get(map, "attributeColumn", null);
    return new ConllOptions(
        columns,
        column("tokenColumn", get(map, "tokenColumn", null), columns, "token"),
        tagColumn(get(map, "tagColumn", null), columns),
        attributes == null ? null : column("attributeColumn", attributes, columns),
        comments(get(map, "comments", "auto")),
        scheme(get(map, "scheme", "keep")),
        keepDocumentStarts(get(map, "docstart", "skip")),
        mode(get(map, "mode", MalformedMode.FAILFAST.name())),
        get(map, "columnNameOfCorruptRecord", SQLConf.get().columnNameOfCorruptRecord()));
  }

  /** How the core is to read the files. */
  ColumnsFormat format() {
    return ColumnsFormat.of(tokenColumn, tagColumn)
        .withAttributeColumn(attributeColumn)
        .withComments(comments);
  }

  private static String get(CaseInsensitiveMap<String> map, String key, String otherwise) {
    Option<String> value = map.get(key);
    return value.isDefined() ? value.get() : otherwise;
  }

  private static List<String> columns(String value) {
    if (value.isBlank()) {
      return List.of();
    }
    List<String> names = Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isEmpty() || (!name.equals("_") && !seen.add(name))) {
        throw wrong("columns", value, "distinct names with commas between, _ for one to leave out");
      }
    }
    return names;
  }

  /** The last of the named columns where none is said to be of tags. */
  private static Integer tagColumn(String value, List<String> columns) {
    Integer column = column("tagColumn", value, columns, "tag");
    return column == null && !columns.isEmpty() ? Integer.valueOf(-1) : column;
  }

  private static Integer column(
      String option, String value, List<String> columns, String usualName) {
    if (value == null) {
      int index = columns.indexOf(usualName);
      return index < 0 ? null : Integer.valueOf(index);
    }
    return column(option, value, columns);
  }

  private static Integer column(String option, String value, List<String> columns) {
    int index = columns.indexOf(value.strip());
    if (index >= 0) {
      return index;
    }
    try {
      return Integer.valueOf(value.strip());
    } catch (NumberFormatException e) {
      throw wrong(
          option,
          value,
          "a column's number from 0, from the end as -1, or one of the names in the option"
              + " columns "
              + columns);
    }
  }

  private static ColumnsFormat.Comments comments(String value) {
    return ColumnsFormat.Comments.named(value)
        .orElseThrow(() -> wrong("comments", value, "auto, hash or none"));
  }

  private static TagScheme scheme(String value) {
    return switch (value.toUpperCase(Locale.ROOT)) {
      case "KEEP" -> null;
      case "IOB1" -> TagScheme.IOB1;
      case "IOB2" -> TagScheme.IOB2;
      case "BIOES" -> TagScheme.BIOES;
      default -> throw wrong("scheme", value, "keep, IOB1, IOB2 or BIOES");
    };
  }

  private static boolean keepDocumentStarts(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "skip" -> false;
      case "keep" -> true;
      default -> throw wrong("docstart", value, "skip or keep");
    };
  }

  private static MalformedMode mode(String value) {
    try {
      return MalformedMode.valueOf(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw wrong("mode", value, "FAILFAST, DROPMALFORMED or PERMISSIVE");
    }
  }

  private static UsageException wrong(String option, String found, String wanted) {
    return new UsageException(
        "Option " + option + " of the conll source is '" + found + "'; wanted " + wanted + ".");
  }
}
