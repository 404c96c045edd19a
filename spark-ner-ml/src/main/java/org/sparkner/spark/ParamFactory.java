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

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;
import org.sparkner.model.Architecture;
import scala.runtime.AbstractFunction1;

/**
 * Makes the params of a stage, each with its default. The owner's uid must be assigned before, for
 * a param remembers it.
 */
final class ParamFactory {
  private final Params owner;

  ParamFactory(Params owner) {
    this.owner = owner;
  }

  /** A param without a default: not set means not wanted. */
  Param<String> optionalString(String name, String doc) {
    return new Param<>(owner, name, doc);
  }

  /** Widths of filters, separated by commas, without a default. */
  Param<String> optionalWidths(String name, String doc) {
    return new Param<>(owner, name, doc + " (odd, different)", new Widths());
  }

  Param<String> string(String name, String doc, String value) {
    Param<String> param = new Param<>(owner, name, doc);
    owner.setDefault(param, value);
    return param;
  }

  Param<String> choice(String name, String doc, String value, String... choices) {
    Param<String> param =
        new Param<>(
            owner,
            name,
            doc + " (" + String.join(", ", choices) + ")",
            ParamValidators.inArray(Arrays.asList(choices)));
    owner.setDefault(param, value);
    return param;
  }

  IntParam atLeast(String name, String doc, int least, int value) {
    IntParam param =
        new IntParam(owner, name, doc + " (>= " + least + ")", ParamValidators.gtEq(least));
    owner.setDefault(param, value);
    return param;
  }

  IntParam within(String name, String doc, int least, int most, int value) {
    IntParam param =
        new IntParam(
            owner,
            name,
            doc + " (" + least + " to " + most + ")",
            ParamValidators.inRange(least, most));
    owner.setDefault(param, value);
    return param;
  }

  IntParam odd(String name, String doc, int value) {
    IntParam param = new IntParam(owner, name, doc + " (odd, >= 1)", new Odd());
    owner.setDefault(param, value);
    return param;
  }

  LongParam anyLong(String name, String doc, long value) {
    LongParam param = new LongParam(owner, name, doc);
    owner.setDefault(param, value);
    return param;
  }

  DoubleParam above(String name, String doc, double bound, double value) {
    DoubleParam param =
        new DoubleParam(owner, name, doc + " (> " + bound + ")", ParamValidators.gt(bound));
    owner.setDefault(param, value);
    return param;
  }

  DoubleParam notNegative(String name, String doc, double value) {
    DoubleParam param = new DoubleParam(owner, name, doc + " (>= 0)", ParamValidators.gtEq(0));
    owner.setDefault(param, value);
    return param;
  }

  /** A share: from 0 to below 1. */
  DoubleParam belowOne(String name, String doc, double value) {
    DoubleParam param =
        new DoubleParam(
            owner, name, doc + " (in [0, 1))", ParamValidators.inRange(0, 1, true, false));
    owner.setDefault(param, value);
    return param;
  }

  BooleanParam flag(String name, String doc, boolean value) {
    BooleanParam param = new BooleanParam(owner, name, doc);
    owner.setDefault(param, value);
    return param;
  }

  private static final class Widths extends AbstractFunction1<String, Object>
      implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public Object apply(String value) {
      try {
        return !Architecture.widths(value).isEmpty();
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }

  private static final class Odd extends AbstractFunction1<Object, Object> implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public Object apply(Object value) {
      return value instanceof Integer number && number > 0 && number % 2 == 1;
    }
  }
}
