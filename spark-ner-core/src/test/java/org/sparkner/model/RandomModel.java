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

package org.sparkner.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.tags.LabelSet;

/**
 * Models that nobody trained, for tests: reproducible, and made without a library that trains.
 * Weights are drawn as Ma &amp; Hovy (2016, section 3.1) draw theirs.
 */
public final class RandomModel {
  private static final List<String> TYPES = List.of("LOC", "MISC", "ORG", "PER");

  private RandomModel() {}

  /** The default sizes and the labels of CoNLL-2003 over a synthetic lexicon of this many words. */
  public static NeuralModel ofDefaultSizes(int words, long seed) {
    return of(Architecture.DEFAULT, LabelSet.bioes(TYPES), syntheticLexicon(words), seed);
  }

  /** A network of 30 units that knows 50 words, LOC and PER: what is saved, loaded and run fast. */
  public static NeuralModel tiny() {
    Architecture sizes =
        Architecture.DEFAULT
            .with()
            .wordDimension(8)
            .characterDimension(4)
            .characterFilters(4)
            .hidden(30)
            .maxWordLength(8)
            .build();
    return of(sizes, LabelSet.bioes(List.of("LOC", "PER")), syntheticLexicon(50), 1);
  }

  /** A model of these sizes; the same seed gives the same weights. */
  public static NeuralModel of(Architecture sizes, LabelSet labels, Lexicon lexicon, long seed) {
    Map<String, int[]> shapes = NetworkSizes.of(sizes, lexicon).shapes(labels.size());
    SplittableRandom random = new SplittableRandom(seed);
    List<Tensor> tensors = new ArrayList<>();
    shapes.forEach(
        (name, shape) ->
            tensors.add(new Tensor(name, shape, values(sizes, name, shape, random.split()))));
    TrainingSummary training =
        TrainingSummaryBuilder.builder()
            .language("en")
            .sourceScheme(labels.scheme().name())
            .trainingSentences(0)
            .trainingTokens(0)
            .trainingFingerprint("")
            .seed(seed)
            .epoch(0)
            .metrics(Map.of())
            .build();
    return new NeuralModel(sizes, labels, lexicon, new Weights(tensors), training);
  }

  /** The words {@code w1}, {@code w2}, … and the printable characters of ASCII. */
  public static Lexicon syntheticLexicon(int words) {
    List<String> list = new ArrayList<>(words);
    for (int i = 1; i <= words; i++) {
      list.add("w" + i);
    }
    int[] characters = new int['~' - '!' + 1];
    Arrays.setAll(characters, i -> '!' + i);
    return new Lexicon(list, characters);
  }

  private static float[] values(
      Architecture sizes, String name, int[] shape, SplittableRandom random) {
    float[] values = new float[(int) Tensor.size(shape)];
    switch (name) {
      case Weights.WORD_VECTORS,
          Weights.CHARACTER_VECTORS,
          Weights.CAPITALISATION_VECTORS,
          Weights.AFFIX_VECTORS,
          Weights.ATTRIBUTE_VECTORS,
          Weights.GAZETTEER_VECTORS ->
          fill(values, Math.sqrt(3.0 / shape[1]), random);
      case Weights.EMISSION_WEIGHT, Weights.TRANSITIONS ->
          fill(values, Math.sqrt(6.0 / (shape[0] + shape[1])), random);
      default -> {
        if (name.startsWith("char.") && name.endsWith(".filters")) {
          fill(values, Math.sqrt(6.0 / (shape[0] + shape[1])), random);
        } else if (name.startsWith("char.lstm.")) {
          fillLayer(values, sizes.characterLayer(), shape, random);
        } else if (name.startsWith(sizes.wordEncoder() + ".")) {
          fillLayer(values, sizes.encoderLayers().get(0), shape, random);
        }
      }
    }
    return values;
  }

  /** A matrix, or the bias, which of an LSTM opens the forget gate. */
  private static void fillLayer(
      float[] values, EncoderLayer layer, int[] shape, SplittableRandom random) {
    int hidden = layer.hidden();
    if (shape.length == 2) {
      fill(values, Math.sqrt(6.0 / (shape[0] + hidden)), random);
    } else if (layer.encoder() == WordEncoder.LSTM) {
      Arrays.fill(values, hidden, 2 * hidden, 1);
    }
  }

  private static void fill(float[] values, double bound, SplittableRandom random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-bound, bound);
    }
  }
}
