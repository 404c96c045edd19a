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

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * The sentences of a row as JSON objects, {@code {"id", "tokens", "ner_tags"}}: the form of data
 * sets for token classification, which Hugging Face's {@code load_dataset("json")} reads. A row
 * without tokens has no line.
 *
 * @param tokens column of the tokens
 * @param tags index of the column of tags
 * @param id index of the column that names the row, or -1
 */
record BioLines(TokensColumn tokens, int tags, int id) implements RowLines {
  /** The columns that the options name. */
  static BioLines of(WriteOptions options) {
    String id = options.get("idCol", null);
    return new BioLines(
        TokensColumn.of(options),
        options.strings(options.get("tagsCol", "tags")),
        id == null ? -1 : options.column(id, "the name of the row"));
  }

  @Override
  public List<String> of(Row row) throws IOException {
    List<String> lines = new ArrayList<>();
    if (!row.isNullAt(tokens.index())) {
      List<Word> words = tokens.of(row);
      List<String> found = row.isNullAt(tags) ? List.of() : row.getList(tags);
      String name = id >= 0 && !row.isNullAt(id) ? row.get(id).toString() : null;
      for (int begin = 0; begin < words.size(); ) {
        int end = begin + 1;
        while (end < words.size() && words.get(end).sentence() == words.get(begin).sentence()) {
          end++;
        }
        lines.add(
            line(
                name,
                words.subList(begin, end),
                found.isEmpty() ? found : found.subList(begin, end)));
        begin = end;
      }
    }
    return lines;
  }

  private static String line(String id, List<Word> words, List<String> tags) throws IOException {
    return JsonLine.of(
        json -> {
          if (id != null) {
            json.writeStringField("id", id);
          }
          json.writeArrayFieldStart("tokens");
          for (Word word : words) {
            json.writeString(word.text());
          }
          json.writeEndArray();
          writeTags(json, tags);
        });
  }

  private static void writeTags(JsonGenerator json, List<String> tags) throws IOException {
    json.writeArrayFieldStart("ner_tags");
    for (String tag : tags) {
      json.writeString(tag);
    }
    json.writeEndArray();
  }
}
