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
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * BERT's {@code vocab.txt}, a piece a line, its id the number of the line from 0; becomes the
 * {@code tokenizer.json} that says the same: text is cut at white space and punctuation, and each
 * word into the longest pieces from the left (Devlin et al. 2019).
 */
final class VocabularyFile {
  private static final String UNKNOWN = "[UNK]";
  private static final String BEGIN = "[CLS]";
  private static final String END = "[SEP]";
  private static final List<String> NEEDED = List.of(UNKNOWN, BEGIN, END);

  /** Pieces that stand for no text. */
  private static final List<String> SPECIAL = List.of("[PAD]", UNKNOWN, BEGIN, END, "[MASK]");

  /** The byte-order mark that editors on Windows put before a text. */
  private static final String MARK = "\uFEFF";

  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> ids = new LinkedHashMap<>();

  /**
   * @param vocabulary in UTF-8
   * @throws org.sparkner.error.BadModelException if it lacks the pieces of BERT's own
   */
  VocabularyFile(byte[] vocabulary, PretrainedEncoderFault fault) {
    String text = new String(vocabulary, StandardCharsets.UTF_8);
    List<String> lines = (text.startsWith(MARK) ? text.substring(1) : text).lines().toList();
    for (int id = 0; id < lines.size(); id++) {
      ids.put(lines.get(id), id);
    }
    for (String piece : NEEDED) {
      if (!ids.containsKey(piece)) {
        throw fault.of(
            "no " + piece + " among its " + ids.size() + " word pieces",
            "the vocabulary of a BERT-like encoder, a piece a line");
      }
    }
  }

  /**
   * The same as {@code tokenizer.json}.
   *
   * @param lowerCase whether the vocabulary is in lower case
   * @param stripAccents whether it is without accents
   */
  byte[] tokenizer(boolean lowerCase, boolean stripAccents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("version", "1.0");
      json.writeArrayFieldStart("added_tokens");
      for (String piece : SPECIAL) {
        if (ids.containsKey(piece)) {
          addedToken(json, piece);
        }
      }
      json.writeEndArray();
      json.writeObjectFieldStart("normalizer");
      json.writeStringField("type", "BertNormalizer");
      json.writeBooleanField("clean_text", true);
      json.writeBooleanField("handle_chinese_chars", true);
      json.writeBooleanField("strip_accents", stripAccents);
      json.writeBooleanField("lowercase", lowerCase);
      json.writeEndObject();
      json.writeObjectFieldStart("pre_tokenizer");
      json.writeStringField("type", "BertPreTokenizer");
      json.writeEndObject();
      json.writeObjectFieldStart("post_processor");
      json.writeStringField("type", "BertProcessing");
      special(json, "sep", END);
      special(json, "cls", BEGIN);
      json.writeEndObject();
      model(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A JSON file in memory", e);
    }
    return bytes.toByteArray();
  }

  private void addedToken(JsonGenerator json, String piece) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", ids.get(piece));
    json.writeStringField("content", piece);
    json.writeBooleanField("single_word", false);
    json.writeBooleanField("lstrip", false);
    json.writeBooleanField("rstrip", false);
    json.writeBooleanField("normalized", false);
    json.writeBooleanField("special", true);
    json.writeEndObject();
  }

  private void special(JsonGenerator json, String name, String piece) throws IOException {
    json.writeArrayFieldStart(name);
    json.writeString(piece);
    json.writeNumber(ids.get(piece));
    json.writeEndArray();
  }

  private void model(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("model");
    json.writeStringField("type", "WordPiece");
    json.writeStringField("unk_token", UNKNOWN);
    json.writeStringField("continuing_subword_prefix", "##");
    json.writeNumberField("max_input_chars_per_word", LONGEST_WORD);
    json.writeObjectFieldStart("vocab");
    for (Map.Entry<String, Integer> piece : ids.entrySet()) {
      json.writeNumberField(piece.getKey(), piece.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
