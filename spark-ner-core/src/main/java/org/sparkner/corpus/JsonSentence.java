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
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/** A record of tokens as strings, with a tag each in an array beside them. */
final class JsonSentence {
  private static final String TOKENS = "tokens";
  private static final String ENTITIES = "entities";

  /** Where tags may be; a field of the name may also mean something else. */
  private static final List<String> TAGS =
      List.of("tags", "ner_tags", "labels", "label", "ner_labels", "ner");

  private final JsonNode json;
  private final RecordPlace place;
  private final Consumer<String> problems;

  /**
   * @param problems hears of tokens that are not as they should be
   */
  JsonSentence(JsonNode json, RecordPlace place, Consumer<String> problems) {
    this.json = json;
    this.place = place;
    this.problems = problems;
  }

  /**
   * Whether a record is one. Where it has a text too, whose spans may be beside it, the tags must
   * be as many as the tokens.
   */
  static boolean isOne(JsonNode json) {
    JsonNode tokens = json.path(TOKENS);
    boolean text = json.path("text").isTextual();
    if (!text && !json.path("spans").isEmpty() && fitting(json) == null) {
      return false;
    }
    if (!tokens.isArray()) {
      return !text && json.path(TAGS.get(0)).isArray();
    }
    if (tokens.isEmpty()) {
      return !text && TAGS.stream().anyMatch(field -> json.path(field).isArray());
    }
    return !tokens.get(0).isObject()
        && (!text || fitting(json) != null || JsonRecordParser.SPANS.stream().noneMatch(json::has));
  }

  /** Whether it says anything of its tokens. */
  static boolean isLabeled(JsonNode json) {
    return json.has(ENTITIES) || TAGS.stream().anyMatch(json::has);
  }

  private static boolean hasSpans(JsonNode json) {
    return JsonRecordParser.SPANS.stream()
        .anyMatch(field -> json.path(field).path(0).isContainerNode());
  }

  /**
   * The first field with as many strings as there are tokens; null if there is none. What is called
   * labels may be of the whole text where there are spans.
   */
  private static String fitting(JsonNode json) {
    int size = json.path(TOKENS).size();
    boolean spans = json.path("text").isTextual() && hasSpans(json);
    return TAGS.stream()
        .filter(field -> !spans || field.endsWith("tags"))
        .filter(field -> json.path(field).isArray() && json.path(field).size() == size)
        .filter(field -> areStrings(json.path(field)))
        .findFirst()
        .orElse(null);
  }

  private static boolean areStrings(JsonNode array) {
    for (JsonNode item : array) {
      if (!item.isTextual() || item.textValue().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads it.
   *
   * @param attributes field of a further label of each token, or null
   */
  JsonRecord read(String attributes) {
    List<String> tokens = tokens();
    List<String> tags = tags(tokens.size());
    if (tokens.isEmpty() && tags.isEmpty()) {
      return new JsonRecord.Empty();
    }
    if (tokens.size() != tags.size()) {
      throw place.error(
          tokens.size() + " tokens and " + tags.size() + " tags", "as many, and at least one");
    }
    List<String> labels = attributes == null ? List.of() : strings(attributes);
    if (attributes != null && labels.size() != tokens.size()) {
      throw place.error(
          tokens.size() + " tokens and " + labels.size() + " strings in " + attributes, "as many");
    }
    return new JsonRecord.Sentence(new LabeledSentence(tokens, tags, labels));
  }

  /** The tokens; an empty one, of a lost character, is read as in columns. */
  private List<String> tokens() {
    ArrayNode tokens = JsonNodeFactory.instance.arrayNode();
    for (JsonNode token : json.path(TOKENS)) {
      boolean empty = token.isTextual() && token.textValue().isEmpty();
      if (empty) {
        problems.accept(
            "found an empty token, expected one; read as the replacement character U+FFFD.");
        tokens.add(ColumnsLine.EmptyToken.TOKEN);
      } else {
        tokens.add(token);
      }
    }
    return strings(TOKENS, tokens);
  }

  private List<String> tags(int size) {
    String field = fitting(json);
    if (field == null) {
      field =
          TAGS.stream()
              .filter(name -> json.path(name).isArray() || isText(name))
              .findFirst()
              .orElse(null);
    }
    if (field == null) {
      return TagScheme.IOB2.tags(entities(size), size);
    }
    JsonNode tags = json.get(field);
    if (!tags.isArray()) {
      throw place.error(
          "a JSON " + kind(tags) + " in " + field,
          "an array with one tag per token, such as B-PER");
    }
    if (tags.size() == size && size > 0 && tags.get(0).isIntegralNumber()) {
      throw place.error(
          "numbers in " + field,
          "tags such as B-PER: write their names in place of the numbers, which the features of the"
              + " data set have in that order");
    }
    return strings(field);
  }

  /** Spans of tokens, as {@code tag} writes them for tokens. */
  private List<Span> entities(int size) {
    List<Span> spans = new ArrayList<>();
    int free = 0;
    for (JsonNode entity : json.path(ENTITIES)) {
      int begin = entity.path("begin").asInt(-1);
      int end = entity.path("end").asInt(-1);
      String type = entity.path("type").asText();
      if (begin < free || end <= begin || end > size || type.isEmpty()) {
        throw place.error(
            "the entity " + entity + " of tokens without a text",
            "begin, end and type of entities in order, which count tokens");
      }
      spans.add(new Span(begin, end, type));
      free = end;
    }
    return spans;
  }

  /** Tags that somebody joined, which must not be lost. */
  private boolean isText(String field) {
    return field.endsWith("tags") && json.path(field).isTextual();
  }

  private List<String> strings(String field) {
    return strings(field, json.path(field));
  }

  private List<String> strings(String field, JsonNode array) {
    List<String> strings = new ArrayList<>();
    for (JsonNode item : array) {
      if (!item.isTextual() || item.textValue().isEmpty()) {
        throw place.error(
            "a JSON " + kind(item) + " in " + field, "strings that are not empty in " + field);
      }
      strings.add(item.textValue());
    }
    return strings;
  }

  static String kind(JsonNode json) {
    return json.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
