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

import java.util.List;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparkner.model.Architecture;

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
    return new Param<>(
        owner,
        name,
        doc + " (odd, different)",
        ParamRule.of(
            name, "odd numbers, each another, separated by commas", ParamFactory::isWidths));
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
            ParamRule.choice(name, List.of(choices)));
    owner.setDefault(param, value);
    return param;
  }

  IntParam atLeast(String name, String doc, int least, int value) {
    IntParam param =
        new IntParam(
            owner,
            name,
            doc + " (>= " + least + ")",
            ParamRule.<Object>of(
                name, "a whole number >= " + least, set -> (Integer) set >= least));
    owner.setDefault(param, value);
    return param;
  }

  IntParam within(String name, String doc, int least, int most, int value) {
    IntParam param =
        new IntParam(
            owner,
            name,
            doc + " (" + least + " to " + most + ")",
            ParamRule.<Object>of(
                name,
                "a whole number from " + least + " to " + most,
                set -> (Integer) set >= least && (Integer) set <= most));
    owner.setDefault(param, value);
    return param;
  }

  IntParam odd(String name, String doc, int value) {
    IntParam param =
        new IntParam(
            owner,
            name,
            doc + " (odd, >= 1)",
            ParamRule.<Object>of(
                name,
                "an odd whole number >= 1",
                set -> (Integer) set >= 1 && (Integer) set % 2 == 1));
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
        new DoubleParam(
            owner,
            name,
            doc + " (> " + bound + ")",
            number(name, "a number > " + bound, set -> set > bound));
    owner.setDefault(param, value);
    return param;
  }

  DoubleParam notNegative(String name, String doc, double value) {
    DoubleParam param =
        new DoubleParam(
            owner, name, doc + " (>= 0)", number(name, "a number >= 0", set -> set >= 0));
    owner.setDefault(param, value);
    return param;
  }

  /** A share: from 0 to below 1. */
  DoubleParam belowOne(String name, String doc, double value) {
    DoubleParam param =
        new DoubleParam(
            owner,
            name,
            doc + " (in [0, 1))",
            number(name, "a number from 0 to below 1", set -> set >= 0 && set < 1));
    owner.setDefault(param, value);
    return param;
  }

  BooleanParam flag(String name, String doc, boolean value) {
    BooleanParam param = new BooleanParam(owner, name, doc);
    owner.setDefault(param, value);
    return param;
  }

  private static ParamRule<Object> number(String name, String wanted, ParamRule.Test<Double> test) {
    return ParamRule.of(
        name,
        wanted,
        value -> Double.isFinite(((Number) value).doubleValue()) && test.test((Double) value));
  }

  private static boolean isWidths(String value) {
    try {
      return !Architecture.widths(value).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
