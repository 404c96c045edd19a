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

package org.sparkner.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A JSON object whose fields are needed of a certain kind, all and no others. Read by Jackson's
 * streaming parser into its tree, without the mapper: that one takes half a second to start, as
 * long as the weights take.
 */
final class JsonFields {
  private static final int DEEPEST = 16;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final JsonNode node;
  private final String name;
  private final PartFault fault;
  private final Set<String> read = new HashSet<>();

  /**
   * @param node the object
   * @param name of the object, for messages; empty at the root
   * @param fault makes the errors
   */
  private JsonFields(JsonNode node, String name, PartFault fault) {
    this.node = node;
    this.name = name;
    this.fault = fault;
  }

  /**
   * @throws org.sparkner.error.BadModelException if the text is not exactly one JSON object
   */
  static JsonFields parse(byte[] json, PartFault fault) {
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      JsonNode node = value(parser, 0);
      if (parser.nextToken() != null || !node.isObject()) {
        throw fault.of("something other than one JSON object", "one JSON object");
      }
      return new JsonFields(node, "", fault);
    } catch (IOException e) {
      String message =
          e instanceof JsonParseException parsing ? parsing.getOriginalMessage() : e.getMessage();
      throw fault.of("no JSON (" + message.replaceAll("\\s+", " ") + ")", "JSON", e);
    }
  }

  private static JsonNode value(JsonParser parser, int depth) throws IOException {
    JsonToken token = parser.currentToken();
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (token == null || depth > DEEPEST) {
      throw new JsonParseException(parser, token == null ? "it is empty" : "it is nested too deep");
    }
    return switch (token) {
      case START_OBJECT -> {
        ObjectNode object = nodes.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String field = parser.currentName();
          parser.nextToken();
          object.set(field, value(parser, depth + 1));
        }
        yield object;
      }
      case START_ARRAY -> {
        ArrayNode array = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser, depth + 1));
        }
        yield array;
      }
      case VALUE_STRING -> nodes.textNode(parser.getText());
      case VALUE_NUMBER_INT -> nodes.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDoubleValue());
      case VALUE_TRUE, VALUE_FALSE -> nodes.booleanNode(token == JsonToken.VALUE_TRUE);
      default -> nodes.nullNode();
    };
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Whether there is a field, for one that is left out at times. */
  boolean has(String field) {
    return node.has(field);
  }

  /** Whether a field has a list, for one that is a list at times. */
  boolean isList(String field) {
    return node.path(field).isArray();
  }

  /**
   * Ends the reading of an object that is known in full.
   *
   * @throws org.sparkner.error.BadModelException if it has a field that was not read
   */
  void requireNoOthers() {
    for (String field : names()) {
      if (!read.contains(field)) {
        throw fault.of(
            "the unknown field " + qualified(field),
            "only fields of this format version",
            "use the version of Spark NER that wrote it");
      }
    }
  }

  private JsonNode value(String field) {
    read.add(field);
    return node.path(field);
  }

  String text(String field) {
    JsonNode value = value(field);
    return expected(value.isTextual(), field, value, "a string").textValue();
  }

  int integer(String field) {
    JsonNode value = value(field);
    return expected(value.canConvertToInt() && value.isIntegralNumber(), field, value, "an integer")
        .intValue();
  }

  boolean flag(String field) {
    JsonNode value = value(field);
    return expected(value.isBoolean(), field, value, "true or false").booleanValue();
  }

  long longInteger(String field) {
    JsonNode value = value(field);
    return expected(
            value.canConvertToLong() && value.isIntegralNumber(), field, value, "an integer")
        .longValue();
  }

  /** JSON has no NaN; a score of nothing is the string. */
  double number(String field) {
    JsonNode value = value(field);
    boolean isNumber = value.isNumber() || value.asText().equals("NaN");
    return expected(isNumber, field, value, "a number").asDouble();
  }

  JsonFields object(String field) {
    JsonNode value = value(field);
    return new JsonFields(
        expected(value.isObject(), field, value, "an object"), qualified(field), fault);
  }

  /** The elements of a list, each wrapped as the only field, {@code ""}, of an object. */
  <T> List<T> list(String field, Function<JsonFields, T> element) {
    JsonNode array = value(field);
    List<T> elements = new ArrayList<>();
    for (JsonNode value : expected(array.isArray(), field, array, "a list")) {
      ObjectNode holder = JsonNodeFactory.instance.objectNode();
      holder.set("", value);
      elements.add(element.apply(new JsonFields(holder, qualified(field), fault)));
    }
    return elements;
  }

  private JsonNode expected(boolean condition, String field, JsonNode found, String expected) {
    if (!condition) {
      String value =
          found.isMissingNode() ? "no value" : found.getNodeType() + " " + found.asText();
      throw fault.of(value.strip() + " for " + qualified(field), expected);
    }
    return found;
  }

  private String qualified(String field) {
    return name.isEmpty() || field.isEmpty() ? name + field : name + "." + field;
  }
}
