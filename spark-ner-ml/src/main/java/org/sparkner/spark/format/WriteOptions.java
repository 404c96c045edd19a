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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.util.CaseInsensitiveMap;
import org.apache.spark.sql.catalyst.util.CaseInsensitiveMap$;
import org.apache.spark.sql.catalyst.util.CompressionCodecs;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkner.error.UsageException;
import scala.Option;

/** The options of writing, and the columns of the rows that they name. */
final class WriteOptions {
  private final String format;
  private final CaseInsensitiveMap<String> options;
  private final StructType schema;

  /**
   * @param format by which Spark knows it, for messages
   * @param schema of the rows
   */
  WriteOptions(
      String format, scala.collection.immutable.Map<String, String> options, StructType schema) {
    this.format = format;
    this.options = CaseInsensitiveMap$.MODULE$.apply(options);
    this.schema = schema;
  }

  String get(String option, String otherwise) {
    Option<String> value = options.get(option);
    return value.isDefined() ? value.get() : otherwise;
  }

  /** Has the files compressed as the option {@code compression} says, by default not. */
  void compress(Configuration hadoop) {
    String name = get("compression", "none");
    CompressionCodecs.setCodecConfiguration(hadoop, CompressionCodecs.getCodecClassName(name));
  }

  /** What the option {@code style} says. */
  AnnotationStyle style() {
    String name = get("style", "spacy");
    return Arrays.stream(AnnotationStyle.values())
        .filter(style -> style.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "Option style of format "
                        + format
                        + " is '"
                        + name
                        + "'; it needs spacy or bio."));
  }

  StructType schema() {
    return schema;
  }

  /** The names of all columns that are arrays of strings. */
  List<String> arraysOfStrings() {
    return Arrays.stream(schema.fields())
        .filter(field -> isStrings(field.dataType()))
        .map(field -> field.name())
        .toList();
  }

  static boolean isStrings(DataType type) {
    return type instanceof ArrayType array && array.elementType().equals(DataTypes.StringType);
  }

  /** Whether there is a column of this name. */
  boolean has(String name) {
    return find(name) >= 0;
  }

  /**
   * The place of a column.
   *
   * @param expected its type, for messages
   * @throws UsageException if there is none of this name
   */
  int column(String name, String expected) {
    int index = find(name);
    if (index < 0) {
      throw new UsageException(
          "Format "
              + format
              + " needs a column '"
              + name
              + "' of "
              + expected
              + "; the rows have "
              + String.join(", ", schema.fieldNames())
              + ". Another column is named by the options that end with Col.");
    }
    return index;
  }

  /**
   * The place of a column of arrays of strings.
   *
   * @throws UsageException if there is none of this name and type
   */
  int strings(String name) {
    int index = column(name, "array<string>");
    if (!isStrings(schema.apply(index).dataType())) {
      throw wrongType(index, "array<string>");
    }
    return index;
  }

  UsageException wrongType(int index, String expected) {
    return new UsageException(
        "Column '"
            + schema.apply(index).name()
            + "' is "
            + schema.apply(index).dataType().catalogString()
            + "; format "
            + format
            + " needs "
            + expected
            + ".");
  }

  private int find(String name) {
    List<String> names = Arrays.asList(schema.fieldNames());
    int index = names.indexOf(name);
    return index >= 0
        ? index
        : names.stream()
            .map(each -> each.toLowerCase(Locale.ROOT))
            .toList()
            .indexOf(name.toLowerCase(Locale.ROOT));
  }
}
