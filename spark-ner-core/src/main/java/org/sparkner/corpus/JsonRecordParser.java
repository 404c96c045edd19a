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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Tells by its fields which tool wrote a JSON object, and takes text, tokens and spans from it. */
final class JsonRecordParser {
  /** Stands where a token has no type. */
  private static final JsonNode TOKEN = TextNode.valueOf("token");

  private final LineReader lines;
  private final OffsetUnit unit;
  private final String pos;
  private final Consumer<String> problems;

  /**
   * @param lines names the line of what is malformed
   * @param format says how offsets count and where further labels are
   * @param problems hears of what is left out
   */
  JsonRecordParser(LineReader lines, JsonLinesFormat format, Consumer<String> problems) {
    this.lines = lines;
    this.unit = format.offsets();
    this.pos = format.pos();
    this.problems = problems;
  }

  JsonRecord parse(JsonNode json) {
    if (!json.isObject()) {
      throw lines.error("a JSON " + kind(json), "a JSON object on each line");
    }
    for (String tags : List.of("tags", "ner_tags")) {
      if (json.path(tags).isArray()) {
        return sentence(json, tags);
      }
    }
    if (pos != null) {
      throw lines.error(
          "a record without tags", "tokens, tags and " + pos + ", an array of as many strings");
    }
    if (json.has("annotations") || json.has("completions")) {
      return labelStudio(json);
    }
    if (json.has("spans") || json.has("answer")) {
      return prodigy(json);
    }
    if (json.path("ents").isArray()) {
      return spacy(json);
    }
    for (String field : List.of("label", "labels", "entities")) {
      if (json.path(field).isArray()) {
        return labels(json, json.get(field), field.equals("entities"));
      }
    }
    List<String> fields = new ArrayList<>();
    json.fieldNames().forEachRemaining(fields::add);
    throw lines.error(
        "the fields " + fields,
        "text and label, labels, entities, spans or ents; or data and annotations; or tokens and"
            + " tags or ner_tags");
  }

  private JsonRecord sentence(JsonNode json, String field) {
    List<String> tokens = strings(json, "tokens");
    List<String> tags = strings(json, field);
    if (tokens.size() != tags.size() || tokens.isEmpty()) {
      throw lines.error(
          tokens.size() + " tokens and " + tags.size() + " tags", "as many, and at least one");
    }
    List<String> labels = pos == null ? List.of() : strings(json, pos);
    if (pos != null && labels.size() != tokens.size()) {
      throw lines.error(
          tokens.size() + " tokens and " + labels.size() + " strings in " + pos, "as many");
    }
    return new JsonRecord.Sentence(new LabeledSentence(tokens, tags, labels));
  }

  private List<String> strings(JsonNode json, String field) {
    List<String> strings = new ArrayList<>();
    for (JsonNode item : json.path(field)) {
      if (!item.isTextual() || item.textValue().isEmpty()) {
        throw lines.error(
            "a JSON " + kind(item) + " in " + field, "strings that are not empty in " + field);
      }
      strings.add(item.textValue());
    }
    return strings;
  }

  /** An array of labels, which several tools have; what is in it tells which. */
  private JsonRecord labels(JsonNode json, JsonNode labels, boolean entities) {
    List<Mark> marks = new ArrayList<>();
    OffsetUnit written = OffsetUnit.UTF16;
    for (JsonNode label : labels) {
      if (label.isArray()) {
        // doccano calls them label, spaCy's training data entities.
        written = entities ? OffsetUnit.CODE_POINTS : OffsetUnit.UTF16;
        marks.add(mark(label.get(0), label.get(1), label.get(2), null));
      } else if (label.has("start_offset")) {
        marks.add(
            mark(label.get("start_offset"), label.get("end_offset"), label.get("label"), null));
      } else if (label.has("begin")) {
        written = OffsetUnit.CODE_POINTS;
        marks.add(
            mark(
                label.get("begin"),
                label.get("end"),
                label.get("type"),
                label.path("text").textValue()));
      } else {
        written = OffsetUnit.CODE_POINTS;
        addLabelStudio(label, marks);
      }
    }
    return text(string(json, "text"), marks, written, null);
  }

  private JsonRecord labelStudio(JsonNode json) {
    JsonNode data = json.path("data");
    String text = data.path("text").isTextual() ? data.get("text").textValue() : onlyString(data);
    List<Mark> marks = new ArrayList<>();
    for (JsonNode annotation : json.path(json.has("annotations") ? "annotations" : "completions")) {
      if (!annotation.path("was_cancelled").asBoolean()) {
        for (JsonNode result : annotation.path("result")) {
          if (result.path("value").has("labels")) {
            addLabelStudio(result.get("value"), marks);
          }
        }
        return text(text, marks, OffsetUnit.CODE_POINTS, null);
      }
    }
    return new JsonRecord.Refused();
  }

