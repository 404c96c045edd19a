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

package org.sparkner.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.sparkner.feature.FeatureNames;
import org.sparkner.feature.FeatureTemplate;
import org.sparkner.feature.Fingerprint;
import org.sparkner.feature.FingerprintMap;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.tags.GoldLabels;

/**
 * A corpus as the numbers of its features, and the set of these features. 4 bytes a feature of a
 * token.
 *
 * @param features the set
 * @param begins the features of token i of the corpus are those from {@code begins[i]} to {@code
 *     begins[i + 1]}
 * @param rows numbers of features
 * @param firstTokens number of each sentence's first token
 * @param gold labels of each sentence
 */
record IndexedCorpus(
    FeatureSet features, int[] begins, int[] rows, int[] firstTokens, List<GoldLabels> gold) {
  /** Features that fewer tokens than {@code minimumCount} have are left out. */
  static IndexedCorpus of(
      List<TaggedTokens> sentences, List<FeatureTemplate> templates, int minimumCount, int labels) {
    FeatureNames namer = new FeatureNames(templates);
    Counts counts = new Counts();
    for (TaggedTokens sentence : sentences) {
      for (int t = 0; t < sentence.labels().length; t++) {
        namer.of(sentence.tokens(), t, counts::add);
        sentence.features().get(t).forEach(counts::add);
      }
    }
    return new Indexer(namer, counts, minimumCount, labels).index(sentences);
  }

  int firstToken(int sentence) {
    return firstTokens[sentence];
  }

  /** How many tokens have a feature. */
  private static final class Counts {
    private final FingerprintMap index = new FingerprintMap();
    private int[] counts = new int[1 << 10];

    void add(String name) {
      int i = index.add(Fingerprint.of(name));
      if (i == counts.length) {
        counts = Arrays.copyOf(counts, 2 * i);
      }
      counts[i]++;
    }

    int of(long fingerprint) {
      return counts[index.find(fingerprint)];
    }
  }

  private static final class Indexer {
    private final FeatureNames namer;
    private final Counts counts;
    private final int minimumCount;
    private final int labels;
    private final FingerprintMap index = new FingerprintMap();
    private final List<String> names = new ArrayList<>();
    // Bit row * labels + label.
    private final BitSet seen = new BitSet();
    private int[] rows = new int[1 << 10];
    private int used;

    Indexer(FeatureNames namer, Counts counts, int minimumCount, int labels) {
      this.namer = namer;
      this.counts = counts;
      this.minimumCount = minimumCount;
      this.labels = labels;
    }

    IndexedCorpus index(List<TaggedTokens> sentences) {
      int[] begins = new int[sentences.stream().mapToInt(s -> s.labels().length).sum() + 1];
      int[] firstTokens = new int[sentences.size()];
      int token = 0;
      for (int s = 0; s < firstTokens.length; s++) {
        TaggedTokens sentence = sentences.get(s);
        firstTokens[s] = token;
        for (int t = 0; t < sentence.labels().length; t++) {
          int label = sentence.labels()[t];
          namer.of(sentence.tokens(), t, name -> add(name, label));
          sentence.features().get(t).forEach(name -> add(name, label));
          begins[++token] = used;
        }
      }
      return new IndexedCorpus(
          features(),
          begins,
          Arrays.copyOf(rows, used),
          firstTokens,
          sentences.stream().map(TaggedTokens::gold).toList());
    }

    private void add(String name, int label) {
      long fingerprint = Fingerprint.of(name);
      if (counts.of(fingerprint) < minimumCount || !Lexicon.holds(name)) {
        return;
      }
      int row = index.add(fingerprint);
      if (row == names.size()) {
        names.add(name);
      }
      if (used == rows.length) {
        rows = Arrays.copyOf(rows, 2 * used);
      }
      rows[used++] = row;
      seen.set(Math.addExact(Math.multiplyExact(row, labels), label));
    }

    private FeatureSet features() {
      int[] begins = new int[names.size() + 1];
      int[] ids = new int[seen.cardinality()];
      int next = 0;
      for (int bit = seen.nextSetBit(0); bit >= 0; bit = seen.nextSetBit(bit + 1)) {
        ids[next++] = bit % labels;
        begins[bit / labels + 1] = next;
      }
      return new FeatureSet(names, begins, ids);
    }
  }
}
