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

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparkner.error.UsageException;

/** The columns that a source can give. */
final class SourceSchema {
  /** Number of the document in its file, from 0. */
  static final String DOCUMENT = "document";

  /** Number of the sentence in its file, from 0. */
  static final String SENTENCE = "sentence";

  /** The tokens. */
  static final String TOKENS = "tokens";

  /** One tag per token. */
  static final String TAGS = "tags";

  /** One attribute per token, where the option {@code attributeColumn} says which column it is. */
  static final String ATTRIBUTES = "attributes";

  private static final DataType STRINGS = new ArrayType(DataTypes.StringType, false);

  private SourceSchema() {}

  /**
   * Document, sentence, tokens, tags, attributes if expected, the other named columns, the corrupt
   * record if expected.
   */
  static StructType of(SourceOptions options) {
    List<StructField> fields = new ArrayList<>();
    fields.add(DataTypes.createStructField(DOCUMENT, DataTypes.IntegerType, true));
    fields.add(DataTypes.createStructField(SENTENCE, DataTypes.IntegerType, true));
    fields.add(DataTypes.createStructField(TOKENS, STRINGS, true));
    fields.add(DataTypes.createStructField(TAGS, STRINGS, true));
    if (options.hasAttributes()) {
      fields.add(DataTypes.createStructField(ATTRIBUTES, STRINGS, true));
    }
    for (int i = 0; i < options.columns().size(); i++) {
      String name = options.columns().get(i);
      if (!name.equals("_") && !options.isRead(i)) {
        add(fields, options, name, STRINGS);
      }
    }
    if (options.mode() == MalformedMode.PERMISSIVE) {
      add(fields, options, options.corruptColumn(), DataTypes.StringType);
    }
    return DataTypes.createStructType(fields);
  }

  private static void add(
      List<StructField> fields, SourceOptions options, String name, DataType type) {
    if (fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name))) {
      throw new UsageException(
          "Column '"
              + name
              + "' of format "
              + options.source()
              + " stands twice; give it another name.");
    }
    fields.add(DataTypes.createStructField(name, type, true));
  }

  /**
   * Checks that every column asked for can be given.
   *
   * @throws UsageException naming the first that cannot
   */
  static void check(StructType expected, SourceOptions options) {
    StructType known = of(options);
    for (StructField field : expected.fields()) {
      boolean same =
          known.getFieldIndex(field.name()).isDefined()
              && DataType.equalsIgnoreNullability(
                  known.apply(field.name()).dataType(), field.dataType());
      if (!same) {
        throw new UsageException(
            "Format "
                + options.source()
                + " has no column '"
                + field.name()
                + "' of type "
                + field.dataType().catalogString()
                + "; it has "
                + known.toDDL()
                + ".");
      }
    }
  }
}
