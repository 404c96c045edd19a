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

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.sparkner.tags.TagSpelling;

/** Sentences as Spark's internal rows, with the expected columns only. */
final class SourceRows implements Iterator<InternalRow> {
  private final Iterator<SourceRow> sentences;
  private final Function<SourceRow, Object>[] columns;

  /**
   * @param spelling of the tags of the file, to convert them
   */
  SourceRows(
      Iterator<SourceRow> sentences,
      StructType expected,
      SourceOptions options,
      TagSpelling spelling) {
    this.sentences = sentences;
    this.columns = newArray(expected.length());
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column(expected.apply(i).name(), options, spelling);
    }
  }

  @SuppressWarnings("unchecked") // an array of a generic type has no other way
  private static Function<SourceRow, Object>[] newArray(int length) {
    return new Function[length];
  }

  private static Function<SourceRow, Object> column(
      String name, SourceOptions options, TagSpelling spelling) {
    switch (name) {
      case SourceSchema.DOCUMENT:
        return SourceRow::document;
      case SourceSchema.SENTENCE:
        return SourceRow::number;
      case SourceSchema.TOKENS:
        return row -> strings(row, SourceSentence::tokens);
      case SourceSchema.TAGS:
        return row -> strings(row, sentence -> tags(sentence, options, spelling));
      default:
        if (name.equals(SourceSchema.ATTRIBUTES) && options.hasAttributes()) {
          return row -> strings(row, SourceSentence::attributes);
        }
        int index = options.columns().indexOf(name);
        return index >= 0
            ? row -> strings(row, sentence -> sentence.column(index))
            : row -> UTF8String.fromString(row.corrupt());
    }
  }

  /** Null where the file has no tags. */
  private static List<String> tags(
      SourceSentence sentence, SourceOptions options, TagSpelling spelling) {
    List<String> tags = sentence.tags();
    return tags == null || options.scheme() == null
        ? tags
        : options.scheme().convert(spelling.read(tags));
  }

  private static Object strings(SourceRow row, Function<SourceSentence, List<String>> column) {
    List<String> strings = row.sentence() == null ? null : column.apply(row.sentence());
    return strings == null
        ? null
        : new GenericArrayData(strings.stream().map(UTF8String::fromString).toArray());
  }

  @Override
  public boolean hasNext() {
    return sentences.hasNext();
  }

  @Override
  public InternalRow next() {
    SourceRow sentence = sentences.next();
    Object[] values = new Object[columns.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns[i].apply(sentence);
    }
    return new GenericInternalRow(values);
  }
}
