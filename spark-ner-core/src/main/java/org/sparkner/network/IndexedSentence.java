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

import org.sparkner.tags.GoldLabels;
import org.sparkner.tags.LatentLabels;

/**
 * A sentence as the network sees it.
 *
 * @param words row of the word table of each token
 * @param characters [token][position] character ids, at least one and at most the architecture's
 *     word length each
 * @param features [token][slot] ids of {@link org.sparkner.model.FeatureVectors}
 * @param contextual [token][float] vectors of a pretrained encoder
 * @param labels label id of each token, a legal sequence; null where unknown
 * @param supervision what is known of the labels
 */
public record IndexedSentence(
    int[] words,
    int[][] characters,
    int[][] features,
    float[][] contextual,
    int[] labels,
    LabelSupervision supervision) {
  public IndexedSentence {
    if (words.length == 0
        || characters.length != words.length
        || features.length != words.length
        || contextual.length != words.length
        || (labels != null && labels.length != words.length)) {
      throw new IllegalArgumentException(
          "An indexed sentence needs characters, features, vectors and labels for each of its"
              + " tokens, at least one.");
    }
  }

  /** A sentence whose labels are all known, and which counts once. */
  public IndexedSentence(
      int[] words, int[][] characters, int[][] features, float[][] contextual, int[] labels) {
    this(words, characters, features, contextual, labels, LabelSupervision.FULL);
  }

  /** A sentence without features. */
  public IndexedSentence(int[] words, int[][] characters, int[] labels) {
    this(words, characters, new int[words.length][0], labels);
  }

  /** A sentence without contextual vectors. */
  public IndexedSentence(int[] words, int[][] characters, int[][] features, int[] labels) {
    this(words, characters, features, new float[words.length][0], labels);
  }

  /** This sentence with other rows of the word table. */
  public IndexedSentence withWords(int[] words) {
    return new IndexedSentence(words, characters, features, contextual, labels, supervision);
  }

  /** This sentence with other contextual vectors. */
  public IndexedSentence withContextual(float[][] contextual) {
    return new IndexedSentence(words, characters, features, contextual, labels, supervision);
  }

  /** This sentence, of whose labels something else is known. */
  public IndexedSentence supervised(LabelSupervision supervision) {
    return new IndexedSentence(words, characters, features, contextual, labels, supervision);
  }

  /** This sentence, of which only a part of the labels is known, or which counts otherwise. */
  public IndexedSentence supervised(LatentLabels latent, float weight) {
    return supervised(new LabelSupervision(latent, weight, null));
  }

  /** What is known of the labels. */
  public GoldLabels gold() {
    return supervision.taught() == null
        ? GoldLabels.of(labels, supervision.latent(), supervision.weight())
        : GoldLabels.taught(labels, supervision.taught(), supervision.weight());
  }

  /** Tokens. */
  public int size() {
    return words.length;
  }
}
