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
import java.util.List;
import java.util.Random;
import org.sparkner.feature.FeatureTemplate;
import org.sparkner.tags.LabelSet;

/** Made sentences of few words with legal labels drawn at random. */
final class TinyCorpus {
  static final List<FeatureTemplate> TEMPLATES =
      FeatureTemplate.parseAll("word[0] suffix1[0] word[-1] word[-1]|word[0]");

  private static final List<String> WORDS = List.of("ab", "ba", "Ca", "Db", "e1");

  private TinyCorpus() {}

  static List<TaggedTokens> sentences(int count, LabelSet labels, long seed) {
    Random random = new Random(seed);
    List<TaggedTokens> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = 1 + random.nextInt(4);
      List<String> tokens = new ArrayList<>();
      for (int t = 0; t < length; t++) {
        tokens.add(WORDS.get(random.nextInt(WORDS.size())));
      }
      sentences.add(new TaggedTokens(tokens, legal(labels, length, random)));
    }
    return sentences;
  }

  private static int[] legal(LabelSet labels, int length, Random random) {
    int[] path = new int[length];
    do {
      for (int t = 0; t < length; t++) {
        path[t] = random.nextInt(labels.size());
      }
    } while (!isLegal(labels, path));
    return path;
  }

  static boolean isLegal(LabelSet labels, int[] path) {
    return isLegal(labels, path, false);
  }

  static boolean isLegal(LabelSet labels, int[] path, boolean anyEnd) {
    boolean legal = labels.mayBegin(path[0]) && (anyEnd || labels.mayEnd(path[path.length - 1]));
    for (int t = 1; t < path.length; t++) {
      legal &= labels.mayFollow(path[t - 1], path[t]);
    }
    return legal;
  }
}
