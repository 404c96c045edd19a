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

import java.util.List;
import org.sparkner.network.IndexedSentence;
import org.sparkner.network.TokenLayout;

/**
 * Which row of the packed matrices each token of a batch is: time-major where the word encoder is
 * recurrent, else sentence by sentence.
 */
record TokenRows(TokenLayout layout, boolean byTime) {
  /** A token: its sentence, its place there, its row, and its place sentence by sentence. */
  interface Visitor {
    void visit(int sentence, int token, int row, int place);
  }

  static TokenRows of(List<IndexedSentence> sentences, boolean byTime) {
    return new TokenRows(
        TokenLayout.of(sentences.stream().mapToInt(IndexedSentence::size).toArray()), byTime);
  }

  int count() {
    return layout.tokens();
  }

  /** Visits all tokens, sentence by sentence. */
  void forEach(Visitor visitor) {
    for (int i = 0; i < layout.sentences(); i++) {
      for (int t = 0; t < layout.length(i); t++) {
        int place = layout.sentenceStart(i) + t;
        visitor.visit(i, t, byTime ? layout.row(i, t) : place, place);
      }
    }
  }

  /** Of each row, its place sentence by sentence. */
  long[] places() {
    long[] places = new long[count()];
    forEach((sentence, token, row, place) -> places[row] = place);
    return places;
  }
}
