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

package org.sparkner.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.view.DocumentsPage;
import org.sparkner.view.TaggedRecords;

/**
 * Shows tagged rows as a page of HTML, for notebooks: entities in colour, with a filter by type and
 * by confidence, and a search. The page needs no other file and no network.
 *
 * <p>On Databricks: {@code displayHTML(new EntityView().html(tagged))}.
 */
public final class EntityView {
  private static final int ROWS = 100;

  private final String text;
  private final String entities;
  private final String id;
  private final int rows;

  /** Shows 100 rows; the column of the text is found by the texts of the entities. */
  public EntityView() {
    this(null, "entities", null, ROWS);
  }

  /**
   * @param text column of the text or the tokens that were tagged; null to find it
   * @param entities column of the entities
   * @param id column that names a row; null for {@code id}, {@code path}, {@code title} or {@code
   *     name}, whichever is there
   * @param rows to show at most, at least 1
   * @throws UsageException if no row is to be shown
   */
  public EntityView(String text, String entities, String id, int rows) {
    if (rows < 1) {
      throw new UsageException("a view of " + rows + " rows shows nothing; give at least 1");
    }
    this.text = text;
    this.entities = entities;
    this.id = id;
    this.rows = rows;
  }

  /**
   * The page of the first rows, as a whole document.
   *
   * @param tagged with a column of entities, as the stage adds it
   * @throws UsageException if a column is missing
   * @throws BadDataException if no column has the text of the entities
   */
  public String html(Dataset<Row> tagged) {
    List<String> lines = columns(tagged).limit(rows + 1).toJSON().collectAsList();
    StringWriter page = new StringWriter();
    try (DocumentsPage documents = DocumentsPage.open(page, "Entities")) {
      TaggedRecords records = new TaggedRecords(text, entities, id);
      ObjectMapper json = new ObjectMapper();
      for (String line : lines.subList(0, Math.min(rows, lines.size()))) {
        documents.add(records.document(json.readTree(line)));
      }
      if (lines.size() > rows) {
        documents.note(String.format(Locale.ROOT, "There are more rows than the first %,d", rows));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  /** What the page needs of the rows: all of them where the text is yet to be found. */
  private Dataset<Row> columns(Dataset<Row> tagged) {
    List<String> names = Arrays.asList(tagged.columns());
    for (String name : new String[] {text, entities, id}) {
      if (name != null && !names.contains(name)) {
        throw new UsageException(
            "there is no column '" + name + "'; found " + String.join(", ", names));
      }
    }
    if (text == null) {
      return tagged;
    }
    return tagged.select(
        names.stream()
            .filter(name -> name.equals(text) || name.equals(entities) || isName(name))
            .map(name -> tagged.col("`" + name.replace("`", "``") + "`"))
            .toArray(Column[]::new));
  }

  private boolean isName(String column) {
    return id == null ? List.of("id", "path", "title", "name").contains(column) : column.equals(id);
  }
}
