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

package org.sparkner.option;

/** How a linear model over features is trained. */
public final class LinearOption {
  public static final OptionGroup GROUP =
      new OptionGroup("Linear", "linear", "How a linear model over features is trained.");

  public static final DeclaredOption<String> FEATURE_TEMPLATES =
      linear("featureTemplates", new Text())
          .doc(
              "Templates of the features of a token, separated by spaces.",
              "Without them, the default ones are used.")
          .formerly("linear.templates")
          .add();

  public static final DeclaredOption<Integer> MINIMUM_FEATURE_COUNT =
      linear("minimumFeatureCount", WholeNumber.atLeast(1))
          .byDefault(1)
          .doc("Number of tokens that must have a feature for it to count.")
          .formerly("linear.minimum-count")
          .add();

  public static final DeclaredOption<Double> L2 =
      linear("l2", RealNumber.NOT_NEGATIVE)
          .byDefault(0.1)
          .doc("Strength of the penalty, which is {l2} / 2 times the sum of the squared weights.")
          .add();

  public static final DeclaredOption<Integer> PASSES =
      linear("passes", WholeNumber.atLeast(1))
          .byDefault(15)
          .doc("Number of passes over the sentences.")
          .flag("--epochs")
          .add();

  private LinearOption() {}

  private static <T> Declaration<T> linear(String name, Kind<T> kind) {
    return GROUP.option(name, kind).heededBy(ModelOption.WITH_FEATURES);
  }
}
