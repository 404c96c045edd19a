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

import java.util.ArrayList;
import java.util.List;
import org.sparkner.error.BadDataException;

/** Gathers vectors and what is wrong with some. */
final class VectorsBuilder {
  private static final int EXAMPLES = 10;
  private static final int CHUNK_FLOATS = 1 << 20;

  private final String name;
  private final int dimension;
  private final int maxWords;
  private final long declared;
  private final int chunkRows;
  private final WordList.Builder words = new WordList.Builder();
  private final List<float[]> chunks = new ArrayList<>();
  private final List<String> examples = new ArrayList<>();
  private long rows;
  private long duplicates;
  private long malformed;
  private long notFinite;

  VectorsBuilder(String name, int dimension, int maxWords, long declared) {
    this.name = name;
    this.dimension = dimension;
    this.maxWords = Math.min(maxWords, Integer.MAX_VALUE / 2 / dimension);
    this.declared = declared;
    this.chunkRows = Math.max(1, CHUNK_FLOATS / dimension);
  }

  int dimension() {
    return dimension;
  }

  boolean isFull() {
    return words.size() == maxWords;
  }

  /** The array that the next row is to be written to, from {@link #offset}. */
  float[] table() {
    int chunk = words.size() / chunkRows;
    if (chunk == chunks.size()) {
      chunks.add(new float[chunkRows * dimension]);
    }
    return chunks.get(chunk);
  }

  int offset() {
    return words.size() % chunkRows * dimension;
  }

  /** Takes the row written to {@link #table} as the vector of a word, unless something is wrong. */
  void add(char[] word, int length, long line) {
    rows++;
    float[] table = table();
    int offset = offset();
    float sum = 0;
    for (int i = 0; i < dimension; i++) {
      sum += 0 * table[offset + i];
    }
    if (sum != 0) {
      notFinite++;
      note(line, "found a value that is not finite, expected finite ones; left out.");
    } else if (!words.add(word, 0, length)) {
      duplicates++;
      note(line, "found '" + new String(word, 0, length) + "' again; the first row counts.");
    }
  }

  /** Leaves a row out. */
  void reject(String found, String expected, long line) {
    rows++;
    malformed++;
    note(line, "found " + found + ", expected " + expected + "; left out.");
  }

  private void note(long line, String what) {
    if (examples.size() < EXAMPLES) {
      examples.add(name + ":" + line + ": " + what);
    }
  }

  /**
   * @throws BadDataException if there are no vectors, or more rows were malformed than not
   */
  LoadedVectors build() {
    int size = words.size();
    if (size == 0 || malformed > rows / 2) {
      throw new BadDataException(
          name
              + ": found "
              + malformed
              + " malformed rows of "
              + rows
              + ", expected word vectors of "
              + dimension
              + " values"
              + (examples.isEmpty() ? "." : "; first: " + examples.get(0)));
    }
    float[] table = new float[size * dimension];
    for (int i = 0; i < chunks.size(); i++) {
      int from = i * chunkRows * dimension;
      int length = Math.min(chunkRows * dimension, table.length - from);
      if (length > 0) {
        System.arraycopy(chunks.get(i), 0, table, from, length);
      }
      chunks.set(i, null);
    }
    VectorsReport report =
        VectorsReportBuilder.builder()
            .name(name)
            .rows(rows)
            .words(size)
            .dimension(dimension)
            .declared(declared)
            .duplicates(duplicates)
            .malformed(malformed)
            .notFinite(notFinite)
            .limited(isFull())
            .examples(examples)
            .build();
    return new LoadedVectors(new WordVectors(words.build(), dimension, table), report);
  }
}
