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
import org.sparkner.corpus.TextOffsets;

/**
 * A tagged document as spaCy has it: its tokens cover the text but for one space after a token, so
 * that what lies between two words beyond that space is a token too. Offsets count code points.
 */
record SpacyDocument(String text, List<Span> entities, List<Span> sentences, List<Span> tokens) {
  /**
   * A part of the text.
   *
   * @param label entity type, or null
   */
  record Span(int begin, int end, String label) {}

  /** A text with what was found in it. */
  static SpacyDocument ofText(String text, List<Word> words, List<Entity> found) {
    List<Span> ends = words.stream().map(word -> new Span(word.begin(), word.end(), null)).toList();
    return new SpacyDocument(
        text,
        found.stream()
            .map(entity -> new Span(entity.begin(), entity.end(), entity.type()))
            .toList(),
        sentences(words, ends),
        covering(text, ends));
  }

  /** Tokens with what was found among them, joined by spaces. */
  static SpacyDocument ofTokens(List<Word> words, List<Entity> found) {
    StringBuilder text = new StringBuilder();
    List<Span> tokens = new ArrayList<>();
    int begin = 0;
    for (Word each : words) {
      String word = each.text() == null ? "" : each.text();
      text.append(tokens.isEmpty() ? "" : " ").append(word);
      int end = begin + word.codePointCount(0, word.length());
      tokens.add(new Span(begin, end, null));
      begin = end + 1;
    }
    return new SpacyDocument(
        text.toString(),
        found.stream()
            .map(
                entity ->
                    new Span(
                        tokens.get(entity.begin()).begin,
                        tokens.get(entity.end() - 1).end,
                        entity.type()))
            .toList(),
        sentences(words, tokens),
        tokens);
  }

  private static List<Span> sentences(List<Word> words, List<Span> tokens) {
    List<Span> sentences = new ArrayList<>();
    for (int first = 0, i = 1; i <= words.size(); i++) {
      if (i == words.size() || words.get(i).sentence() != words.get(first).sentence()) {
        sentences.add(new Span(tokens.get(first).begin, tokens.get(i - 1).end, null));
        first = i;
      }
    }
    return sentences;
  }

  private static List<Span> covering(String text, List<Span> words) {
    TextOffsets offsets = new TextOffsets(text);
    List<Span> tokens = new ArrayList<>();
    int free = 0;
    for (Span word : words) {
      addGap(text, offsets, free, word.begin, tokens);
      tokens.add(word);
      free = word.end;
    }
    addGap(text, offsets, free, text.codePointCount(0, text.length()), tokens);
    return tokens;
  }

  private static void addGap(
      String text, TextOffsets offsets, int begin, int end, List<Span> tokens) {
    boolean spaceBelongsToWord =
        !tokens.isEmpty() && begin < end && text.charAt(offsets.utf16(begin)) == ' ';
    int from = spaceBelongsToWord ? begin + 1 : begin;
    if (from < end) {
      tokens.add(new Span(from, end, null));
    }
  }

  /** Writes the fields of the document. */
  void write(JsonGenerator json) throws IOException {
    json.writeStringField("text", text);
    write(json, "ents", entities);
    write(json, "sents", sentences);
    json.writeArrayFieldStart("tokens");
    for (int i = 0; i < tokens.size(); i++) {
      json.writeStartObject();
      json.writeNumberField("id", i);
      json.writeNumberField("start", tokens.get(i).begin);
      json.writeNumberField("end", tokens.get(i).end);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, String field, List<Span> spans) throws IOException {
    json.writeArrayFieldStart(field);
    for (Span span : spans) {
      json.writeStartObject();
      json.writeNumberField("start", span.begin);
      json.writeNumberField("end", span.end);
      if (span.label != null) {
        json.writeStringField("label", span.label);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
