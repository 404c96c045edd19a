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

package org.sparkner.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a sentence stands in its document.
 *
 * @param tokens of the document, or of the part of it that the sentence is in; one list for all
 *     sentences of the part, not to be written
 * @param begin the sentence's first token among them
 */
public record Context(List<String> tokens, int begin) {
  /**
   * Tokens of a part: longer documents are cut between sentences, so that what is kept of one stays
   * small. Only a sentence longer than this is a longer part, by itself.
   */
  public static final int MOST_TOKENS = 1024;

  /** Of a sentence that is its own document. */
  public static Context alone(List<String> sentence) {
    return new Context(sentence, 0);
  }

  /** The same place, with other tokens of the sentence there, as many. */
  public Context withSentence(List<String> sentence) {
    List<String> others = new ArrayList<>(tokens);
    for (int t = 0; t < sentence.size(); t++) {
      others.set(begin + t, sentence.get(t));
    }
    return new Context(others, begin);
  }

  /** Of each sentence of a document, in order. */
  public static List<Context> of(List<? extends List<String>> document) {
    List<Context> contexts = new ArrayList<>(document.size());
    List<String> part = new ArrayList<>();
    for (List<String> sentence : document) {
      if (part.size() + sentence.size() > MOST_TOKENS) {
        part = new ArrayList<>();
      }
      contexts.add(new Context(part, part.size()));
      part.addAll(sentence);
    }
    return contexts;
  }
}
