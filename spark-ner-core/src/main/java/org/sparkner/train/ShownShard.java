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
import org.sparkner.network.IndexedSentence;
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.text.Context;

/**
 * What an epoch shows of a shard: the sentences, some of them in another spelling, and what a
 * pretrained encoder reads or gives for them. Vectors of an encoder that does not learn are not
 * held for all sentences: it keeps those that fit into its memory and computes the others each
 * time.
 */
public final class ShownShard {
  private final IndexedShard shard;
  private final Augmentation augmentation;
  private final PretrainedEncoder learning; // null where no encoder learns
  private final PretrainedEncoder reading; // null where none is read without learning
  private final int epoch;
  private final TokenIndexer indexer; // of this epoch alone, for it keeps what it met

  /**
   * @param shard which {@linkplain IndexedShard#builder knows} the texts if they are to be shown
   *     otherwise
   * @param options of the training, with the network's sizes and the encoder as it learns
   * @param epoch from 0
   */
  public ShownShard(IndexedShard shard, TrainingOptions options, int epoch) {
    this.shard = shard;
    this.augmentation = Augmentation.of(options.recipe());
    this.learning = options.recipe().fineTuneEncoder() ? options.contextual() : null;
    this.reading = options.readingEncoder();
    this.epoch = epoch;
    this.indexer =
        augmentation.isNone()
            ? null
            : new TokenIndexer(shard.text().lexicon(), options.architecture());
  }

  /**
   * Sentences by their places, with what an encoder that learns reads for them, or with the vectors
   * of one that does not.
   *
   * @param places of all sentences of some windows, window by window
   */
  public Batch batch(int[] places) {
    Batch written = shard.batch(places);
    Batch shown = indexer == null ? written : shown(written, places);
    return reading == null ? shown : withVectors(shown.sentences(), places);
  }

  private Batch shown(Batch written, int[] places) {
    List<IndexedSentence> sentences = new ArrayList<>(places.length);
    for (int i = 0; i < places.length; i++) {
      sentences.add(shown(places[i], written.sentences().get(i)));
    }
    return new Batch(sentences, learning == null ? List.of() : inputs(places));
  }

  private Batch withVectors(List<IndexedSentence> sentences, int[] places) {
    List<Context> contexts = new ArrayList<>(shard.contexts(places));
    for (int i = 0; i < places.length; i++) {
      List<String> other = otherTokens(places[i]);
      if (other != null) {
        contexts.set(i, contexts.get(i).withSentence(other));
      }
    }
    List<float[][]> vectors =
        reading.encode(contexts, sentences.stream().mapToInt(IndexedSentence::size).toArray());
    List<IndexedSentence> read = new ArrayList<>(places.length);
    for (int i = 0; i < places.length; i++) {
      read.add(sentences.get(i).withContextual(vectors.get(i)));
    }
    return new Batch(read);
  }

  /** The tokens of a sentence as this epoch shows them; null where that is as they are written. */
  List<String> otherTokens(int place) {
    if (indexer == null) {
      return null;
    }
    List<String> written = shard.text().tokens(place);
    List<String> tokens = augmentation.show(written, epoch);
    return tokens.equals(written) ? null : tokens;
  }

  private IndexedSentence shown(int place, IndexedSentence written) {
    List<String> tokens = otherTokens(place);
    return tokens == null
        ? written
        : indexer
            .index(tokens, shard.text().attributes(place), written.labels())
            .supervised(written.supervision());
  }

  private List<EncoderInput> inputs(int[] places) {
    List<EncoderInput> inputs = new ArrayList<>();
    for (int i = 0; i < places.length; ) {
      int window = shard.windowAt(places[i]);
      List<String> tokens = new ArrayList<>();
      boolean other = false;
      for (int place = shard.windowBegin(window); place < shard.windowEnd(window); place++, i++) {
        List<String> shown = otherTokens(place);
        other |= shown != null;
        tokens.addAll(shown == null ? shard.text().tokens(place) : shown);
      }
      inputs.addAll(other ? learning.inputs(tokens) : shard.inputs(window));
    }
    return inputs;
  }
}
