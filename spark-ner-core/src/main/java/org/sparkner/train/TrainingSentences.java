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
import org.sparkner.lexicon.Lexicon;
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
  private final TrainingOptions options;
  private final PretrainedEncoder contextual;
  private final List<Context> contexts;

  /**
   * @param contextual gives the vectors of sentences; null where there is none or it learns
   * @param contexts of each sentence of the shard, for {@code contextual}
   */
  private TrainingSentences(
      IndexedShard shard,
      TrainingOptions options,
      PretrainedEncoder contextual,
      List<Context> contexts) {
    this.shard = shard;
    this.options = options;
    this.contextual = contextual;
    this.contexts = contexts;
  }

  static TrainingSentences of(List<LabeledSentence> sentences, RunIdentity identity) {
    SentenceIndexer indexer =
        new SentenceIndexer(identity.lexicon(), identity.labels(), identity.architecture());
    TrainingOptions options = identity.options().withArchitecture(identity.architecture());
    PretrainedEncoder contextual = options.contextual();
    Lexicon shown = identity.lexicon().withFirstWords(identity.trainedRows());
    IndexedShard.Builder shard = IndexedShard.builder(options.recipe(), shown);
    if (options.recipe().fineTuneEncoder()) {
      WindowedSentences windows = new WindowedSentences(contextual, shard);
      sentences.forEach(sentence -> windows.add(sentence, indexer));
      return new TrainingSentences(windows.shard(), options, null, List.of());
    }
    List<Context> contexts = new ArrayList<>();
    for (LabeledSentence sentence : sentences) {
      indexer.indexPieces(
          sentence,
          piece -> {
            shard.add(piece);
            contexts.add(piece.context());
          });
    }
    return new TrainingSentences(shard.build(), options, contextual, contexts);
  }

  IndexedShard shard() {
    return shard;
  }

  /**
   * What an epoch shows of the sentences.
   *
   * @param epoch from 0
   */
  ShownShard shown(int epoch) {
    return new ShownShard(shard, options, epoch);
  }

  /**
   * Sentences by their places in the shard.
   *
   * @param shown of the epoch
   */
  Batch batch(ShownShard shown, int[] places) {
    Batch batch = shown.batch(places);
    if (contextual == null) {
      return batch;
    }
    List<IndexedSentence> sentences = new ArrayList<>(batch.sentences());
    List<float[][]> vectors =
        contextual.encode(
            Arrays.stream(places).mapToObj(place -> context(shown, place)).toList(),
            sentences.stream().mapToInt(IndexedSentence::size).toArray());
    for (int i = 0; i < places.length; i++) {
      sentences.set(i, sentences.get(i).withContextual(vectors.get(i)));
    }
    return new Batch(sentences);
  }

  private Context context(ShownShard shown, int place) {
    Context written = contexts.get(place);
    List<String> other = shown.otherTokens(place);
    return other == null ? written : written.withSentence(other);
  }
}
