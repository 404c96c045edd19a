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

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.BadDataException;

/**
 * The columns that training reads.
 *
 * @param input tokens or text
 * @param label tags where the input is tokens, spans where it is text
 * @param validation boolean, or null where there is none
 */
record TrainingInput(InputColumn input, InputColumn label, InputColumn validation) {
  private static final Logger LOG = LoggerFactory.getLogger(NerTagger.class);
  private static final int EXAMPLES = 20;

  /**
   * Finds and checks the columns.
   *
   * @throws org.sparkner.error.UsageException naming the column, its type and the type wanted
   */
  static TrainingInput of(StructType schema, NerTagger stage) {
    InputColumn input = InputColumn.find(schema, "inputCol", stage.getInputCol());
    InputColumn label = InputColumn.find(schema, "labelCol", stage.getLabelCol());
    if (!input.isText() && !input.isStrings()) {
      throw input.wrongType("array<string> (tokens) or string (text)");
    }
    if (input.isStrings() && !label.isStrings()) {
      throw label.wrongType(
          "array<string> (a tag a token), because '" + input.name() + "' holds tokens");
    }
    if (input.isText() && !label.isSpans()) {
      throw label.wrongType(
          "array<struct<begin:int,end:int,type:string>> (spans in code points), because '"
              + input.name()
              + "' holds text");
    }
    InputColumn validation = null;
    if (stage.isSet(stage.validationIndicatorCol())) {
      validation =
          InputColumn.find(schema, "validationIndicatorCol", stage.getValidationIndicatorCol());
      if (!validation.type().equals(DataTypes.BooleanType)) {
        throw validation.wrongType("boolean (true for the rows to validate on)");
      }
    }
    return new TrainingInput(input, label, validation);
  }

  /**
   * Tokenises and aligns on the executors, gathers on the driver, splits.
   *
   * @throws BadDataException if no sentence is left to train on, if a row has more tags than tokens
   *     or fewer, or if a span does not fit the tokens and the stage is to fail then
   */
  TrainingData read(Dataset<?> dataset, NerTagger stage) {
    Column indicator =
        validation == null ? lit(false) : coalesce(validation.in(dataset), lit(false));
    SentencePreparation preparation = new SentencePreparation(input.isText(), stage.getLanguage());
    Iterator<Row> rows =
        dataset
            .select(input.in(dataset), label.in(dataset), indicator)
            .mapPartitions(preparation, Encoders.row(SentencePreparation.SCHEMA))
            .collectAsList()
            .iterator();
    List<LabeledSentence> train = new ArrayList<>();
    List<LabeledSentence> valid = new ArrayList<>();
    Problems misaligned = new Problems("spans do not fit the tokens");
    Problems skipped = new Problems("rows have no tokens or no label and are left out");
    while (rows.hasNext()) {
      Row row = rows.next();
      switch (SentencePreparation.Kind.valueOf(row.getString(0))) {
        case SENTENCE ->
            (row.getBoolean(3) ? valid : train)
                .add(new LabeledSentence(row.getList(1), row.getList(2)));
        case SKIPPED -> skipped.add(row.getString(4));
        case MISALIGNED -> misaligned.add(row.getString(4));
        case UNEQUAL -> throw new BadDataException(unequal(row.getString(4)));
      }
    }
    misaligned.report();
    skipped.report();
    if (misaligned.count > 0 && stage.getMisalignedSpans().equals(TrainingDataParams.FAIL)) {
      throw new BadDataException(
          misaligned.count
              + " spans do not fit the tokens, the first: "
              + misaligned.examples.get(0)
              + " Correct them, or set misalignedSpans to report to go on.");
    }
    if (train.isEmpty()) {
      throw new BadDataException(
          "There is no sentence to train on among the rows of '"
              + input.name()
              + "' and '"
              + label.name()
              + "'; at least one with tokens and a label is wanted.");
    }
    return validation == null
        ? split(train, stage.getValidationFraction(), stage.getSeed())
        : new TrainingData(train, valid);
  }

  private String unequal(String found) {
    return "A row of '"
        + input.name()
        + "' and '"
        + label.name()
        + "' has "
        + found
        + "; wanted as many tags as tokens.";
  }

  /** A seeded choice of the sentences to validate on; both parts keep the order. */
  private static TrainingData split(List<LabeledSentence> all, double fraction, long seed) {
    int size = Math.min((int) Math.round(fraction * all.size()), all.size() - 1);
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      indices.add(i);
    }
    Collections.shuffle(indices, new Random(seed));
    boolean[] chosen = new boolean[all.size()];
    indices.subList(0, size).forEach(i -> chosen[i] = true);
    List<LabeledSentence> train = new ArrayList<>();
    List<LabeledSentence> valid = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      (chosen[i] ? valid : train).add(all.get(i));
    }
    return new TrainingData(train, valid);
  }

  /** Counts problems of a kind and keeps the first ones for the log. */
  private static final class Problems {
    private final String what;
    private final List<String> examples = new ArrayList<>();
    private long count;

    Problems(String what) {
      this.what = what;
    }

    void add(String problem) {
      count++;
      LOG.debug("{}", problem);
      if (examples.size() < EXAMPLES) {
        examples.add(problem);
      }
    }

    void report() {
      if (count > 0) {
        LOG.warn("{} {}, such as: {}", count, what, String.join("; ", examples));
      }
    }
  }
}
