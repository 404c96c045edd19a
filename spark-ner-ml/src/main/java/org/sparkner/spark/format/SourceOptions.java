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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.util.CaseInsensitiveMap;
import org.apache.spark.sql.catalyst.util.CaseInsensitiveMap$;
import org.apache.spark.sql.internal.SQLConf;
import org.sparkner.corpus.ColumnsFormat;
import org.sparkner.corpus.CorpusOptions;
import org.sparkner.corpus.RegisteredFormat;
import org.sparkner.error.UsageException;
import org.sparkner.tags.TagScheme;
import scala.Option;

/**
 * The options of a source.
 *
 * @param source name by which Spark knows it
 * @param format of the files
 * @param reading how the core is to read them; columns of CoNLL are numbers
 * @param columns names of the columns of CoNLL in their order; empty where they have none
 * @param scheme to convert tags to; null to keep them
 * @param keepDocumentStarts whether a document-start line of CoNLL is a sentence of one token
 * @param mode what becomes of malformed sentences
 * @param corruptColumn name of the corrupt-record column
 */
record SourceOptions(
    String source,
    RegisteredFormat format,
    CorpusOptions reading,
    List<String> columns,
    TagScheme scheme,
    boolean keepDocumentStarts,
    MalformedMode mode,
    String corruptColumn)
    implements Serializable {
  /** All options that say something of the files; each source heeds some. */
  private static final List<String> OF_FILES =
      List.of(
          "columns",
          "tokenColumn",
          "tagColumn",
          "attributeColumn",
          "comments",
          "docstart",
          "language");

  /** What a user set, with the name of the source for messages. */
  private record Given(String source, CaseInsensitiveMap<String> options) {
    String get(String key, String otherwise) {
      Option<String> value = options.get(key);
      return value.isDefined() ? value.get() : otherwise;
    }

    UsageException wrong(String option, String found, String needed) {
      return new UsageException(
          "Option "
              + option
              + " of format "
              + source
              + " is '"
              + found
              + "'; it needs "
              + needed
              + ".");
    }
  }

  /**
   * Reads the options that a user set.
   *
   * @param heeded those of {@link #OF_FILES} that the source takes
   * @throws UsageException naming the option, its value and the values that it needs
   */
  static SourceOptions of(
      String source,
      RegisteredFormat format,
      Set<String> heeded,
      scala.collection.immutable.Map<String, String> options) {
    Given given = new Given(source, CaseInsensitiveMap$.MODULE$.apply(options));
    requireHeeded(given, heeded);
    List<String> columns = columns(given);
    CorpusOptions reading =
        new CorpusOptions(
            given.get("language", CorpusOptions.DEFAULT.language()),
            given.get("tokenColumn", null),
            given.get("tagColumn", null),
            given.get("attributeColumn", null),
            comments(given));
    SourceOptions parsed =
        new SourceOptions(
            source,
            format,
            format == RegisteredFormat.CONLL ? numbered(given, reading, columns) : reading,
            columns,
            scheme(given),
            keepDocumentStarts(given),
            mode(given),
            given.get("columnNameOfCorruptRecord", SQLConf.get().columnNameOfCorruptRecord()));
    format.with(parsed.reading);
    return parsed;
  }

  private static void requireHeeded(Given given, Set<String> heeded) {
    for (String option : OF_FILES) {
      if (!heeded.contains(option) && given.get(option, null) != null) {
        throw new UsageException(
            "Option "
                + option
                + " is not for format "
                + given.source
                + ", which takes "
                + String.join(", ", new TreeSet<>(heeded))
                + ", scheme, mode and columnNameOfCorruptRecord; leave it out.");
      }
    }
  }

  /** Whether attributes are read. */
  boolean hasAttributes() {
    return reading.attributeColumn() != null;
  }

  /** The column of attributes of CoNLL, from 0, or from the end as -1. */
  int attributeIndex() {
    return Integer.parseInt(reading.attributeColumn());
  }

  /** Whether the column of CoNLL is that of the token, the tag or the attribute. */
  boolean isRead(int index) {
    return isAt(index, reading.tokenColumn() == null ? "0" : reading.tokenColumn())
        || isAt(index, reading.tagColumn() == null ? "-1" : reading.tagColumn())
        || (hasAttributes() && isAt(index, reading.attributeColumn()));
  }

  private boolean isAt(int index, String column) {
    return index == Math.floorMod(Integer.parseInt(column), columns.size());
  }

  private static List<String> columns(Given given) {
    String value = given.get("columns", "");
    if (value.isBlank()) {
      return List.of();
    }
    List<String> names = Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isEmpty() || (!name.equals("_") && !seen.add(name))) {
        throw given.wrong(
            "columns", value, "distinct names with commas between, _ for one to leave out");
      }
    }
    return names;
  }

  /** The columns of CoNLL by their numbers; that of tags is the last of named ones. */
  private static CorpusOptions numbered(Given given, CorpusOptions reading, List<String> columns) {
    String token = column(given, "tokenColumn", reading.tokenColumn(), columns, "token");
    String tag = column(given, "tagColumn", reading.tagColumn(), columns, "tag");
    return reading
        .withTokenColumn(token)
        .withTagColumn(tag == null && !columns.isEmpty() ? "-1" : tag)
        .withAttributeColumn(
            column(given, "attributeColumn", reading.attributeColumn(), columns, null));
  }

  /**
   * @param usual name of the column where the option is not set, or null
   */
  private static String column(
      Given given, String option, String value, List<String> columns, String usual) {
    if (value == null && usual == null) {
      return null;
    }
    int index = columns.indexOf(value == null ? usual : value.strip());
    if (value == null || index >= 0) {
      return index < 0 ? null : Integer.toString(index);
    }
    try {
      return Integer.valueOf(value.strip()).toString();
    } catch (NumberFormatException e) {
      throw given.wrong(
          option,
          value,
          "a column's number from 0, from the end as -1, or one of the names in the option"
              + " columns "
              + columns);
    }
  }

  private static ColumnsFormat.Comments comments(Given given) {
    String value = given.get("comments", "auto");
    return ColumnsFormat.Comments.named(value)
        .orElseThrow(() -> given.wrong("comments", value, "auto, hash or none"));
  }

  private static TagScheme scheme(Given given) {
    String value = given.get("scheme", "keep");
    return switch (value.toUpperCase(Locale.ROOT)) {
      case "KEEP" -> null;
      case "IOB1" -> TagScheme.IOB1;
      case "IOB2" -> TagScheme.IOB2;
      case "BIOES" -> TagScheme.BIOES;
      default -> throw given.wrong("scheme", value, "keep, IOB1, IOB2 or BIOES");
    };
  }

  private static boolean keepDocumentStarts(Given given) {
    String value = given.get("docstart", "skip");
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "skip" -> false;
      case "keep" -> true;
      default -> throw given.wrong("docstart", value, "skip or keep");
    };
  }

  private static MalformedMode mode(Given given) {
    String value = given.get("mode", MalformedMode.FAILFAST.name());
    try {
      return MalformedMode.valueOf(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw given.wrong("mode", value, "FAILFAST, DROPMALFORMED or PERMISSIVE");
    }
  }
}
