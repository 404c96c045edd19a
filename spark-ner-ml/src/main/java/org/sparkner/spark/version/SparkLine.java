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

package org.sparkner.spark.version;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.DataType;

/**
 * What the lines of Spark do differently, each in classes of its own: Spark 3.5 with Scala 2.12,
 * and Spark 4 with Scala 2.13. An artefact has the classes of one line, and the rest of its code is
 * the same.
 */
public interface SparkLine {
  /** The line that this artefact is built for. */
  static SparkLine current() {
    return CurrentLine.INSTANCE;
  }

  /** The beginning of the versions of Spark that it runs on, such as 3.5. */
  String spark();

  /** The binary version of Scala, such as 2.12. */
  String scala();

  /** PySpark in these versions, as pip takes it. */
  String pyspark();

  /** The plan behind a dataset. */
  LogicalPlan plan(Dataset<?> dataset);

  /** The rows of a plan. */
  Dataset<Row> rows(SparkSession session, LogicalPlan plan);

  /** An expression as a column. */
  Column column(Expression expression);

  /**
   * A call of a function of Java's.
   *
   * @param name by which plans show it
   * @param type of what it returns
   */
  <T> Expression call(String name, UDF1<T, ?> function, DataType type, Expression argument);

  /**
   * Makes a function known to SQL in a session, in place of one of that name.
   *
   * @param builder makes the expression of a call from its arguments
   */
  void register(SparkSession session, String name, Function<List<Expression>, Expression> builder);

  /** Makes a function known to SQL in every session that has the extensions. */
  void inject(
      SparkSessionExtensions extensions,
      ExpressionInfo info,
      Function<List<Expression>, Expression> builder);
}
