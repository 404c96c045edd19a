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
import java.util.Random;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.Architecture;

/**
 * Sentences that a small network learns in a few epochs: names of people, and of towns after "in".
 */
public final class ToyCorpus {
  public static final WordVectors NO_VECTORS = WordVectors.none(12);

  private static final List<String> PEOPLE =
      List.of("Ada", "Alan", "Grace", "Edsger", "Barbara", "Donald");
  private static final List<String> TOWNS =
      List.of("Oslo", "Lund", "Pisa", "Graz", "Delft", "New Haven");
  private static final List<String> VERBS = List.of("lives", "works", "sings", "waits");

  private ToyCorpus() {}

  /** The sentences of a seed. */
  public static List<LabeledSentence> sentences(int count, long seed) {
    Random random = new Random(seed);
    List<LabeledSentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> tokens = new ArrayList<>();
      List<String> tags = new ArrayList<>();
      add(tokens, tags, pick(random, PEOPLE), "PER");
      add(tokens, tags, pick(random, VERBS), null);
      if (random.nextBoolean()) {
        add(tokens, tags, "in", null);
        add(tokens, tags, pick(random, TOWNS), "LOC");
      }
      for (int j = random.nextInt(4); j > 0; j--) {
        add(tokens, tags, "today", null);
      }
      add(tokens, tags, ".", null);
      List<String> attributes = tokens.stream().map(ToyCorpus::attributes).toList();
      sentences.add(new LabeledSentence(tokens, tags, attributes));
    }
    return sentences;
  }

  private static String attributes(String token) {
    if (VERBS.contains(token)) {
      return "VERB";
    }
    return Character.isUpperCase(token.charAt(0)) ? "PROPN" : "X";
  }

  private static String pick(Random random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private static void add(List<String> tokens, List<String> tags, String words, String type) {
    String prefix = "B-";
    for (String word : words.split(" ")) {
      tokens.add(word);
      tags.add(type == null ? "O" : prefix + type);
      prefix = "I-";
    }
  }

  /** A network of a few thousand weights. */
  public static TrainingOptions options(int epochs, long seed) {
    return options(epochs, seed, 0);
  }

  /** The same with a moving average of the weights. */
  public static TrainingOptions options(int epochs, long seed, double weightAveraging) {
    return TrainingOptions.DEFAULT
        .withArchitecture(
            Architecture.DEFAULT
                .with()
                .wordDimension(12)
                .characterDimension(6)
                .characterFilters(6)
                .hidden(16)
                .maxWordLength(12)
                .build())
        .withRecipe(
            recipe ->
                recipe
                    .with()
                    .epochs(epochs)
                    .patience(epochs)
                    .learningRate(0.1)
                    .dropout(0.2)
                    .minimumAffixCount(2)
                    .weightAveraging(weightAveraging)
                    .seed(seed)
                    .build());
  }
}
