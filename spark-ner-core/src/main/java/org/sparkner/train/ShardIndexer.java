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

import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.tags.LabelSet;

/**
 * Makes an {@link IndexedShard} of labelled sentences, which keep their order, with what the
 * training's encoder reads for them.
 */
public final class ShardIndexer {
  private final SentenceIndexer indexer;
  private final IndexedShard.Builder shard;
  private final WindowedSentences windows; // null where no encoder learns

  /**
   * @param options of the training, with the sizes that follow from its data
   * @param lexicon the part of the training's that the training data touches
   */
  public ShardIndexer(TrainingOptions options, LabelSet labels, Lexicon lexicon) {
    this.indexer = new SentenceIndexer(lexicon, labels, options.architecture());
    this.shard = IndexedShard.builder(options, lexicon);
    this.windows =
        options.recipe().fineTuneEncoder()
            ? new WindowedSentences(options.contextual(), shard)
            : null;
  }

  /**
   * Adds a sentence, its tags in any scheme. If the encoder reads whole documents, those of a
   * document follow each other with their contexts.
   */
  public void add(LabeledSentence sentence) {
    if (windows == null) {
      indexer.indexPieces(sentence, shard::add);
    } else {
      windows.add(sentence, indexer);
    }
  }

  /** All sentences added. */
  public IndexedShard shard() {
    return windows == null ? shard.build() : windows.shard();
  }
}
