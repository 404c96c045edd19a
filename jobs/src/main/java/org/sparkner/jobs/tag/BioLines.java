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

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/**
 * The sentences of a tagged row as JSON objects, {@code {"id", "tokens", "ner_tags"}}: the form of
 * data sets for token classification, which Hugging Face's {@code load_dataset("json")} reads.
 *
 * @param tokens index of the column of tokens
 * @param tags index of the column of found tags
 * @param id index of the column that names a document, or -1
 */
record BioLines(int tokens, int tags, int id) implements FlatMapFunction<Row, String> {
  private static final int TEXT = 2;
  private static final int SENTENCE = 3;

  @Override
  public Iterator<String> call(Row row) throws IOException {
    List<String> lines = new ArrayList<>();
    if (!row.isNullAt(tokens)) {
      List<Row> words = row.getList(tokens);
      List<String> found = row.getList(tags);
      String name = id >= 0 && !row.isNullAt(id) ? row.get(id).toString() : null;
      for (int begin = 0; begin < words.size(); ) {
        int end = begin + 1;
        while (end < words.size()
            && words.get(end).getInt(SENTENCE) == words.get(begin).getInt(SENTENCE)) {
          end++;
        }
        lines.add(line(name, words.subList(begin, end), found.subList(begin, end)));
        begin = end;
      }
    }
    return lines.iterator();
  }

  private static String line(String id, List<Row> words, List<String> tags) throws IOException {
    return JsonLine.of(
        json -> {
          if (id != null) {
            json.writeStringField("id", id);
          }
          json.writeArrayFieldStart("tokens");
          for (Row word : words) {
            json.writeString(word.getString(TEXT));
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
