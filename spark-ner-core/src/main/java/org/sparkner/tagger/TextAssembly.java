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
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.Span;
import org.sparkner.text.AnalyzedSentence;

/** Puts what was found in the sentences of a text together, with code-point offsets. */
final class TextAssembly {
  private final String text;
  private final CodePointCursor cursor;
  private final List<Entity> entities = new ArrayList<>();
  private final List<TaggedText.Token> tokens = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final List<float[]> marginals = new ArrayList<>();

  private TextAssembly(String text) {
    this.text = text;
    this.cursor = new CodePointCursor(text);
  }

  /**
   * @param labelings one for each sentence
   */
  static TaggedText assemble(
      String text,
      List<AnalyzedSentence> sentences,
      List<Labeling> labelings,
      LabelSet labels,
      boolean withMarginals) {
    TextAssembly assembly = new TextAssembly(text);
    for (int s = 0; s < sentences.size(); s++) {
      Labeling labeling = labelings.get(s);
      assembly.add(s, sentences.get(s), labeling);
      assembly.tags.addAll(labels.decode(labeling.path()));
      if (withMarginals) {
        assembly.marginals.addAll(List.of(labeling.marginals()));
      }
    }
    return new TaggedText(
        assembly.entities,
        assembly.tokens,
        assembly.tags,
        withMarginals ? assembly.marginals.toArray(float[][]::new) : null);
  }

  private void add(int number, AnalyzedSentence sentence, Labeling labeling) {
    int first = tokens.size();
    for (int i = 0; i < sentence.size(); i++) {
      int begin = cursor.at(sentence.begin(i));
      int end = cursor.at(sentence.end(i));
      tokens.add(new TaggedText.Token(begin, end, sentence.token(text, i), number));
    }
    for (int i = 0; i < labeling.spans().size(); i++) {
      Span span = labeling.spans().get(i);
      entities.add(
          new Entity(
              tokens.get(first + span.begin()).begin(),
              tokens.get(first + span.end() - 1).end(),
              span.type(),
              text.substring(sentence.begin(span.begin()), sentence.end(span.end() - 1)),
              labeling.confidences()[i]));
    }
  }
}
