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

package org.sparkner.option.generate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sparkner.option.DeclaredOption;

/**
 * How the type of an option is written.
 *
 * @param component of a record where the option has a default
 * @param boxed of a record where it has none
 * @param param of Spark
 * @param get what turns an object into the value of a param
 * @param value of a param in Java
 * @param python of a param in Python
 * @param converter of PySpark's
 */
record Types(
    String component,
    String boxed,
    String param,
    String get,
    String value,
    String python,
    String converter) {

  private static final Map<Class<?>, Types> ALL =
      Map.of(
          Integer.class,
          new Types("int", "Integer", "IntParam", "(Integer) ", "int", "int", "toInt"),
          Long.class,
          new Types("long", "Long", "LongParam", "(Long) ", "long", "int", "toInt"),
          Double.class,
          new Types("double", "Double", "DoubleParam", "(Double) ", "double", "float", "toFloat"),
          Boolean.class,
          new Types(
              "boolean", "Boolean", "BooleanParam", "(Boolean) ", "boolean", "bool", "toBoolean"),
          String.class,
          text("String"),
          Duration.class,
          text("Duration"),
          List.class,
          text("List<Integer>"));

  private static Types text(String component) {
    return new Types(component, component, "Param<String>", "", "String", "str", "toString");
  }

  static Types of(DeclaredOption<?> option) {
    return ALL.get(option.kind().type());
  }

  /** The type of a record's component. */
  static String component(DeclaredOption<?> option) {
    Types types = of(option);
    return option.defaultText().isPresent() ? types.component : types.boxed;
  }
}
