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

package org.sparkner.spark.param;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparkner.option.DeclaredOption;
import org.sparkner.option.OptionGroup;
import org.sparkner.option.OptionValues;
import org.sparkner.spark.version.SparkLine;

/** The params of a stage, made of declared options, and what is set of them. */
public final class StageParams implements OptionValues {
  private final Params owner;
  private final Map<DeclaredOption<?>, Param<?>> params = new LinkedHashMap<>();

  /**
   * Makes the params and their defaults.
   *
   * @param owner whose uid is assigned, for a param remembers it
   * @param groups of options
   */
  public StageParams(Params owner, OptionGroup... groups) {
    this.owner = owner;
    for (OptionGroup group : groups) {
      group.params().forEach(this::add);
    }
  }

  @SuppressWarnings("unchecked") // A Scala Int is an Object to Java.
  private void add(DeclaredOption<?> option) {
    Param<Object> param = (Param<Object>) param(option);
    params.put(option, param);
    if (option.byDefault() != null) {
      owner.setDefault(param, isText(option) ? option.defaultText().get() : option.byDefault());
    }
  }

  private Param<?> param(DeclaredOption<?> option) {
    String name = option.name();
    String doc = option.doc();
    Class<?> type = option.kind().type();
    ParamRule<Object> rule = new ParamRule<>(name, option.kind());
    if (type == Integer.class) {
      return new IntParam(owner, name, doc, rule);
    }
    if (type == Long.class) {
      return new LongParam(owner, name, doc, rule);
    }
    if (type == Double.class) {
      return new DoubleParam(owner, name, doc, rule);
    }
    return type == Boolean.class
        ? new BooleanParam(owner, name, doc)
        : SparkLine.current()
            .textParam(owner, name, doc, new ParamRule<String>(name, option.kind()));
  }

  /** Whether the param of an option holds the text that stands for a value. */
  private static boolean isText(DeclaredOption<?> option) {
    Class<?> type = option.kind().type();
    return !Number.class.isAssignableFrom(type) && type != Boolean.class;
  }

  IntParam intParam(DeclaredOption<Integer> option) {
    return (IntParam) params.get(option);
  }

  LongParam longParam(DeclaredOption<Long> option) {
    return (LongParam) params.get(option);
  }

  DoubleParam doubleParam(DeclaredOption<Double> option) {
    return (DoubleParam) params.get(option);
  }

  BooleanParam booleanParam(DeclaredOption<Boolean> option) {
    return (BooleanParam) params.get(option);
  }

  @SuppressWarnings("unchecked") // the param was made so
  Param<String> textParam(DeclaredOption<?> option) {
    return (Param<String>) params.get(option);
  }

  @Override
  @SuppressWarnings("unchecked") // the rule of the param has seen to it
  public <T> Optional<T> find(DeclaredOption<T> option) {
    Param<?> param = params.get(option);
    if (param == null || !owner.isSet(param)) {
      return Optional.empty();
    }
    Object value = owner.getOrDefault(param);
    return Optional.of(isText(option) ? option.parse(option.name(), (String) value) : (T) value);
  }
}
