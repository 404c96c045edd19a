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

package org.sparkner.spark.silver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SilverLabels;
import org.sparkner.corpus.Supervision;
import org.sparkner.error.BadDataException;
import org.sparkner.spark.training.SerializableSentence;
import org.sparkner.tagger.SilverSentence;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.PathDistribution;

/**
 * Sentences as rows of a silver table and back. Keeps one string of equal ones; for one thread.
 *
 * <p>Of a row: the tokens before the sentence in its document, the tokens, their tags, the
 * confidence, and for each pair of labels of neighbouring tokens that is kept: the place of the
 * second token, the ids of the two labels (-1 before the first token) and the pair's probability.
 */
final class SilverRows {
  static final StructType PAIR =
      new StructType()
          .add("token", DataTypes.IntegerType, false)
          .add("before", DataTypes.IntegerType, false)
          .add("label", DataTypes.IntegerType, false)
          .add("probability", DataTypes.FloatType, false);

  static final StructType SCHEMA =
      new StructType()
          .add("begin", DataTypes.IntegerType, false)
          .add("tokens", DataTypes.createArrayType(DataTypes.StringType, false), false)
          .add("tags", DataTypes.createArrayType(DataTypes.StringType, false), false)
          .add("confidence", DataTypes.DoubleType, false)
          .add("pairs", DataTypes.createArrayType(PAIR, false), false);

  private static final int BEGIN = 0;
  private static final int TOKENS = 1;
  private static final int TAGS = 2;
  private static final int CONFIDENCE = 3;
  private static final int PAIRS = 4;

  private final String table;
  private final LabelSet labels;
  private final SilverOptions options;
  private final Map<String, String> strings = new HashMap<>();

  /**
   * @param table for messages
   * @param labels of the teacher
   * @param options say what is taken
   */
  SilverRows(String table, LabelSet labels, SilverOptions options) {
    this.table = table;
    this.labels = labels;
    this.options = options;
  }

  /** A sentence as a row. */
  static Row write(SilverSentence sentence) {
    List<Row> pairs = new ArrayList<>();
    sentence
        .paths()
        .forEach(
            (token, before, label, probability) ->
                pairs.add(RowFactory.create(token, before, label, (float) probability)));
    return RowFactory.create(
        sentence.begin(),
        sentence.tokens().toArray(String[]::new),
        sentence.tags().toArray(String[]::new),
        sentence.confidence(),
        pairs.toArray(Row[]::new));
  }

  /** Whether a row is taken. */
  boolean takes(Row row) {
    return row.isNullAt(CONFIDENCE) || row.getDouble(CONFIDENCE) >= options.minimumConfidence();
  }

  /**
   * A row as a sentence.
   *
   * @throws BadDataException if it is none
   */
  SerializableSentence read(Row row) {
    require(!row.anyNull(), "a null");
    List<String> tokens = shared(row.getList(TOKENS));
    List<String> tags = shared(row.getList(TAGS));
    int[] path = labels.encode(tags);
    for (int id : path) {
      require(id >= 0, "a tag that is no label of the teacher");
    }
    require(!tokens.isEmpty() && tokens.size() == tags.size(), "not as many tags as tokens");
    PathDistribution certain = PathDistribution.certain(path);
    PathDistribution paths =
        options.temperature() == 0
            ? certain
            : paths(row.getList(PAIRS), path.length)
                .tempered(options.temperature())
                .orElse(certain);
    return SerializableSentence.of(
        new LabeledSentence(tokens, tags)
            .withSupervision(Supervision.of(new SilverLabels(labels, paths), options.weight())),
        row.getInt(BEGIN));
  }

  private PathDistribution paths(List<Row> pairs, int length) {
    PathDistribution.Expectations expectations = new PathDistribution.Expectations();
    int token = 0;
    for (Row pair : pairs) {
      int next = pair.getInt(0);
      require(next == token || next == token + 1, "a token without pairs of labels");
      if (next > token) {
        expectations.endToken();
        token = next;
      }
      int before = pair.getInt(1);
      int label = pair.getInt(2);
      float probability = pair.getFloat(3);
      require(
          label >= 0
              && label < labels.size()
              && before < labels.size()
              && (before == PathDistribution.NONE) == (token == 0)
              && before >= PathDistribution.NONE
              && probability > 0
              && probability <= 1,
          "a pair of labels that is none");
      expectations.add(before, label, probability);
    }
    require(!pairs.isEmpty() && token == length - 1, "a token without pairs of labels");
    expectations.endToken();
    return expectations.distribution();
  }

  private void require(boolean right, String found) {
    if (!right) {
      throw new BadDataException(
          table
              + ": a sentence has "
              + found
              + ", so the table is damaged; delete it and have the teacher write it again.");
    }
  }

  private List<String> shared(List<String> words) {
    List<String> shared = new ArrayList<>(words.size());
    for (String word : words) {
      shared.add(strings.computeIfAbsent(word, same -> same));
    }
    return shared;
  }
}
