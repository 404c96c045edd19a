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

package org.sparkner.spark;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkner.corpus.LabeledSentence;

/**
 * Labelled sentences that stay on the executors, and those to validate on, which come to the
 * driver.
 *
 * @param train each as its tokens, its tags and its attributes, if any
 * @param valid to validate on; may be empty
 */
record DistributedData(JavaRDD<String[][]> train, List<LabeledSentence> valid) {

  /**
   * Prepares and splits as {@link TrainingInput#read} does. The rows are read once for what is
   * wrong with them, and again for each use.
   *
   * @throws org.sparkner.error.BadDataException as {@link TrainingInput#read} does
   */
  static DistributedData of(Dataset<?> dataset, TrainingInput input, NerTagger stage) {
    SentencePreparation preparation = input.preparation(stage);
    JavaRDD<Row> prepared =
        input.columns(dataset).javaRDD().mapPartitions(rows -> preparation.call(rows));
    List<PreparedPart> parts = PreparedPart.all(prepared);
    PreparationProblems problems = new PreparationProblems();
    long[] begins = new long[parts.size()];
    long sentences = 0;
    for (int i = 0; i < begins.length; i++) {
      begins[i] = sentences;
      sentences += parts.get(i).sentences();
      problems.merge(parts.get(i).problems());
    }
    problems.report(input, stage);
    input.requireSentences(sentences);
    BitSet held =
        input.validation() == null
            ? TrainingData.choose(stage.getValidationFraction(), stage.getSeed(), sentences)
            : new BitSet();
    boolean split = input.validation() != null || !held.isEmpty();
    return new DistributedData(
        part(prepared, begins, held, false),
        split
            ? part(prepared, begins, held, true).collect().stream()
                .map(DistributedData::labeled)
                .toList()
            : List.of());
  }

  private static LabeledSentence labeled(String[][] strings) {
    return new LabeledSentence(List.of(strings[0]), List.of(strings[1]), List.of(strings[2]));
  }

  /** The sentences to validate on, or the others. */
  private static JavaRDD<String[][]> part(
      JavaRDD<Row> prepared, long[] begins, BitSet held, boolean valid) {
    return prepared.mapPartitionsWithIndex(
        (partition, rows) -> choose(rows, begins[partition], held, valid), true);
  }

  private static Iterator<String[][]> choose(
      Iterator<Row> rows, long begin, BitSet held, boolean valid) {
    long[] next = {begin};
    return stream(rows)
        .filter(SentencePreparation::isSentence)
        .filter(row -> valid == isForValidation(row, next, held))
        .map(DistributedData::strings)
        .iterator();
  }

  /** Sentences are numbered but for those that the data itself marks for validation. */
  private static boolean isForValidation(Row row, long[] next, BitSet held) {
    if (SentencePreparation.isForValidation(row)) {
      return true;
    }
    long place = next[0]++;
    return place < held.length() && held.get((int) place);
  }

  /** These rows come straight from {@link SentencePreparation}, which makes arrays. */
  private static String[][] strings(Row row) {
    return new String[][] {row.getAs(1), row.getAs(2), row.getAs(5)};
  }

  static Stream<Row> stream(Iterator<Row> rows) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
  }
}
