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

package org.sparkner.train.rounds;

import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.SentenceIndexer;
import org.sparkner.train.TrainingOptions;
import org.sparkner.train.WindowedSentences;

/** Makes an {@link IndexedShard} of labelled sentences, which keep their order. */
public final class ShardIndexer {
  private final SentenceIndexer indexer;
  private final IndexedShard.Builder shard;
  private final WindowedSentences windows; // null where no encoder learns

  /**
   * @param lexicon the training's, or its part that the training data touches
   */
  public ShardIndexer(ReplicaBlueprint blueprint, Lexicon lexicon) {
    TrainingOptions options = blueprint.options();
    this.indexer = new SentenceIndexer(lexicon, blueprint.labelSet(), options.architecture());
    this.shard = IndexedShard.builder(options.recipe(), lexicon);
    this.windows =
        options.recipe().fineTuneEncoder()
            ? new WindowedSentences(options.contextual(), shard)
            : null;
  }

  /**
   * Adds a sentence, its tags in any scheme. If the worker {@linkplain
   * ReplicaBlueprint#readsDocuments reads documents}, those of a document follow each other.
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
