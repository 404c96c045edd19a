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

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.sparkner.corpus.ColumnsLine;
import org.sparkner.tags.TagSpelling;

/** Sentences as Spark's internal rows, with the wanted columns only. */
final class ConllRows implements Iterator<InternalRow> {
  private final Iterator<ConllSentence> sentences;
  private final Function<ConllSentence, Object>[] columns;

  /**
   * @param spelling of the tags of the file, to convert them
   */
  ConllRows(
      Iterator<ConllSentence> sentences,
      StructType wanted,
      ConllOptions options,
      TagSpelling spelling) {
    this.sentences = sentences;
    this.columns = newArray(wanted.length());
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column(wanted.apply(i).name(), options, spelling);
    }
  }

  @SuppressWarnings("unchecked") // an array of a generic type has no other way
  private static Function<ConllSentence, Object>[] newArray(int length) {
    return new Function[length];
  }

  private static Function<ConllSentence, Object> column(
      String name, ConllOptions options, TagSpelling spelling) {
    switch (name) {
      case ConllSchema.DOCUMENT:
        return ConllSentence::document;
      case ConllSchema.SENTENCE:
        return ConllSentence::number;
      case ConllSchema.TOKENS:
        return sentence -> strings(sentence, ColumnsLine.Token::token);
      case ConllSchema.TAGS:
        return sentence -> tags(sentence, options, spelling);
      default:
        if (name.equals(ConllSchema.ATTRIBUTES) && options.attributeColumn() != null) {
          return sentence ->
              strings(sentence, token -> attribute(token, options.attributeColumn()));
        }
        int index = options.columns().indexOf(name);
        return index >= 0
            ? sentence -> strings(sentence, token -> field(token, index))
            : sentence -> UTF8String.fromString(sentence.lines());
    }
  }

  /** A document-start line that is kept may have fewer columns than the tokens. */
  private static String field(ColumnsLine.Token token, int index) {
    return index < token.fields().size() ? token.fields().get(index) : "O";
  }

  private static String attribute(ColumnsLine.Token token, int column) {
    return token.fields().get(Math.floorMod(column, token.fields().size()));
  }

  /** Null also where the lines have no column of tags. */
  private static Object tags(ConllSentence sentence, ConllOptions options, TagSpelling spelling) {
    List<ColumnsLine.Token> tokens = sentence.tokens();
    if (tokens == null || tokens.stream().anyMatch(token -> token.tag() == null)) {
      return null;
    }
    List<String> tags = tokens.stream().map(ColumnsLine.Token::tag).toList();
    return array(options.scheme() == null ? tags : options.scheme().convert(spelling.read(tags)));
  }

  private static Object strings(
      ConllSentence sentence, Function<ColumnsLine.Token, String> column) {
    return sentence.tokens() == null
        ? null
        : array(sentence.tokens().stream().map(column).toList());
  }

  private static GenericArrayData array(List<String> strings) {
    return new GenericArrayData(strings.stream().map(UTF8String::fromString).toArray());
  }

  @Override
  public boolean hasNext() {
    return sentences.hasNext();
  }

  @Override
  public InternalRow next() {
    ConllSentence sentence = sentences.next();
    Object[] values = new Object[columns.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns[i].apply(sentence);
    }
    return new GenericInternalRow(values);
  }
}
