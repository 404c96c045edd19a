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

package org.sparkner.tags;

/**
 * What is known of the labels of a sentence, and how much the sentence counts.
 *
 * @param labels T label ids, a legal sequence
 * @param allowed [T × K], which labels each token may bear, its own of {@code labels} among them;
 *     null where these are all
 * @param weight factor of the sentence's loss, above 0
 * @param taught how probable a teacher thinks all label sequences, which is to be learned in place
 *     of {@code labels}; null where these are
 */
public record GoldLabels(int[] labels, boolean[] allowed, double weight, PathDistribution taught) {
  public GoldLabels {
    if (labels.length == 0 || (allowed != null && allowed.length % labels.length != 0)) {
      throw new IllegalArgumentException(
          "Gold labels need at least one token, and a row of allowed labels for each.");
    }
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("A sentence's weight is above 0, found " + weight + ".");
    }
    if (taught != null && taught.size() != labels.length) {
      throw new IllegalArgumentException(
          "A teacher's labels are those of "
              + taught.size()
              + " tokens, the sentence has "
              + labels.length
              + ".");
    }
  }

  /** Labels of a sentence that had no teacher. */
  public GoldLabels(int[] labels, boolean[] allowed, double weight) {
    this(labels, allowed, weight, null);
  }

  /** Labels that are all known, of a sentence that counts once. */
  public GoldLabels(int... labels) {
    this(labels, null, 1);
  }

  /**
   * Labels of which O may stand for others.
   *
   * @param latent null for none
   */
  public static GoldLabels of(int[] labels, LatentLabels latent, double weight) {
    if (latent == null) {
      return new GoldLabels(labels, null, weight);
    }
    int count = latent.size();
    boolean[] allowed = new boolean[labels.length * count];
    for (int t = 0; t < labels.length; t++) {
      for (int label = 0; label < count; label++) {
        allowed[t * count + label] = latent.allows(labels[t], label);
      }
    }
    return new GoldLabels(labels, allowed, weight);
  }

  /** What a teacher thinks of the labels. */
  public static GoldLabels taught(int[] labels, PathDistribution taught, double weight) {
    return new GoldLabels(labels, null, weight, taught);
  }

  /** Tokens. */
  public int size() {
    return labels.length;
  }

  /** Whether a token may bear another label than the one of {@link #labels}. */
  public boolean isPartial() {
    return allowed != null;
  }

  /** Whether a token may bear a label. */
  public boolean allows(int token, int label) {
    return allowed == null
        ? labels[token] == label
        : allowed[token * (allowed.length / labels.length) + label];
  }

  /**
   * The scores of the sentence with −∞ for labels that a token may not bear, so that a lattice over
   * them sums the label sequences that agree with what is known.
   *
   * @param scores [T × stride] from {@code offset}, of which the first of each row are those of the
   *     labels
   * @param count labels
   * @return [T × stride]
   */
  public double[] restrict(double[] scores, int offset, int stride, int count) {
    double[] restricted = new double[labels.length * stride];
    System.arraycopy(scores, offset, restricted, 0, restricted.length);
    for (int t = 0; t < labels.length; t++) {
      for (int label = 0; label < count; label++) {
        if (!allows(t, label)) {
          restricted[t * stride + label] = Double.NEGATIVE_INFINITY;
        }
      }
    }
    return restricted;
  }
}
