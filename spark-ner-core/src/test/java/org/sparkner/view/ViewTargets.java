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

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sparkner.error.Outcome;

/** Any JSON in place of a row that tagging wrote, on its way into a page. */
public final class ViewTargets {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MARKUP = markup(new ViewedDocument("title", "text", List.of()));

  private ViewTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of("viewed-record", ViewTargets::record);
  }

  private static void record(byte[] row) {
    JsonNode record;
    try {
      record = JSON.readTree(row);
    } catch (IOException e) {
      return;
    }
    if (record == null || !record.isObject()) {
      return;
    }
    ViewedDocument document =
        Outcome.readOrRefused(() -> new TaggedRecords(null, "entities", null).document(record));
    if (document != null) {
      assertThat(markup(document)).as("tags in the page").isEqualTo(MARKUP);
    }
  }

  /** How many tags begin in the page of a document, whose title names the page too. */
  private static long markup(ViewedDocument document) {
    StringWriter html = new StringWriter();
    try (DocumentsPage page = DocumentsPage.open(html, document.title())) {
      page.add(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return html.toString().chars().filter(c -> c == '<').count();
  }
}
