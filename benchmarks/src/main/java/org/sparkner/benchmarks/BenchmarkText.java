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

package org.sparkner.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.model.Architecture;
import org.sparkner.model.NetworkSizes;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.TrainingSummary;
import org.sparkner.model.TrainingSummaryBuilder;
import org.sparkner.network.GraphNetwork;
import org.sparkner.network.WordTable;
import org.sparkner.tags.LabelSet;

/** Sentences and a model for a benchmark that was given none. Reproducible. */
final class BenchmarkText {
  private static final List<String> TYPES = List.of("LOC", "MISC", "ORG", "PER");
  private static final int WORDS = 20_000;
  private static final long SEED = 1;

  private BenchmarkText() {}

  /** The words {@code w1}, {@code w2}, … and the printable characters of ASCII. */
  static Lexicon lexicon() {
    return new Lexicon(
        IntStream.rangeClosed(1, WORDS).mapToObj(i -> "w" + i).toList(),
        IntStream.rangeClosed('!', '~').toArray());
  }

  /** A model of the default sizes and {@link #lexicon} that nobody trained. */
  static NeuralModel model() {
    return untrained(lexicon());
  }

  /**
   * A model of the default sizes that nobody trained but that knows the words of some sentences.
   */
  static NeuralModel modelFor(Collection<List<String>> sentences) {
    Set<String> words = new LinkedHashSet<>();
    sentences.forEach(words::addAll);
    int[] characters =
        words.stream().flatMapToInt(String::codePoints).distinct().sorted().toArray();
    return untrained(new Lexicon(List.copyOf(words), characters));
  }

  /** A network's weights before its first step, so that it is as fast as a trained one. */
  private static NeuralModel untrained(Lexicon lexicon) {
    Architecture sizes = Architecture.DEFAULT;
    LabelSet labels = LabelSet.bioes(TYPES);
    double bound = Math.sqrt(3.0 / sizes.wordDimension());
    SplittableRandom random = new SplittableRandom(SEED);
    float[] vectors = new float[lexicon.wordRows() * sizes.wordDimension()];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) random.nextDouble(-bound, bound);
    }
    WordTable words = new WordTable(vectors, sizes.wordDimension(), 0);
    GraphNetwork network =
        new GraphNetwork(NetworkSizes.of(sizes, lexicon), labels, words, 0, SEED);
    TrainingSummary training =
        TrainingSummaryBuilder.builder()
            .language("en")
            .sourceScheme(labels.scheme().name())
            .trainingSentences(0)
            .trainingTokens(0)
            .trainingFingerprint("")
            .seed(SEED)
            .epoch(0)
            .metrics(Map.of())
            .build();
    return new NeuralModel(sizes, labels, lexicon, network.weights(), training);
  }

  /**
   * Sentences of words of the lexicon: lengths spread as in news text (mean about 14, a quarter
   * below 6, at most 60), words by Zipf's law.
   */
  static List<List<String>> sentences(Lexicon lexicon, int tokens) {
    Random random = new Random(1);
    int words = lexicon.wordRows() - 1;
    List<List<String>> sentences = new ArrayList<>();
    int count = 0;
    while (count < tokens) {
      int length = (int) Math.min(60, 1 + 13 * -Math.log(1 - random.nextDouble()));
      List<String> sentence = new ArrayList<>(length);
      for (int i = 0; i < length; i++) {
        int rank = (int) Math.pow(words, random.nextDouble());
        sentence.add(lexicon.word(Math.min(words, rank)));
      }
      sentences.add(sentence);
      count += length;
    }
    return sentences;
  }
}
