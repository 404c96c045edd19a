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

package org.sparkner.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * Sums the weights of a sentence's features. Features of one word are summed once for each place
 * that the word may stand at and kept in {@link WordScores}, which callers keep for the words they
 * meet again; only conjunctions are looked up for every token. Immutable.
 */
public final class EmissionScorer {
  private final FeatureTable table;
  private final int labels;
  private final int first;
  private final int last;
  private final List<FeatureTemplate.Part> singles = new ArrayList<>();
  private final List<Long> singlePrefixes = new ArrayList<>();
  private final List<WordProperty> shared = new ArrayList<>();
  private final Conjunction[] conjunctions;
  private final WordScores before;
  private final WordScores after;

  /**
   * A conjunction: fingerprint of what its names begin with, and for each part the place and the
   * number of its attribute among those that words keep.
   */
  private record Conjunction(long prefix, int[] places, int[] attributes) {}

  public EmissionScorer(List<FeatureTemplate> templates, FeatureTable table) {
    this.table = table;
    this.labels = table.labelCount();
    List<Conjunction> joined = new ArrayList<>();
    int low = 0;
    int high = 0;
    for (FeatureTemplate template : templates) {
      long prefix = Fingerprint.of(template.prefix());
      if (template.isConjunction()) {
        joined.add(conjunction(template, prefix));
      } else {
        FeatureTemplate.Part part = template.parts().get(0);
        singles.add(part);
        singlePrefixes.add(prefix);
        low = Math.min(low, part.from());
        high = Math.max(high, part.to());
      }
    }
    conjunctions = joined.toArray(new Conjunction[0]);
    first = low;
    last = high;
    before = word(FeatureNames.BEFORE);
    after = word(FeatureNames.AFTER);
  }

  private Conjunction conjunction(FeatureTemplate template, long prefix) {
    int parts = template.parts().size();
    int[] places = new int[parts];
    int[] attributes = new int[parts];
    for (int i = 0; i < parts; i++) {
      FeatureTemplate.Part part = template.parts().get(i);
      if (!shared.contains(part.attribute())) {
        shared.add(part.attribute());
      }
      places[i] = part.from();
      attributes[i] = shared.indexOf(part.attribute());
    }
    return new Conjunction(prefix, places, attributes);
  }

  /** What a word adds, wherever it stands. */
  public WordScores word(String word) {
    float[][] sums = new float[last - first + 1][];
    float[] sum = new float[labels];
    for (int place = first; place <= last; place++) {
      if (addSingles(word, place, sum)) {
        sums[place - first] = sum;
        sum = new float[labels];
      }
    }
    long[] fingerprints = new long[shared.size()];
    long[] powers = new long[shared.size()];
    for (int i = 0; i < fingerprints.length; i++) {
      String value = shared.get(i).of(word);
      fingerprints[i] = value == null ? 0 : Fingerprint.of(value);
      powers[i] = value == null ? 0 : Fingerprint.power(value.length());
    }
    return new WordScores(sums, fingerprints, powers);
  }

  private boolean addSingles(String word, int place, float[] sum) {
    boolean known = false;
    for (int i = 0; i < singles.size(); i++) {
      FeatureTemplate.Part part = singles.get(i);
      if (part.from() <= place && place <= part.to()) {
        String value = part.attribute().of(word);
        if (value != null) {
          long tail = Fingerprint.of(value);
          long power = Fingerprint.power(value.length());
          known |= table.add(Fingerprint.append(singlePrefixes.get(i), tail, power), sum, 0);
        }
      }
    }
    return known;
  }

  /**
   * Sums the weights of the features of each token.
   *
   * @param words of the sentence
   * @param length tokens of the sentence, at most as many as words
   * @param emissions output, [length × K]
   */
  public void score(WordScores[] words, int length, float[] emissions) {
    java.util.Arrays.fill(emissions, 0, length * labels, 0);
    for (int token = 0; token < length; token++) {
      int at = token * labels;
      int end = Math.min(last, length - token);
      for (int place = Math.max(first, -1 - token); place <= end; place++) {
        float[] sum = at(words, length, token + place).sums()[place - first];
        if (sum != null) {
          for (int j = 0; j < labels; j++) {
            emissions[at + j] += sum[j];
          }
        }
      }
      for (Conjunction conjunction : conjunctions) {
        addConjunction(conjunction, words, length, token, emissions);
      }
    }
  }

  private void addConjunction(
      Conjunction conjunction, WordScores[] words, int length, int token, float[] emissions) {
    long name = conjunction.prefix();
    for (int i = 0; i < conjunction.places().length; i++) {
      int place = token + conjunction.places()[i];
      if (place < -1 || place > length) {
        return;
      }
      WordScores word = at(words, length, place);
      int attribute = conjunction.attributes()[i];
      long power = word.powers()[attribute];
      if (power == 0) {
        return;
      }
      if (i > 0) {
        name = Fingerprint.append(name, FeatureTemplate.SEPARATOR);
      }
      name = Fingerprint.append(name, word.fingerprints()[attribute], power);
    }
    table.add(name, emissions, token * labels);
  }

  private WordScores at(WordScores[] words, int length, int place) {
    return place < 0 ? before : place == length ? after : words[place];
  }
}
