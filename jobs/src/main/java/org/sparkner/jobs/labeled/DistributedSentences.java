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

package org.sparkner.jobs.labeled;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.TaskCompletionListener;
import org.sparkner.corpus.CorpusReader;
import org.sparkner.corpus.WarningLimit;
import org.sparkner.jobs.files.Location;
import org.sparkner.spark.training.SerializableSentence;

/** Reads files of labelled sentences in tasks, sentence by sentence: no file is ever held whole. */
final class DistributedSentences {
  private DistributedSentences() {}

  /**
   * A task for each file, in this order.
   *
   * @param warnings receives the first of each kind of each file; those of a file that is read
   *     again come again
   * @return the sentences, in order
   */
  static JavaRDD<SerializableSentence> of(
      JavaSparkContext context,
      List<String> names,
      SentenceFiles files,
      CollectionAccumulator<String> warnings) {
    return context
        .parallelize(names, names.size())
        .flatMap(name -> read(name, files, warnings::add))
        .map(SerializableSentence::of);
  }

  private static CorpusReader read(String name, SentenceFiles files, Consumer<String> warnings) {
    WarningLimit limit = new WarningLimit(warnings);
    CorpusReader sentences = files.open(Location.of(name), limit);
    TaskCompletionListener close =
        task -> {
          limit.close();
          sentences.close();
        };
    TaskContext.get().addTaskCompletionListener(close);
    return sentences;
  }

  /** File and line of a tag, in the first of the files that has it. */
  static Optional<String> placeOf(
      String tag, JavaSparkContext context, List<String> names, SentenceFiles files) {
    return context
        .parallelize(names, names.size())
        .flatMap(name -> places(tag, name, files))
        .collect()
        .stream()
        .findFirst();
  }

  private static Iterator<String> places(String tag, String name, SentenceFiles files) {
    CorpusReader sentences = read(name, files, warning -> {});
    while (sentences.hasNext() && !sentences.next().tags().contains(tag)) {
      continue;
    }
    return Optional.ofNullable(sentences.placeOf(tag)).stream().iterator();
  }
}
