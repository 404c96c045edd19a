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

import java.util.List;

/** What a stage learns from, what it validates on, and where it keeps its state. */
public final class DataOption {
  /** Spans that do not fit the tokens are logged. */
  public static final String REPORT = "report";

  /** Spans that do not fit the tokens end the fit. */
  public static final String FAIL = "fail";

  public static final OptionGroup GROUP =
      new OptionGroup(
          "Data", "data", "What a stage learns from, validates on, and keeps its state in.");

  public static final DeclaredOption<String> LABEL_COL =
      data("labelCol", new Text())
          .byDefault("tags")
          .doc(
              "Column of the gold labels.",
              "Where {inputCol} holds tokens, it is an array of tags in any scheme; where it holds"
                  + " text, an array of structs of begin, end and type, in code points.")
          .add();

  public static final DeclaredOption<String> VALIDATION_INDICATOR_COL =
      data("validationIndicatorCol", new Text())
          .doc("Boolean column that is true for the rows to validate on.")
          .add();

  public static final DeclaredOption<String> WEIGHT_COL =
      data("weightCol", new Text())
          .doc(
              "Column of how much each row counts in training: numbers above 0, 1 where it is null.",
              "It multiplies the loss of the row's sentences. Not for HMM and MEMM.")
          .add();

  public static final DeclaredOption<String> LATENT_TYPES_COL =
      data("latentTypesCol", new Text())
          .doc(
              "Column of the entity types that were not annotated in each row, an array of strings.",
              "Where the labels of the row have no entity, there may be one of these types: training"
                  + " sums over all labels that agree, and validation does not count them. Not for"
                  + " HMM and MEMM.")
          .add();

  public static final DeclaredOption<Double> VALIDATION_FRACTION =
      data("validationFraction", RealNumber.BELOW_ONE)
          .byDefault(0.1)
          .doc(
              "Share of the sentences to validate on where {validationIndicatorCol} is not set.",
              "With 0, the model of the last epoch is taken.")
          .add();

  public static final DeclaredOption<String> MISALIGNED_SPANS =
      data("misalignedSpans", new Choice(List.of(REPORT, FAIL)))
          .byDefault(REPORT)
          .doc(
              "What happens to spans that overlap, or that do not begin and end with a token.",
              "report logs each one and widens it to whole tokens or leaves it out; fail ends the"
                  + " fit.")
          .add();

  public static final DeclaredOption<String> CHECKPOINT_DIR =
      data("checkpointDir", new Text())
          .doc("Directory in which checkpoints are kept, on any Hadoop file system.")
          .flag("--checkpoint")
          .heededBy(ModelOption.NETWORK)
          .add();

  public static final DeclaredOption<Boolean> RESUME =
      data("resume", new Flag())
          .byDefault(false)
          .doc("Whether to go on from a checkpoint of this very run.")
          .flag("--resume")
          .heededBy(ModelOption.NETWORK)
          .add();

  public static final DeclaredOption<Boolean> VERBOSE =
      data("verbose", new Flag())
          .byDefault(true)
          .doc("Whether fit reports each epoch, in the log and in Python on stderr.")
          .add();

  private DataOption() {}

  private static <T> Declaration<T> data(String name, Kind<T> kind) {
    return GROUP.option(name, kind).paramOnly();
  }
}
