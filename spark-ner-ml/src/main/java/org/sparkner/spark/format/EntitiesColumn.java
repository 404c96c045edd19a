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
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.sparkner.tags.TagScheme;

/**
 * The entities of rows that are written: the structs that {@code entitiesCol} of {@code
 * NerTaggerModel} gives, or where there are none what the tags say.
 *
 * @param index of the column
 * @param fields places of begin, end and type in the structs; empty where it has tags
 */
record EntitiesColumn(int index, List<Integer> fields) implements Serializable {
  private static final String TYPE = "array<struct<begin:int,end:int,type:string>>";

  /**
   * The column that the option {@code entitiesCol} names, else {@code entities}, else that of
   * {@code tagsCol}.
   */
  static EntitiesColumn of(WriteOptions options) {
    String name = options.get("entitiesCol", "entities");
    String tags = options.get("tagsCol", "tags");
    if (!options.has(name) && options.has(tags)) {
      return new EntitiesColumn(options.strings(tags), List.of());
    }
    int index = options.column(name, TYPE + ", or a column '" + tags + "' of array<string>");
    DataType type = options.schema().apply(index).dataType();
    List<String> names =
        type instanceof ArrayType array && array.elementType() instanceof StructType struct
            ? Arrays.asList(struct.fieldNames())
            : List.of();
    List<Integer> fields = List.of("begin", "end", "type").stream().map(names::indexOf).toList();
    if (fields.contains(-1)) {
      throw options.wrongType(index, TYPE);
    }
    return new EntitiesColumn(index, fields);
  }

  /** Whether it has tags, which count tokens, and not entities. */
  boolean isOfTags() {
    return fields.isEmpty();
  }

  /** The entities of a row; none where the column is null. */
  List<Entity> of(Row row) {
    if (row.isNullAt(index)) {
      return List.of();
    }
    return fields.isEmpty()
        ? TagScheme.spans(row.getList(index)).stream()
            .map(span -> new Entity(span.begin(), span.end(), span.type()))
            .toList()
        : row.<Row>getList(index).stream()
            .map(
                entity ->
                    new Entity(
                        entity.getInt(fields.get(0)),
                        entity.getInt(fields.get(1)),
                        entity.getString(fields.get(2))))
            .toList();
  }
}
