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
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/**
 * A tagged row as the JSON of a spaCy document, {@code {"text", "ents", "sents", "tokens"}}, which
 * {@code Doc.from_json} of spaCy 3 reads. Offsets count code points. Tokens given by the input are
 * joined by spaces. A row without text has no line.
 *
 * @param text index of the column of the text, or -1 where the input is tokens
 * @param entities index of the column of entities
 * @param tokens index of the column of tokens
 * @param id index of the column that names a document, or -1; it becomes {@code meta.id}
 */
record SpacyLines(int text, int entities, int tokens, int id)
    implements FlatMapFunction<Row, String> {

  @Override
  public Iterator<String> call(Row row) throws IOException {
    if (row.isNullAt(tokens)) {
      return List.<String>of().iterator();
    }
    SpacyDocument document =
        text >= 0
            ? SpacyDocument.ofText(row.getString(text), row.getList(tokens), row.getList(entities))
            : SpacyDocument.ofTokens(row.getList(tokens), row.getList(entities));
    return List.of(
            JsonLine.of(
                json -> {
                  document.write(json);
                  writeId(json, row);
                }))
        .iterator();
  }

  private void writeId(JsonGenerator json, Row row) throws IOException {
    if (id >= 0 && !row.isNullAt(id)) {
      json.writeObjectFieldStart("meta");
      json.writeStringField("id", row.get(id).toString());
      json.writeEndObject();
    }
  }
}
