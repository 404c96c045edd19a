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
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.sparkner.error.BadDataException;

/**
 * Sentences of annotated JSON objects: one a line, or those of one array, however it is laid out.
 */
final class JsonLinesSource implements SentenceSource {
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  // Python writes a missing label as NaN.
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(LineReader.MAX_LINE_BYTES)
                          .build())
                  .build())
          .setNodeFactory(new WellFormedText())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Of an array, whose next element is no trailing token. */
  private static final ObjectMapper ELEMENTS =
      JSON.copy().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final LineReader lines;
  private final JsonLinesFormat format;
  private final Consumer<String> warnings;
  private final Consumer<String> problems;
  private final RecordPlace place;
  private final JsonRecordParser parser;
  private final Deque<PlacedSentence> ready = new ArrayDeque<>();
  private final TagPlaces places = new TagPlaces();
  private boolean begun;
  private boolean ended;

  /** Stands within the array that the file is, or null. */
  private JsonParser array;

  /** The line that was read, and of an array the line on which it is. */
  private String text = "";

  JsonLinesSource(CorpusFile file, JsonLinesFormat format, Consumer<String> warnings) {
    this.lines = new LineReader(file.open(), file.name());
    this.format = format;
    this.warnings = warnings;
    this.place = new RecordPlace(lines);
    this.problems = problem -> warnings.accept(place + ": " + problem);
    this.parser = new JsonRecordParser(place, format, problems);
  }

  @Override
  public String placeOf(String tag) {
    return places.of(tag);
  }

  @Override
  public PlacedSentence next() {
    while (ready.isEmpty()) {
      if (ended) {
        return null;
      }
      JsonNode json = array == null ? nextLine() : nextElement();
      if (json == null) {
        end();
        return null;
      }
      place.next(json, array != null);
      read(json);
    }
    return ready.remove();
  }

  private void read(JsonNode json) {
    int document = (int) place.number();
    try {
      for (LabeledSentence sentence : sentences(json)) {
        ready.add(new PlacedSentence(sentence, document, lines.number(), place.toString()));
      }
    } catch (BadDataException e) {
      throw new MalformedRecordException(e, array == null ? text : json.toString(), document);
    }
  }

  /** The object of the next line; the first one of the array if that is what the file is. */
  private JsonNode nextLine() {
    text = lines.next();
    while (text != null && text.isBlank()) {
      text = lines.next();
    }
    if (text == null) {
      return null;
    }
    boolean first = !begun;
    begun = true;
    try {
      if (first && text.stripLeading().startsWith("[")) {
        array = ELEMENTS.createParser(new LinesAsText(text, lines));
        array.nextToken();
        return nextElement();
      }
      return JSON.readTree(text);
    } catch (IOException e) {
      throw malformed(e, "a JSON object on each line");
    }
  }

  private JsonNode nextElement() {
    try {
      if (array.nextToken() != JsonToken.END_ARRAY) {
        return array.readValueAsTree();
      }
      if (array.nextToken() != null) {
        throw lines.error("text after the JSON array", "nothing");
      }
      return null;
    } catch (IOException e) {
      // Where the next element begins cannot be told any more.
      ended = true;
      throw malformed(e, "a JSON array of objects, or an object on each line");
    }
  }

  private MalformedRecordException malformed(IOException e, String expected) {
    String column =
        e instanceof JsonProcessingException json && json.getLocation() != null
            ? " at column " + json.getLocation().getColumnNr()
            : "";
    place.skip();
    return new MalformedRecordException(
        lines.error("text that is not JSON" + column, expected), text, (int) place.number());
  }

  private void end() {
    parser.requireReadable();
    ended = true;
    if (parser.refused() > 0) {
      warnings.accept(
          parser.firstRefused()
              + ": found the first of "
              + parser.refused()
              + " records that their annotators refused or passed over, expected accepted ones; left"
              + " out.");
    }
  }

  private List<LabeledSentence> sentences(JsonNode json) {
    JsonRecord parsed = parser.parse(json);
    if (parsed instanceof JsonRecord.Sentence sentence) {
      for (String tag : sentence.sentence().tags()) {
        places.see(tag, () -> lines.name() + ":" + lines.number());
      }
      return List.of(sentence.sentence());
    }
    if (parsed instanceof JsonRecord.Sentences document) {
      for (LabeledSentence sentence : document.sentences()) {
        sentence.tags().forEach(tag -> places.see(tag, place::toString));
      }
      return document.sentences();
    }
    if (parsed instanceof JsonRecord.Text text) {
      return text.tokens() == null
          ? SpanAligner.align(text.text(), text.spans(), format.analyzer(), problems)
          : SpanAligner.align(
              text.text(),
              text.spans(),
              text.tokens(),
              text.starts(),
              (problem, span) -> problems.accept(problem));
    }
    return List.of();
  }

  @Override
  public void close() {
    lines.close();
  }
}
