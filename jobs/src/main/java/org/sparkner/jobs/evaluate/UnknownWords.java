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

import java.util.List;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.tags.Span;

/**
 * Tells of the words of a span of which a network has no vector, but only the characters.
 *
 * @param lexicon of the network; null for a linear model, which tells of no words
 */
record UnknownWords(Lexicon lexicon) implements ErrorsFile.Known {
  @Override
  public String of(LabeledSentence sentence, Span span) {
    if (lexicon == null) {
      return "";
    }
    List<String> unknown =
        sentence.tokens().subList(span.begin(), span.end()).stream()
            .filter(token -> lexicon.row(token) == Lexicon.UNKNOWN_WORD)
            .distinct()
            .toList();
    return unknown.isEmpty()
        ? "words known to the model"
        : "unknown to the model: " + String.join(" ", unknown);
  }

  @Override
  public String hint() {
    return " With --train, evaluate says which were seen in training.";
  }
}
