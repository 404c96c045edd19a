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
import org.sparkner.network.IndexedSentence;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.tags.LabelSet;
import org.sparkner.text.Context;

/**
 * Makes an {@link IndexedShard} of labelled sentences, which keep their order, with what the
 * training's encoder reads for them.
 */
public final class ShardIndexer {
  private final SentenceIndexer indexer;
  private final IndexedShard.Builder shard = new IndexedShard.Builder();
  private final PretrainedEncoder encoder; // null where there is none
  private final WindowedSentences windows; // null where no encoder learns

  /**
   * @param options of the training, with the sizes that follow from its data
   * @param lexicon the training's, or its part that the training data touches
   */
  public ShardIndexer(TrainingOptions options, LabelSet labels, Lexicon lexicon) {
    this.indexer = new SentenceIndexer(lexicon, labels, options.architecture());
    this.encoder = options.contextual();
    this.windows = options.recipe().fineTuneEncoder() ? new WindowedSentences(encoder) : null;
  }

  /**
   * Adds a sentence, its tags in any scheme. If the encoder reads whole documents, those of a
   * document follow each other with their contexts.
   */
  public void add(LabeledSentence sentence) {
    if (windows != null) {
      windows.add(sentence, indexer);
    } else if (encoder == null) {
      indexer.index(sentence, shard::add);
    } else {
      indexer.indexPieces(sentence, this::addWithText);
    }
  }

  private void addWithText(Context context, IndexedSentence sentence) {
    Context read =
        encoder.vectors().wholeDocument() ? context : context.alone(sentence.size());
    shard.addWithText(read, sentence);
  }

  /** All sentences added. */
  public IndexedShard shard() {
    return windows == null ? shard.build() : windows.shard();
  }
}
