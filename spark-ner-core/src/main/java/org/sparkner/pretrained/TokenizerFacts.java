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

package org.sparkner.pretrained;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What {@code tokenizer.json} says and the library that reads it does not tell. Read by Jackson's
 * streaming parser: the file of a large vocabulary has 17 MB.
 *
 * @param unknown id of the piece for what has no other, or -1 where there is none
 * @param largest id of a piece
 * @param spaced whether a word's pieces must be asked for with the space before it
 */
record TokenizerFacts(int unknown, int largest, boolean spaced) {
  /** Pieces are field names, tens of thousands of them, each there once. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private static final Set<String> MODELS = Set.of("WordPiece", "BPE", "Unigram", "WordLevel");
  private static final Set<String> UNKNOWN = Set.of("[UNK]", "<unk>");

  /**
   * @throws org.sparkner.error.BadModelException if the file is none of a tokenizer, or of a kind
   *     that is not known
   */
  static TokenizerFacts of(byte[] json, PretrainedEncoderFault fault) {
    Reading reading = new Reading();
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw fault.of("no JSON object", "a tokenizer.json of HuggingFace's tokenizers");
      }
      reading.file(parser);
    } catch (IOException e) {
      String message = e instanceof JsonParseException p ? p.getOriginalMessage() : e.getMessage();
      throw fault.of("no JSON (" + message.replaceAll("\\s+", " ") + ")", "a tokenizer.json", e);
    }
    if (reading.model.isEmpty()) {
      throw fault.of("no model's type", "a tokenizer.json of HuggingFace's tokenizers");
    }
    if (!MODELS.contains(reading.model)) {
      throw fault.of(
          "a model of the type " + reading.model,
          "a tokenizer.json whose model is one of WordPiece, BPE, Unigram and WordLevel");
    }
    return new TokenizerFacts(reading.unknown(), reading.largest, reading.spaced);
  }

  private static final class Reading {
    private final Map<String, Integer> candidates = new HashMap<>();
    private String model = "";
    private String unknownPiece = "";
    private int unknownId = -1;
    private int largest = -1;
    private boolean spaced;

    private int unknown() {
      if (unknownId >= 0) {
        return unknownId;
      }
      int named = candidates.getOrDefault(unknownPiece, -1);
      return named >= 0 || candidates.isEmpty() ? named : candidates.values().iterator().next();
    }

    private void file(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (field.equals("model") && value == JsonToken.START_OBJECT) {
          model(parser);
        } else if (field.equals("added_tokens") && value == JsonToken.START_ARRAY) {
          addedTokens(parser);
        } else if (field.equals("pre_tokenizer") && value == JsonToken.START_OBJECT) {
          preTokenizer(parser);
        } else {
          parser.skipChildren();
        }
      }
    }

    private void model(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        switch (field) {
          case "type" -> model = parser.getText();
          case "unk_token" ->
              unknownPiece = value == JsonToken.VALUE_STRING ? parser.getText() : "";
          case "unk_id" ->
              unknownId = value == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : -1;
          case "vocab" -> vocabulary(parser, value);
          default -> parser.skipChildren();
        }
      }
    }

    /** An object of pieces with ids, or an array of pieces with scores. */
    private void vocabulary(JsonParser parser, JsonToken begin) throws IOException {
      if (begin == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String piece = parser.currentName();
          parser.nextToken();
          add(piece, parser.getValueAsInt());
        }
      } else if (begin == JsonToken.START_ARRAY) {
        int id = 0;
        while (parser.nextToken() == JsonToken.START_ARRAY) {
          parser.nextToken();
          add(parser.getText(), id++);
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
          }
        }
      }
    }

    private void addedTokens(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        int id = -1;
        String piece = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String field = parser.currentName();
          parser.nextToken();
          if (field.equals("id")) {
            id = parser.getValueAsInt();
          } else if (field.equals("content")) {
            piece = parser.getText();
          }
          parser.skipChildren();
        }
        add(piece, id);
      }
    }

    private void add(String piece, int id) {
      largest = Math.max(largest, id);
      if (piece.equals(unknownPiece) || UNKNOWN.contains(piece)) {
        candidates.put(piece, id);
      }
    }

    /** Whether it, or one that it consists of, leaves out the space before the first word. */
    private void preTokenizer(JsonParser parser) throws IOException {
      for (int depth = 1; depth > 0; ) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          return;
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        String field = parser.currentName();
        spaced |= token == JsonToken.VALUE_FALSE && "add_prefix_space".equals(field);
        spaced |=
            token == JsonToken.VALUE_STRING
                && "prepend_scheme".equals(field)
                && parser.getText().equals("never");
      }
    }
  }
}
