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

/** What the evaluator compares and what it reports. */
public final class EvaluationOption {
  public static final OptionGroup GROUP =
      new OptionGroup("Evaluation", "evaluation", "What is compared and what is reported.");

  public static final DeclaredOption<String> LABEL_COL =
      evaluation("labelCol", new Text())
          .byDefault("tags")
          .doc("Column of the gold labels, tags or spans.")
          .add();

  public static final DeclaredOption<String> PREDICTION_COL =
      evaluation("predictionCol", new Text())
          .byDefault("entities")
          .doc("Column of the predicted labels, tags or spans.")
          .add();

  public static final DeclaredOption<String> METRIC_NAME =
      evaluation("metricName", new Choice(List.of("f1", "precision", "recall", "accuracy")))
          .byDefault("f1")
          .doc(
              "Metric to report, from 0 to 1.",
              "accuracy is that of tags and needs tags in both columns.")
          .add();

  public static final DeclaredOption<String> READING =
      evaluation(
              "reading", new Choice(List.of("conlleval", "strict_iob2", "strict_bioes", "labels")))
          .byDefault("conlleval")
          .doc("How spans are read from tags.")
          .add();

  public static final DeclaredOption<String> LATENT_TYPES_COL =
      evaluation("latentTypesCol", new Text())
          .doc(
              "Column of the entity types that were not annotated in each row, an array of strings.",
              "Neither gold nor predicted entities of these types count in the row, and their tags"
                  + " are those of no entity.")
          .add();

  private EvaluationOption() {}

  private static <T> Declaration<T> evaluation(String name, Kind<T> kind) {
    return GROUP.option(name, kind).paramOnly();
  }
}
