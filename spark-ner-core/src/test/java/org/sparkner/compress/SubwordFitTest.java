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

package org.sparkner.compress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.Subwords;

class SubwordFitTest {
  private static final int DIMENSION = 20;
  private static final Subwords SUBWORDS = new Subwords(400, 3, 4);
  private static final String[] SYLLABLES = {"ka", "lo", "mi", "ru", "te", "shu", "ba", "nor"};

  @Test
  void findsTheVectorsOfPartsThatMadeThoseOfWords() {
    Lexicon lexicon = lexicon();
    float[] parts = random(SUBWORDS.rows() * DIMENSION);
    float[] words = means(lexicon, parts);

    float[] fitted = SubwordFit.fit(lexicon, firstRows(lexicon, 400), words, DIMENSION, SUBWORDS);

    assertThat(error(words, means(lexicon, fitted), 401, lexicon.wordRows()))
        .as("error of words that it has not seen, of their squares")
        .isLessThan(0.25);
  }

  @Test
  void comesCloserThanTheMeanOfAllWords() {
    Lexicon lexicon = lexicon();
    float[] words = random(lexicon.wordRows() * DIMENSION);

    float[] fitted =
        SubwordFit.fit(
            lexicon, firstRows(lexicon, lexicon.wordRows() - 1), words, DIMENSION, SUBWORDS);

    assertThat(error(words, means(lexicon, fitted), 1, lexicon.wordRows())).isLessThan(0.9);
  }

  private static Lexicon lexicon() {
    List<String> words = new ArrayList<>();
    for (String one : SYLLABLES) {
      for (String two : SYLLABLES) {
        for (String three : SYLLABLES) {
          words.add(three + one + two);
        }
      }
    }
    return new Lexicon(words, new int[] {'a'});
  }

  private static int[] firstRows(Lexicon lexicon, int count) {
    assertThat(count).isLessThan(lexicon.wordRows());
    return IntStream.rangeClosed(1, count).toArray();
  }

  private static float[] random(int count) {
    Random random = new Random(7);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] means(Lexicon lexicon, float[] parts) {
    float[] means = new float[lexicon.wordRows() * DIMENSION];
    for (int row = 1; row < lexicon.wordRows(); row++) {
      int[] own = SUBWORDS.of(lexicon.word(row));
      for (int part : own) {
        for (int j = 0; j < DIMENSION; j++) {
          means[row * DIMENSION + j] += parts[part * DIMENSION + j] / own.length;
        }
      }
    }
    return means;
  }

  /** Squares of differences, of the squares of the values. */
  private static double error(float[] expected, float[] found, int from, int to) {
    double error = 0;
    double squares = 0;
    for (int i = from * DIMENSION; i < to * DIMENSION; i++) {
      error += Math.pow(expected[i] - found[i], 2);
      squares += Math.pow(expected[i], 2);
    }
    return error / squares;
  }
}
