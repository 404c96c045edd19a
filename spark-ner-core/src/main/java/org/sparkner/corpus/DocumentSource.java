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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.sparkner.text.Context;

/**
 * Gives each sentence its place in its document. Reads ahead by a document, or a part of a longer
 * one, whose sentences come first if what follows is malformed.
 */
final class DocumentSource implements SentenceSource {
  private final SentenceSource source;
  private final Deque<LabeledSentence> ready = new ArrayDeque<>();
  private LabeledSentence ahead;
  private int ofAhead;
  private RuntimeException failure;

  DocumentSource(SentenceSource source) {
    this.source = source;
  }

  @Override
  public String place() {
    return source.place();
  }

  @Override
  public LabeledSentence next() {
    if (ready.isEmpty()) {
      readPart();
    }
    if (ready.isEmpty() && failure != null) {
      throw failure;
    }
    return ready.poll();
  }

  private void readPart() {
    if (ahead == null) {
      read();
    }
    if (ahead == null) {
      return;
    }
    if (ofAhead == 0) {
      ready.add(ahead);
      ahead = null;
      return;
    }
    List<LabeledSentence> part = new ArrayList<>();
    int document = ofAhead;
    int tokens = 0;
    while (ahead != null
        && ofAhead == document
        && (part.isEmpty() || tokens + ahead.size() <= Context.MOST_TOKENS)) {
      tokens += ahead.size();
      part.add(ahead);
      read();
    }
    ready.addAll(LabeledSentence.ofDocument(part));
  }

  private void read() {
    ahead = null;
    if (failure == null) {
      try {
        ahead = source.next();
        ofAhead = source.documents();
      } catch (RuntimeException e) {
        failure = e;
      }
    }
  }
}
