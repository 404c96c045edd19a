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

package org.sparkner.jobs.documents;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.files.Location;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;
import org.sparkner.view.ViewedDocument;
import org.sparkner.view.ViewedEntity;

/**
 * Reads CoNLL as tagging writes it: a token and its tags on a line, separated by tabs, the found
 * tag last; a blank line after each sentence. Where lines {@code # id = …} begin the documents,
 * their sentences are shown together, else each by itself.
 */
final class ColumnsDocuments {
  private static final String ID = "# id = ";

  private final Location file;
  private final List<String> tokens = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<ViewedEntity> entities = new ArrayList<>();
  private String title;
  private int length;

  ColumnsDocuments(Location file) {
    this.file = file;
  }

  /** Gives the documents to a sink and says whether that wants more. */
  boolean read(TaggedFiles.Sink sink) throws IOException {
    try (BufferedReader in = TaggedFiles.reader(file)) {
      boolean more = true;
      long number = 0;
      for (String line = in.readLine(); more && line != null; line = in.readLine()) {
        number++;
        if (line.startsWith(ID) && line.indexOf('\t') < 0) {
          more = endDocument(sink);
          title = line.substring(ID.length());
        } else if (line.isBlank()) {
          endSentence();
          more = title != null || endDocument(sink);
        } else {
          addToken(line, number);
        }
      }
      return more && endDocument(sink);
    }
  }

  private void addToken(String line, long number) {
    String[] columns = line.split("\t", -1);
    if (columns.length < 2) {
      throw new BadDataException(
          file
              + ":"
              + number
              + ": found "
              + columns.length
              + " column, expected a token and its tag, separated by a tab");
    }
    tokens.add(columns[0]);
    tags.add(columns[columns.length - 1]);
  }

  private void endSentence() {
    if (tokens.isEmpty()) {
      return;
    }
    List<ViewedEntity> found = new ArrayList<>();
    for (Span span : TagScheme.spans(tags)) {
      found.add(new ViewedEntity(span.begin(), span.end(), span.type(), Double.NaN));
    }
    ViewedDocument sentence = ViewedDocument.ofTokens("", tokens, found);
    if (!text.isEmpty()) {
      text.append('\n');
      length++;
    }
    for (ViewedEntity entity : sentence.entities()) {
      entities.add(
          new ViewedEntity(
              length + entity.begin(), length + entity.end(), entity.type(), entity.confidence()));
    }
    text.append(sentence.text());
    length += sentence.text().codePointCount(0, sentence.text().length());
    tokens.clear();
    tags.clear();
  }

  private boolean endDocument(TaggedFiles.Sink sink) throws IOException {
    endSentence();
    if (text.isEmpty() && title == null) {
      return true;
    }
    ViewedDocument document =
        new ViewedDocument(title == null ? "" : title, text.toString(), entities);
    text.setLength(0);
    entities.clear();
    length = 0;
    title = null;
    return sink.add(document);
  }
}
