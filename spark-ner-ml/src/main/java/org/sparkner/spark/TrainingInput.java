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

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkner.error.BadDataException;

/**
 * The columns that training reads.
 *
 * @param input tokens or text
 * @param label tags where the input is tokens, spans where it is text
 * @param validation boolean, or null where there is none
 */
record TrainingInput(InputColumn input, InputColumn label, InputColumn validation) {
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
    GatheredSentences gathered = new GatheredSentences();
    dataset
        .select(input.in(dataset), label.in(dataset), indicator)
        .mapPartitions(preparation, Encoders.row(SentencePreparation.SCHEMA))
        .collectAsList()
        .forEach(gathered::add);
    gathered.report();
    if (gathered.unequal().count() > 0) {
      throw new BadDataException(
          gathered.unequal().count()
              + " rows of "
              + columns()
              + " want as many tags as tokens, the first has "
              + gathered.unequal().first()
              + ".");
    }
    if (gathered.misaligned().count() > 0
        && stage.getMisalignedSpans().equals(TrainingDataParams.FAIL)) {
      throw new BadDataException(
          gathered.misaligned().count()
              + " spans do not fit the tokens, the first: "
              + gathered.misaligned().first()
              + " Correct them, or set misalignedSpans to report to go on.");
    }
    TrainingData data = gathered.data();
    if (data.train().isEmpty()) {
      throw new BadDataException(
          "There is no sentence to train on among the rows of "
              + columns()
              + "; at least one with tokens and a label is wanted.");
    }
    return validation == null ? data.split(stage.getValidationFraction(), stage.getSeed()) : data;
  }

  private String columns() {
    return "'" + input.name() + "' and '" + label.name() + "'";
  }
}
