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

package org.sparkner.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sparkner.lexicon.Affixes;
import org.sparkner.lexicon.Capitalisation;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.model.FeatureVectors;
import org.sparkner.tags.LabelSet;

/** Indexed sentences of random words with random legal labels. */
/** Sentences for all {@link Architectures}. For the tests of other modules too. */
public final class RandomSentences {
  /** Affixes that the sentences have. */
  public static final int AFFIXES = 3;

  /** Attributes that the sentences have. */
  public static final int ATTRIBUTE_VALUES = 4;

  private RandomSentences() {}

  /** Sentences of these lengths with legal labels. */
  public static List<IndexedSentence> of(
      Random random, LabelSet labels, int wordRows, int characterIds, int... lengths) {
    List<IndexedSentence> sentences = new ArrayList<>();
    for (int length : lengths) {
      int[] words = new int[length];
      int[][] characters = new int[length][];
      for (int t = 0; t < length; t++) {
        words[t] = random.nextInt(wordRows);
        characters[t] = new int[1 + random.nextInt(5)];
        for (int p = 0; p < characters[t].length; p++) {
          characters[t][p] = 1 + random.nextInt(characterIds - 1);
        }
      }
      int[] path = legalPath(random, labels, length);
      sentences.add(
          new IndexedSentence(words, characters, features(length), contextual(length), path));
    }
    return sentences;
  }

  /** A capitalisation, affixes, an attribute and places in gazetteers of each token. */
  private static int[][] features(int length) {
    Random random = new Random(length);
    int[][] features = new int[length][2 + Affixes.PER_WORD + Architectures.TYPES];
    for (int[] ofToken : features) {
      ofToken[0] = random.nextInt(Capitalisation.values().length);
      for (int i = 0; i < Affixes.PER_WORD; i++) {
        ofToken[1 + i] = random.nextInt(AFFIXES + 1);
      }
      ofToken[1 + Affixes.PER_WORD] = random.nextInt(ATTRIBUTE_VALUES + 1);
      for (int type = 0; type < Architectures.TYPES; type++) {
        ofToken[2 + Affixes.PER_WORD + type] =
            FeatureVectors.gazetteerRow(type, random.nextInt(Gazetteers.PLACES));
      }
    }
    return features;
  }

  /** Contextual vectors of each token. */
  private static float[][] contextual(int length) {
    Random random = new Random(length);
    float[][] vectors = new float[length][Architectures.CONTEXTUAL.dimension()];
    for (float[] ofToken : vectors) {
      for (int i = 0; i < ofToken.length; i++) {
        ofToken[i] = (float) random.nextGaussian();
      }
    }
    return vectors;
  }

  private static int[] legalPath(Random random, LabelSet labels, int length) {
    while (true) {
      int[] path = new int[length];
      boolean legal = true;
      for (int t = 0; t < length; t++) {
        path[t] = random.nextInt(labels.size());
        legal &= t == 0 ? labels.mayBegin(path[0]) : labels.mayFollow(path[t - 1], path[t]);
      }
      if (legal && labels.mayEnd(path[length - 1])) {
        return path;
      }
    }
  }
}
