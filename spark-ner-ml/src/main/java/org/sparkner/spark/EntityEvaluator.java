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

import static org.apache.spark.sql.functions.lit;

import java.util.Locale;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkner.corpus.TagReading;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.eval.SpanReading;
import org.sparkner.option.EvaluationOption;
import org.sparkner.spark.column.InputColumn;
import org.sparkner.spark.evaluation.CountedPart;
import org.sparkner.spark.evaluation.EntityCounting;
import org.sparkner.spark.evaluation.EntityCounts;
import org.sparkner.spark.param.HasEvaluationParams;
import org.sparkner.spark.param.StageParams;
import org.sparkner.spark.persistence.StageReader;
import org.sparkner.spark.persistence.StageWriter;
import org.sparkner.spark.training.JavaBytes;
import org.sparkner.tags.TagCounts;
import org.sparkner.tags.TagSpelling;

/**
 * Compares predicted entities with gold ones, as conlleval does: an entity is right if its
 * boundaries and its type are. Either column may hold tags, {@code array<string>} in any scheme and
 * spelling, or spans, {@code array<struct<begin, end, type, …>>}; a column of tags counts tokens,
 * so compare it with spans over tokens only. Counts are summed on the executors.
 *
 * <p>Rows in which the gold column is null are left out; a null prediction is one of no entities.
 */
public final class EntityEvaluator extends Evaluator
    implements HasEvaluationParams<EntityEvaluator>, MLWritable {
  private static final long serialVersionUID = 1L;

  private static final String PRECISION = "precision";
  private static final String RECALL = "recall";
  private static final String ACCURACY = "accuracy";

  private final String uid;
  private final StageParams stageParams;

  /** An evaluator of F1 between {@code tags} and {@code entities}. */
  public EntityEvaluator() {
    this(Identifiable$.MODULE$.randomUID("entityEvaluator"));
  }

  /** An evaluator with this uid. */
  public EntityEvaluator(String uid) {
    this.uid = uid;
    this.stageParams = new StageParams(this, EvaluationOption.GROUP);
  }

  /** Loads a saved evaluator from a path of any Hadoop file system. */
  public static EntityEvaluator load(String path) {
    return read().load(path);
  }

  /** Reads saved evaluators. */
  public static MLReader<EntityEvaluator> read() {
    return StageReader.of(EntityEvaluator.class, EntityEvaluator::new);
  }

  @Override
  public MLWriter write() {
    return new StageWriter(this);
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public StageParams stageParams() {
    return stageParams;
  }

  @Override
  public EntityEvaluator self() {
    return this;
  }

  @Override
  public boolean isLargerBetter() {
    return true;
  }

  @Override
  public EntityEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  /**
   * The metric over all rows; 0 where there is nothing to count.
   *
   * @throws UsageException if a column is missing or of the wrong type
   * @throws BadDataException if a row has more predicted tags than gold ones, or fewer, or for a
   *     tag that is none among chunk tags
   */
  @Override
  public double evaluate(Dataset<?> dataset) {
    EntityCounts counts = count(dataset);
    return switch (getMetricName()) {
      case PRECISION -> counts.spans().precision();
      case RECALL -> counts.spans().recall();
      case ACCURACY -> counts.accuracy();
      default -> counts.spans().f1();
    };
  }

  private EntityCounts count(Dataset<?> dataset) {
    StructType schema = dataset.schema();
    InputColumn gold = column(schema, labelCol());
    InputColumn predicted = column(schema, predictionCol());
    boolean tags = gold.isStrings() && predicted.isStrings();
    if (getMetricName().equals(ACCURACY) && !tags) {
      throw (gold.isStrings() ? predicted : gold)
          .wrongType("array<string> (tags), because metricName is accuracy");
    }
    EntityCounts counts =
        counts(
            dataset.select(gold.in(dataset), predicted.in(dataset), latentTypes(dataset)),
            gold,
            predicted);
    if (counts.unequal() > 0) {
      throw new BadDataException(
          counts.unequal()
              + " rows of '"
              + gold.name()
              + "' and '"
              + predicted.name()
              + "' differ in length; expected as many predicted tags as gold ones.");
    }
    return counts;
  }

  private Column latentTypes(Dataset<?> dataset) {
    if (!isSet(latentTypesCol())) {
      return lit(null).cast(DataTypes.createArrayType(DataTypes.StringType));
    }
    InputColumn types =
        InputColumn.find(dataset.schema(), latentTypesCol().name(), getLatentTypesCol());
    if (!types.isStrings()) {
      throw types.wrongType("array<string> (entity types that were not annotated)");
    }
    return types.in(dataset);
  }

  /** The rows are read again where the tags turn out to be spelled in another way. */
  private EntityCounts counts(Dataset<Row> rows, InputColumn gold, InputColumn predicted) {
    SpanReading spans = SpanReading.valueOf(getReading().toUpperCase(Locale.ROOT));
    CountedPart written =
        counted(rows, gold, predicted, spans, TagSpelling.PLAIN, TagSpelling.PLAIN);
    if (spans == SpanReading.LABELS) {
      return written.counts();
    }
    TagSpelling ofGold = spelling(written.goldTags(), gold);
    TagSpelling ofPredicted = spelling(written.predictedTags(), predicted);
    TagSpelling goldSpelling = orLike(ofPredicted, ofGold, written.goldTags());
    TagSpelling predictedSpelling = orLike(ofGold, ofPredicted, written.predictedTags());
    return changes(goldSpelling, written.goldTags())
            || changes(predictedSpelling, written.predictedTags())
        ? counted(rows, gold, predicted, spans, goldSpelling, predictedSpelling).counts()
        : written.counts();
  }

  private static CountedPart counted(
      Dataset<Row> rows,
      InputColumn gold,
      InputColumn predicted,
      SpanReading spans,
      TagSpelling goldSpelling,
      TagSpelling predictedSpelling) {
    EntityCounting counting =
        new EntityCounting(
            gold.isStrings(), predicted.isStrings(), spans, goldSpelling, predictedSpelling);
    return rows.javaRDD().mapPartitions(counting).collect().stream()
        .map(bytes -> JavaBytes.read(bytes, CountedPart.class))
        .reduce(CountedPart.none(), CountedPart::plus);
  }

  private static TagSpelling spelling(TagCounts tags, InputColumn column) {
    return TagReading.DETECT.spelling(tags, tag -> "column '" + column.name() + "'");
  }

  /** Few tags may not tell their spelling where those of the other column do. */
  private static TagSpelling orLike(TagSpelling other, TagSpelling own, TagCounts tags) {
    return own.isPlain() && tags.unlike(other).isEmpty() ? other : own;
  }

  private static boolean changes(TagSpelling spelling, TagCounts tags) {
    return tags.tags().stream().anyMatch(tag -> !spelling.read(tag).equals(tag));
  }

  private InputColumn column(StructType schema, Param<String> param) {
    InputColumn column = InputColumn.find(schema, param.name(), getOrDefault(param));
    if (!column.isStrings() && !column.isSpans()) {
      throw column.wrongType(
          "array<string> (tags) or array<struct<begin:int,end:int,type:string>> (spans)");
    }
    return column;
  }
}
