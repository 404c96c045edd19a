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

package org.sparkner.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.sparkner.corpus.LabeledSentence;

/**
 * Labelled sentences, gathered.
 *
 * @param train to learn from
 * @param valid to validate on; may be empty
 */
record TrainingData(List<LabeledSentence> train, List<LabeledSentence> valid) {

  /**
   * Takes a seeded choice of the sentences to learn from to validate on instead, at most all but
   * one; both parts keep the order.
   *
   * @param fraction share to validate on, 0 to below 1
   */
  TrainingData split(double fraction, long seed) {
    int size = Math.min((int) Math.round(fraction * train.size()), train.size() - 1);
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < train.size(); i++) {
      indices.add(i);
    }
    Collections.shuffle(indices, new Random(seed));
    boolean[] chosen = new boolean[train.size()];
    indices.subList(0, size).forEach(i -> chosen[i] = true);
    List<LabeledSentence> kept = new ArrayList<>();
    List<LabeledSentence> held = new ArrayList<>(valid);
    for (int i = 0; i < chosen.length; i++) {
      (chosen[i] ? held : kept).add(train.get(i));
    }
    return new TrainingData(kept, held);
  }
}
