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

package org.sparkner.spark.vectors;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.sparkner.text.AnalyzedSentence;
import org.sparkner.text.TextAnalyzer;

/** Rows of text as documents: lists of sentences, which are lists of tokens. */
public final class Documents {
  private Documents() {}

  /**
   * The documents of a column.
   *
   * @param column of texts, or of tokens, which are one sentence a row then; rows that have none
   *     are left out
   * @param language BCP 47 tag, which chooses how texts are split
   */
  public static JavaRDD<List<List<String>>> of(Dataset<Row> rows, String column, String language) {
    Dataset<Row> selected = rows.select(column);
    boolean text = selected.schema().fields()[0].dataType().equals(DataTypes.StringType);
    return selected
        .javaRDD()
        .filter(row -> !row.isNullAt(0))
        .mapPartitions(part -> text ? split(part, language) : sentences(part));
  }

  private static Iterator<List<List<String>>> split(Iterator<Row> rows, String language) {
    TextAnalyzer analyzer = TextAnalyzer.forLanguage(language);
    return mapped(rows, row -> split(row.getString(0), analyzer));
  }

  private static List<List<String>> split(String text, TextAnalyzer analyzer) {
    List<List<String>> sentences = new ArrayList<>();
    for (AnalyzedSentence sentence : analyzer.analyze(text)) {
      List<String> tokens = new ArrayList<>(sentence.size());
      for (int t = 0; t < sentence.size(); t++) {
        tokens.add(sentence.token(text, t));
      }
      sentences.add(tokens);
    }
    return sentences;
  }

  private static Iterator<List<List<String>>> sentences(Iterator<Row> rows) {
    return mapped(
        rows,
        row -> {
          List<String> tokens = new ArrayList<>(row.<String>getList(0));
          tokens.removeIf(token -> token == null || token.isEmpty());
          return tokens.isEmpty() ? List.of() : List.of(tokens);
        });
  }

  private static Iterator<List<List<String>>> mapped(
      Iterator<Row> rows, Function<Row, List<List<String>>> function) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public List<List<String>> next() {
        return function.apply(rows.next());
      }
    };
  }
}
