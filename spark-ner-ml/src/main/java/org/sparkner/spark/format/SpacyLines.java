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
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * A row as the JSON of a spaCy document, {@code {"text", "ents", "sents", "tokens"}}, which {@code
 * Doc.from_json} of spaCy 3 reads. Offsets count code points. Where the rows have no text, tokens
 * are joined by spaces, and entities are given by tokens. A row without tokens has no line.
 *
 * @param text index of the column of the text, or -1 where there is none
 * @param entities column of the entities
 * @param tokens column of the tokens
 * @param id index of the column that names the row, or -1; it becomes {@code meta.id}
 */
record SpacyLines(int text, EntitiesColumn entities, TokensColumn tokens, int id)
    implements RowLines {
  /** The columns that the options name. */
  static SpacyLines of(WriteOptions options) {
    TokensColumn tokens = TokensColumn.of(options);
    String id = options.get("idCol", null);
    return new SpacyLines(
        tokens.hasOffsets() ? text(options) : -1,
        EntitiesColumn.of(options),
        tokens,
        id == null ? -1 : options.column(id, "the name of the row"));
  }

  /** The column that the option {@code textCol} names, else {@code text} if there is one. */
  private static int text(WriteOptions options) {
    String name = options.get("textCol", null);
    if (name == null && !options.has("text")) {
      return -1;
    }
    int index = options.column(name == null ? "text" : name, "string");
    if (!options.schema().apply(index).dataType().equals(DataTypes.StringType)) {
      throw options.wrongType(index, "string");
    }
    return index;
  }

  @Override
  public List<String> of(Row row) throws IOException {
    if (row.isNullAt(tokens.index())) {
      return List.of();
    }
    List<Word> words = tokens.of(row);
    SpacyDocument document =
        text >= 0
            ? SpacyDocument.ofText(row.getString(text), words, inText(words, row))
            : SpacyDocument.ofTokens(words, entities.of(row));
    return List.of(
        JsonLine.of(
            json -> {
              document.write(json);
              writeId(json, row);
            }));
  }

  private List<Entity> inText(List<Word> words, Row row) {
    List<Entity> found = entities.of(row);
    return entities.isOfTags()
        ? found.stream()
            .map(
                entity ->
                    new Entity(
                        words.get(entity.begin()).begin(),
                        words.get(entity.end() - 1).end(),
                        entity.type()))
            .toList()
        : found;
  }

  private void writeId(JsonGenerator json, Row row) throws IOException {
    if (id >= 0 && !row.isNullAt(id)) {
      json.writeObjectFieldStart("meta");
      json.writeStringField("id", row.get(id).toString());
      json.writeEndObject();
    }
  }
}
