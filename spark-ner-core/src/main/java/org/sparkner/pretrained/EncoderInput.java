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

package org.sparkner.pretrained;

import java.util.Arrays;

/**
 * A window of text as an encoder reads it at once.
 *
 * @param pieces ids of word pieces, with those that begin and end a text
 * @param capitalisation of the word of each piece: 1 + the ordinal of its {@link
 *     org.sparkner.lexicon.Capitalisation}, 0 for pieces that begin and end a text; null where the
 *     encoder is not told of it
 * @param firsts place among the pieces of the first piece of each token whose vector is asked for
 */
public record EncoderInput(int[] pieces, int[] capitalisation, int[] firsts) {
  /**
   * The same where the vectors of all pieces of the tokens are asked for.
   *
   * @param counts pieces of each token that a vector is asked of
   */
  EncoderInput ofPieces(int[] counts) {
    int[] all = new int[Arrays.stream(counts).sum()];
    int next = 0;
    for (int t = 0; t < firsts.length; t++) {
      for (int piece = 0; piece < counts[t]; piece++) {
        all[next++] = firsts[t] + piece;
      }
    }
    return new EncoderInput(pieces, capitalisation, all);
  }
}
