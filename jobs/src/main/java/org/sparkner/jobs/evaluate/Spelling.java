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

package org.sparkner.jobs.evaluate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.LetterCase;
import org.sparkner.lexicon.SpellingNoise;
import org.sparkner.text.Context;

/** Other spellings of the sentences than those of the data, to measure what they cost. */
enum Spelling {
  /** All letters are small. */
  LOWER,
  /** All letters are capitals. */
  UPPER,
  /** Words lose a capital that is their first and only one. */
  UNCAPITALISED,
  /** With typing errors, misread letters and missing accents; the same in every run. */
  NOISY;

  /** The sentences in this spelling, their documents too. */
  List<LabeledSentence> of(List<LabeledSentence> sentences) {
    Map<List<String>, List<String>> documents = new IdentityHashMap<>();
    List<LabeledSentence> respelled = new ArrayList<>(sentences.size());
    for (LabeledSentence sentence : sentences) {
      List<String> tokens = of(sentence.tokens(), respelled.size());
      List<String> document =
          documents.computeIfAbsent(sentence.context().tokens(), read -> new ArrayList<>(read));
      int begin = sentence.context().begin();
      for (int t = 0; t < tokens.size(); t++) {
        document.set(begin + t, tokens.get(t));
      }
      respelled.add(
          new LabeledSentence(
              tokens,
              sentence.tags(),
              sentence.attributes(),
              new Context(document, begin),
              sentence.supervision()));
    }
    return respelled;
  }

  private List<String> of(List<String> tokens, int number) {
    return switch (this) {
      case LOWER -> tokens.stream().map(LetterCase.LOWER::of).toList();
      case UPPER -> tokens.stream().map(LetterCase.UPPER::of).toList();
      case UNCAPITALISED -> tokens.stream().map(LetterCase.UNCAPITALISED::of).toList();
      case NOISY -> SpellingNoise.of(tokens, new SplittableRandom(number));
    };
  }

  /** As an option names it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
