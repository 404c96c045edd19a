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

package org.sparkner.tagger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.Span;
import org.sparkner.text.AnalyzedSentence;

/**
 * What the tagger found in a text. Offsets are code points. It holds the text and a few integers a
 * token; the lists of tokens and tags are made when they are asked for.
 */
public final class TaggedText {
  private final String text;
  private final List<AnalyzedSentence> sentences;
  private final List<Labeling> labelings;
  private final LabelSet labels;
  private final boolean withMarginals;
  private final List<Entity> entities;

  /**
   * A token of the text.
   *
   * @param begin first code point
   * @param end after the last code point
   * @param text its characters
   * @param sentence number of its sentence, from 0
   */
  public record Token(int begin, int end, String text, int sentence) {}

  /**
   * @param labelings one for each sentence
   */
  TaggedText(
      String text,
      List<AnalyzedSentence> sentences,
      List<Labeling> labelings,
      LabelSet labels,
      boolean withMarginals) {
    this.text = text;
    this.sentences = sentences;
    this.labelings = labelings;
    this.labels = labels;
    this.withMarginals = withMarginals;
    this.entities = findEntities();
  }

  /** The entities in the order of the text. */
  public List<Entity> entities() {
    return entities;
  }

  /** How many sentences the text has. */
  public int sentenceCount() {
    return sentences.size();
  }

  /** How many tokens the text has. */
  public int tokenCount() {
    return sentences.stream().mapToInt(AnalyzedSentence::size).sum();
  }

  /** How many tokens are such. */
  public int count(Predicate<String> tokens) {
    int count = 0;
    for (AnalyzedSentence sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        count += tokens.test(sentence.token(text, i)) ? 1 : 0;
      }
    }
    return count;
  }

  /** The tokens of all sentences, in order. */
  public List<Token> tokens() {
    List<Token> tokens = new ArrayList<>(tokenCount());
    CodePointCursor cursor = new CodePointCursor(text);
    for (int s = 0; s < sentences.size(); s++) {
      AnalyzedSentence sentence = sentences.get(s);
      for (int i = 0; i < sentence.size(); i++) {
        int begin = cursor.at(sentence.begin(i));
        int end = cursor.at(sentence.end(i));
        tokens.add(new Token(begin, end, sentence.token(text, i), s));
      }
    }
    return tokens;
  }

  /** A label a token, in the model's own scheme. */
  public List<String> tags() {
    List<String> tags = new ArrayList<>(tokenCount());
    for (Labeling labeling : labelings) {
      tags.addAll(labels.decode(labeling.path()));
    }
    return tags;
  }

  /** Posterior probabilities, [token][label]; null unless they were asked for. */
  public float[][] marginals() {
    if (!withMarginals) {
      return null;
    }
    List<float[]> marginals = new ArrayList<>(tokenCount());
    for (Labeling labeling : labelings) {
      marginals.addAll(List.of(labeling.marginals()));
    }
    return marginals.toArray(float[][]::new);
  }

  private List<Entity> findEntities() {
    List<Entity> found = new ArrayList<>();
    CodePointCursor cursor = new CodePointCursor(text);
    for (int s = 0; s < sentences.size(); s++) {
      AnalyzedSentence sentence = sentences.get(s);
      Labeling labeling = labelings.get(s);
      for (int i = 0; i < labeling.spans().size(); i++) {
        Span span = labeling.spans().get(i);
        int begin = sentence.begin(span.begin());
        int end = sentence.end(span.end() - 1);
        found.add(
            new Entity(
                cursor.at(begin),
                cursor.at(end),
                span.type(),
                text.substring(begin, end),
                labeling.confidences()[i]));
      }
    }
    return found;
  }
}
