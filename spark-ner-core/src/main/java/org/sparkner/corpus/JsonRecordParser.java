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
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.sparkner.error.BadDataException;
import org.sparkner.text.WhiteSpace;

/**
 * Tells by its fields which tool wrote a JSON object, and takes text, tokens and spans from it. A
 * field counts for what is in it, not for its name alone. One for a file.
 */
final class JsonRecordParser {
  /** Where spans may be; the first one that holds some counts. */
  static final List<String> SPANS =
      List.of("ents", "spans", "label", "labels", "entities", "annotations");

  /** Hold offsets too, but not of what is marked. */
  private static final Set<String> NO_SPANS = Set.of("tokens", "sents");

  /** What an annotator of Prodigy answers to a text that is not to count. */
  private static final Set<String> REFUSALS = Set.of("reject", "ignore");

  private static final String EXPECTED =
      "text and label, labels, entities, spans or ents; or data and annotations; or tokens and"
          + " tags or ner_tags";

  private final RecordPlace place;
  private final OffsetUnit unit;
  private final String attributes;
  private final Consumer<String> problems;
  private final JsonRegions regions;
  private final MarkPlacing placing;
  private boolean anyLabeled;
  private BadDataException unlabeled;
  private String firstRefused;
  private long refused;

  /**
   * @param place of the record that is parsed
   * @param format says how offsets count and where further labels are
   * @param problems hears of what is left out
   */
  JsonRecordParser(RecordPlace place, JsonLinesFormat format, Consumer<String> problems) {
    this.place = place;
    this.unit = format.offsets();
    this.attributes = format.attributes();
    this.problems = problems;
    this.regions = new JsonRegions(place, problems);
    this.placing = new MarkPlacing(unit);
  }

  /** How many records their annotators refused. */
  long refused() {
    return refused;
  }

  /** Where the first of those is; null if there is none. */
  String firstRefused() {
    return firstRefused;
  }

  /**
   * To be asked after the last record.
   *
   * @throws BadDataException if no record is of a known form, or no region could be read
   */
  void requireReadable() {
    if (!anyLabeled && unlabeled != null) {
      throw unlabeled;
    }
    regions.requireReadable();
  }

  JsonRecord parse(JsonNode record) {
    JsonNode json = isTuple(record) ? ofTuple(record) : record;
    if (!json.isObject()) {
      throw place.error("a JSON " + JsonSentence.kind(json), "a JSON object on each line");
    }
    if (JsonSentence.isOne(json)) {
      note(json, JsonSentence.isLabeled(json));
      return new JsonSentence(json, place, problems).read(attributes);
    }
    if (attributes != null) {
      throw place.error(
          "a record without tags",
          "tokens, tags and " + attributes + ", an array of as many strings");
    }
    if (JsonMentions.isOne(json)) {
      anyLabeled = true;
      return new JsonMentions(json, place, problems).read();
    }
    if (REFUSALS.contains(json.path("answer").asText())) {
      return passOver();
    }
    return LabelStudioTask.isOne(json) ? labelStudio(json) : marked(json);
  }

  /** A text and its annotations, as spaCy's training data was before it was in files. */
  private static boolean isTuple(JsonNode json) {
    return json.isArray() && json.size() == 2 && json.get(0).isTextual() && json.get(1).isObject();
  }

