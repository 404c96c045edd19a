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

package org.sparkner.spark.data;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.spark.training.SerializableSentence;

/**
 * Labelled sentences that stay on the executors, and those to validate on, which come to the
 * driver.
 *
 * @param train to learn from
 * @param valid to validate on; may be empty
 */
public record DistributedData(JavaRDD<SerializableSentence> train, List<LabeledSentence> valid) {

  /**
   * Prepares and splits as {@link TrainingInput#gather} does. The rows are read once for what is
   * wrong with them, and again for each use.
   *
   * @throws org.sparkner.error.BadDataException as {@link TrainingInput#gather} does
   */
  public static DistributedData of(Dataset<?> dataset, TrainingInput input, DataOptions options) {
    JavaRDD<PreparedRow> prepared = input.prepared(dataset, options);
    List<PreparedPart> parts = PreparedPart.count(prepared);
    PreparationProblems problems = new PreparationProblems();
    long[] begins = new long[parts.size()];
    long sentences = 0;
    for (int i = 0; i < begins.length; i++) {
      begins[i] = sentences;
      sentences += parts.get(i).unmarked();
      problems.merge(parts.get(i).problems());
    }
    problems.report(input, options.refuseMisaligned());
    input.requireSentences(sentences);
    BitSet held =
        input.validation() == null
            ? ValidationSplit.choose(options.validationFraction(), options.seed(), sentences)
            : new BitSet();
    boolean split = input.validation() != null || !held.isEmpty();
    return new DistributedData(
        part(prepared, begins, held, false),
        split
            ? SerializableSentence.documents(part(prepared, begins, held, true).collect())
            : List.of());
  }

  /** The sentences to validate on, or the others. */
  private static JavaRDD<SerializableSentence> part(
      JavaRDD<PreparedRow> prepared, long[] begins, BitSet held, boolean valid) {
    return prepared.mapPartitionsWithIndex(
        (partition, rows) -> choose(rows, begins[partition], held, valid), true);
  }

  private static Iterator<SerializableSentence> choose(
      Iterator<PreparedRow> rows, long begin, BitSet held, boolean valid) {
    long[] next = {begin};
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
        .filter(PreparedRow.Sentence.class::isInstance)
        .map(PreparedRow.Sentence.class::cast)
        .filter(row -> valid == isForValidation(row, next, held))
        .map(row -> SerializableSentence.of(row.sentence()))
        .iterator();
  }

  /** Sentences are numbered but for those that the data itself marks for validation. */
  private static boolean isForValidation(PreparedRow.Sentence row, long[] next, BitSet held) {
    if (row.validation()) {
      return true;
    }
    long place = next[0]++;
    return place < held.length() && held.get((int) place);
  }
}
