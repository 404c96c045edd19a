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

/** Where trainings are recorded, so that they can be compared. */
public final class TrackingOption {
  /** Nowhere. */
  public static final String NONE = "none";

  /** On an MLflow tracking server. */
  public static final String MLFLOW = "mlflow";

  public static final OptionGroup GROUP =
      new OptionGroup("Tracking", "tracking", "Where trainings are recorded.");

  public static final DeclaredOption<String> TRACKER =
      tracking("tracker", new Choice(List.of(NONE, MLFLOW)))
          .byDefault(NONE)
          .doc(
              "What records options, scores and the model of a training.",
              "mlflow is an MLflow tracking server.")
          .flag("--tracking")
          .add();

  public static final DeclaredOption<String> TRACKING_URI =
      tracking("trackingUri", new Text())
          .doc(
              "Address of the tracking server, such as http://127.0.0.1:5000.",
              "Without it, that in the variable MLFLOW_TRACKING_URI.")
          .add();

  public static final DeclaredOption<String> EXPERIMENT =
      tracking("experiment", new Text())
          .doc(
              "Experiment that a run belongs to; it is made where there is none of the name.",
              "Without it, that in the variable MLFLOW_EXPERIMENT_NAME, or Default.")
          .add();

  public static final DeclaredOption<String> RUN_NAME =
      tracking("runName", new Text())
          .doc("Name of the run.", "Without it, the tracking server makes one up.")
          .add();

  private TrackingOption() {}

  private static <T> Declaration<T> tracking(String name, Kind<T> kind) {
    return GROUP.option(name, kind).settingOnly().mayChangeOnResume();
  }
}
