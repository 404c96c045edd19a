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
import java.util.SplittableRandom;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.network.IndexedSentence;

/**
 * Takes words for unknown ones in training, so that the network learns to do without a word's
 * vector (Lample et al. 2016, section 4.3, do so to words that occur once). Their characters and
 * features stay. Which words depends on the seed and the step alone.
 *
 * @param probability of each token, 0 to below 1
 * @param seed of the run
 */
record WordDropout(double probability, long seed) {
  /** Tells these draws from others of the same seed. */
  private static final long PLACE = 0x5851F42D4C957F2DL;

  /** The batch as the network is to see it at a step. */
  List<IndexedSentence> apply(List<IndexedSentence> batch, long step) {
    if (probability == 0) {
      return batch;
    }
    SplittableRandom random =
        new SplittableRandom((seed ^ PLACE) + (step + 1) * 0x9E3779B97F4A7C15L);
    List<IndexedSentence> dropped = new ArrayList<>(batch.size());
    for (IndexedSentence sentence : batch) {
      int[] words = sentence.words().clone();
      for (int t = 0; t < words.length; t++) {
        if (random.nextDouble() < probability) {
          words[t] = Lexicon.UNKNOWN_WORD;
        }
      }
      dropped.add(sentence.withWords(words));
    }
    return dropped;
  }
}
