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

package org.sparkner.torch.network;

import org.sparkner.network.DistinctWords;
import org.sparkner.network.TokenLayout;

/**
 * The batch that sentences are a part of, so that of them is dropped what would be dropped of the
 * whole batch.
 *
 * @param tokens of the whole batch
 * @param words of the whole batch; null where the network reads no characters
 * @param begin the first sentence of the part
 * @param end the sentence after the part
 */
record WholeBatch(TokenRows tokens, DistinctWords words, int begin, int end) {
  private int first() {
    return tokens.layout().sentenceStart(begin);
  }

  /** Of each row of the part, its row among those of the whole batch. */
  long[] rows(TokenRows part) {
    long[] rows = new long[part.count()];
    part.forEach(
        (sentence, token, row, place) ->
            rows[row] =
                tokens.byTime() ? tokens.layout().row(begin + sentence, token) : first() + place);
    return rows;
  }

  /** Of each row of the part, its place in the whole batch, sentence by sentence. */
  long[] places(TokenRows part) {
    long[] places = new long[part.count()];
    part.forEach((sentence, token, row, place) -> places[row] = first() + place);
    return places;
  }

  /** Of each position of a character of the part's words, its position among those of all. */
  long[] positions(DistinctWords part) {
    int[] same = same(part);
    long[] positions = new long[part.positions()];
    for (int u = 0; u < part.size(); u++) {
      for (int p = part.begin(u); p < part.end(u); p++) {
        positions[p] = words.begin(same[u]) + p - part.begin(u);
      }
    }
    return positions;
  }

  /** The same where the characters of words stand time-major. */
  long[] positions(DistinctWords part, TokenLayout layout) {
    int[] same = same(part);
    TokenLayout all = TokenLayout.of(words.lengths());
    long[] positions = new long[part.positions()];
    for (int u = 0; u < part.size(); u++) {
      for (int i = 0; i < layout.length(u); i++) {
        positions[layout.row(u, i)] = all.row(same[u], i);
      }
    }
    return positions;
  }

  /** Of each word of the part, which of all words it is. */
  private int[] same(DistinctWords part) {
    int[] same = new int[part.size()];
    int last = end - 1;
    int count = tokens.layout().sentenceStart(last) + tokens.layout().length(last) - first();
    for (int place = 0; place < count; place++) {
      same[part.word(place)] = words.word(first() + place);
    }
    return same;
  }
}
