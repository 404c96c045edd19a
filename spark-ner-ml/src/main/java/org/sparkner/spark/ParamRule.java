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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.sparkner.error.UsageException;
import org.sparkner.text.EditDistance;
import scala.runtime.AbstractFunction1;

/**
 * What values a param takes. Spark asks it when a value is set; what it says of a wrong one is one
 * line with the values that are wanted, where Spark would name the value alone.
 *
 * @param <T> of the values
 */
final class ParamRule<T> extends AbstractFunction1<T, Object> implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A predicate that travels with the stage. */
  interface Test<T> extends Predicate<T>, Serializable {}

  private final String name;
  private final String wanted;
  private final List<String> choices;
  private final Test<T> test;

  private ParamRule(String name, String wanted, List<String> choices, Test<T> test) {
    this.name = name;
    this.wanted = wanted;
    this.choices = choices;
    this.test = test;
  }

  /**
   * @param wanted what the values are, as it stands after "wanted"
   */
  static <T> ParamRule<T> of(String name, String wanted, Test<T> test) {
    return new ParamRule<>(name, wanted, List.of(), test);
  }

  static ParamRule<String> choice(String name, List<String> choices) {
    String wanted = "one of " + String.join(", ", choices);
    return new ParamRule<>(name, wanted, choices, choices::contains);
  }

  /**
   * Whether a value is one.
   *
   * @throws IllegalArgumentException if not, as Spark's params do; its cause is a {@link
   *     UsageException}
   */
  @Override
  public Object apply(T value) {
    if (value != null && test.test(value)) {
      return true;
    }
    String message =
        name
            + " given invalid value "
            + value
            + "; wanted "
            + wanted
            + meant(String.valueOf(value));
    throw new IllegalArgumentException(message, new UsageException(message));
  }

  /** The choice that a mistyped one most likely stands for, if any is near. */
  private String meant(String typed) {
    return choices.stream()
        .min(Comparator.comparingInt(choice -> distance(typed, choice)))
        .filter(choice -> distance(typed, choice) <= (choice.length() + 1) / 2)
        .map(choice -> "; did you mean " + choice + "?")
        .orElse("");
  }

  private static int distance(String typed, String choice) {
    return EditDistance.of(typed.toLowerCase(Locale.ROOT), choice.toLowerCase(Locale.ROOT));
  }
}
