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
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.classic.UserDefinedFunctionUtils;
import org.apache.spark.sql.expressions.SparkUserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import scala.Function1;
import scala.Tuple3;
import scala.collection.JavaConverters;
import scala.collection.immutable.Seq;
import scala.runtime.AbstractFunction1;

/**
 * Spark 4, for Scala 2.13: a {@code Seq} is immutable. What Spark Connect does not have stands
 * behind classes of the package {@code classic}, and a column knows nothing of expressions.
 */
enum CurrentLine implements SparkLine {
  INSTANCE;

  @Override
  public String spark() {
    return "4";
  }

  @Override
  public String scala() {
    return "2.13";
  }

  @Override
  public String pyspark() {
    return "pyspark>=4,<5";
  }

  @Override
  public LogicalPlan plan(Dataset<?> dataset) {
    return ((org.apache.spark.sql.classic.Dataset<?>) dataset).logicalPlan();
  }

  @Override
  public Dataset<Row> rows(SparkSession session, LogicalPlan plan) {
    return org.apache.spark.sql.classic.Dataset.ofRows(
        (org.apache.spark.sql.classic.SparkSession) session, plan);
  }

  @Override
  public Column column(Expression expression) {
    return ExpressionUtils.column(expression);
  }

  @Override
  public <T> Expression call(String name, UDF1<T, ?> function, DataType type, Expression argument) {
    return UserDefinedFunctionUtils.toScalaUDF(
        (SparkUserDefinedFunction) functions.udf(function, type).withName(name),
        ScalaSequence.of(List.of(argument)));
  }

  @Override
  public void register(
      SparkSession session, String name, Function<List<Expression>, Expression> builder) {
    ((org.apache.spark.sql.classic.SparkSession) session)
        .sessionState()
        .functionRegistry()
        .createOrReplaceTempFunction(name, new Builder(builder), "java_udf");
  }

  @Override
  public void inject(
      SparkSessionExtensions extensions,
      ExpressionInfo info,
      Function<List<Expression>, Expression> builder) {
    Function1<Seq<Expression>, Expression> built = new Builder(builder);
    extensions.injectFunction(new Tuple3<>(FunctionIdentifier.apply(info.getName()), info, built));
  }

  /** A function of Java's lists as one of Scala's sequences. */
  private static final class Builder extends AbstractFunction1<Seq<Expression>, Expression> {
    private final Function<List<Expression>, Expression> builder;

    Builder(Function<List<Expression>, Expression> builder) {
      this.builder = builder;
    }

    @Override
    public Expression apply(Seq<Expression> arguments) {
      return builder.apply(JavaConverters.seqAsJavaList(arguments));
    }
  }
}
