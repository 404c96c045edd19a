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
import java.util.Arrays;
import java.util.List;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.network.IndexedSentence;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.text.Context;

/**
 * The sentences that are trained on here. Contextual vectors of an encoder that does not learn are
 * not held for all of them: the encoder keeps those that fit into its memory and computes the
 * others each time.
 */
final class TrainingSentences {
  private final IndexedShard shard;
  private final PretrainedEncoder contextual;
  private final List<Context> contexts;

  /**
   * @param contextual gives the vectors of sentences; null where there is none or it learns
   * @param contexts of each sentence of the shard, for {@code contextual}
   */
  private TrainingSentences(
      IndexedShard shard, PretrainedEncoder contextual, List<Context> contexts) {
    this.shard = shard;
    this.contextual = contextual;
    this.contexts = contexts;
  }

  static TrainingSentences of(List<LabeledSentence> sentences, RunIdentity identity) {
    SentenceIndexer indexer =
        new SentenceIndexer(identity.lexicon(), identity.labels(), identity.architecture());
    PretrainedEncoder contextual = identity.options().contextual();
    if (identity.options().recipe().fineTuneEncoder()) {
      WindowedSentences windows = new WindowedSentences(contextual);
      sentences.forEach(sentence -> windows.add(sentence, indexer));
      return new TrainingSentences(windows.shard(), null, List.of());
    }
    IndexedShard.Builder shard = new IndexedShard.Builder();
    List<Context> contexts = new ArrayList<>();
    for (LabeledSentence sentence : sentences) {
      indexer.indexPieces(
          sentence,
          (context, piece) -> {
            shard.add(piece);
            contexts.add(context);
          });
    }
    return new TrainingSentences(shard.build(), contextual, contexts);
  }

  IndexedShard shard() {
    return shard;
  }

  /** Sentences by their places in the shard. */
  Batch batch(int[] places) {
    if (contextual == null) {
      return shard.batch(places);
    }
    List<IndexedSentence> sentences = shard.sentences(places);
    List<float[][]> vectors =
        contextual.encode(
            Arrays.stream(places).mapToObj(contexts::get).toList(),
            sentences.stream().mapToInt(IndexedSentence::size).toArray());
    for (int i = 0; i < places.length; i++) {
      sentences.set(i, sentences.get(i).withContextual(vectors.get(i)));
    }
    return new Batch(sentences);
  }
}
