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

package org.sparkner.spark.tagging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StringType;
import org.sparkner.error.UsageException;
import org.sparkner.spark.version.SparkLine;
import org.sparkner.spark.version.SparkVersion;
import scala.collection.Seq;

/**
 * Makes the expression of a call in SQL; the type of the first argument decides which. The second,
 * if there is one, names a model.
 */
public final class NerFunctionBuilder implements Function<List<Expression>, Expression> {
  private final String name;
  private final Function<Optional<String>, NerFunction> function;

  /**
   * @param function asked for at each call, in its session: the one with the model that the call
   *     names, if it names one
   */
  public NerFunctionBuilder(String name, Function<Optional<String>, NerFunction> function) {
    this.name = name;
    this.function = function;
  }

  @Override
  public Expression apply(List<Expression> arguments) {
    SparkVersion.require();
    if (arguments.isEmpty() || arguments.size() > 2) {
      throw new UsageException(
          name
              + " needs a text, and may be given a model; found "
              + arguments.size()
              + " arguments");
    }
    Expression argument = arguments.get(0);
    DataType type = argument.dataType();
    NerFunction tagging =
        function.apply(
            arguments.size() == 1 ? Optional.empty() : Optional.of(model(arguments.get(1))));
    if (type instanceof StringType || type instanceof NullType) {
      return call((UDF1<String, Row[]>) tagging::ofText, argument);
    }
    if (type instanceof ArrayType array && array.elementType() instanceof StringType) {
      return call((UDF1<Seq<String>, Row[]>) tagging::ofTokens, argument);
    }
    throw new UsageException(
        name
            + " needs a string (text) or an array<string> (the tokens of a sentence), found "
            + type.catalogString());
  }

  private String model(Expression argument) {
    boolean constant = argument.foldable() && argument.dataType() instanceof StringType;
    Object value = constant ? argument.eval(null) : null;
    if (value == null) {
      throw new UsageException(
          name
              + " needs the name of a model as a constant string, such as 'en', found "
              + argument.sql());
    }
    return value.toString();
  }

  private <T> Expression call(UDF1<T, Row[]> body, Expression argument) {
    return SparkLine.current().call(name, body, OutputColumns.ENTITIES, argument);
  }
}
