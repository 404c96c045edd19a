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
import org.sparkner.train.EncodedShard;
import org.sparkner.train.SentenceEncoder;

/** Makes an {@link EncodedShard} of labelled sentences, which keep their order. */
public final class ShardEncoder {
  private final SentenceEncoder encoder;
  private final EncodedShard.Builder shard = new EncodedShard.Builder();

  /**
   * @param lexicon the training's, or its part that the training data touches
   */
  public ShardEncoder(ReplicaBlueprint blueprint, Lexicon lexicon) {
    this.encoder =
        new SentenceEncoder(lexicon, blueprint.labelSet(), blueprint.options().architecture());
  }

  /** Adds a sentence, its tags in any scheme. */
  public void add(LabeledSentence sentence) {
    encoder.encode(sentence, shard::add);
  }

  /** All sentences added. */
  public EncodedShard shard() {
    return shard.build();
  }
}
