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
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Sentences of annotated JSON lines. */
final class JsonLinesSource implements SentenceSource {
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(LineReader.MAX_LINE_BYTES)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final LineReader lines;
  private final JsonLinesFormat format;
  private final Consumer<String> warnings;
  private final Deque<LabeledSentence> ready = new ArrayDeque<>();

  JsonLinesSource(LineReader lines, JsonLinesFormat format, Consumer<String> warnings) {
    this.lines = lines;
    this.format = format;
    this.warnings = warnings;
  }

  @Override
  public LabeledSentence next() {
    while (ready.isEmpty()) {
      String line = lines.next();
      if (line == null) {
        return null;
      }
      if (!line.isBlank()) {
        ready.addAll(sentences(line));
      }
    }
    return ready.remove();
  }

  private List<LabeledSentence> sentences(String line) {
    JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
      throw lines.error(
          "text that is not JSON" + place + (line.startsWith("[") ? " (an array?)" : ""),
          "a JSON object on each line");
    }
    Consumer<String> problems =
        problem -> warnings.accept(lines.name() + ":" + lines.number() + ": " + problem);
    JsonRecord parsed = new JsonRecordParser(lines, format.offsets(), problems).parse(json);
    if (parsed instanceof JsonRecord.Sentence sentence) {
      return List.of(sentence.sentence());
    }
    if (parsed instanceof JsonRecord.Text text) {
      return text.tokens() == null
          ? SpanAligner.align(text.text(), text.spans(), format.analyzer(), problems)
          : SpanAligner.align(text.text(), text.spans(), text.tokens(), problems);
    }
    return List.of();
  }
}
