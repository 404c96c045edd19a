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

package org.sparkner.spark.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.BadDataException;
import org.sparkner.train.TrainingData;

/** Parts labelled sentences into those to learn from and those to validate on. */
final class ValidationSplit {
  private ValidationSplit() {}

  /**
   * Parts sentences.
   *
   * @param marked the places of those to validate on
   */
  static TrainingData of(List<LabeledSentence> sentences, BitSet marked) {
    List<LabeledSentence> train = new ArrayList<>();
    List<LabeledSentence> valid = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      (marked.get(i) ? valid : train).add(sentences.get(i));
    }
    return new TrainingData(train, valid);
  }

  /**
   * Takes a seeded choice of the sentences to learn from to validate on instead, at most all but
   * one; both parts keep the order.
   *
   * @param fraction share to validate on, 0 to below 1
   */
  static TrainingData split(TrainingData data, double fraction, long seed) {
    BitSet chosen = choose(fraction, seed, data.train().size());
    List<LabeledSentence> kept = new ArrayList<>();
    List<LabeledSentence> held = new ArrayList<>(data.valid());
    for (int i = 0; i < data.train().size(); i++) {
      (chosen.get(i) ? held : kept).add(data.train().get(i));
    }
    return new TrainingData(kept, held);
  }

  /**
   * The choice of sentences by their places among so many.
   *
   * @throws BadDataException if there are more than an array holds
   */
  static BitSet choose(double fraction, long seed, long sentences) {
    if (sentences > Integer.MAX_VALUE - 8) {
      throw new BadDataException(
          sentences
              + " sentences are too many to take some to validate on at random; set"
              + " validationIndicatorCol, or validationFraction to 0.");
    }
    int[] places = IntStream.range(0, (int) sentences).toArray();
    Random random = new Random(seed);
    for (int i = places.length; i > 1; i--) {
      int j = random.nextInt(i);
      int place = places[i - 1];
      places[i - 1] = places[j];
      places[j] = place;
    }
    int size = Math.min((int) Math.round(fraction * sentences), places.length - 1);
    BitSet chosen = new BitSet(places.length);
    for (int i = 0; i < size; i++) {
      chosen.set(places[i]);
    }
    return chosen;
  }
}
