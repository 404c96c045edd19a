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

package org.sparkner.jobs.compress;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.ReadFailure;
import org.sparkner.lexicon.WordCounts;
import org.sparkner.text.AnalyzedSentence;
import org.sparkner.text.TextAnalyzer;
import scala.Tuple2;

/** Counts the tokens of text on the executors. */
final class TextWords {
  private TextWords() {}

  /**
   * Adds the tokens of a text, a document a line.
   *
   * @param language BCP 47 tag, which chooses the tokeniser
   * @throws BadDataException if there is no token
   */
  static void count(Location text, String language, SparkSession spark, WordCounts counts) {
    text.requireExisting();
    int before = counts.size();
    MapPartitionsFunction<String, Tuple2<String, Long>> counting =
        lines -> {
          TextAnalyzer analyzer = TextAnalyzer.forLanguage(language);
          Map<String, Long> found = new HashMap<>();
          lines.forEachRemaining(
              line -> {
                for (AnalyzedSentence sentence : analyzer.analyze(line)) {
                  for (int i = 0; i < sentence.size(); i++) {
                    found.merge(sentence.token(line, i), 1L, Long::sum);
                  }
                }
              });
          return found.entrySet().stream()
              .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
              .iterator();
        };
    try {
      spark
          .read()
          .textFile(text.uri())
          .mapPartitions(counting, Encoders.tuple(Encoders.STRING(), Encoders.LONG()))
          .toLocalIterator()
          .forEachRemaining(count -> counts.add(count._1(), count._2()));
    } catch (Exception e) {
      // Scala does not declare what it throws.
      throw ReadFailure.of(text, "text", e);
    }
    if (counts.size() == before) {
      throw new BadDataException(text + ": found no token, expected text, a document a line");
    }
  }
}
