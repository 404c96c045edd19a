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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;
import org.sparkner.text.Context;
import org.sparkner.text.WhiteSpace;

/**
 * Tokens with a tag each, in whatever scheme the corpus uses.
 *
 * @param tokens at least one, none empty
 * @param tags as many as tokens
 * @param attributes what else is known of each token, such as its part of speech: as many as
 *     tokens, or none where it was not read
 * @param context where it stands in its document; null, where nothing is known of one, becomes its
 *     own tokens
 * @param supervision what was annotated, and how much the sentence counts; null becomes {@link
 *     Supervision#FULL}
 */
public record LabeledSentence(
    List<String> tokens,
    List<String> tags,
    List<String> attributes,
    Context context,
    Supervision supervision) {
  public LabeledSentence {
    tokens = List.copyOf(tokens);
    tags = List.copyOf(tags);
    attributes = List.copyOf(attributes);
    context = context == null ? Context.alone(tokens) : context;
    supervision = supervision == null ? Supervision.FULL : supervision;
    if (tokens.isEmpty() || tokens.size() != tags.size()) {
      throw new IllegalArgumentException(
          "A labelled sentence needs as many tags as tokens and at least one, found "
              + tokens.size()
              + " tokens and "
              + tags.size()
              + " tags.");
    }
    if (!attributes.isEmpty() && attributes.size() != tokens.size()) {
      throw new IllegalArgumentException(
          "A labelled sentence needs as many attributes as tokens or none, found "
              + tokens.size()
              + " tokens and "
              + attributes.size()
              + " attributes.");
    }
  }

  /** A sentence of a document that is annotated for everything. */
  public LabeledSentence(
      List<String> tokens, List<String> tags, List<String> attributes, Context context) {
    this(tokens, tags, attributes, context, null);
  }

  /** A sentence without a document. */
  public LabeledSentence(List<String> tokens, List<String> tags, List<String> attributes) {
    this(tokens, tags, attributes, null);
  }

  /** Tokens and tags alone. */
  public LabeledSentence(List<String> tokens, List<String> tags) {
    this(tokens, tags, List.of());
  }

  /** The sentences of a document, in order, each with its place there. */
  public static List<LabeledSentence> ofDocument(List<LabeledSentence> sentences) {
    List<Context> contexts = Context.of(sentences.stream().map(LabeledSentence::tokens).toList());
    List<LabeledSentence> placed = new ArrayList<>(sentences.size());
    for (int i = 0; i < sentences.size(); i++) {
      LabeledSentence sentence = sentences.get(i);
      placed.add(
          new LabeledSentence(
              sentence.tokens,
              sentence.tags,
              sentence.attributes,
              contexts.get(i),
              sentence.supervision));
    }
    return placed;
  }

  /** This sentence with other tags, as many. */
  public LabeledSentence withTags(List<String> other) {
    return new LabeledSentence(tokens, other, attributes, context, supervision);
  }

  /** This sentence, annotated for other types or with another weight. */
  public LabeledSentence withSupervision(Supervision other) {
    return new LabeledSentence(tokens, tags, attributes, context, other);
  }

  /** This sentence without its document. */
  public LabeledSentence alone() {
    return new LabeledSentence(tokens, tags, attributes, null, supervision);
  }

  /**
   * This sentence without the tokens of {@link WhiteSpace} alone and without their tags. What is
   * left of an entity stays one, in the sentence's own scheme.
   *
   * @return this sentence itself if it has no such token; empty if it has no other
   */
  public Optional<LabeledSentence> withoutWhiteSpace() {
    int[] before = new int[size() + 1];
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      if (!WhiteSpace.isAll(tokens.get(i))) {
        kept.add(i);
      }
      before[i + 1] = kept.size();
    }
    if (kept.size() == size()) {
      return Optional.of(this);
    }
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LabeledSentence(
                kept.stream().map(tokens::get).toList(),
                keptTags(kept, before),
                attributes.isEmpty() ? attributes : kept.stream().map(attributes::get).toList(),
                null,
                supervision));
  }

  private List<String> keptTags(List<Integer> kept, int[] before) {
    TagScheme scheme = TagScheme.detect(List.of(tags));
    if (scheme == TagScheme.PLAIN) {
      return kept.stream().map(tags::get).toList();
    }
    return scheme.tags(
        TagScheme.spans(tags).stream()
            .filter(span -> before[span.begin()] < before[span.end()])
            .map(span -> new Span(before[span.begin()], before[span.end()], span.type()))
            .toList(),
        kept.size());
  }

  public int size() {
    return tokens.size();
  }
}
