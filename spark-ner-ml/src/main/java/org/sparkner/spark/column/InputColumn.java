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

package org.sparkner.spark.column;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkner.error.UsageException;
import scala.collection.JavaConverters;

/**
 * A column that a stage reads, found in a schema as Spark SQL would find it: a column of that very
 * name, else a field of a struct by its dotted path; letter case as the session says, and where two
 * names differ in it alone, the one that is spelled so.
 *
 * @param param the stage's param that names the column
 * @param name the column as the user wrote it
 * @param type its type
 * @param path where it stands
 */
public record InputColumn(String param, String name, DataType type, FieldPath path) {

  /**
   * Finds a column.
   *
   * @throws UsageException if there is none of that name, or more than one
   */
  public static InputColumn find(StructType schema, String param, String name) {
    if (!places(schema, name).isEmpty()) {
      return find(schema, param, name, List.of(name));
    }
    return find(schema, param, name, parts(name));
  }

  private static InputColumn find(
      StructType schema, String param, String name, List<String> parts) {
    DataType type = schema;
    List<FieldPath.Step> steps = new ArrayList<>();
    for (String part : parts) {
      StructType struct = type instanceof StructType ? (StructType) type : new StructType();
      List<Integer> places = places(struct, part);
      if (places.isEmpty()) {
        throw new UsageException(
            "No column '"
                + name
                + "' to read; "
                + param
                + " needs one of "
                + String.join(", ", schema.fieldNames())
                + ".");
      }
      if (places.size() > 1) {
        throw new UsageException(
            places.size()
                + " columns are called '"
                + name
                + "', and "
                + param
                + " needs one; give the one to read another name.");
      }
      type = struct.fields()[places.get(0)].dataType();
      steps.add(new FieldPath.Step(places.get(0), struct.length()));
    }
    return new InputColumn(param, name, type, new FieldPath(List.copyOf(steps)));
  }

  private static List<String> parts(String name) {
    try {
      return JavaConverters.seqAsJavaList(UnresolvedAttribute.parseAttributeName(name));
    } catch (Exception e) {
      if (e instanceof AnalysisException) { // which Java does not know to be thrown: a lone `
        return List.of(name);
      }
      throw e;
    }
  }

  /** Where the fields of a name stand. */
  private static List<Integer> places(StructType struct, String name) {
    List<Integer> exact = places(struct, name, String::equals);
    return exact.isEmpty() ? places(struct, name, InputColumn::same) : exact;
  }

  private static List<Integer> places(
      StructType struct, String name, BiPredicate<String, String> same) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < struct.length(); i++) {
      if (same.test(struct.fields()[i].name(), name)) {
        places.add(i);
      }
    }
    return places;
  }

  /** Whether the session takes two names for one. */
  public static boolean same(String one, String other) {
    return SQLConf.get().caseSensitiveAnalysis() ? one.equals(other) : one.equalsIgnoreCase(other);
  }

  /** The column in a dataset of that schema. */
  public Column in(Dataset<?> dataset) {
    return path.in(dataset);
  }

  public boolean isText() {
    return type.equals(DataTypes.StringType);
  }

  public boolean isStrings() {
    return type instanceof ArrayType array && array.elementType().equals(DataTypes.StringType);
  }

  /** Whether it is an array of structs with an integral begin and end and a string type. */
  public boolean isSpans() {
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

  public UsageException wrongType(String expected) {
    return new UsageException(
        "Column '"
            + name
            + "' ("
            + param
            + ") has type "
            + type.catalogString()
            + "; expected "
            + expected
            + ".");
  }
}
