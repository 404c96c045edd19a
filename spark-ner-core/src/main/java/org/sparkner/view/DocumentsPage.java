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

package org.sparkner.view;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.corpus.TextOffsets;

/**
 * Writes a page that shows documents with their entities: coloured by type, to be filtered by type
 * and confidence, and searched. The documents lie in the page in parts, which a browser reads when
 * they are shown, so that ten thousand documents open as fast as ten. Memory is that of a part.
 */
public final class DocumentsPage implements Closeable {
  /** Documents of a part at most. */
  private static final int DOCUMENTS = 100;

  /** Characters of a part, beyond which no other document is added to it. */
  private static final int CHARACTERS = 200_000;

  private final Page page;
  private final Map<String, Integer> types = new LinkedHashMap<>();
  private final List<Long> counts = new ArrayList<>();
  private final List<Integer> parts = new ArrayList<>();
  private final List<Map<String, Object>> part = new ArrayList<>();
  private String note = "";
  private int characters;
  private boolean confidences;

  private DocumentsPage(Page page) {
    this.page = page;
  }

  /**
   * Begins a page.
   *
   * @param out takes the page, in UTF-8; closed with it
   */
  public static DocumentsPage open(Writer out, String title) throws IOException {
    PageParts parts =
        new PageParts(
            PageParts.text(DocumentsPage.class, "documents.html"),
            List.of(PageParts.sharedStyle(), PageParts.text(DocumentsPage.class, "documents.css")),
            List.of(PageParts.sharedScript(), PageParts.text(DocumentsPage.class, "documents.js")));
    return new DocumentsPage(Page.open(out, title, parts));
  }

  /** Adds a document after those before. */
  public void add(ViewedDocument document) throws IOException {
    TextOffsets offsets = new TextOffsets(document.text());
    List<List<Number>> entities = new ArrayList<>(document.entities().size());
    for (ViewedEntity entity : document.entities()) {
      int type = types.computeIfAbsent(entity.type(), name -> types.size());
      if (type == counts.size()) {
        counts.add(0L);
      }
      counts.set(type, counts.get(type) + 1);
      int begin = offsets.utf16(entity.begin());
      int end = offsets.utf16(entity.end());
      if (Double.isNaN(entity.confidence())) {
        entities.add(List.of(begin, end, type));
      } else {
        confidences = true;
        entities.add(List.of(begin, end, type, Math.round(entity.confidence() * 1e4) / 1e4));
      }
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", document.title());
    fields.put("text", document.text());
    fields.put("entities", entities);
    part.add(fields);
    characters += document.text().length();
    if (part.size() == DOCUMENTS || characters >= CHARACTERS) {
      writePart();
    }
  }

  /** Says something about the documents below the title, such as how many there were in all. */
  public void note(String text) {
    note = text;
  }

  private void writePart() throws IOException {
    page.data("part-" + parts.size(), part);
    parts.add(part.size());
    part.clear();
    characters = 0;
  }

  /** Ends the page. */
  @Override
  public void close() throws IOException {
    try (page) {
      if (!part.isEmpty()) {
        writePart();
      }
      Map<String, Object> index = new LinkedHashMap<>();
      index.put("note", note);
      index.put("parts", parts);
      index.put("types", List.copyOf(types.keySet()));
      index.put("counts", counts);
      index.put("confidences", confidences);
      page.data("index", index);
    }
  }
}
