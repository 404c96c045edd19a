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

import java.util.Objects;

/**
 * A sentence and where it stands.
 *
 * @param sentence the sentence as the file has it
 * @param document number of its document in the file, from 1; 0 where the file has not told of a
 *     document yet, so that nothing is known of the sentence's
 * @param line line of the file, from 1, at which it begins, or at which its record was read; 0
 *     where it has none
 * @param place file and line, for messages
 */
public record PlacedSentence(LabeledSentence sentence, int document, long line, String place) {
  public PlacedSentence {
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(place, "place");
  }

  /** Another sentence at the same place. */
  PlacedSentence with(LabeledSentence other) {
    return new PlacedSentence(other, document, line, place);
  }
}
