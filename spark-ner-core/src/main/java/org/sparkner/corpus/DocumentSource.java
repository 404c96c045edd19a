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
  private final Deque<PlacedSentence> ready = new ArrayDeque<>();
  private PlacedSentence ahead;
  private RuntimeException failure;

  DocumentSource(SentenceSource source) {
    this.source = source;
  }

  @Override
  public PlacedSentence next() {
    if (ready.isEmpty()) {
      readPart();
    }
    if (ready.isEmpty() && failure != null) {
      RuntimeException told = failure;
      failure = told instanceof MalformedRecordException ? null : told;
      throw told;
    }
    return ready.poll();
  }

  @Override
  public String placeOf(String tag) {
    return source.placeOf(tag);
  }

  private void readPart() {
    if (ahead == null) {
      read();
    }
    if (ahead == null) {
      return;
    }
    List<PlacedSentence> part = new ArrayList<>();
    int document = ahead.document();
    int tokens = 0;
    while (ahead != null
        && ahead.document() == document
        && (part.isEmpty()
            || (document > 0 && tokens + ahead.sentence().size() <= Context.MOST_TOKENS))) {
      tokens += ahead.sentence().size();
      part.add(ahead);
      if (document == 0) {
        ahead = null;
      } else {
        read();
      }
    }
    addToReady(part);
  }

  private void addToReady(List<PlacedSentence> part) {
    List<LabeledSentence> sentences =
        LabeledSentence.ofDocument(part.stream().map(PlacedSentence::sentence).toList());
    for (int i = 0; i < part.size(); i++) {
      ready.add(part.get(i).with(sentences.get(i)));
    }
  }

  private void read() {
    ahead = null;
    if (failure == null) {
      try {
        ahead = source.next();
      } catch (RuntimeException e) {
        failure = e;
      }
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
