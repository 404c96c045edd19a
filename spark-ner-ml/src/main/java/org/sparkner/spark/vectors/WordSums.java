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

package org.sparkner.spark.vectors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.text.Context;
import scala.Tuple2;

/** Adds up the contextual vectors of words over the documents of a partition. */
final class WordSums {
  /** Tokens that are encoded together, about. */
  private static final int BATCH_TOKENS = 1 << 12;

  private final PretrainedEncoder encoder;
  private final Vocabulary vocabulary;
  private final Map<Integer, Sum> sums = new HashMap<>();
  private final List<List<String>> texts = new ArrayList<>();
  private int tokens;

  private static final class Sum {
    private final float[] values;
    private long count;

    Sum(int dimension) {
      this.values = new float[dimension];
    }

    void add(float[] vector) {
      for (int i = 0; i < values.length; i++) {
        values[i] += vector[i];
      }
      count++;
    }
  }

  WordSums(PretrainedEncoder encoder, Vocabulary vocabulary) {
    this.encoder = encoder;
    this.vocabulary = vocabulary;
  }

  /** Adds a document, as the encoder reads it: by sentences or whole. */
  void add(List<List<String>> document) {
    if (!encoder.vectors().wholeDocument()) {
      document.forEach(this::addText);
      return;
    }
    List<String> last = null;
    for (Context context : Context.of(document)) {
      if (context.tokens() != last) {
        addText(context.tokens());
        last = context.tokens();
      }
    }
  }

  private void addText(List<String> text) {
    texts.add(text);
    tokens += text.size();
    if (tokens >= BATCH_TOKENS) {
      encode();
    }
  }

  private void encode() {
    List<float[][]> vectors = encoder.encodeWords(texts);
    for (int i = 0; i < texts.size(); i++) {
      for (int t = 0; t < texts.get(i).size(); t++) {
        int number = vocabulary.number(texts.get(i).get(t));
        if (number >= 0) {
          float[] vector = vectors.get(i)[t];
          sums.computeIfAbsent(number, added -> new Sum(vector.length)).add(vector);
        }
      }
    }
    texts.clear();
    tokens = 0;
  }

  /**
   * The sums of all that was added, by the words' numbers.
   *
   * @param part tells partitions apart
   */
  Iterator<Tuple2<Integer, PartialSum>> parts(int part) {
    if (!texts.isEmpty()) {
      encode();
    }
    return sums.entrySet().stream()
        .map(
            entry ->
                new Tuple2<>(
                    entry.getKey(),
                    new PartialSum(part, entry.getValue().count, entry.getValue().values)))
        .iterator();
  }
}