  private String onlyString(JsonNode data) {
    List<String> texts = new ArrayList<>();
    data.forEach(value -> texts.addAll(value.isTextual() ? List.of(value.textValue()) : List.of()));
    if (texts.size() != 1) {
      throw lines.error(texts.size() + " texts in data", "the text in data.text");
    }
    return texts.get(0);
  }

  private void addLabelStudio(JsonNode value, List<Mark> marks) {
    JsonNode types = value.path("labels");
    if (types.size() > 1) {
      problems.accept("found a span of the labels " + types + ", wanted one; the first is taken.");
    }
    marks.add(
        mark(value.get("start"), value.get("end"), types.get(0), value.path("text").textValue()));
  }

  private JsonRecord prodigy(JsonNode json) {
    if (!json.path("answer").asText("accept").equals("accept")) {
      return new JsonRecord.Refused();
    }
    return text(string(json, "text"), marks(json, "spans"), OffsetUnit.CODE_POINTS, tokens(json));
  }

  /** What {@code Doc.to_json} of spaCy 3 writes; {@code sents} are its sentences. */
  private JsonRecord spacy(JsonNode json) {
    String text = string(json, "text");
    JsonRecord.Text doc = text(text, marks(json, "ents"), OffsetUnit.CODE_POINTS, tokens(json));
    if (doc.tokens() == null || !json.path("sents").isArray()) {
      return doc;
    }
    TextOffsets offsets = new TextOffsets(text);
    TreeSet<Integer> starts = new TreeSet<>();
    for (JsonNode sentence : json.get("sents")) {
      int begin = offsets.utf16(sentence.path("start").asInt());
      starts.add((int) doc.tokens().stream().filter(token -> token.begin() < begin).count());
    }
    starts.remove(doc.tokens().size());
    starts.add(0);
    return new JsonRecord.Text(text, doc.spans(), doc.tokens(), List.copyOf(starts));
  }

  private List<Mark> marks(JsonNode json, String field) {
    List<Mark> marks = new ArrayList<>();
    for (JsonNode span : json.path(field)) {
      marks.add(
          mark(
              span.get("start"),
              span.get("end"),
              span.get("label"),
              span.path("text").textValue()));
    }
    return marks;
  }

  /** The tokens as written, or null if there are none. */
  private List<Mark> tokens(JsonNode json) {
    if (!json.has("tokens")) {
      return null;
    }
    List<Mark> tokens = new ArrayList<>();
    for (JsonNode token : json.get("tokens")) {
      tokens.add(mark(token.get("start"), token.get("end"), TOKEN, null));
    }
    return tokens;
  }

  private Mark mark(JsonNode begin, JsonNode end, JsonNode type, String text) {
    if (begin == null || !begin.isInt() || end == null || !end.isInt()) {
      throw lines.error("a span from " + begin + " to " + end, "two numbers");
    }
    if (type == null || !type.isTextual() || type.textValue().isEmpty()) {
      throw lines.error("a span of type " + type, "a string that is not empty");
    }
    return new Mark(begin.intValue(), end.intValue(), type.textValue(), text);
  }

  private JsonRecord.Text text(
      String text, List<Mark> marks, OffsetUnit written, List<Mark> tokens) {
    TextOffsets offsets = new TextOffsets(text);
    OffsetUnit settled = unit == null ? Mark.unit(text, marks, written, offsets) : unit;
    List<TextSpan> spans = marks.stream().map(mark -> mark.in(offsets, settled)).toList();
    return new JsonRecord.Text(
        text, spans, tokens == null ? null : tokens(text, tokens, offsets, settled), List.of(0));
  }

  /** The tokens that are not white space, which spaCy has as tokens too. */
  private List<TextSpan> tokens(
      String text, List<Mark> marks, TextOffsets offsets, OffsetUnit unit) {
    List<TextSpan> tokens = new ArrayList<>();
    int free = 0;
    for (Mark mark : marks) {
      TextSpan token = mark.in(offsets, unit);
      if (token.begin() < free
          || token.end() <= token.begin()
          || !offsets.isBoundary(token.begin())
          || !offsets.isBoundary(token.end())) {
        throw lines.error(
            "a token from " + mark.begin() + " to " + mark.end(),
            "tokens in order, not empty, within the text");
      }
      if (!text.substring(token.begin(), token.end()).isBlank()) {
        tokens.add(token);
      }
      free = token.end();
    }
    return tokens;
  }

  private String string(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isTextual()) {
      throw lines.error("a JSON " + kind(value) + " in " + field, "a string");
    }
    return value.textValue();
  }

  private static String kind(JsonNode json) {
    return json.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
