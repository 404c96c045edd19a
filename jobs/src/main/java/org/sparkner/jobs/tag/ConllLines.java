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

package org.sparkner.jobs.tag;

import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.sparkner.error.BadDataException;

/**
 * A tagged row as CoNLL lines. Where the input had tags of its own, they stand between the token
 * and the found tag. White space within a token becomes {@code _}, since it would end the token,
 * and so does a token of nothing.
 */
final class ConllLines implements MapFunction<Row, String> {
  private static final long serialVersionUID = 1L;
  private static final int TEXT = 2;
  private static final int SENTENCE = 3;

  private final int tokens;
  private final int tags;
  private final int gold;
  private final int id;

  /**
   * @param tokens index of the column of tokens
   * @param tags index of the column of found tags
   * @param gold index of the column of the input's own tags, or -1
   * @param id index of the column that names a document, or -1
   */
  ConllLines(int tokens, int tags, int gold, int id) {
    this.tokens = tokens;
    this.tags = tags;
    this.gold = gold;
    this.id = id;
  }

  @Override
  public String call(Row row) {
    StringBuilder lines = new StringBuilder();
    if (id >= 0) {
      lines.append("# id = ").append(oneWord(String.valueOf(row.get(id)), " ")).append('\n');
    }
    if (row.isNullAt(tokens)) {
      return lines.toString();
    }
    List<Row> words = row.getList(tokens);
    List<String> found = row.getList(tags);
    List<String> own = gold >= 0 && !row.isNullAt(gold) ? row.getList(gold) : null;
    if (own != null && own.size() != words.size()) {
      throw new BadDataException(
          "found "
              + words.size()
              + " tokens with "
              + own.size()
              + " tags in the column tags, wanted as many; rename the column if they are no tags of"
              + " tokens");
    }
    for (int i = 0; i < words.size(); i++) {
      Row word = words.get(i);
      if (i > 0 && word.getInt(SENTENCE) != words.get(i - 1).getInt(SENTENCE)) {
        lines.append('\n');
      }
      lines.append(column(word.getString(TEXT))).append('\t');
      if (own != null) {
        lines.append(column(own.get(i))).append('\t');
      }
      lines.append(found.get(i)).append('\n');
    }
    return lines.toString();
  }

  private static String column(String text) {
    return text == null || text.isEmpty() ? "_" : oneWord(text, "_");
  }

  private static String oneWord(String text, String instead) {
    return text.replaceAll("\\s", instead);
  }
}
