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

package org.sparkner.spark.column;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.sparkner.spark.version.SparkLine;
import scala.Option;

/**
 * Where a column stands: the places of a top-level column and of the fields of structs within it.
 * Unlike a name it is of one column only, whatever the others are called.
 *
 * @param steps from the outermost
 */
public record FieldPath(List<Step> steps) implements Serializable {

  /**
   * @param place from 0
   * @param width how many fields stand beside it, itself included
   */
  public record Step(int place, int width) implements Serializable {}

  /** The column in a dataset. */
  public Column in(Dataset<?> dataset) {
    Expression column =
        (Expression) SparkLine.current().plan(dataset).output().apply(steps.get(0).place());
    for (Step step : steps.subList(1, steps.size())) {
      column = new GetStructField(column, step.place(), Option.empty());
    }
    return SparkLine.current().column(column);
  }

  /** The row, or the struct within it, that holds the value at {@link #place}; null for none. */
  public InternalRow holder(InternalRow row) {
    InternalRow holder = row;
    for (int i = 0; i < steps.size() - 1; i++) {
      int place = steps.get(i).place();
      if (holder.isNullAt(place)) {
        return null;
      }
      holder = holder.getStruct(place, steps.get(i + 1).width());
    }
    return holder.isNullAt(place()) ? null : holder;
  }

  /** The place in {@link #holder}. */
  public int place() {
    return steps.get(steps.size() - 1).place();
  }
}
