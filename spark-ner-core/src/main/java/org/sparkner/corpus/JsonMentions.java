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
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/**
 * A record of a document's sentences as arrays of tokens, {@code sents}, and of the mentions of
 * each of its entities, {@code vertexSet}: {@code sent_id}, {@code pos} (first token and the one
 * after the last) and {@code type} (Yao et al. 2019, DocRED). Of mentions that overlap, the longest
 * counts.
 */
final class JsonMentions {
  private static final String SENTENCES = "sents";
  private static final String ENTITIES = "vertexSet";

  private final JsonNode json;
  private final RecordPlace place;
  private final Consumer<String> problems;

  /**
   * @param problems hears of mentions that are left out
   */
  JsonMentions(JsonNode json, RecordPlace place, Consumer<String> problems) {
    this.json = json;
    this.place = place;
    this.problems = problems;
  }

  /** Whether a record is one. */
  static boolean isOne(JsonNode json) {
    return json.path(SENTENCES).isArray()
        && json.path(SENTENCES).path(0).isArray()
        && json.has(ENTITIES);
  }

  /** Reads it. */
  JsonRecord read() {
    List<List<String>> sentences = sentences();
    List<List<Span>> mentions = mentions(sentences);
    List<LabeledSentence> labeled = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      List<String> tokens = sentences.get(i);
      if (tokens.isEmpty()) {
        continue;
      }
      List<Span> spans =
          LongestSpans.of(
              mentions.get(i),
              span ->
                  problems.accept(
                      String.format(
                          Locale.ROOT,
                          "found %s '%s' within or across another mention, expected one entity a"
                              + " token; left out.",
                          span.type(),
                          String.join(" ", tokens.subList(span.begin(), span.end())))));
      labeled.add(new LabeledSentence(tokens, TagScheme.IOB2.tags(spans, tokens.size())));
    }
    return labeled.isEmpty() ? new JsonRecord.Empty() : new JsonRecord.Sentences(labeled);
  }

  private List<List<String>> sentences() {
    List<List<String>> sentences = new ArrayList<>();
    for (JsonNode sentence : json.path(SENTENCES)) {
      List<String> tokens = new ArrayList<>();
      for (JsonNode token : sentence) {
        if (!token.isTextual()) {
          throw place.error(
              "a JSON " + JsonSentence.kind(token) + " in " + SENTENCES, "arrays of strings");
        }
        String text = token.textValue();
        tokens.add(text.isEmpty() ? ColumnsLine.EmptyToken.TOKEN : text);
      }
      sentences.add(tokens);
    }
    return sentences;
  }

  private List<List<Span>> mentions(List<List<String>> sentences) {
    List<List<Span>> mentions = new ArrayList<>();
    sentences.forEach(sentence -> mentions.add(new ArrayList<>()));
    for (JsonNode entity : json.path(ENTITIES)) {
      for (JsonNode mention : entity) {
        int sentence = mention.path("sent_id").asInt(-1);
        int begin = mention.path("pos").path(0).asInt(-1);
        int end = mention.path("pos").path(1).asInt(-1);
        String type = mention.path("type").asText();
        if (sentence < 0
            || sentence >= sentences.size()
            || begin < 0
            || end <= begin
            || end > sentences.get(sentence).size()
            || type.isEmpty()) {
          throw place.error(
              "the mention " + mention,
              "sent_id of a sentence, pos [first token, the one after the last] in it, and type");
        }
        mentions.get(sentence).add(new Span(begin, end, type));
      }
    }
    return mentions;
  }
}
