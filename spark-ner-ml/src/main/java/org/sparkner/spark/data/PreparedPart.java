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

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.spark.training.JavaBytes;
import org.sparkner.spark.training.SerializableSentence;

/** What a partition of prepared rows holds. */
final class PreparedPart implements Serializable {
  private static final long serialVersionUID = 1L;

  private final PreparationProblems problems = new PreparationProblems();
  private final ArrayList<SerializableSentence> gathered = new ArrayList<>();
  private final BitSet marked = new BitSet();

  private long unmarked;

  /** Counts what all partitions hold, on the executors. */
  static List<PreparedPart> count(JavaRDD<PreparedRow> prepared) {
    return all(prepared, false);
  }

  /** Gathers what all partitions hold. */
  static List<PreparedPart> gather(JavaRDD<PreparedRow> prepared) {
    return all(prepared, true);
  }

  private static List<PreparedPart> all(JavaRDD<PreparedRow> prepared, boolean sentences) {
    return prepared.mapPartitions(rows -> of(rows, sentences)).collect().stream()
        .map(bytes -> JavaBytes.read(bytes, PreparedPart.class))
        .toList();
  }

  private static Iterator<byte[]> of(Iterator<PreparedRow> rows, boolean sentences) {
    PreparedPart part = new PreparedPart();
    while (rows.hasNext()) {
      PreparedRow row = rows.next();
      if (row instanceof PreparedRow.Sentence sentence) {
        part.add(sentence, sentences);
      } else if (row instanceof PreparedRow.Problem problem) {
        part.problems.add(problem);
      }
    }
    return List.of(JavaBytes.of(part)).iterator();
  }

  private void add(PreparedRow.Sentence row, boolean gather) {
    unmarked += row.validation() ? 0 : 1;
    if (gather) {
      marked.set(gathered.size(), row.validation());
      gathered.add(SerializableSentence.of(row.sentence()));
    }
  }

  /** How many sentences are not marked for validation. */
  long unmarked() {
    return unmarked;
  }

  PreparationProblems problems() {
    return problems;
  }

  /**
   * Adds the gathered sentences, in order and in their documents, and the places of those marked
   * for validation.
   */
  void addTo(List<LabeledSentence> sentences, BitSet places) {
    int first = sentences.size();
    sentences.addAll(SerializableSentence.documents(gathered));
    marked.stream().forEach(place -> places.set(first + place));
  }
}
