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

package org.sparkner.train;

import java.util.ArrayList;
import java.util.List;
import org.sparkner.contextual.ContextualEncoder;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.network.EncodedSentence;
import org.sparkner.text.Context;

/**
 * The sentences that are trained on here. Contextual vectors are not held for all of them: the
 * encoder keeps those that fit into its memory and computes the others each time.
 */
final class TrainingSentences {
  private final EncodedShard shard;
  private final ContextualEncoder contextual;
  private final List<Context> contexts;

  private TrainingSentences(
      EncodedShard shard, ContextualEncoder contextual, List<Context> contexts) {
    this.shard = shard;
    this.contextual = contextual;
    this.contexts = contexts;
  }

  static TrainingSentences of(List<LabeledSentence> sentences, RunIdentity identity) {
    SentenceEncoder encoder =
        new SentenceEncoder(identity.lexicon(), identity.labels(), identity.architecture());
    EncodedShard.Builder shard = new EncodedShard.Builder();
    List<Context> contexts = new ArrayList<>();
    for (LabeledSentence sentence : sentences) {
      encoder.encodePieces(
          sentence,
          (context, piece) -> {
            shard.add(piece);
            contexts.add(context);
          });
    }
    return new TrainingSentences(shard.build(), identity.options().contextual(), contexts);
  }

  EncodedShard shard() {
    return shard;
  }

  /** Sentences by their places in the shard. */
  List<EncodedSentence> sentences(int[] places) {
    List<EncodedSentence> sentences = shard.sentences(places);
    if (contextual != null) {
      for (int i = 0; i < places.length; i++) {
        EncodedSentence sentence = sentences.get(i);
        float[][] vectors = contextual.encode(contexts.get(places[i]), sentence.size());
        sentences.set(i, sentence.withContextual(vectors));
      }
    }
    return sentences;
  }
}
