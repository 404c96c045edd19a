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

package org.sparkner.lexicon;

/**
 * The lexicon of a training run and the word table to begin with.
 *
 * @param lexicon rows 1 to {@code trainedRows} are the words that the training data touches, most
 *     frequent first; then come the other pretrained words in the order of their file
 * @param trainedRows known words of the training data; with row 0, these are the rows that learn
 * @param dimension floats per word
 * @param table row-major, {@code lexicon.wordRows() * dimension} floats
 * @param unknownRate share of the training tokens whose row is 0, 0 to 1
 * @param coverage the training tokens that have a pretrained vector
 */
public record TrainingLexicon(
    Lexicon lexicon,
    int trainedRows,
    int dimension,
    float[] table,
    double unknownRate,
    VectorCoverage coverage) {
  /** The same for a network without word vectors: all words are unknown, and nothing is of them. */
  public TrainingLexicon withoutWords() {
    return new TrainingLexicon(
        lexicon.withFirstWords(0), 0, 0, new float[0], unknownRate, coverage);
  }

  /**
   * The table with each row several times side by side.
   *
   * @return row-major, {@code lexicon.wordRows() * times * dimension} floats
   */
  public float[] table(int times) {
    if (times == 1) {
      return table;
    }
    float[] repeated = new float[Math.multiplyExact(table.length, times)];
    for (int from = 0; from < table.length; from += dimension) {
      for (int i = 0; i < times; i++) {
        System.arraycopy(table, from, repeated, from * times + i * dimension, dimension);
      }
    }
    return repeated;
  }
}