  private static JsonNode ofTuple(JsonNode tuple) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.setAll((ObjectNode) tuple.get(1));
    return json.set("text", tuple.get(0));
  }

  private JsonRecord passOver() {
    anyLabeled = true;
    refused++;
    firstRefused = firstRefused == null ? place.toString() : firstRefused;
    return new JsonRecord.Refused();
  }

  /** A file in which no record has any label is hardly one of labelled data. */
  private void note(JsonNode json, boolean labeled) {
    anyLabeled |= labeled;
    if (!anyLabeled && unlabeled == null) {
      unlabeled = unknown(json);
    }
  }

  private BadDataException unknown(JsonNode json) {
    List<String> fields = new ArrayList<>();
    json.fieldNames().forEachRemaining(fields::add);
    return place.error("the fields " + fields, EXPECTED);
  }

  private JsonRecord labelStudio(JsonNode json) {
    LabelStudioTask task = new LabelStudioTask(json, place, problems);
    note(json, json.has("annotations") || json.has("completions") || json.has("predictions"));
    if (task.isCancelled()) {
      return passOver();
    }
    return text(task.text(), regions.read(task.regions(), "labels", null), null, json);
  }

  /** A text with its spans beside it, which most tools have. */
  private JsonRecord marked(JsonNode json) {
    List<Mark> tokens = tokens(json);
    String field = field(json);
    List<JsonNode> found = field == null ? List.of() : elements(json.get(field));
    note(json, json.has("answer") || SPANS.stream().anyMatch(name -> isKnown(json, name)));
    anyLabeled |= !found.isEmpty();
    JsonNode text = json.path(json.path("text").isTextual() || !json.has("data") ? "text" : "data");
    if (text.isNull() || (found.isEmpty() && text.isMissingNode() && !isAnyKnown(json))) {
      problems.accept("found no text, expected a text; left out.");
      return new JsonRecord.Empty();
    }
    if (!text.isTextual()) {
      throw place.error("a JSON " + JsonSentence.kind(text) + " in text", "a string");
    }
    return text(text.textValue(), regions.read(found, name(field), tokens), tokens, json);
  }

  private static String name(String field) {
    return field == null ? "" : field;
  }

  private static boolean isAnyKnown(JsonNode json) {
    return json.has("answer") || SPANS.stream().anyMatch(json::has);
  }

  /** Whether there is a field of spans, filled or not. */
  private static boolean isKnown(JsonNode json, String name) {
    return json.has(name)
        && (json.get(name).isContainerNode() || json.get(name).isNull())
        && !isNest(json.get(name));
  }

  /** Whether it is an object in objects, as CLUENER has its spans by type and text. */
  private static boolean isNest(JsonNode json) {
    for (JsonNode group : json.isObject() ? json : List.<JsonNode>of()) {
      if (group.isObject() && !group.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void warnOfObjects(JsonNode json) {
    for (String name : SPANS) {
      if (isNest(json.path(name))) {
        problems.accept("found objects in " + name + ", expected an array of spans; left out.");
      }
    }
  }

  /**
   * The field that the spans are in: the first known one that holds some, or else any of Label
   * Studio, which names it as the project does; null if there are no spans.
   */
  private String field(JsonNode json) {
    if (json.path("ents").isEmpty()
        && json.path("ents").isArray()
        && json.path("spans").isObject()) {
      warnOfOthers(json, List.of("ents", "spans"));
      return null;
    }
    List<String> filled =
        SPANS.stream()
            .filter(name -> elements(json.path(name)).stream().anyMatch(JsonNode::isContainerNode))
            .toList();
    if (!filled.isEmpty()) {
      warnOfOthers(json, filled);
      return filled.get(0);
    }
    if (!isAnyKnown(json)) {
      return otherField(json);
    }
    warnOfObjects(json);
    List<String> known = SPANS.stream().filter(name -> isKnown(json, name)).toList();
    // Beside a field without spans, an array of strings is something else.
    return known.stream().anyMatch(name -> elements(json.get(name)).isEmpty()) || known.isEmpty()
        ? null
        : known.get(0);
  }

  private void warnOfOthers(JsonNode json, List<String> filled) {
    for (String other : filled.subList(1, filled.size())) {
      int size = elements(json.get(other)).size();
      if (size > 0) {
        problems.accept(
            String.format(
                Locale.ROOT,
                "found %s and %d spans in %s, expected spans in one field; those in %s are left out.",
                filled.get(0),
                size,
                other,
                other));
      }
    }
  }

  private String otherField(JsonNode json) {
    List<String> fields = new ArrayList<>();
    json.fieldNames().forEachRemaining(fields::add);
    fields.removeAll(NO_SPANS);
    for (String name : fields) {
      JsonNode first = json.get(name).path(0);
      if (JsonRegions.isOfLabelStudio(first)) {
        return name;
      }
      if (JsonRegions.isLabeled(first)) {
        problems.accept(
            "found spans in " + name + ", expected spans in a field such as label; left out.");
      }
    }
    return null;
  }

  /** The elements of an array, or of the arrays in an object, as spaCy has its groups of spans. */
  private static List<JsonNode> elements(JsonNode json) {
    List<JsonNode> elements = new ArrayList<>();
    if (json.isArray()) {
      json.forEach(elements::add);
    } else if (json.isObject()) {
      json.forEach(group -> elements.addAll(group.isArray() ? elements(group) : List.of()));
    }
    return elements;
  }

  /** The tokens as written, or null if there are none. */
  private static List<Mark> tokens(JsonNode json) {
    JsonNode written = json.path("tokens");
    if (!written.isArray() || !JsonRegions.isRegion(written.path(0))) {
      return null;
    }
    List<Mark> tokens = new ArrayList<>();
    for (JsonNode token : written) {
      Integer begin = JsonRegions.begin(token);
      Integer end = JsonRegions.end(token);
      tokens.add(
          new Mark(
              begin == null ? -1 : begin,
              end == null ? -1 : end,
              "token",
              token.path("text").textValue(),
              0));
    }
    return tokens;
  }

  private JsonRecord text(String text, JsonRegions.Marks found, List<Mark> tokens, JsonNode json) {
    List<Mark> evidence = new ArrayList<>(found.marks());
    evidence.addAll(tokens == null ? List.of() : tokens);
    IntUnaryOperator indices = placing.settle(text, evidence, found.unit()).indices(text);
    List<TextSpan> spans =
        placing
            .place(text, found.marks(), indices, (mark, problem) -> problems.accept(problem))
            .stream()
            .map(PlacedMark::span)
            .toList();
    List<TextSpan> words = tokens == null ? null : words(text, tokens, indices);
    return new JsonRecord.Text(
        text, spans, words, words == null ? List.of(0) : starts(json, words, indices));
  }

  /**
   * The tokens that are not white space, which spaCy has as tokens too; null if they are not those
   * of the text.
   */
  private List<TextSpan> words(String text, List<Mark> marks, IntUnaryOperator indices) {
    TextOffsets offsets = new TextOffsets(text);
    List<TextSpan> tokens = new ArrayList<>();
    int free = 0;
    for (Mark mark : marks) {
      TextSpan token = MarkPlacing.span(mark, indices);
      if (token.begin() < free
          || token.end() <= token.begin()
          || !offsets.isBoundary(token.begin())
          || !offsets.isBoundary(token.end())) {
        throw place.error(
            "a token from " + mark.begin() + " to " + mark.end(),
            "tokens in order, not empty, within the text");
      }
      if (MarkPlacing.isElsewhere(text, mark, token)) {
        problems.accept(
            String.format(
                Locale.ROOT,
                "found the token '%s' where the text has '%s', expected tokens of the text; it is split anew.",
                mark.text(),
                text.substring(token.begin(), token.end())));
        return null;
      }
      if (!WhiteSpace.isAll(text, token.begin(), token.end())) {
        tokens.add(token);
      }
      free = token.end();
    }
    return tokens;
  }

  /** The tokens that begin a sentence of spaCy's; the first one where it tells none. */
  private static List<Integer> starts(
      JsonNode json, List<TextSpan> tokens, IntUnaryOperator indices) {
    TreeSet<Integer> starts = new TreeSet<>();
    for (JsonNode sentence : json.path("sents")) {
      int begin = indices.applyAsInt(sentence.path("start").asInt());
      starts.add((int) tokens.stream().filter(token -> token.begin() < begin).count());
    }
    starts.remove(tokens.size());
    starts.add(0);
    return List.copyOf(starts);
  }
}
