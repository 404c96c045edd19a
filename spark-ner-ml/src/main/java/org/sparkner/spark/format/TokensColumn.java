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
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * The column of tokens of rows that are written: strings, which are one sentence, or the structs
 * that {@code tokensCol} of {@code NerTaggerModel} gives.
 *
 * @param index of the column
 * @param fields places of begin, end, text and sentence in the structs; empty where it has strings
 */
record TokensColumn(int index, List<Integer> fields) implements Serializable {
  private static final String TYPE =
      "array<string>, or array<struct<begin:int,end:int,text:string,sentence:int>>";

  /** The column that the option {@code tokensCol} names, else {@code tokens}. */
  static TokensColumn of(WriteOptions options) {
    int index = options.column(options.get("tokensCol", "tokens"), TYPE);
    DataType type = options.schema().apply(index).dataType();
    if (WriteOptions.isStrings(type)) {
      return new TokensColumn(index, List.of());
    }
    List<String> names =
        type instanceof ArrayType array && array.elementType() instanceof StructType struct
            ? Arrays.asList(struct.fieldNames())
            : List.of();
    List<Integer> fields =
        List.of("begin", "end", "text", "sentence").stream().map(names::indexOf).toList();
    if (fields.contains(-1)) {
      throw options.wrongType(index, TYPE);
    }
    return new TokensColumn(index, fields);
  }

  /** The tokens of a row that has some. */
  List<Word> of(Row row) {
    List<Word> words = new ArrayList<>();
    if (fields.isEmpty()) {
      for (String text : row.<String>getList(index)) {
        words.add(new Word(text, 0, -1, -1));
      }
    } else {
      for (Row token : row.<Row>getList(index)) {
        words.add(
            new Word(
                token.getString(fields.get(2)),
                token.getInt(fields.get(3)),
                token.getInt(fields.get(0)),
                token.getInt(fields.get(1))));
      }
    }
    return words;
  }

  /** Whether its structs say where in the text the tokens are. */
  boolean hasOffsets() {
    return !fields.isEmpty();
  }
}
