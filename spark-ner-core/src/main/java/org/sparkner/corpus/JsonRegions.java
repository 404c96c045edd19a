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
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.sparkner.error.BadDataException;

/**
 * Reads the regions of a file, in the form of any tool. One that cannot be read is left out with a
 * word; only a file in which none can be is refused, for then it is something else.
 */
final class JsonRegions {
  private static final String ENDING = "labels";
  private static final List<String> BEGINS = List.of("start_offset", "begin", "start");
  private static final List<String> ENDS = List.of("end_offset", "end");
  private static final List<String> TYPES = List.of("label", ENDING, "type");

  private final RecordPlace place;
  private final Consumer<String> problems;
  private boolean anyRead;
  private BadDataException unreadable;

  /**
   * The marks of a record.
   *
   * @param unit what their offsets count, if they are of the tool whose form they have
   */
  record Marks(List<Mark> marks, OffsetUnit unit) {}

  /**
   * @param place of the record that is read
   * @param problems hears of what is left out
   */
  JsonRegions(RecordPlace place, Consumer<String> problems) {
    this.place = place;
    this.problems = problems;
  }

  /**
   * Reads the regions of a record.
   *
   * @param field that they are in
   * @param tokens of the record, or null; regions may be given by their places among them
   */
  Marks read(Iterable<JsonNode> regions, String field, List<Mark> tokens) {
    List<Mark> marks = new ArrayList<>();
    OffsetUnit unit = OffsetUnit.CODE_POINTS;
    for (JsonNode region : regions) {
      // doccano has triples in label, spaCy's training data in entities.
      boolean doccano =
          region.has("start_offset") || (region.isArray() && field.startsWith("label"));
      unit = doccano ? OffsetUnit.UTF16 : OffsetUnit.CODE_POINTS;
      Mark mark = region.isArray() ? triple(region) : object(region, tokens);
      if (mark != null) {
        marks.add(mark);
        anyRead = true;
      }
    }
    return new Marks(marks, unit);
  }

  /**
   * @throws BadDataException about the first region, if some are malformed and none can be read
   */
  void requireReadable() {
    if (!anyRead && unreadable != null) {
      throw unreadable;
    }
  }

  /** Whether something has the form of a region: a triple, or an object with offsets. */
  static boolean isRegion(JsonNode json) {
    if (json.isArray()) {
      return json.size() > 2 && offset(json.get(0)) != null && offset(json.get(1)) != null;
    }
    return first(json, BEGINS) != null && first(json, ENDS) != null;
  }

  /** Whether something has the form of a region and a type. */
  static boolean isLabeled(JsonNode json) {
    return isRegion(json)
        && (json.isArray() ? json.get(2).isTextual() : first(json, TYPES) != null);
  }

  /** The begin of an object with offsets, or null. */
  static Integer begin(JsonNode json) {
    return offset(first(json, BEGINS));
  }

  /** The end of an object with offsets, or null. */
  static Integer end(JsonNode json) {
    return offset(first(json, ENDS));
  }

  /** Whether something is a region of Label Studio's short form. */
  static boolean isOfLabelStudio(JsonNode json) {
    return json.has("start") && json.has("end") && (json.has(ENDING) || otherLabels(json) != null);
  }

  /** The labels of another kind of region, such as {@code hypertextlabels}; null if it has none. */
  static String otherLabels(JsonNode region) {
    for (Iterator<String> names = region.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (name.endsWith(ENDING) && !name.equals(ENDING)) {
        return name;
      }
    }
    return null;
  }

  private Mark triple(JsonNode region) {
    return mark(region.get(0), region.get(1), region.get(2), null);
  }

  private Mark object(JsonNode region, List<Mark> tokens) {
    String other = otherLabels(region);
    if (other != null && !region.has(ENDING)) {
      problems.accept(
          "found a region of "
              + other
              + said(region)
              + ", expected labels over plain text; left out.");
      return null;
    }
    JsonNode type = first(region, TYPES);
    JsonNode begin = first(region, BEGINS);
    JsonNode end = first(region, ENDS);
    String text = region.path("text").textValue();
    if (begin == null && end == null && region.has("token_start")) {
      return ofTokens(region, type, text, tokens);
    }
    return mark(begin, end, type, text);
  }

  private static JsonNode first(JsonNode json, List<String> names) {
    return names.stream().filter(json::hasNonNull).map(json::get).findFirst().orElse(null);
  }

  private static String said(JsonNode region) {
    JsonNode text = region.path("text");
    return text.isTextual() ? " '" + text.textValue().replaceAll("\\s+", " ") + "'" : "";
  }

  /** The last token of a region is given, not the one after it. */
  private Mark ofTokens(JsonNode region, JsonNode type, String text, List<Mark> tokens) {
    Integer first = offset(region.get("token_start"));
    Integer last = offset(region.get("token_end"));
    int size = tokens == null ? 0 : tokens.size();
    if (first == null || last == null || first < 0 || last < first || last >= size) {
      return malformed(
          "a span from token " + region.get("token_start") + " to " + region.get("token_end"),
          "two of the " + size + " tokens");
    }
    String name = type(type);
    return name == null
        ? null
        : new Mark(tokens.get(first).begin(), tokens.get(last).end(), name, text, 0);
  }

  private Mark mark(JsonNode begin, JsonNode end, JsonNode type, String text) {
    Integer from = offset(begin);
    Integer to = offset(end);
    if (from == null || to == null) {
      return malformed("a span from " + begin + " to " + end, "two numbers");
    }
    if (isMissing(type)) {
      problems.accept(
          "found a span from "
              + from
              + " to "
              + to
              + (text == null ? "" : ", '" + text.replaceAll("\\s+", " ") + "',")
              + " without a label, expected a label; left out.");
      return null;
    }
    String name = type(type);
    return name == null ? null : new Mark(from, to, name, text, 0);
  }

  /** A whole number, which some exports write as a string or with a fraction of zero; or null. */
  static Integer offset(JsonNode json) {
    if (json == null) {
      return null;
    }
    if (json.isTextual() && json.textValue().matches("\\d{1,9}")) {
      return Integer.valueOf(json.textValue());
    }
    return json.isNumber() && json.doubleValue() == json.intValue() ? json.intValue() : null;
  }

  private static boolean isMissing(JsonNode type) {
    return type == null
        || type.isNull()
        || (type.isTextual() && type.textValue().isBlank())
        || (type.isArray() && (type.isEmpty() || isMissing(type.get(0))));
  }

  private String type(JsonNode type) {
    if (type != null && type.isArray() && !type.isEmpty()) {
      if (type.size() > 1) {
        problems.accept(
            "found a span of the labels " + type + ", expected one; the first is taken.");
      }
      return type(type.get(0));
    }
    if (isMissing(type)) {
      problems.accept("found a span without a label, expected a label; left out.");
      return null;
    }
    if (!type.isTextual()) {
      malformed("a span of type " + type, "a string that is not empty");
      return null;
    }
    return type.textValue();
  }

  private Mark malformed(String found, String expected) {
    problems.accept("found " + found + ", expected " + expected + "; left out.");
    unreadable = unreadable == null ? place.error(found, expected) : unreadable;
    return null;
  }
}
