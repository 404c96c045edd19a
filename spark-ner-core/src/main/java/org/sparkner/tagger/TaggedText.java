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

import java.util.List;

/**
 * What the tagger found in a text.
 *
 * @param entities in the order of the text, with code-point offsets
 * @param tokens the tokens of all sentences, in order
 * @param tags a label a token, in the model's own scheme
 * @param marginals [token][label]; null unless asked for
 */
public record TaggedText(
    List<Entity> entities, List<Token> tokens, List<String> tags, float[][] marginals) {

  /**
   * A token of the text.
   *
   * @param begin first code point
   * @param end after the last code point
   * @param text its characters
   * @param sentence number of its sentence, from 0
   */
  public record Token(int begin, int end, String text, int sentence) {}
}
