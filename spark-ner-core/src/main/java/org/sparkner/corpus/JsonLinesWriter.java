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

package org.sparkner.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/**
 * Writes a JSON object a line in Prodigy's form: the text is the tokens with a space between;
 * {@code tokens} and {@code spans} have offsets in code points, {@code token_end} of a span is its
 * last token. {@link JsonLinesFormat} reads it back.
 */
public final class JsonLinesWriter implements Closeable {
  private static final JsonFactory JSON = new JsonFactory();

  private final Writer out;

  /**
   * @param out closed with this writer
   */
  public JsonLinesWriter(Writer out) {
    this.out = out;
  }

  public void write(LabeledSentence sentence) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("text", String.join(" ", sentence.tokens()));
      int[] begins = new int[sentence.size()];
      int[] ends = new int[sentence.size()];
      writeTokens(json, sentence.tokens(), begins, ends);
      json.writeArrayFieldStart("spans");
      for (Span span : TagScheme.spans(sentence.tags())) {
        json.writeStartObject();
        json.writeNumberField("start", begins[span.begin()]);
        json.writeNumberField("end", ends[span.end() - 1]);
        json.writeNumberField("token_start", span.begin());
        json.writeNumberField("token_end", span.end() - 1);
        json.writeStringField("label", span.type());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write(line.append('\n').toString());
  }

  private static void writeTokens(JsonGenerator json, List<String> tokens, int[] begins, int[] ends)
      throws IOException {
    json.writeArrayFieldStart("tokens");
    int begin = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      begins[i] = begin;
      ends[i] = begin + token.codePointCount(0, token.length());
      begin = ends[i] + 1;
      json.writeStartObject();
      json.writeStringField("text", token);
      json.writeNumberField("start", begins[i]);
      json.writeNumberField("end", ends[i]);
      json.writeNumberField("id", i);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
