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

/** What a network learns from a teacher, a model that has tagged text. */
public final class SilverOption {
  public static final OptionGroup GROUP =
      new OptionGroup(
          "Silver", "silver", "What the network learns from a teacher, a model that tagged text.");

  public static final DeclaredOption<String> SILVER_TABLE =
      silver("silverTable", new Text())
          .doc(
              "Directory of sentences that a teacher tagged, from which the network learns beside"
                  + " the labelled ones.",
              "The command distill writes it, and Distillation of Spark ML. It may be on any Hadoop"
                  + " file system.")
          .add();

  public static final DeclaredOption<Double> SILVER_WEIGHT =
      silver("silverWeight", RealNumber.POSITIVE)
          .byDefault(1.0)
          .doc("Number of times that a sentence of {silverTable} counts beside a labelled one.")
          .add();

  public static final DeclaredOption<Double> SILVER_MINIMUM_CONFIDENCE =
      silver("silverMinimumConfidence", RealNumber.BELOW_ONE)
          .byDefault(0.0)
          .doc(
              "Least probability that the teacher gave to all tags of a sentence of {silverTable}"
                  + " together; sentences below it are left out.")
          .add();

  public static final DeclaredOption<Double> SILVER_TEMPERATURE =
      silver("silverTemperature", RealNumber.NOT_NEGATIVE)
          .byDefault(1.0)
          .doc(
              "Temperature of the teacher's probabilities.",
              "1 leaves them as they are, more makes them more alike, less makes them more certain;"
                  + " 0 takes the teacher's tags as though people had written them.")
          .add();

  private SilverOption() {}

  private static <T> Declaration<T> silver(String name, Kind<T> kind) {
    return GROUP.option(name, kind).heededBy(ModelOption.NETWORK);
  }
}
