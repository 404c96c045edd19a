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

import java.util.AbstractList;
import java.util.RandomAccess;
import org.sparkner.text.AnalyzedSentence;

/**
 * The tokens of a sentence of a text, each made when it is asked for: of a long text only those of
 * the batch that runs are in memory.
 */
final class TextTokens extends AbstractList<String> implements RandomAccess {
  private final String text;
  private final AnalyzedSentence sentence;

  TextTokens(String text, AnalyzedSentence sentence) {
    this.text = text;
    this.sentence = sentence;
  }

  @Override
  public String get(int i) {
    return sentence.token(text, i);
  }

  @Override
  public int size() {
    return sentence.size();
  }
}
