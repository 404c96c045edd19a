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

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sparkner.error.BadDataException;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/**
 * Makes documents of JSON objects that tagging has written: rows with a column of entities beside
 * the text or the tokens, spaCy's documents, or sentences of {@code tokens} and {@code ner_tags}.
 * Which column holds the text is found by the texts of the entities, and kept. Not safe for several
 * threads.
 */
public final class TaggedRecords {
  private static final List<String> USUAL_TEXTS = List.of("text", "value", "tokens");
  private static final List<String> USUAL_NAMES = List.of("id", "path", "title", "name");

  private final String entitiesColumn;
  private final String id;
  private String text;

  /**
   * @param text column of the text or the tokens, {@code a.b} for a field of a struct; null to find
   *     it
   * @param entities column of the entities
   * @param id column that names a document; null for {@code id}, {@code path}, {@code title} or
   *     {@code name}, whichever is there
   */
  public TaggedRecords(String text, String entities, String id) {
    this.text = text;
    this.entitiesColumn = entities;
    this.id = id;
  }

  /**
   * A record as a document.
   *
   * @throws BadDataException if it has no entities, or not the text that they are of
   */
  public ViewedDocument document(JsonNode record) {
    String title = title(record);
    if (record.path("ents").isArray() && record.path("text").isTextual()) {
      return new ViewedDocument(
          title,
          record.get("text").textValue(),
          entities(record.get("ents"), "start", "end", "label"));
    }
    if (record.path("ner_tags").isArray() && record.path("tokens").isArray()) {
      return ViewedDocument.ofTokens(
          title, strings(record.get("tokens")), spans(strings(record.get("ner_tags"))));
    }
    List<ViewedEntity> found = entities(at(record, entitiesColumn), "begin", "end", "type");
    JsonNode content = at(record, column(record));
    return content.isArray()
        ? ViewedDocument.ofTokens(title, strings(content), found)
        : new ViewedDocument(title, content.asText(""), found);
  }

  private String title(JsonNode record) {
    if (id != null) {
      return at(record, id).asText("");
    }
    return USUAL_NAMES.stream()
        .map(record::path)
        .filter(JsonNode::isValueNode)
        .map(node -> node.asText(""))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(record.path("meta").path("id").asText(""));
  }

  private static JsonNode at(JsonNode record, String column) {
    JsonNode direct = record.path(column);
    return direct.isMissingNode() && column.contains(".")
        ? record.at("/" + column.replace('.', '/'))
        : direct;
  }

  /** The column of the text: the one that was named or found before, or the one that fits. */
  private String column(JsonNode record) {
    if (text != null) {
      return text;
    }
    JsonNode entities = at(record, entitiesColumn);
    List<String> candidates = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      JsonNode value = field.getValue();
      boolean isTokens = value.isArray() && !value.isEmpty() && value.get(0).isTextual();
      if (value.isTextual() || isTokens) {
        candidates.add(field.getKey());
      }
    }
    if (entities.isEmpty()) {
      return USUAL_TEXTS.stream()
          .filter(candidates::contains)
          .findFirst()
          .orElse(candidates.isEmpty() ? USUAL_TEXTS.get(0) : longest(candidates, record));
    }
    candidates.sort(
        java.util.Comparator.comparingInt(name -> Math.floorMod(USUAL_TEXTS.indexOf(name), 99)));
    text =
        candidates.stream()
            .filter(name -> holds(record.get(name), entities))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadDataException(
                        "no column holds the text of the entities in '"
                            + entitiesColumn
                            + "'; found "
                            + String.join(", ", candidates)
                            + "; name the column that was tagged"));
    return text;
  }

  private static String longest(List<String> candidates, JsonNode record) {
    return candidates.stream()
        .max(java.util.Comparator.comparingInt(name -> record.get(name).asText("").length()))
        .orElseThrow();
  }

  private static boolean holds(JsonNode content, JsonNode entities) {
    for (JsonNode entity : entities) {
      String part =
          content.isArray()
              ? tokens(content, entity.path("begin").asInt(), entity.path("end").asInt())
              : part(content.textValue(), entity.path("begin").asInt(), entity.path("end").asInt());
      if (part == null || !part.equals(entity.path("text").asText(part))) {
        return false;
      }
    }
    return true;
  }

  private static String part(String text, int begin, int end) {
    return begin < 0 || end < begin || end > text.codePointCount(0, text.length())
        ? null
        : text.substring(text.offsetByCodePoints(0, begin), text.offsetByCodePoints(0, end));
  }

  private static String tokens(JsonNode array, int begin, int end) {
    return begin < 0 || end < begin || end > array.size()
        ? null
        : String.join(" ", strings(array).subList(begin, end));
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>(array.size());
    array.forEach(element -> strings.add(element.asText("")));
    return strings;
  }

  private static List<ViewedEntity> spans(List<String> tags) {
    List<ViewedEntity> entities = new ArrayList<>();
    for (Span span : TagScheme.spans(tags)) {
      entities.add(new ViewedEntity(span.begin(), span.end(), span.type(), Double.NaN));
    }
    return entities;
  }

  private List<ViewedEntity> entities(JsonNode array, String begin, String end, String type) {
    if (array.isMissingNode() || array.isNull()) {
      return List.of();
    }
    List<ViewedEntity> entities = new ArrayList<>(array.size());
    for (JsonNode each : array) {
      JsonNode label = each.path(type);
      if (!isPlace(each.path(begin)) || !isPlace(each.path(end))) {
        throw new BadDataException(
            "the column '"
                + entitiesColumn
                + "' holds "
                + Objects.toString(each)
                + ", expected entities with "
                + String.join(", ", begin, end, type));
      }
      entities.add(
          new ViewedEntity(
              each.path(begin).intValue(),
              each.path(end).intValue(),
              label.asText(""),
              each.path("confidence").asDouble(Double.NaN)));
    }
    return entities;
  }

  private static boolean isPlace(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt();
  }
}
