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

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.TagReading;
import org.sparkner.error.BadDataException;
import org.sparkner.spark.column.InputColumn;
import org.sparkner.train.TrainingData;

/**
 * The columns that training reads.
 *
 * @param input tokens or text
 * @param label tags where the input is tokens, spans where it is text
 * @param validation boolean, or null where there is none
 * @param attributes attributes of the tokens, or null where none are read
 * @param weight numbers, or null where every row counts once
 * @param latentTypes types that were not annotated, or null where all were
 */
public record TrainingInput(
    InputColumn input,
    InputColumn label,
    InputColumn validation,
    InputColumn attributes,
    InputColumn weight,
    InputColumn latentTypes) {
  /**
   * Finds and checks the columns.
   *
   * @throws org.sparkner.error.UsageException naming the column, its type and the type expected
   */
  public static TrainingInput of(StructType schema, DataOptions options) {
    InputColumn input = InputColumn.find(schema, "inputCol", options.inputCol());
    InputColumn label = InputColumn.find(schema, "labelCol", options.labelCol());
    if (!input.isText() && !input.isStrings()) {
      throw input.wrongType("array<string> (tokens) or string (text)");
    }
    if (input.isStrings() && !label.isStrings()) {
      throw label.wrongType(
          "array<string> (one tag per token), because '" + input.name() + "' holds tokens");
    }
    if (input.isText() && !label.isSpans()) {
      throw label.wrongType(
          "array<struct<begin:int,end:int,type:string>> (spans in code points), because '"
              + input.name()
              + "' holds text");
    }
    InputColumn validation = null;
    if (options.validationCol() != null) {
      validation = InputColumn.find(schema, "validationIndicatorCol", options.validationCol());
      if (!validation.type().equals(DataTypes.BooleanType)) {
        throw validation.wrongType("boolean (true for the rows to validate on)");
      }
    }
    return new TrainingInput(
        input,
        label,
        validation,
        attributes(schema, input, options),
        weight(schema, options),
        latentTypes(schema, options));
  }

  private static InputColumn weight(StructType schema, DataOptions options) {
    if (options.weightCol() == null) {
      return null;
    }
    InputColumn weight = InputColumn.find(schema, "weightCol", options.weightCol());
    if (!(weight.type() instanceof NumericType)) {
      throw weight.wrongType("a number (how much each row counts)");
    }
    return weight;
  }

  private static InputColumn latentTypes(StructType schema, DataOptions options) {
    if (options.latentTypesCol() == null) {
      return null;
    }
    InputColumn types = InputColumn.find(schema, "latentTypesCol", options.latentTypesCol());
    if (!types.isStrings()) {
      throw types.wrongType("array<string> (entity types that were not annotated)");
    }
    return types;
  }

  private static InputColumn attributes(StructType schema, InputColumn input, DataOptions options) {
    if (options.attributeCol() == null) {
      return null;
    }
    if (input.isText()) {
      throw input.wrongType("array<string> (tokens), because attributeCol is of tokens");
    }
    InputColumn attributes = InputColumn.find(schema, "attributeCol", options.attributeCol());
    if (!attributes.isStrings()) {
      throw attributes.wrongType("array<string> (an attribute for each token)");
    }
    return attributes;
  }

  /** The columns that {@link SentencePreparation} reads. */
  Dataset<Row> columns(Dataset<?> dataset) {
    Column indicator =
        validation == null ? lit(false) : coalesce(validation.in(dataset), lit(false));
    List<Column> columns =
        new ArrayList<>(
            List.of(
                input.in(dataset),
                label.in(dataset),
                indicator,
                (weight == null ? lit(null) : weight.in(dataset)).cast(DataTypes.DoubleType),
                (latentTypes == null ? lit(null) : latentTypes.in(dataset))
                    .cast(DataTypes.createArrayType(DataTypes.StringType))));
    if (attributes != null) {
      columns.add(attributes.in(dataset));
    }
    return dataset.select(columns.toArray(Column[]::new));
  }

  /** The rows of a dataset as sentences and problems, prepared on the executors. */
  JavaRDD<PreparedRow> prepared(Dataset<?> dataset, DataOptions options) {
    SentencePreparation preparation = new SentencePreparation(input.isText(), options.language());
    return columns(dataset).javaRDD().mapPartitions(preparation);
  }

  /**
   * Prepares on the executors, gathers on the driver, splits. The sentences of a text are a
   * document.
   *
   * @throws BadDataException if no sentence is left to train on, for what {@link
   *     PreparationProblems#report} finds, or for a tag that is none where chunks were meant
   */
  public TrainingData gather(Dataset<?> dataset, DataOptions options) {
    List<LabeledSentence> sentences = new ArrayList<>();
    BitSet marked = new BitSet();
    PreparationProblems problems = new PreparationProblems();
    for (PreparedPart part : PreparedPart.gather(prepared(dataset, options))) {
      part.addTo(sentences, marked);
      problems.merge(part.problems());
    }
    problems.report(this, options.refuseMisaligned());
    requireSentences(sentences.size() - marked.cardinality());
    TrainingData data = ValidationSplit.of(TagReading.DETECT.read(sentences), marked);
    return validation == null
        ? ValidationSplit.split(data, options.validationFraction(), options.seed())
        : data;
  }

  /**
   * @throws BadDataException if there is none
   */
  void requireSentences(long count) {
    if (count == 0) {
      throw new BadDataException(
          "There is no sentence to train on among the rows of "
              + names()
              + "; at least one with tokens and a label is needed.");
    }
  }

  String names() {
    String beside = attributes == null ? "" : ", '" + attributes.name() + "'";
    return "'" + input.name() + "'" + beside + " and '" + label.name() + "'";
  }
}
