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

package org.sparkner.spark;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparkner.error.UsageException;
import scala.collection.JavaConverters;

/**
 * A column that a stage reads, found in a schema as Spark SQL would find it: a column of that very
 * name, else a field of a struct by its dotted path; letter case as the session says.
 *
 * @param param the stage's param that names the column
 * @param name the column as the user wrote it
 * @param type its type
 * @param position the place of a top-level column in the schema, from 0; -1 for a field of a struct
 */
record InputColumn(String param, String name, DataType type, int position) {

  /**
   * Finds a column.
   *
   * @throws UsageException if there is none of that name
   */
  static InputColumn find(StructType schema, String param, String name) {
    StructField field = field(schema, name);
    if (field != null) {
      int position = Arrays.asList(schema.fields()).indexOf(field);
      return new InputColumn(param, name, field.dataType(), position);
    }
    DataType type = schema;
    for (String part : JavaConverters.seqAsJavaList(UnresolvedAttribute.parseAttributeName(name))) {
      StructField next = type instanceof StructType struct ? field(struct, part) : null;
      if (next == null) {
        throw new UsageException(
            "No column '"
                + name
                + "' to read; "
                + param
                + " wants one of "
                + String.join(", ", schema.fieldNames())
                + ".");
      }
      type = next.dataType();
    }
    return new InputColumn(param, name, type, -1);
  }

  private static StructField field(StructType schema, String name) {
    for (StructField field : schema.fields()) {
      if (SQLConf.get().caseSensitiveAnalysis()
          ? field.name().equals(name)
          : field.name().equalsIgnoreCase(name)) {
        return field;
      }
    }
    return null;
  }

  boolean isTopLevel() {
    return position >= 0;
  }

  /** The column in a dataset of that schema. */
  Column in(Dataset<?> dataset) {
    return dataset.col(isTopLevel() ? quoted(name) : name);
  }

  /** A name that Spark takes for one column whatever characters it has. */
  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  boolean isText() {
    return type.equals(DataTypes.StringType);
  }

  boolean isStrings() {
    return type instanceof ArrayType array && array.elementType().equals(DataTypes.StringType);
  }

  /** Whether it is an array of structs with an integral begin and end and a string type. */
  boolean isSpans() {
    return type instanceof ArrayType array
        && array.elementType() instanceof StructType struct
        && isIntegral(struct, "begin")
        && isIntegral(struct, "end")
        && hasField(struct, "type")
        && struct.apply("type").dataType().equals(DataTypes.StringType);
  }

  private static boolean isIntegral(StructType struct, String name) {
    return hasField(struct, name)
        && (struct.apply(name).dataType().equals(DataTypes.IntegerType)
            || struct.apply(name).dataType().equals(DataTypes.LongType));
  }

  private static boolean hasField(StructType struct, String name) {
    return struct.getFieldIndex(name).isDefined();
  }

  UsageException wrongType(String wanted) {
    return new UsageException(
        "Column '"
            + name
            + "' ("
            + param
            + ") has type "
            + type.catalogString()
            + "; wanted "
            + wanted
            + ".");
  }
}
