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

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.lexicon.AttributeValues;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.model.Architecture;
import org.sparkner.model.FeatureVectors;
import org.sparkner.model.InputFeatures;
import org.sparkner.network.IndexedSentence;

/** Turns tokens into what a network reads of them. Equal words share their arrays. */
final class TokenIndexer {
  private final Lexicon lexicon;
  private final int maxWordLength;
  private final InputFeatures features;
  private final Map<String, int[]> characters = new HashMap<>();
  private final Map<WordWithAttribute, int[]> featureIds = new HashMap<>();

  /** What the ids of features follow from, but for those of gazetteers. */
  private record WordWithAttribute(String word, int attribute) {}

  /**
   * @param sizes of the network that reads the ids
   */
  TokenIndexer(Lexicon lexicon, Architecture sizes) {
    this.lexicon = lexicon;
    this.maxWordLength = sizes.maxWordLength();
    this.features = sizes.features();
  }

  /**
   * A sentence with labels.
   *
   * @param attributes as many as tokens; empty where there are none
   * @param labels ids; null where there are none
   */
  IndexedSentence index(List<String> tokens, List<String> attributes, int[] labels) {
    int[] rows = new int[tokens.size()];
    int[][] words = new int[tokens.size()][];
    int[][] ids = new int[tokens.size()][];
    for (int t = 0; t < rows.length; t++) {
      rows[t] = lexicon.row(tokens.get(t));
      words[t] = characters.computeIfAbsent(tokens.get(t), this::characterIds);
      int part =
          attributes.isEmpty()
              ? AttributeValues.UNKNOWN
              : lexicon.attributeValues().id(attributes.get(t));
      ids[t] =
          featureIds.computeIfAbsent(new WordWithAttribute(tokens.get(t), part), this::featureIds);
    }
    if (features.gazetteerTypes() > 0) {
      int[][] places = lexicon.gazetteers().places(tokens);
      Arrays.setAll(ids, t -> FeatureVectors.ids(ids[t], places[t]));
    }
    return new IndexedSentence(rows, words, ids, labels);
  }

  private int[] featureIds(WordWithAttribute token) {
    return FeatureVectors.ids(token.word(), token.attribute(), features, lexicon);
  }

  private int[] characterIds(String token) {
    int[] ids = token.codePoints().limit(maxWordLength).map(lexicon::characterId).toArray();
    return ids.length == 0 ? new int[] {Lexicon.UNKNOWN_CHARACTER} : Arrays.copyOf(ids, ids.length);
  }
}
